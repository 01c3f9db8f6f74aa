"""Segments to rows and lines: what stands on one height of a page, or of a column, belongs together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

import attrs

from peacediff.readers.pdf.segments import Segment

_SAME_ROW = 0.45
_RIGHT_TO_LEFT = {"R", "AL"}


@attrs.frozen
class Line:
    """A line of a column. ``stretch`` tells apart the columns and full-width parts of all pages, in reading order."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    stretch: int


def rows(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments that stand on about the same height, from the top down, each row from left to right."""
    found: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda each: (-each.base, each.left)):
        if found and found[-1][0].base - segment.base <= _SAME_ROW * max(segment.size, found[-1][0].size):
            found[-1].append(segment)
        else:
            found.append([segment])
    return [sorted(row, key=lambda each: each.left) for row in found]


def line(row: Sequence[Segment], stretch: int) -> Line:
    """The line that a row makes, in the direction of its script."""
    main = max(row, key=lambda each: len(each.text))
    ordered = row[::-1] if runs_leftwards("".join(each.text for each in row)) else row
    return Line(
        text=" ".join(each.text for each in ordered),
        left=row[0].left,
        right=max(each.right for each in row),
        base=main.base,
        size=main.size,
        bold=all(each.bold for each in row),
        stretch=stretch,
    )


def runs_leftwards(text: str) -> bool:
    """Whether most letters are of a script that is written from right to left."""
    letters = [sign for sign in text if sign.isalpha()]
    backward = sum(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in letters)
    return 2 * backward > len(letters)
