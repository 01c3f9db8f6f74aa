"""How well one time answers another, so that those are compared that belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import attrs

from peacediff.aspects.deadline.events import same_event
from peacediff.aspects.deadline.values import Time
from peacediff.aspects.pairing import Company

_SAME_KIND, _OTHER_KIND, _TOLD = 0.12, 0.35, 0.3
"""The company that two times must share to answer each other; events that are told are many."""


@attrs.frozen
class Likeness:
    """Between two texts, by the ``company`` that their times keep; of some kinds both have one ``lone`` time."""

    company: Company
    lone: Collection[str]

    @classmethod
    def of(cls, company: Company, gone: Sequence[Time], come: Sequence[Time]) -> Likeness:
        """Between the times that went and those that came."""
        return cls(company, _lone(gone) & _lone(come))

    def __call__(self, before: Time, after: Time) -> float:
        """The likeness of two times, 0 where they are no answer to each other."""
        near = self.company.likeness(before, after)
        if before.kind != after.kind:
            return near if near >= _OTHER_KIND else 0
        same = same_event(before.event, after.event)
        near += before.kind == "event" and same
        if before.told and after.told and near < _TOLD:
            return 0
        one_event = bool(before.event) and same
        if one_event and before.amount == after.amount and before.kind != "event":
            near = max(near, _SAME_KIND)
        if near < _SAME_KIND and not self._are_lone(before, after):
            return 0
        return (
            1
            + near
            + (before.amount == after.amount)
            + _shares_days(before, after)
            + (before.opening == after.opening) / 2
            + one_event
        )

    def _are_lone(self, before: Time, after: Time) -> bool:
        """Whether two times need no company: each is the only one of its kind, opened alike, and neither is told."""
        lone = before.opening == after.opening and before.kind in self.lone
        return lone and not (before.told or after.told)


def _lone(times: Sequence[Time]) -> set[str]:
    """The kinds of which there is one time only."""
    counted = Counter(time.kind for time in times)
    return {kind for kind, count in counted.items() if count == 1}


def _shares_days(before: Time, after: Time) -> bool:
    """Whether one date is the other, more or less precise."""
    return before.kind == "date" and before.low <= after.high and after.low <= before.high
