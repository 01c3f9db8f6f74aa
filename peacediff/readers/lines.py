"""The lines of a text, cut at CRLF, LF and CR and nowhere else."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

import attrs

from peacediff.model import Span

INVISIBLE = "".join(
    chr(code)
    for first, last in (
        (0xAD, 0xAD),
        (0x61C, 0x61C),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x2069),
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)
"""Signs of direction, of joining and of where a word may break; no reader sees them."""
_BREAK = re.compile(r"\r\n|\n|\r")
_SOFT_BREAK = re.compile(r"[\v\f\x85\u2028\u2029]")


@attrs.frozen
class Lines:
    """Where each line of a text starts and ends, its line break left out; both sorted.

    ``places`` are pairs of an offset and the line of the input there, where the text is not the input itself.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: tuple[Span, ...] = ()

    @classmethod
    def of(cls, text: str, places: tuple[Span, ...] = ()) -> Lines:
        """The lines of ``text``."""
        breaks = [found.span() for found in _BREAK.finditer(text)]
        starts = (0, *(end for _, end in breaks))
        return cls(starts, ends=(*(start for start, _ in breaks), len(text)), places=places)

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, index: int) -> Span:
        """The span of the line with this index, counted from 0."""
        return self.starts[index], self.ends[index]

    def index(self, offset: int) -> int:
        """The index, from 0, of the line that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1

    def number(self, offset: int) -> int:
        """The number, from 1, of the line of the input that holds ``offset``."""
        if self.places:
            return self.places[max(0, bisect_right(self.places, (offset, sys.maxsize)) - 1)][1]
        return bisect_right(self.starts, offset)

    def behind(self, span: Span) -> int:
        """The index of the first line behind ``span``, or of the last line; 0 where the span is empty."""
        return min(self.index(span[1]) + 1, len(self) - 1) if span[1] else 0


def trimmed(text: str, span: Span) -> Span:
    """``span`` without white space and invisible signs at either end."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return start, end


def soft_lines(text: str, span: Span) -> Iterator[Span]:
    """The parts of a line between breaks that other programs make in it, such as a vertical tab or a form feed."""
    at = span[0]
    for found in _SOFT_BREAK.finditer(text, *span):
        if trimmed(text, (at, found.start())) != (found.start(), found.start()):
            yield at, found.start()
            at = found.end()
    yield at, span[1]


def meeting(spans: Sequence[Span], around: Span) -> Span:
    """Which of ``spans``, sorted and apart from each other, hold something of ``around``: from an index up to one."""
    return bisect_right(spans, around[0], key=itemgetter(1)), bisect_left(spans, around[1], key=itemgetter(0))
