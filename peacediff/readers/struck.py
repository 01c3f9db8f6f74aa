"""Text that is struck through in Markdown: ``~~so~~``. A provision that is struck as a whole stands no more."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import attrs

from peacediff.model import Span
from peacediff.readers.remarks import plural

_STRUCK = re.compile(r"(?<!~)~~(?=[^\s~])(?:(?!~~|[\r\n]\s*[\r\n]).){1,4000}?(?<=[^\s~])~~(?!~)", re.DOTALL)
_MARK = "~~"


@attrs.frozen
class Struck:
    """The stretches of a text that are struck through, in their order; they do not overlap."""

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> Struck:
        """The stretches of ``text``."""
        return cls(text, tuple(found.span() for found in _STRUCK.finditer(text)) if _MARK in text else ())

    def holds(self, span: Span) -> bool:
        """Whether nothing of a provision stands outside of one stretch, but for a mark behind it."""
        place = bisect_right(self.spans, (span[0], len(self.text)))
        if not place:
            return False
        stretch = self.spans[place - 1]
        rest = self.text[max(span[0], stretch[1]) : span[1]]
        return span[0] < stretch[1] and not any(map(str.isalnum, rest))

    def remarks(self, provisions: Iterable[Span]) -> tuple[str, ...]:
        """A sentence where provisions hold struck words beside others, which are read as they stand."""
        starts = [start for start, _ in self.spans]
        held = sum(bisect_left(starts, start) < bisect_left(starts, end) for start, end in provisions)
        if not held:
            return ()
        return (f"Struck through in part, and read as it stands: {plural(held, 'provision')}.",)
