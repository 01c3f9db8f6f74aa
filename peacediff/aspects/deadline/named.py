"""Times that words name: paces, intervals, how often in a span, hours of the day, days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from peacediff.aspects.cues import Hit
from peacediff.aspects.deadline.values import Time
from peacediff.aspects.measures import COUNT, measures, unit_at
from peacediff.aspects.reading import Reading

HOURS = {"before-noon": Fraction(0), "after-noon": Fraction(12)}
"""The dimensions of hours, and what is added to them."""
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")
_ABLE = 5
"""So near behind ``capable of`` a pace is one of what could be done."""
_DAYS = {"time": Fraction(1, 24), "months": Fraction(30), "working-time": Fraction(7, 5)}
"""How long a unit of each dimension is, in days."""
_NOON = Fraction(12)


def named(reading: Reading, cues: Sequence[Hit], claimed: set[int]) -> Iterator[Time]:
    """The times that neither a date nor a number with a unit tells; what is ``claimed`` tells another."""
    yield from _hours(reading)
    often = list(_often(reading, cues))
    claimed.update(at for time in often for at in range(time.first, time.end))
    yield from often
    able = -_ABLE
    for hit in cues:
        what, _, name = hit.cue.id.partition("-")
        able = hit.end if what == "able" else able
        if claimed.isdisjoint(range(hit.first, hit.end)) and not (
            what == "pace" and hit.first - able < _ABLE
        ):
            yield from _time(hit, what, name)


def _time(hit: Hit, what: str, name: str) -> Iterator[Time]:
    """The time that a cue names alone; what somebody is able to do quickly is not due quickly."""
    place, rank = (hit.first, hit.end), Fraction(hit.cue.rank)
    if what in ("pace", "span"):
        yield Time(*place, "pace", what, rank, rank, place, name=name)
    elif what == "every" and name:
        yield Time(*place, "interval", "days", rank, rank, place)
    elif what == "noon":
        yield _hour(place, _NOON)
    elif what == "part" and name.startswith("day"):
        yield Time(*place, "hour", "part of the day", Fraction(0), Fraction(0), place, name=name)
    elif what == "weekday":
        yield Time(*place, "weekday", "week", Fraction(0), Fraction(0), place, name=name)


def _often(reading: Reading, cues: Sequence[Hit]) -> Iterator[Time]:
    """``twice a week``, ``three times a month``: a span of time parted by a number."""
    counted = {m.end: m for m in measures(reading) if m.dimension == COUNT and m.low == m.high > 0}
    for hit in cues:
        unit, end = unit_at(reading, hit.end) if hit.cue.id == "often" else (None, 0)
        number = counted.get(hit.first)
        many = Fraction(hit.cue.rank) or (number.low if number else Fraction(0))
        if unit and unit.dimension in _DAYS and many:
            first = hit.first if hit.cue.rank or number is None else number.first
            days = unit.factor * _DAYS[unit.dimension] / many
            yield Time(first, end, "interval", "days", days, days, (first, end))


def _hours(reading: Reading) -> Iterator[Time]:
    """Times of the day: ``18:00``, ``6 p.m.``."""
    for measure in measures(reading):
        if measure.dimension in HOURS:
            hour = measure.low % 12 + HOURS[measure.dimension]
            yield _hour((measure.first, measure.end), hour)
    for at, key in enumerate(reading.keys):
        if match := _CLOCK.fullmatch(key):
            yield _hour((at, at + 1), Fraction(int(match[1])) + Fraction(int(match[2]), 60))


def _hour(place: tuple[int, int], hour: Fraction) -> Time:
    return Time(*place, "hour", "hour", hour, hour, place)
