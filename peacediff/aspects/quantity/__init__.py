"""Quantities that shift: counts, shares, money, lengths and the like, with how far they went.

Numbers are compared in one unit, so ``800,000`` is ``800 thousand`` and ``half`` is ``50 per cent``; another currency
is incomparable. ``higher`` and ``lower`` go by the number, with the difference in per cent of the old one. Where the
number stayed, a bound that came or went is told by its words alone ("up to" was added); one that turned is told by what
it allows: a floor lies higher than a cap; ``about`` is ``wider``.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from peacediff.aspects.atoms import MANY
from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.measures import COUNT
from peacediff.aspects.pairing import (
    Company,
    Sides,
    in_order,
    paired,
    per_cent,
    shift,
    unsaid,
    without_equals,
)
from peacediff.aspects.quantity.amounts import Amount, amounts
from peacediff.aspects.quantity.derived import without_derived
from peacediff.aspects.reading import Reading
from peacediff.model import Direction, Shift, Span

__all__ = ["answered", "quantities"]

_NEAR, _VERY_NEAR = 0.12, 0.4
"""The company that two amounts must share, of one dimension and of two."""
_AGE = "age"
_SHORT = 80
"""In so few words one amount answers another even where all else changed."""
_TWO = (COUNT, Fraction(2), Fraction(2))
_HEIGHT = {"cap": -1, "": 0, "floor": 1}


def quantities(old: Reading, new: Reading) -> Iterator[Shift]:
    """The amounts that differ, in the order of the text."""
    gone, come = without_equals(amounts(old), amounts(new), lambda amount: amount.says)
    company = Company(old, new)
    lone = len(gone) == len(come) == 1 and len(old.words) + len(new.words) < _SHORT

    def likeness(before: Amount, after: Amount) -> float:
        near = company.likeness(before, after)
        if before.dimension != after.dimension and not _is_age(before, after):
            return near / 2 if near >= _VERY_NEAR else 0
        alike = _alike(before.counted, after.counted)
        if near < _NEAR and not alike and not lone and before.value != after.value:
            return 0
        return 0.1 + near + alike + (before.value == after.value)

    pairs = unsaid(paired(gone, come, likeness), (amounts(old), amounts(new)), lambda amount: amount.says)
    told = without_derived(list(pairs), amounts(old), amounts(new))
    yield from in_order(one for pair in told if (one := _compared(*pair, (old, new))))


def _alike(before: tuple[str, ...], after: tuple[str, ...]) -> float:
    """How much of what is counted is the same, from 0 to 1."""
    shared = len(set(before) & set(after))
    return 2 * shared / (len(before) + len(after)) if shared else 0


def _compared(before: Amount | None, after: Amount | None, sides: Sides) -> Shift | None:
    if before is None or after is None:
        return _alone(before, after, sides)
    if before.value != after.value and not _is_age(before, after):
        direction = _direction(before, after)
        difference = _difference(before, after) if direction in {"higher", "lower"} else ""
        place = (before.first, before.end), (after.first, after.end)
        return shift("quantity", direction, sides, place, difference)
    return _bound(before, after, sides) if before.bound != after.bound else None


def _is_age(before: Amount, after: Amount) -> bool:
    """Whether one is an age and the other says it without a unit: ``below the age of 18``, ``under eighteen``."""
    ages = [amount for amount in (before, after) if amount.dimension == _AGE]
    bare = [amount for amount in (before, after) if amount.dimension == COUNT and not amount.counted]
    return len(ages) == len(bare) == 1 and (before.low, before.high) == (after.low, after.high)


def _bound(before: Amount, after: Amount, sides: Sides) -> Shift:
    """The same number with another bound; one that came or went alone is told by its words, as the number stands."""
    if "about" in {before.bound, after.bound} or (before.bound and after.bound):
        place = _bounded(before), _bounded(after)
        return shift("quantity", _bound_direction(before, after), sides, place)
    return shift("quantity", "removed" if before.bound else "added", sides, (before.bound_at, after.bound_at))


def _alone(before: Amount | None, after: Amount | None, sides: Sides) -> Shift | None:
    (old, new), amount = sides, before or after
    here, there = (old, new) if before else (new, old)
    if amount and (amount.weak or _is_pair(amount, here, there)):
        return None
    return shift("quantity", "removed" if before else "added", sides, (_whole(before), _whole(after)))


def _is_pair(amount: Amount, here: Reading, there: Reading) -> bool:
    """Whether a bare two tells no quantity, as it only means both: ``the two states``, or ``both`` on the other side.

    Two of anything else, and ``two states`` without an article, which are not known yet, count something.
    """
    if amount.value != _TWO or amount.bound:
        return False
    pairing = there.knowledge.numerals.pairing
    return any(key in pairing for key in there.keys) or _are_known(amount, here) is not None


def answered(here: Reading, there: Reading) -> Iterator[Span]:
    """The places where a side speaks of the two parties and the other of the parties: ``the two sides``."""
    if len(_parties(there)) >= len(_parties(here)):
        pairs = (amount for amount in amounts(here) if amount.value == _TWO and not amount.bound)
        yield from (here.span(hit.first, hit.end) for pair in pairs if (hit := _are_known(pair, here)))


def _are_known(amount: Amount, reading: Reading) -> Hit | None:
    """The words for two that are the parties of the text, which an article before them takes as known."""
    if not amount.first or reading.keys[amount.first - 1] not in reading.knowledge.articles:
        return None
    return next((hit for hit in _parties(reading) if hit.first <= amount.first < hit.end), None)


def _parties(reading: Reading) -> list[Hit]:
    """The words for several parties named elsewhere."""
    return [hit for hit in hits("party", reading) if hit.cue.id == MANY]


def _whole(amount: Amount | None) -> Span | None:
    """Bound, number, unit and what is counted."""
    return (_bounded(amount)[0], max(amount.last, _bounded(amount)[1])) if amount else None


def _bounded(amount: Amount) -> Span:
    at = amount.bound_at or (amount.first, amount.end)
    return min(at[0], amount.first), max(at[1], amount.end)


def _direction(before: Amount, after: Amount) -> Direction:
    if before.dimension != after.dimension:
        return "incomparable"
    if after.low >= before.low and after.high >= before.high:
        direction: Direction = "higher"
    elif after.low <= before.low and after.high <= before.high:
        direction = "lower"
    else:
        return "wider" if after.low < before.low else "narrower"
    turned = _HEIGHT.get(after.bound, 0) - _HEIGHT.get(before.bound, 0)
    against = turned < -1 if direction == "higher" else turned > 1
    return "incomparable" if against else direction


def _bound_direction(before: Amount, after: Amount) -> Direction:
    if "about" in {before.bound, after.bound}:
        if before.bound and after.bound:
            return "incomparable"
        return "wider" if after.bound else "narrower"
    return "higher" if _HEIGHT[after.bound] > _HEIGHT[before.bound] else "lower"


def _difference(before: Amount, after: Amount) -> str:
    """In per cent of the old number; of ranges none."""
    if before.low != before.high or after.low != after.high:
        return ""
    return per_cent(before.low, after.low)
