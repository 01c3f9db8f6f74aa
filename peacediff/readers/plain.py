"""Plain text to blocks: paragraphs between blank lines, labelled lines, short lines that are headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from peacediff.model import Span
from peacediff.readers.bare_numbers import bare_lines
from peacediff.readers.blocks import Block
from peacediff.readers.clauses import ClauseCutter
from peacediff.readers.headings import (
    MOST_CHARACTERS,
    headings_among_others,
    headings_in_context,
    looks_like_heading,
)
from peacediff.readers.lexicon import label_words
from peacediff.readers.lines import Lines, trimmed
from peacediff.readers.numbering import label_at
from peacediff.readers.pages import page_lines
from peacediff.readers.scopes import names_scope, scope_of

_ENDED = re.compile(r"[.!?…。！？؟।](?:[\"'”’»)\]]{0,3})\Z")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_RULE = re.compile(r"[-_=*#\s]+\Z")
_TAB = 8


def plain_blocks(text: str, lines: Lines, first: int = 0) -> tuple[Block, ...]:
    """The blocks of plain text from the line with index ``first`` on."""
    printed = page_lines(text, lines, first)
    bare = bare_lines(text, lines, first, printed)
    cutter = ClauseCutter(text, wrap_width(lines), bare)
    blocks = [
        _block(text, lines, clause, labelled=clause[0] in bare)
        for paragraph in _paragraphs(text, lines, first, printed)
        for clause in cutter.cut(paragraph)
    ]
    notes = (Block("note", trimmed(text, lines.span(index))) for index in printed)
    headed = headings_in_context(text, headings_among_others(text, blocks))
    return tuple(sorted([*headed, *notes], key=lambda block: block.span))


def wrap_width(lines: Lines) -> int:
    """The length of the longest line that is followed by another one: where the text is wrapped, if it is."""
    lengths = [end - start for start, end in zip(lines.starts, lines.ends, strict=True)]
    return max((a for a, b in pairwise(lengths) if b), default=0)


def _paragraphs(text: str, lines: Lines, first: int, printed: Collection[int]) -> Iterator[list[Span]]:
    """The lines of each paragraph; the lines in ``printed`` part them and are none."""
    paragraph: list[Span] = []
    for index in range(first, len(lines)):
        line = _unquoted(text, lines, index)
        content = text[slice(*line)]
        start, end = trimmed(text, line)
        blank = index in printed or start == end or _RULE.match(content) is not None
        after = lines.span(index + 1) if index + 1 < len(lines) else (len(text), len(text))
        if paragraph and (blank or _parts(text, paragraph, content) or _heads_next(text, line, after)):
            yield paragraph
            paragraph = []
        if not blank:
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _unquoted(text: str, lines: Lines, index: int) -> Span:
    """The span of a line without the marks of a quoted mail, where a neighbouring line is quoted as well."""
    own = _QUOTE.match(text, *lines.span(index))
    around = (place for place in (index - 1, index + 1) if own and 0 <= place < len(lines))
    quoted = any(_QUOTE.match(text, *lines.span(place)) for place in around)
    return (own.end(), lines.ends[index]) if own and quoted else lines.span(index)


def _parts(text: str, paragraph: Sequence[Span], content: str) -> bool:
    """Whether a line stands apart from the paragraph before it: it opens a closing, or one of them is ``Annex B``."""
    before = text[slice(*paragraph[-1])]
    if names_scope(content) or label_words().closing.match(content.lstrip()):
        return _ENDED.search(before.rstrip()) is not None
    return len(paragraph) == 1 and names_scope(before) and not content.lstrip()[0].islower()


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


def _block(text: str, lines: Lines, span: Span, *, labelled: bool) -> Block:
    start = lines.starts[lines.index(span[0])]
    indent = len(text[start : span[0]].expandtabs(_TAB))
    heads = not labelled and looks_like_heading(text, span)
    return Block("heading" if heads else "text", span, indent=indent)
