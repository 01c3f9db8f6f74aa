"""Deadlines that shift: dates, durations, paces (as soon as possible), intervals, events from which time runs.

``earlier`` and ``later`` are told where the order is plain. A longer term (of validity, of notice to wait for) and a
longer interval are ``later``, as their end is; a longer time *before* an event is ``earlier``. A date is ordered by
its first and its last day. Months and days differ by too little to order ninety days and three months: times of
unlike units are ordered only where they are more than a tenth apart, with 30 days to a month. What differs in kind
(a number of days against ``as soon as possible``) or in the event it runs from is ``incomparable``. A date of what was
("the meeting held on 5 June") is no deadline and shows among the words alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from peacediff.aspects.deadline.events import same_event
from peacediff.aspects.deadline.likeness import Likeness
from peacediff.aspects.deadline.times import times
from peacediff.aspects.deadline.values import Time
from peacediff.aspects.pairing import (
    Company,
    Sides,
    in_order,
    paired,
    per_cent,
    shift,
    side_by_side,
    unsaid,
    without_equals,
)
from peacediff.aspects.reading import Reading
from peacediff.model import Direction, Shift

__all__ = ["deadlines"]

_HOURS = {"time": Fraction(1), "months": Fraction(30 * 24), "working-time": Fraction(24 * 7, 5)}
_PLAIN = Fraction(1, 10)
_HALF_YEAR = 183
_FEW_DAYS = 27


def deadlines(old: Reading, new: Reading) -> Iterator[Shift]:
    """The times that differ, in the order of the text."""
    gone, come = without_equals(times(old), times(new), lambda time: time.says)
    likeness = Likeness.of(Company(old, new), gone, come)
    pairs = list(unsaid(paired(gone, come, likeness), (times(old), times(new)), lambda time: time.says))
    pairs = [pair for pair in pairs if not all(time is None or time.told for time in pair)]
    both = [(before, after) for before, after in pairs if before and after]
    alone = [pair for pair in pairs if None in pair and not any(time and time.naming for time in pair)]
    sides, alone = (old, new), list(_without_moved(alone))
    yield from in_order([*_alone(alone, sides), *(one for pair in both for one in _compared(*pair, sides))])


def _without_moved(
    pairs: Sequence[tuple[Time | None, Time | None]],
) -> Iterator[tuple[Time | None, Time | None]]:
    """Without times that stand alone on both sides, as other words lead to them: "held on 1 May", "as of 1 May"."""
    gone, come = (
        ({_amount(time) for time in times_ if time} for times_ in zip(*pairs, strict=True))
        if pairs
        else ((), ())
    )
    both = set(gone) & set(come)
    for pair in pairs:
        if not any(time and time.kind == "date" and _amount(time) in both for time in pair):
            yield pair


def _amount(time: Time) -> tuple[object, ...]:
    return time.kind, time.dimension, time.low, time.high


def _alone(pairs: Sequence[tuple[Time | None, Time | None]], sides: Sides) -> Iterator[Shift]:
    """What has no answer; times that adjoin are one."""
    for place in side_by_side(pairs, sides):
        yield shift("deadline", "removed" if place[0] else "added", sides, place)


def _compared(before: Time, after: Time, sides: Sides) -> Iterator[Shift]:
    whole = (before.first, before.end), (after.first, after.end)
    if before.amount != after.amount:
        direction = _direction(before, after)
        if direction == "incomparable":
            yield shift("deadline", direction, sides, whole)
        else:
            yield shift("deadline", direction, sides, (before.core, after.core), _difference(before, after))
    elif not same_event(before.event, after.event):
        yield _other_event(before, after, sides)
    elif before.role and after.role:
        yield shift("deadline", "incomparable", sides, whole)


def _other_event(before: Time, after: Time, sides: Sides) -> Shift:
    """The same time, from another event, or from one where none was named."""
    if before.event and after.event:
        return shift(
            "deadline", "incomparable", sides, ((before.first, before.end), (after.first, after.end))
        )
    if before.event:
        return shift("deadline", "removed", sides, (before.event_at, None))
    return shift("deadline", "added", sides, (None, after.event_at))


def _direction(before: Time, after: Time) -> Direction:
    two_events = before.event and after.event and not same_event(before.event, after.event)
    if before.kind != after.kind or before.back != after.back or two_events:
        return "incomparable"
    if before.dimension != after.dimension:
        return _unlike(before, after)
    if before.kind == "date" and not _is_ordered(before, after):
        return "incomparable"
    return _turned(_order(before.low, before.high, after.low, after.high), back=before.back)


def _is_ordered(before: Time, after: Time) -> bool:
    """Dates without a year are ordered while they are less than half a year apart."""
    return before.dimension == "calendar" or abs(after.low - before.low) < _HALF_YEAR


def _unlike(before: Time, after: Time) -> Direction:
    """Months against days: ordered where they are clearly apart."""
    if before.dimension not in _HOURS or after.dimension not in _HOURS:
        return "incomparable"
    one, two = _HOURS[before.dimension], _HOURS[after.dimension]
    left, right = before.high * one, after.high * two
    if abs(left - right) <= _PLAIN * max(left, right):
        return "incomparable"
    return _turned(_order(before.low * one, left, after.low * two, right), back=before.back)


def _order(low: Fraction, high: Fraction, new_low: Fraction, new_high: Fraction) -> Direction:
    if (low, high) == (new_low, new_high):
        return "incomparable"
    if new_low >= low and new_high >= high:
        return "later"
    return "earlier" if new_low <= low and new_high <= high else "incomparable"


def _turned(direction: Direction, *, back: bool) -> Direction:
    if not back or direction == "incomparable":
        return direction
    return "earlier" if direction == "later" else "later"


def _difference(before: Time, after: Time) -> str:
    """Days (``d``) between the first days of two dates, per cent of the old duration."""
    if before.dimension != after.dimension or not all(map(_is_exact, (before, after))):
        return ""
    if before.dimension == "calendar":
        return f"{int(after.low - before.low):+d} d"
    return per_cent(before.low, after.low) if before.kind in {"duration", "interval"} else ""


def _is_exact(time: Time) -> bool:
    """Whether a time is one value, or a few days in a row."""
    return time.low == time.high or (time.kind == "date" and time.high - time.low < _FEW_DAYS)
