"""Numbers with what they are counted in: ``$100 billion``, ``20 to 30 km``, ``50 per cent``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache, lru_cache

import attrs

from peacediff.aspects.cues import hits
from peacediff.aspects.numerals import numerals
from peacediff.aspects.ratios import Numeral
from peacediff.aspects.reading import Reading
from peacediff.knowledge import Knowledge, Unit
from peacediff.knowledge.folding import Keys, form_keys

_TIES = frozenset({"", " ", ") ", "-", "‑", "­-"})
_DASHES = frozenset({"-", "–", "—", " – ", " - ", "‑"})
_LONGEST_UNIT = 3
_WIDEST_BETWEEN = 5
"""So many words may stand after ``between`` up to its ``and``."""
SHARE, COUNT = "share", "count"


@attrs.frozen
class Measure:
    """A number or a range of two at the words from ``first`` up to, not including, ``end``, unit included.

    ``low`` and ``high`` count in the first unit of the ``dimension``; a plain number has the dimension ``count``.
    """

    first: int
    end: int
    low: Fraction
    high: Fraction
    dimension: str
    unit: str = ""
    weak: bool = False


@lru_cache(maxsize=8)
def measures(reading: Reading) -> tuple[Measure, ...]:
    """All numbers of a text with their units, in order."""
    return tuple(_measures(reading))


def _measures(reading: Reading) -> Iterator[Measure]:
    found = numerals(reading)
    joints = _joints(reading) if found else {}
    at = 0
    while at < len(found):
        upper = found[at + 1] if at + 1 < len(found) and _is_range(reading, found, at, joints) else None
        yield _ranged(reading, found[at], upper) if upper else _measure(reading, found[at])
        at += 2 if upper else 1


def _joints(reading: Reading) -> Mapping[int, int]:
    """The words that join the ends of a range, each by where it begins; ``and`` does after ``between`` alone."""
    found = {hit.first: hit for hit in hits("quantity", reading) if hit.cue.id in {"range", "range-and"}}
    opened = [hit.end for hit in hits("quantity", reading) if hit.cue.id == "between"]
    return {
        first: hit.end
        for first, hit in found.items()
        if hit.cue.id == "range" or any(0 < first - start <= _WIDEST_BETWEEN for start in opened)
    }


def _is_range(reading: Reading, found: Sequence[Numeral], at: int, joints: Mapping[int, int]) -> bool:
    """Whether a number and the next one are the ends of a range; the lower one may have its unit, too."""
    lower, upper = found[at], found[at + 1]
    start = _measure(reading, lower).end
    if lower.share or upper.share or not _rises(lower, upper) or start > upper.first:
        return False
    if start == upper.first:
        return reading.gap(upper.first) in _DASHES
    return joints.get(start) in {upper.first, _before_unit(reading, upper.first)[1]}


def _rises(lower: Numeral, upper: Numeral) -> bool:
    return lower.value < upper.value


def _ranged(reading: Reading, lower: Numeral, upper: Numeral) -> Measure:
    """``20 to 30 thousand``: the lower end has the unit and the multiplier of the upper one, if none of its own."""
    low, high = _measure(reading, lower), _measure(reading, upper)
    if low.dimension == COUNT != high.dimension and high.high:
        low = attrs.evolve(
            low, low=lower.value * high.high / upper.value, dimension=high.dimension, unit=high.unit
        )
    elif high.dimension == COUNT != low.dimension:
        high = attrs.evolve(high, high=upper.value * low.low / lower.value if lower.value else upper.value)
        return Measure(low.first, high.end, low.low, high.high, low.dimension, low.unit)
    scale = upper.scale if lower.scale == 1 and low.low * upper.scale <= high.high else 1
    return Measure(low.first, high.end, low.low * scale, high.high, high.dimension, high.unit)


def _measure(reading: Reading, number: Numeral) -> Measure:
    unit, end = unit_at(reading, number.end)
    first = number.first
    if unit is None:
        unit, first = _before_unit(reading, number.first)
    if unit is None:
        dimension = SHARE if number.share else COUNT
        return Measure(first, end, number.value, number.value, dimension, weak=number.weak)
    value = number.value * unit.factor
    return Measure(first, end, value, value, unit.dimension, unit.id, number.weak and unit.dimension == COUNT)


def unit_at(reading: Reading, at: int) -> tuple[Unit | None, int]:
    """The unit that begins at a word, and the index after it; None and the same index where there is none."""
    if at < len(reading.keys) and reading.gap(at) in _TIES:
        for form, unit in _by_first(reading.knowledge).get(reading.keys[at], ()):
            if reading.keys[at : at + len(form)] == form:
                return unit, at + len(form)
    return None, at


def _before_unit(reading: Reading, at: int) -> tuple[Unit | None, int]:
    if at < 1 or reading.gap(at) not in _TIES:
        return None, at
    for length in range(min(_LONGEST_UNIT, at), 0, -1):
        unit = _before(reading.knowledge).get(reading.keys[at - length : at])
        if unit:
            return unit, at - length
    return None, at


@cache
def _by_first(knowledge: Knowledge) -> Mapping[str, Sequence[tuple[Keys, Unit]]]:
    """The forms of all units by their first word, the longest first."""
    found: dict[str, list[tuple[Keys, Unit]]] = {}
    for unit in knowledge.units:
        for form in unit.forms:
            read = tuple(map(knowledge.spell_word, form_keys(form)))
            found.setdefault(read[0], []).append((read, unit))
    return {first: sorted(forms, key=lambda pair: (-len(pair[0]), pair[0])) for first, forms in found.items()}


@cache
def _before(knowledge: Knowledge) -> Mapping[Keys, Unit]:
    return {
        tuple(map(knowledge.spell_word, form_keys(form))): unit
        for unit in knowledge.units
        if unit.before
        for form in unit.forms
    }
