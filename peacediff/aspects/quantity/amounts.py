"""The amounts of a text: numbers with unit, what they count, and whether they are a cap or a floor."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Literal

import attrs

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.dates import dates
from peacediff.aspects.deadline.times import TIMES, times
from peacediff.aspects.measures import SHARE, Measure, measures
from peacediff.aspects.pairing import Placed
from peacediff.aspects.reading import Reading
from peacediff.aspects.reference.found import found as references
from peacediff.model import Span

Bound = Literal["", "cap", "floor", "about"]
_BOUNDS: Mapping[str, Bound] = {
    "cap": "cap",
    "floor": "floor",
    "about": "about",
    "cap-after": "cap",
    "floor-after": "floor",
    "cap-beside": "cap",
    "floor-beside": "floor",
}
_BESIDE = frozenset({"cap-beside", "floor-beside"})
_MOST_COUNTED = 3
"""So many words after a number may say what it counts: 150 United Nations observers."""
_BOUND_WITHIN = 4
"""So many words may stand between a bound and its number: limited to a total strength of 600,000."""
_STOPPING = frozenset(
    {"uncounted", "cap", "floor", "cap-after", "floor-after", "cap-beside", "floor-beside", "range"}
)
_PARTING = ",.;:()"


@attrs.frozen
class Amount:
    """An amount; its number and unit stand at the words from ``first`` up to, not including, ``end``.

    ``counted`` holds the stems of what is counted, up to ``last``; ``bound`` and its ``bound_at`` say whether the
    number is the most or the least that may be.
    """

    first: int
    end: int
    last: int
    low: Fraction
    high: Fraction
    dimension: str
    counted: tuple[str, ...]
    bound: Bound = ""
    bound_at: Span | None = None
    weak: bool = False

    @property
    def value(self) -> tuple[str, Fraction, Fraction]:
        """How much, whatever is counted."""
        return self.dimension, self.low, self.high

    @property
    def says(self) -> tuple[object, ...]:
        """What makes two amounts the same."""
        return *self.value, self.counted, self.bound


@attrs.frozen
class _Bounds:
    """The words that bound a number: those before it by their ends, those behind it by their beginnings."""

    before: Mapping[int, Hit]
    behind: Mapping[int, Hit]

    @classmethod
    def of(cls, cues: Sequence[Hit], numbers: Container[int]) -> _Bounds:
        """What may stand on either hand stands before a number that follows it; ``numbers`` has their first words."""
        leading = {"cap", "floor", "about", *_BESIDE}
        behind = {
            hit.first: hit
            for hit in cues
            if hit.cue.id in {"cap-after", "floor-after"}
            or (hit.cue.id in _BESIDE and hit.end not in numbers)
        }
        return cls({hit.end: hit for hit in cues if hit.cue.id in leading}, behind)


@lru_cache(maxsize=8)
def amounts(reading: Reading) -> tuple[Amount, ...]:
    """All amounts in order, once where one is said in two ways; what a reference or a time owns is none."""
    found = list(measures(reading))
    cues = tuple(hits("quantity", reading))
    taken = _taken(reading, cues) if found else set()
    stops = taken | {hit.first for hit in cues if hit.cue.id in _STOPPING}
    bounds = _Bounds.of(cues, {measure.first for measure in found})
    free = [measure for measure in found if taken.isdisjoint(range(measure.first, measure.end))]
    free += [Measure(hit.first, hit.end, *_HALVES, SHARE) for hit in cues if hit.cue.id == "equal"]
    free.sort(key=lambda measure: measure.first)
    return tuple(_once([_amount(reading, measure, bounds, stops) for measure in free]))


_HALVES = (Fraction(1, 2), Fraction(1, 2))


def _taken(reading: Reading, cues: Sequence[Hit]) -> set[int]:
    """The words that count nothing: those of references, times, dates that name a paper, and turns of phrase."""
    owners: tuple[Placed, ...] = (
        *references(reading),
        *dates(reading),
        *(measure for measure in measures(reading) if measure.dimension in TIMES),
        *(hit for hit in cues if hit.cue.id in {"label", "equal"}),
        *(time for time in times(reading) if time.kind in {"date", "interval"}),
    )
    return {at for owner in owners for at in range(owner.first, owner.end)}


def _once(found: Sequence[Amount]) -> Iterator[Amount]:
    """Without a share that is said again beside itself: shared equally, 50:50."""
    last: Amount | None = None
    for amount in found:
        if not (last and amount.dimension == SHARE and amount.value == last.value and not amount.bound):
            yield amount
        last = amount


def _amount(reading: Reading, measure: Measure, bounds: _Bounds, stops: set[int]) -> Amount:
    last = _counted_end(reading, measure.end, stops)
    counted = tuple(reading.stems[at] for at in range(measure.end, last))
    bound, bound_at = _bound(reading, measure, last, bounds)
    return Amount(
        measure.first,
        measure.end,
        last,
        measure.low,
        measure.high,
        measure.dimension,
        counted,
        bound,
        bound_at,
        measure.weak,
    )


def _counted_end(reading: Reading, end: int, stops: set[int]) -> int:
    """The index after the words that follow a number with nothing between them and no small word."""
    at = end
    while at < min(end + _MOST_COUNTED, len(reading.keys)) and reading.gap(at) in {" ", "-", "‑"}:
        key = reading.keys[at]
        if key in reading.knowledge.function_words or not key[0].isalpha() or at in stops:
            break
        at += 1
    return at


def _bound(reading: Reading, measure: Measure, last: int, bounds: _Bounds) -> tuple[Bound, Span | None]:
    """The cap or floor before a number, or behind it or what it counts."""
    # A unit before its number may be part of the words that bound it: "under the age of 15".
    for at in range(measure.end - 1, measure.first - _BOUND_WITHIN - 1, -1):
        hit = bounds.before.get(at)
        near = hit is not None and (at >= measure.first or hit.cue.id != "about")
        if hit and near and _is_one_phrase(reading, hit.end, measure.first):
            return _BOUNDS[hit.cue.id], (hit.first, hit.end)
    for at in range(measure.end, last + 1):
        if hit := bounds.behind.get(at):
            return _BOUNDS[hit.cue.id], (hit.first, hit.end)
    return "", None


def _is_one_phrase(reading: Reading, first: int, end: int) -> bool:
    """Whether no mark and no other number parts a bound from its number."""
    words = reading.knowledge.numerals.words
    if any(reading.keys[at][0].isdigit() or reading.keys[at] in words for at in range(first, end)):
        return False
    return not any(mark in reading.gap(at) for at in range(first, end + 1) for mark in _PARTING)
