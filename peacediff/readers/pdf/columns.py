"""The reading order of a page of one or two columns: down the left one, then the right, between full-width lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

import attrs

from peacediff.readers.pdf.rows import Line, line, rows, runs_leftwards
from peacediff.readers.pdf.segments import Page, Segment

_STEPS = 50
_MARGIN = 0.25
_LEAST_LINES = 4
_LEAST_FILL = 0.5
_MOST_CROSSING = 0.25


@attrs.frozen
class _Sides:
    """The segments of a page at a gutter: those left of it, those right of it, and those that cross it."""

    left: list[Segment]
    right: list[Segment]
    crossing: list[Segment]


def lines(pages: Sequence[Page]) -> Iterator[Line]:
    """All lines in reading order; a page of few lines has the gutter of the page before, if nothing crosses it."""
    stretch, gutter = 0, None
    for page in pages:
        gutter = _gutter(page.segments, gutter)
        for part in _parts(page.segments, gutter):
            stretch += 1
            yield from (line(row, stretch) for row in rows(part))


def _parts(segments: Sequence[Segment], gutter: float | None) -> Iterator[list[Segment]]:
    """The stretches of a page that are read one after the other."""
    if gutter is None:
        yield list(segments)
        return
    backward = runs_leftwards("".join(segment.text for segment in segments))
    columns: tuple[list[Segment], list[Segment]] = ([], [])
    full: list[Segment] = []
    for row in rows(segments):
        crosses = any(segment.left < gutter < segment.right for segment in row)
        if crosses:
            yield from _flushed(columns, backward=backward)
            full += row
        else:
            if full:
                yield full
                full = []
            for segment in row:
                columns[segment.left >= gutter].append(segment)
    yield from _flushed(columns, backward=backward)
    if full:
        yield full


def _flushed(columns: tuple[list[Segment], list[Segment]], *, backward: bool) -> Iterator[list[Segment]]:
    for column in reversed(columns) if backward else columns:
        if column:
            yield list(column)
        column.clear()


def _gutter(segments: Sequence[Segment], before: float | None) -> float | None:
    """The middle of the widest way down the page that hardly a line crosses, if there is one between two columns."""
    if not segments:
        return before
    first, last = min(s.left for s in segments), max(s.right for s in segments)
    width = last - first
    tried = [first + width * (_MARGIN + (1 - 2 * _MARGIN) * n / _STEPS) for n in range(_STEPS + 1)]
    found = [(x, sides) for x in tried if _divides(sides := _sides(segments, x), first, x, last)]
    if found:
        least = min(len(sides.crossing) for _, sides in found)
        best = [x for x, sides in found if len(sides.crossing) == least]
        return best[len(best) // 2]
    if before is not None and not _sides(segments, before).crossing:
        return before
    return None


def _sides(segments: Sequence[Segment], x: float) -> _Sides:
    left = [segment for segment in segments if segment.right <= x]
    right = [segment for segment in segments if segment.left >= x]
    return _Sides(left, right, [segment for segment in segments if segment.left < x < segment.right])


def _divides(sides: _Sides, first: float, x: float, last: float) -> bool:
    """Whether both sides are filled with lines next to each other, as prose fills a column and a list does not."""
    low, high = _common(sides.left, sides.right)
    left, right, crossing = (
        [segment for segment in side if low <= segment.base <= high]
        for side in (sides.left, sides.right, sides.crossing)
    )
    if min(len(left), len(right)) < _LEAST_LINES or len(crossing) > _MOST_CROSSING * (len(left) + len(right)):
        return False
    return _fill(left, first, x) >= _LEAST_FILL and _fill(right, x, last) >= _LEAST_FILL


def _common(left: Sequence[Segment], right: Sequence[Segment]) -> tuple[float, float]:
    """The heights between which both sides have text; an empty range where one has none."""
    if not left or not right:
        return 0.0, -1.0
    bases = [[segment.base for segment in side] for side in (left, right)]
    return max(map(min, bases)), min(map(max, bases))


def _fill(side: Sequence[Segment], start: float, end: float) -> float:
    """How much of a column's width its lines fill, in the middle."""
    widths = [max(s.right for s in row) - min(s.left for s in row) for row in rows(side)]
    return median(widths) / max(end - start, 1.0)
