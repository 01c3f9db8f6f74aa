"""Footnotes: small lines at the foot of a page that open with a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peacediff.readers.pdf.rows import Line

_SMALL = 0.92
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?(?:[\s.]|(?=[^\W\d_]))")


def without_footnotes(
    lines: Sequence[Line], body: float
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines that are no footnotes, and those that are; ``body`` is the size of the main text."""
    kept: list[Line] = []
    notes: list[Line] = []
    for start, end in _stretches(lines):
        at = end
        while at > start and lines[at - 1].size < _SMALL * body:
            at -= 1
        while at < end and not _MARK.match(lines[at].text):
            at += 1
        if at == start:  # all of the column is small: a size of its own, and no foot
            at = end
        kept += lines[start:at]
        notes += lines[at:end]
    return tuple(kept), tuple(notes)


def _stretches(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where the lines of each stretch begin and end."""
    starts = [n for n, line in enumerate(lines) if not n or lines[n - 1].stretch != line.stretch]
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))
