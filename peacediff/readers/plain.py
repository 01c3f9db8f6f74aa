"""Plain text to blocks: paragraphs between blank lines, labelled lines, short lines that are headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import attrs

from peacediff.model import Span
from peacediff.readers.blocks import Block
from peacediff.readers.clauses import ClauseCutter
from peacediff.readers.initials import is_initial, opens_initials
from peacediff.readers.lexicon import label_words
from peacediff.readers.lines import Lines, trimmed
from peacediff.readers.numbering import label_at
from peacediff.readers.pages import page_lines
from peacediff.readers.scopes import names_scope, scope_of

_MOST_WORDS, _MOST_SCOPE_WORDS, _MOST_CHARACTERS, _MOST_SCOPE_CHARACTERS = 12, 30, 120, 300
_CLOSED = re.compile(r"[.,;:!?…。，；：、！？؛،؟।](?:[\"'”’»)\]]{0,3})\Z")
_ENDED = re.compile(r"[.!?…。！？؟।](?:[\"'”’»)\]]{0,3})\Z")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_RULE = re.compile(r"[-_=*#\s]+\Z")
_TAB = 8


def plain_blocks(text: str, lines: Lines, first: int = 0) -> tuple[Block, ...]:
    """The blocks of plain text from the line with index ``first`` on."""
    cutter, printed = ClauseCutter(text, wrap_width(lines)), page_lines(text, lines, first)
    blocks = [
        _block(text, lines, clause)
        for paragraph in _paragraphs(text, lines, first, printed)
        for clause in cutter.cut(paragraph)
    ]
    notes = (Block("note", trimmed(text, lines.span(index))) for index in printed)
    return tuple(sorted([*_headings_in_context(text, blocks), *notes], key=lambda block: block.span))


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
        blank = index in printed or not content.strip() or _RULE.match(content) is not None
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
    if not scope_of(text[slice(*span)]) or span[1] - span[0] > _MOST_CHARACTERS:
        return False
    label = label_at(text, trimmed(text, after))
    first = label is not None and label.readings[0].value[-1] == 1
    return (
        label is not None
        and (first or not names_scope(text[slice(*span)]))
        and looks_like_heading(text, span)
    )


def _block(text: str, lines: Lines, span: Span) -> Block:
    start = lines.starts[lines.index(span[0])]
    indent = len(text[start : span[0]].expandtabs(_TAB))
    return Block("heading" if looks_like_heading(text, span) else "text", span, indent=indent)


def looks_like_heading(text: str, span: Span) -> bool:
    """A short line without a closing mark that does not begin in lower case and bears no label."""
    start, end = span
    if end - start > _MOST_SCOPE_CHARACTERS:
        return False
    line = text[start:end]
    if (
        line[:1].islower()
        or "\n" in line
        or "\r" in line
        or _CLOSED.search(line[-4:])
        or _bears_label(text, span)
    ):
        return False
    words = len(line.split())
    if scope_of(line):
        return words <= _MOST_SCOPE_WORDS
    return words <= _MOST_WORDS and len(line) <= _MOST_CHARACTERS


def _bears_label(text: str, span: Span) -> bool:
    label = label_at(text, span)
    return label is not None and not label.doubtful and not opens_initials(text, label)


def _headings_in_context(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, where a run of short lines that heads nothing is text."""
    index = 0
    while index < len(blocks):
        stop = index
        while stop < len(blocks) and blocks[stop].kind == "heading" and not _is_scope(text, blocks[stop]):
            stop += 1
        if stop == index:
            yield blocks[index]
            index += 1
            continue
        heads = _heads_something(text, blocks, index, stop)
        yield from (block if heads else attrs.evolve(block, kind="text") for block in blocks[index:stop])
        index = stop


def _heads_something(text: str, blocks: Sequence[Block], start: int, stop: int) -> bool:
    """Whether the short lines from ``start`` to ``stop`` are headings of what follows, and no list after a colon."""
    before = blocks[start - 1] if start else None
    if before and _is_scope(text, before):
        return True
    if stop == len(blocks) or blocks[stop].kind == "heading":
        return start == 0 and stop < len(blocks)  # a title over parts
    after_colon = before is not None and text[before.span[1] - 1] in ":："
    label = label_at(text, blocks[stop].span)
    return not after_colon or (label is not None and not is_initial(label.text))


def _is_scope(text: str, block: Block) -> bool:
    return block.kind == "heading" and scope_of(text[slice(*block.span)]) is not None
