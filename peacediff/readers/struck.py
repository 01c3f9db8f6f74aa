"""Text that is struck through and still shown. A provision that is struck as a whole stands no more."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from peacediff.model import Span
from peacediff.readers.lines import meeting
from peacediff.readers.marked import marked
from peacediff.readers.remarks import plural


@attrs.frozen
class Struck:
    """The stretches of a text that are struck through, in their order; they do not overlap."""

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> Struck:
        """What is marked in a text as gone once its changes are made."""
        return cls(text, tuple(each.span for each in marked(text) if each.is_gone("accept")))

    def holds(self, span: Span) -> bool:
        """Whether nothing of a provision stands outside of the stretches, but for marks."""
        at, met = span[0], self.spans[slice(*meeting(self.spans, span))]
        for start, end in met:
            if any(map(str.isalnum, self.text[at : max(at, start)])):
                return False
            at = end
        return len(met) > 0 and not any(map(str.isalnum, self.text[at : span[1]]))

    def remarks(self, provisions: Iterable[Span]) -> tuple[str, ...]:
        """A sentence where provisions hold struck words beside others, which are read as they stand."""
        held = sum(first < after for first, after in (meeting(self.spans, span) for span in provisions))
        if not held:
            return ()
        return (f"Struck through in part, and read as it stands: {plural(held, 'provision')}.",)
