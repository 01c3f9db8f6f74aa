"""Lines to paragraphs: by gaps, fonts and indents, and by lines that end though the next word had room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import quantiles

import attrs

from peacediff.readers.ends import ends_in_stop
from peacediff.readers.numbering import label_at
from peacediff.readers.pdf.rows import Line

_GAP = 1.35
_INDENT = 0.8
_OTHER_SIZE = 0.1
_LEAST_LINES = 2


@attrs.frozen
class Paragraph:
    """Lines that belong together; ``indent`` in points from the edge of the column."""

    lines: tuple[Line, ...]
    indent: float

    @property
    def size(self) -> float:
        """The size of its font."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)


def paragraphs(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs of all pages, those that go on in the next column or page made whole."""
    pitch, edges = _pitch(lines), _edges(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, pitch, edges[groups[-1][-1].stretch]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Paragraph(tuple(g), max(0.0, g[0].left - edges[g[0].stretch][0])) for g in groups)


def _pitch(lines: Sequence[Line]) -> float:
    """How far lines of one paragraph stand apart, per size: the lower quartile of all distances."""
    steps = [
        (a.base - b.base) / max(a.size, b.size)
        for a, b in pairwise(lines)
        if a.stretch == b.stretch and a.size == b.size
    ]
    return quantiles(steps, n=4)[0] if len(steps) >= _LEAST_LINES else 1.2


def _edges(lines: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """The left and right edge of each stretch."""
    edges: dict[int, tuple[float, float]] = {}
    for line in lines:
        left, right = edges.get(line.stretch, (line.left, line.right))
        edges[line.stretch] = (min(left, line.left), max(right, line.right))
    return edges


def _goes_on(group: Sequence[Line], line: Line, pitch: float, edge: tuple[float, float]) -> bool:
    """Whether a line goes on with the paragraph whose lines so far are ``group``."""
    last = group[-1]
    if _differs(last, line):
        return False
    ends = ends_in_stop(last.text)
    begins = not line.text[:1].islower() or label_at(line.text, (0, len(line.text))) is not None
    if line.stretch != last.stretch:
        return not (begins and (ends or _had_room(last, line, edge)))
    if last.base - line.base > _GAP * pitch * max(last.size, line.size):
        return False
    if len(group) > 1 and abs(line.left - last.left) > _INDENT * line.size and (begins or ends):
        return False
    return not (begins and _had_room(last, line, edge))


def _differs(last: Line, line: Line) -> bool:
    return abs(last.size - line.size) > _OTHER_SIZE * last.size or (last.bold and not line.bold)


def _had_room(last: Line, line: Line, edge: tuple[float, float]) -> bool:
    """Whether the first word of a line would have fitted behind the line before, so that the break is meant."""
    word = line.text.partition(" ")[0]
    width = (line.right - line.left) * (len(word) + 1) / max(len(line.text), 1)
    return last.right + width + _INDENT * last.size < edge[1]
