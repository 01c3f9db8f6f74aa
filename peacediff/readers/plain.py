"""Plain text to blocks: paragraphs between blank lines, labelled lines, short lines that are headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from peacediff.model import Span, is_shown
from peacediff.readers.bare_numbers import bare_lines
from peacediff.readers.blocks import Block
from peacediff.readers.chats import chat_stamps
from peacediff.readers.clauses import ClauseCutter, stands_apart
from peacediff.readers.headings import (
    MOST_CHARACTERS,
    headings_among_others,
    headings_in_context,
    looks_like_heading,
)
from peacediff.readers.lines import Lines, trimmed
from peacediff.readers.numbering import label_at
from peacediff.readers.pages import contents_lines, page_lines
from peacediff.readers.pipes import row_blocks
from peacediff.readers.scopes import names_scope, scope_of

_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_RULE = re.compile(r"[-_=*#\s]+\Z")
_TABLE_RULE = re.compile(r"[|:+=\s-]+")
_TAB = 8
_Aside = tuple[Collection[int], Mapping[int, Span]]
"""The lines that are printed on every page, and the stamps of messages by their line."""


def plain_blocks(text: str, lines: Lines, first: int = 0) -> tuple[Block, ...]:
    """The blocks of plain text from the line with index ``first`` on."""
    printed = page_lines(text, lines, first) | contents_lines(text, lines, first)
    bare = bare_lines(text, lines, first, printed)
    cutter = ClauseCutter(text, wrap_width(lines), bare)
    stamps = chat_stamps(text, lines, first)
    blocks: list[Block] = []
    for paragraph in _paragraphs(text, lines, first, (printed, stamps)):
        if _is_table(text, paragraph):
            blocks += _table(text, paragraph)
            continue
        for clause in cutter.cut(paragraph):
            blocks.append(_block(text, _margin(lines, stamps, clause[0]), clause, labelled=clause[0] in bare))
    aside = [*(lines.span(index) for index in printed), *stamps.values()]
    notes = (Block("note", trimmed(text, span)) for span in aside)
    headed = headings_in_context(text, headings_among_others(text, blocks))
    return tuple(sorted([*headed, *notes], key=lambda block: block.span))


def _is_table(text: str, paragraph: Sequence[Span]) -> bool:
    rows = [text[slice(*trimmed(text, line))] for line in paragraph]
    return len(rows) > 1 and all(len(row) > 1 and row[0] == row[-1] == "|" for row in rows)


def _table(text: str, paragraph: Sequence[Span]) -> Iterator[Block]:
    """The rows of a table that is drawn with ``|``; its rules are notes where they hold more than that."""
    lines = [trimmed(text, line) for line in paragraph]
    rules = [line for line in lines if _TABLE_RULE.fullmatch(text, *line)]
    yield from row_blocks(text, [line for line in lines if line not in rules], 0)
    yield from (Block("note", rule) for rule in rules if any(map(is_shown, text[slice(*rule)])))


def _margin(lines: Lines, stamps: Mapping[int, Span], at: int) -> int:
    """Where the text of a line begins: behind the stamp of a message, else at its start."""
    index = lines.index(at)
    return stamps[index][1] if index in stamps else lines.starts[index]


def wrap_width(lines: Lines) -> int:
    """The length of the longest line that is followed by another one: where the text is wrapped, if it is."""
    lengths = [end - start for start, end in zip(lines.starts, lines.ends, strict=True)]
    return max((a for a, b in pairwise(lengths) if b), default=0)


def _paragraphs(text: str, lines: Lines, first: int, aside: _Aside) -> Iterator[list[Span]]:
    """The lines of each paragraph; printed lines part them and are none, and a stamp of a message begins one."""
    paragraph: list[Span] = []
    printed, stamps = aside
    quoted = _quoted(text, lines, first)
    for index in range(first, len(lines)):
        margin = stamps.get(index) or quoted.get(index)
        line = (margin[1], lines.ends[index]) if margin else lines.span(index)
        content = text[slice(*line)]
        start, end = trimmed(text, line)
        blank = index in printed or start == end or _RULE.match(content) is not None
        after = lines.span(index + 1) if index + 1 < len(lines) else (len(text), len(text))
        apart = blank or index in stamps
        if paragraph and (apart or stands_apart(text, paragraph, line) or _heads_next(text, line, after)):
            yield paragraph
            paragraph = []
        if not blank:
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _quoted(text: str, lines: Lines, first: int) -> dict[int, Span]:
    """By line, the marks of a quoted mail: of lines next to each other, or anywhere where two of them bear labels."""
    if ">" not in text:
        return {}
    found = (_QUOTE.match(text, *lines.span(index)) for index in range(first, len(lines)))
    marks = {index: mark.span() for index, mark in enumerate(found, first) if mark}
    labelled = (label_at(text, (mark[1], lines.ends[index])) for index, mark in marks.items())
    if sum(label is not None and label.readings[0].kind != "bullet" for label in labelled) > 1:
        return marks
    return {index: mark for index, mark in marks.items() if index - 1 in marks or index + 1 in marks}


def _heads_next(text: str, line: Span, after: Span) -> bool:
    """Whether a line names a scope, and its title, right over the first label of a list or a numbered line."""
    span = trimmed(text, line)
    if not scope_of(text[slice(*span)]) or span[1] - span[0] > MOST_CHARACTERS:
        return False
    label = label_at(text, trimmed(text, after))
    first = label is not None and label.readings[0].value[-1] == 1
    return (
        label is not None
        and (first or not names_scope(text[slice(*span)]))
        and looks_like_heading(text, span)
    )


def _block(text: str, margin: int, span: Span, *, labelled: bool) -> Block:
    """A clause; its indentation counts from ``margin`` on."""
    indent = len(text[margin : span[0]].expandtabs(_TAB))
    heads = not labelled and looks_like_heading(text, span)
    return Block("heading" if heads else "text", span, indent=indent)
