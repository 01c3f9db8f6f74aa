"""Three or more drafts in a chain, and the life of every provision across them."""

from __future__ import annotations

from typing import Any, Literal, get_args

import attrs

from peacediff.model.changes import Aspect, Change
from peacediff.model.comparison import Comparison
from peacediff.model.delegates import Drawn, Shown
from peacediff.model.draft import Draft, Provision, Span

Standing = Literal["absent", "first", "unchanged", "reworded", "changed", "dropped", "added", "came-back"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
"""What a lineage is in one draft: ``first`` where it stands in the first draft, else what the step to it did."""


@attrs.frozen
class Return:
    """Provisions that were dropped and stand again, two drafts or more after the one that held them last.

    ``change`` tells how the words that came back differ from those that were dropped: ``old`` and ``new`` are the
    places of their drafts in `History.drafts`, at least two apart.
    """

    old: int
    new: int
    change: Change


@attrs.frozen
class Swing:
    """Content that went from A to B and back to A: ``values`` in turn, each with its place in `History.drafts`.

    ``aspect`` is None where the wording as a whole came back. A value is empty where there was none, as of a
    condition that was added and taken away again.
    """

    aspect: Aspect | None
    drafts: tuple[int, int, int]
    values: tuple[str, str, str]


@attrs.frozen
class Lineage:
    """One provision's life: the provisions that stand for it and what it is, draft by draft.

    Several stand for it where it was split, or where several were merged.
    """

    provisions: tuple[tuple[Provision, ...], ...]
    standings: tuple[Standing, ...]
    swings: tuple[Swing, ...] = ()

    @property
    def first_seen(self) -> int:
        """The place of the first draft that holds it."""
        return next(place for place, held in enumerate(self.provisions) if held)

    @property
    def last_seen(self) -> int:
        """The place of the last draft that holds it."""
        return max(place for place, held in enumerate(self.provisions) if held)

    @property
    def name(self) -> str:
        """Where it is first seen: the number of the draft, from 1, and the id there, such as ``1:21.b``."""
        return f"{self.first_seen + 1}:{self.provisions[self.first_seen][0].id}"

    @property
    def text(self) -> str:
        """The words in which it stands last, a line each."""
        return "\n".join(provision.text for provision in self.provisions[self.last_seen])

    def at(self, *standings: Standing) -> tuple[int, ...]:
        """The places of the drafts in which it is one of these."""
        return tuple(place for place, standing in enumerate(self.standings) if standing in standings)

    @property
    def oscillating(self) -> bool:
        """Whether anything in it went from A to B and back to A."""
        return bool(self.swings)


@attrs.frozen
class Phrase:
    """A run of words of the last draft and the draft that brought them, by its place in `History.drafts`.

    The phrases of a provision follow each other without a gap; ``span`` counts in the text of the last draft.
    """

    provision: str
    span: Span
    text: str
    draft: int


@attrs.frozen
class History(Shown, Drawn):
    """Drafts in their order, the comparison of each with the next, and what that says of every provision."""

    drafts: tuple[Draft, ...]
    steps: tuple[Comparison, ...]
    returns: tuple[Return, ...]
    lineages: tuple[Lineage, ...]
    phrases: tuple[Phrase, ...]

    def to_dict(self) -> dict[str, Any]:
        """The history as plain values, as ``peacediff schema history`` describes them."""
        from peacediff.codec import history

        return history.to_dict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> History:
        """The history that `to_dict` wrote; raises `peacediff.Trouble` where the data is none."""
        from peacediff.codec import history

        return history.from_dict(data)
