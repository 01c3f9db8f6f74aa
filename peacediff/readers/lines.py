"""The lines of a text, cut at CRLF, LF and CR and nowhere else."""

from __future__ import annotations

import re
from bisect import bisect_right

import attrs

from peacediff.model import Span

_BREAK = re.compile(r"\r\n|\n|\r")


@attrs.frozen
class Lines:
    """Where each line of a text starts and ends, its line break left out; both sorted."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of ``text``."""
        breaks = [found.span() for found in _BREAK.finditer(text)]
        return cls(starts=(0, *(end for _, end in breaks)), ends=(*(start for start, _ in breaks), len(text)))

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, index: int) -> Span:
        """The span of the line with this index, counted from 0."""
        return self.starts[index], self.ends[index]

    def index(self, offset: int) -> int:
        """The index, from 0, of the line that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1

    def number(self, offset: int) -> int:
        """The number, from 1, of the line that holds ``offset``."""
        return bisect_right(self.starts, offset)


def trimmed(text: str, span: Span) -> Span:
    """``span`` without white space at either end."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
