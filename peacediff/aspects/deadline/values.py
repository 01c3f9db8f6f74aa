"""What a time is."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import attrs

Kind = Literal["date", "hour", "weekday", "duration", "pace", "interval", "event"]


@attrs.frozen
class Time:
    """A time at the words from ``first`` up to, not including, ``end``; its amount alone stands at ``core``.

    ``low`` and ``high`` are days of the calendar for a date, units of the ``dimension`` for a duration, a rank for a
    pace. ``role`` says how the time bounds, ``back`` that it runs backwards (thirty days before), ``event`` from what.
    A date is ``told`` where the sentence tells of what was: it answers only one in like company; it is ``naming``
    where it tells closer which text is meant. The ``opening`` is the cue before the amount.
    """

    first: int
    end: int
    kind: Kind
    dimension: str
    low: Fraction
    high: Fraction
    core: tuple[int, int]
    role: str = ""
    back: bool = False
    event: str = ""
    event_at: tuple[int, int] = (0, 0)
    name: str = ""
    told: bool = False
    naming: bool = False
    opening: str = ""

    @property
    def amount(self) -> tuple[str, str, Fraction, Fraction, bool, str]:
        """How much time, whatever it bounds."""
        return self.kind, self.dimension, self.low, self.high, self.back, self.name

    @property
    def says(self) -> tuple[object, ...]:
        """What makes two times the same."""
        return *self.amount, self.role, self.event
