"""Plain text in two columns, as ``pdftotext -layout`` prints them: the left one is read first, then the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from peacediff.model import Span
from peacediff.readers.lines import Lines
from peacediff.readers.numbering import label_at

SAID = "Two columns next to each other, the left one read first."
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_GUTTER = 2
"""So many spaces part the columns in every line."""
_LEAST_LABELS = 2
"""So many points begin in each column: a table and the names of signatories hold none side by side."""


def in_one_column(text: str, lines: Lines, first: int) -> tuple[str, tuple[Span, ...]]:
    """The text with columns one below the other, and the lines of the input (`Lines.places`) where there are any."""
    if not _GAP.search(text):
        return text, lines.places
    rows = [text[start:end] for start, end in pairwise((*lines.starts, len(text)))]
    order = list(_order(rows, first))
    if len(order) == len(rows):
        return text, lines.places
    starts = accumulate((len(cell) for _, cell in order), initial=0)
    places = tuple((at, index + 1) for at, (index, _) in zip(starts, order, strict=False))
    return "".join(cell for _, cell in order), places


def _order(rows: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    """The lines, and the halves of lines in two columns, in the order in which they are read."""
    index = 0
    while index < len(rows):
        gap = _GAP.search(rows[index]) if index >= first else None
        end = _end(rows, index, gap.end()) if gap else index + 1
        if gap and _is_numbered(rows[index:end], gap.end()):
            yield from ((row, f"{rows[row][: gap.end()].rstrip()}\n") for row in range(index, end))
            yield from ((row, rows[row][gap.end() :] or "\n") for row in range(index, end))
        else:
            yield from ((row, rows[row]) for row in range(index, end))
        index = end


def _end(rows: Sequence[str], start: int, column: int) -> int:
    """The index after the last line that can be cut at a column, at least that of the next one."""
    end = start + 1
    while end < len(rows) and "\t" not in rows[end] and not rows[end][column - _GUTTER : column].strip():
        end += 1
    return end


def _is_numbered(rows: Sequence[str], column: int) -> bool:
    """Whether points begin on both sides."""
    sides = ([row[:column] for row in rows], [row[column:] for row in rows])
    return all(sum(map(_is_labelled, side)) >= _LEAST_LABELS for side in sides)


def _is_labelled(cell: str) -> bool:
    label = label_at(cell, (len(cell) - len(cell.lstrip()), len(cell)))
    return label is not None and not label.doubtful and label.readings[0].kind != "bullet"
