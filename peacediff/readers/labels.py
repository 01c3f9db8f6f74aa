"""A label that opens a point, and the ways to understand it: values that `numbering` makes."""

from __future__ import annotations

from typing import Literal

import attrs

from peacediff.model import Span

Kind = Literal["number", "letter", "roman", "bullet", "levels", "keyword", "option"]
_RANKS = (
    "keyword", "capital roman", "capital letter", "number", "levels", "letter", "roman", "option", "bullet",
)  # fmt: skip


@attrs.frozen
class Reading:
    """One way to understand a label.

    ``style`` is what siblings share, ``value`` what grows from one to the next, ``key`` the part of an id.
    ``first`` is where a range such as ``4-6`` begins.
    A bullet has the value ``(0,)`` and no key. ``rank`` grows from the outer kinds of a plan to the inner ones.
    """

    kind: Kind
    style: str
    value: tuple[int, ...]
    key: str
    first: int = 0

    @property
    def rank(self) -> int:
        """By the custom of legal texts: articles, I., A., 1., (a), (i), dashes."""
        capital = self.style.strip("().")[:1].isupper() and self.kind in {"roman", "letter"}
        return _RANKS.index(f"capital {self.kind}" if capital else self.kind)


@attrs.frozen
class Label:
    """A label as printed, where it stands, and its readings, the likeliest first.

    ``doubtful`` where it may as well stand in a sentence: ``Article 3 Forces``, or the year before a full stop.
    """

    text: str
    span: Span
    readings: tuple[Reading, ...]
    doubtful: bool = False
