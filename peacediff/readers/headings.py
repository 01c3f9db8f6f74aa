"""Which lines of plain text are headings: short ones without a closing mark that head something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from peacediff.model import Span
from peacediff.readers.blocks import Block
from peacediff.readers.ends import ends_in_mark
from peacediff.readers.initials import is_initial, opens_initials
from peacediff.readers.lexicon import label_words
from peacediff.readers.numbering import label_at
from peacediff.readers.scopes import scope_of

MOST_CHARACTERS = 120
_MOST_WORDS, _MOST_WORDS_AMONG_OTHERS, _MOST_CHARACTERS_AMONG_OTHERS = 12, 30, 300
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")


def looks_like_heading(text: str, span: Span) -> bool:
    """A short line without a closing mark that does not begin in lower case and bears no label."""
    if not _is_open_line(text, span):
        return False
    line = text[slice(*span)]
    words = len(line.split())
    if scope_of(line):
        return words <= _MOST_WORDS_AMONG_OTHERS
    return words <= _MOST_WORDS and len(line) <= MOST_CHARACTERS


def _is_open_line(text: str, span: Span) -> bool:
    """Whether a stretch may be a heading, but for its length, which is bounded more loosely."""
    if span[1] - span[0] > _MOST_CHARACTERS_AMONG_OTHERS:
        return False
    line = text[slice(*span)]
    goes_on = line.rpartition(" ")[2].casefold() in label_words().conjunctions
    broken = goes_on or line[:1].islower() or "\n" in line or "\r" in line
    return not (broken or ends_in_mark(line) or _bears_label(text, span))


def _bears_label(text: str, span: Span) -> bool:
    label = label_at(text, span)
    return label is not None and not label.doubtful and not opens_initials(text, label)


def headings_among_others(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where a long line over numbered points is a heading if short ones stand over points alike.

    Both stand alone behind a text that is closed by a mark, as all texts of such a draft are.
    """
    over = {place for place in range(len(blocks)) if _stands_over(text, blocks, place)}
    if not any(blocks[place].kind == "heading" for place in over):
        return list(blocks)
    return [
        attrs.evolve(block, kind="heading") if place in over else block for place, block in enumerate(blocks)
    ]


def _stands_over(text: str, blocks: Sequence[Block], place: int) -> bool:
    """Whether a line may be a heading, stands alone behind a closed text, and has a numbered point below it."""
    if not 0 < place < len(blocks) - 1 or not _is_open_line(text, blocks[place].span):
        return False
    before, block, after = blocks[place - 1 : place + 2]
    label = label_at(text, after.span)
    return (
        label is not None
        and label.readings[0].kind == "number"
        and not label.doubtful
        and ends_in_mark(text[slice(*before.span)])
        and all(_BLANK_LINE.search(text, a.span[1], b.span[0]) for a, b in ((before, block), (block, after)))
    )


def headings_in_context(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, where a run of short lines that heads nothing is text, and so is a line right under a title."""
    blocks = [
        attrs.evolve(block, kind="text") if place == 1 and _is_subtitle(text, blocks) else block
        for place, block in enumerate(blocks)
    ]
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


def _is_subtitle(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the second block stands right under a title in capitals and is not in them: ``Version of 3 March``."""
    first, second = (block.span for block in blocks[:2])
    capitals = text[slice(*first)].isupper() and not text[slice(*second)].isupper()
    return (
        blocks[0].kind == blocks[1].kind == "heading"
        and capitals
        and not _BLANK_LINE.search(text, first[1], second[0])
        and not _is_scope(text, blocks[1])
    )


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
