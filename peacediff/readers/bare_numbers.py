"""Numbers without any mark, such as ``1 Stop shelling``: labels where lines that open with them count on.

Before small letters (``1 stop``) they are labels only where nothing else stands between them: else they may be amounts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

import attrs

from peacediff.model import Span
from peacediff.readers.blocks import Block
from peacediff.readers.ends import ends_in_mark
from peacediff.readers.labels import Label, Reading
from peacediff.readers.lines import Lines, trimmed
from peacediff.readers.numbering import label_at

_BARE = re.compile(
    r"[*_]{0,3}(?P<number>(?!0)\d{1,3})(?:[*_]{1,3}(?=\s))?[ \t\u00a0\u3000]+[*_\"“„«\[(]{0,3}(?P<first>[^\W\d_])"
)
_LINE = re.compile(r"[ \t>*_]*\d")
_FEWEST, _FEWEST_AGAIN = 3, 2


@attrs.frozen
class _Number:
    """A bare number, where it stands, and whether what stands before it has surely ended."""

    place: int
    value: int
    sure: bool = True


def bare_label(text: str, span: Span) -> Label | None:
    """The number that opens ``span`` before a word."""
    found = _BARE.match(text, *span)
    if not found:
        return None
    value = int(found["number"])
    return Label(found["number"], found.span("number"), (Reading("number", "1 ", (value,), str(value)),))


def bare_lines(text: str, lines: Lines, first: int, apart: Collection[int] = ()) -> frozenset[int]:
    """Where lines from ``first`` on open with bare numbers that count on; lines in ``apart`` are not asked.

    Before small letters they may be amounts, and count on only from line to line.
    """
    found: list[_Number] = []
    small = False
    for index in range(first, len(lines)):
        if index in apart or not _LINE.match(text, *lines.span(index)):
            continue
        span = trimmed(text, lines.span(index))
        if label := bare_label(text, span):
            before = text[slice(*lines.span(index - 1))].rstrip()[-4:] if index > first else ""
            sure = not before or ends_in_mark(before)
            small = small or _is_small(text, label)
            found += [] if _is_small(text, label) else [_Number(span[0], label.readings[0].value[0], sure)]
    return _in_rows(found) | (_unbroken_lines(text, lines, first) if small else frozenset())


def _is_small(text: str, label: Label) -> bool:
    """Whether the word behind a number opens with a small letter."""
    found = _BARE.match(text, label.span[0])
    return found is not None and found["first"].islower()


def _unbroken_lines(text: str, lines: Lines, first: int) -> frozenset[int]:
    """Where lines open with bare numbers, from 1 on, with nothing in between but lines that are indented below them.

    Before and behind such a row stands an empty line, or what ends a sentence or leads to a list.
    """
    rows: list[_Number] = []
    row: list[_Number] = []
    before, indent = "", 0
    for index in range(first, len(lines)):
        span = trimmed(text, lines.span(index))
        own = span[0] - lines.starts[index]
        label = bare_label(text, span)
        value = label.readings[0].value[0] if label else 0
        if row and value == row[-1].value + 1:
            row.append(_Number(span[0], value))
        elif span[0] < span[1] and not (row and not value and own > indent):
            rows += row if not before or value == 1 else []
            opens = value == 1 and (not before or ends_in_mark(before))
            row, indent = ([_Number(span[0], value)], own) if opens else ([], 0)
        before = text[slice(*span)][-4:]
    return _in_rows([*rows, *row])


def _unbroken(blocks: Sequence[Block], labels: Sequence[Label | None]) -> frozenset[int]:
    """Where blocks open with bare numbers, from 1 on, with no other block in between."""
    rows: list[_Number] = []
    before = 0
    for block, label in zip(blocks, labels, strict=True):
        value = label.readings[0].value[0] if label else 0
        rows.append(_Number(block.span[0], value if value in {1, before + 1} else 0))
        before = value
    return _in_rows(rows)


def bare_blocks(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Where blocks open with bare numbers that are labels.

    They count on from 1 below the same article. Where a number with a mark comes first, that is how the points are
    numbered, and bare ones are those of footnotes.
    """
    labels = [None if block.marker else bare_label(text, block.span) for block in blocks]
    found: list[_Number] = []
    small = any(label and _is_small(text, label) for label in labels)
    unbroken = _unbroken(blocks, labels) if small else frozenset()
    for block, label in zip(blocks, labels if any(labels) else (), strict=False):
        if label and _is_small(text, label) and block.span[0] not in unbroken:
            continue
        if label:
            found.append(_Number(block.span[0], label.readings[0].value[0]))
            continue
        kind = _kind(text, block)
        if kind in {"number", "levels"} and not found:
            return frozenset()
        if kind == "keyword":
            found.append(_Number(block.span[0], 0))
    return _in_rows(found)


def _kind(text: str, block: Block) -> str:
    """The kind of the label that opens a block, or nothing."""
    label = label_at(text, block.marker or block.span)
    return label.readings[0].kind if label and not label.doubtful else ""


def _in_rows(found: Sequence[_Number]) -> frozenset[int]:
    """The places in rows 1, 2, 3; where one has three, two make a row."""
    rows = list(_rows(found))
    if not any(len(row) >= _FEWEST for row in rows):
        return frozenset()
    return frozenset(number.place for row in rows if len(row) >= _FEWEST_AGAIN for number in row)


def _rows(found: Iterable[_Number]) -> Iterator[list[_Number]]:
    """The rows, each from 1 on; a 0 ends one. Of two that are next, the first that opens a clause for sure is."""
    row: list[_Number] = []
    for number in found:
        if number.value in {0, 1}:
            yield row
            row = [number] if number.value else []
        elif row and number.value == row[-1].value + 1:
            row.append(number)
        elif row and number.value == row[-1].value and number.sure and not row[-1].sure:
            row[-1] = number
    yield row
