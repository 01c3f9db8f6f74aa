"""A base and two drafts that answer it: what each did, provision by provision."""

from __future__ import annotations

from collections import Counter
from typing import Any, Literal, get_args

import attrs

from peacediff.model.changes import Change
from peacediff.model.comparison import Comparison
from peacediff.model.delegates import Shown
from peacediff.model.draft import Draft, Provision

Stand = Literal["differently", "only-a", "only-b", "alike", "neither"]
STANDS: tuple[Stand, ...] = get_args(Stand)
"""How A and B stand to provisions of the base, or to each other's additions; what has to be settled comes first."""


@attrs.frozen
class Answer:
    """Provisions of the base, or an addition, and what became of them in A and in B.

    ``a`` and ``b`` are changes of the comparisons with the base, one or several where a side split or merged what the
    other did not. ``between`` are the changes from A to B of what stands here in both.
    """

    stand: Stand
    base: tuple[Provision, ...]
    a: tuple[Change, ...]
    b: tuple[Change, ...]
    between: tuple[Change, ...] = ()

    @property
    def topics(self) -> tuple[str, ...]:
        """What either side's changes are about."""
        return tuple(dict.fromkeys(topic for change in (*self.a, *self.b) for topic in change.topics))


@attrs.frozen
class ThreeWay(Shown):
    """A base compared with A and with B, and A with B; each provision of the three stands in exactly one answer."""

    a: Comparison
    b: Comparison
    across: Comparison
    answers: tuple[Answer, ...]

    @property
    def base(self) -> Draft:
        """The draft that A and B answer."""
        return self.a.old

    @property
    def ledger(self) -> tuple[tuple[Stand, int], ...]:
        """The answers counted; every stand is named."""
        found = Counter(answer.stand for answer in self.answers)
        return tuple((stand, found[stand]) for stand in STANDS)

    def of(self, *stands: Stand) -> tuple[Answer, ...]:
        """The answers of one of these stands."""
        return tuple(answer for answer in self.answers if answer.stand in stands)

    def about(self, topic: str) -> tuple[Answer, ...]:
        """The answers that are about a topic; raises `peacediff.Trouble` for an unknown one."""
        self.a.about(topic)
        return tuple(answer for answer in self.answers if topic in answer.topics)

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain values, as ``peacediff schema compare3`` describes them."""
        from peacediff.codec.answers import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> ThreeWay:
        """What `to_dict` wrote; raises `peacediff.Trouble` where the data is none."""
        from peacediff.codec.answers import from_dict

        return from_dict(data)
