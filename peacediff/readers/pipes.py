"""Pipe tables in Markdown: a row is a paragraph, and its first cell may number it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from peacediff.model import Span
from peacediff.readers.blocks import Block
from peacediff.readers.ends import ends_sentence
from peacediff.readers.lines import trimmed
from peacediff.readers.numbering import label_at

_CELL_END = re.compile(r"(?<!\\)\|")


def row_blocks(text: str, rows: Sequence[Span], depth: int) -> Iterator[Block]:
    """A block for each row with words, from its first to its last cell; one more behind a cell that ends a sentence.

    The first cell is the marker where it is a label (``1.``), or where such cells only count on (1, 2, 3).
    """
    listed = [cells for row in rows if (cells := _cells(text, row))]
    ordinals = _ordinals([text[slice(*cells[0])] for cells in listed[1:]])
    for place, cells in enumerate(listed):
        ordinal = ordinals[place - 1] if place and ordinals else None
        marker = cells[0] if len(cells) > 1 and (ordinal is not None or _is_label(text, cells[0])) else None
        for span in _stretches(text, cells[1:] if marker else cells):
            yield Block("text", span, depth=depth, marker=marker, ordinal=ordinal)
            marker = ordinal = None


def _stretches(text: str, cells: Sequence[Span]) -> Iterator[Span]:
    start = cells[0][0]
    for cell, after in pairwise(cells):
        if ends_sentence(text[slice(*cell)]):
            yield start, cell[1]
            start = after[0]
    yield start, cells[-1][1]


def _cells(text: str, row: Span) -> list[Span]:
    """The cells of a row that hold something, trimmed."""
    ends = [found.start() for found in _CELL_END.finditer(text, *row)]
    starts = [row[0], *(end + 1 for end in ends)]
    cells = (trimmed(text, cell) for cell in zip(starts, [*ends, row[1]], strict=True))
    return [cell for cell in cells if cell[0] < cell[1]]


def _ordinals(firsts: Sequence[str]) -> list[int]:
    """The numbers in the first cells below the head, where all are bare and count on; else none."""
    numbers = [int(first) for first in firsts if first.isdecimal()]
    counts = len(numbers) == len(firsts) > 1
    return numbers if counts and numbers == list(range(numbers[0], numbers[0] + len(numbers))) else []


def _is_label(text: str, cell: Span) -> bool:
    label = label_at(text, cell)
    return label is not None and label.span == cell and label.readings[0].kind != "bullet"
