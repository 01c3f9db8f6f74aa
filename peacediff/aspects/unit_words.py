"""The words that are units, and where one of them is a unit."""

from __future__ import annotations

from functools import cache

from peacediff.aspects.reading import Reading
from peacediff.knowledge import Knowledge


def before_units(reading: Reading) -> frozenset[str]:
    """The words that may stand before a number as its unit."""
    return _unit_words(reading.knowledge)[1]


def unit_words(reading: Reading) -> frozenset[str]:
    """The words that are units alone."""
    return _unit_words(reading.knowledge)[0]


@cache
def _unit_words(knowledge: Knowledge) -> tuple[frozenset[str], frozenset[str]]:
    units = knowledge.units
    every = frozenset(form for unit in units for form in unit.forms)
    return every, frozenset(form for unit in units if unit.before for form in unit.forms)


def is_unit(reading: Reading, first: int, at: int) -> bool:
    """Whether what could multiply is a unit: the metres of ``5 m``, where no other unit stands beside it."""
    if unit_words(reading).isdisjoint(reading.keys[at : at + 1]):
        return False
    before, after = {*reading.keys[max(first - 1, 0) : first]}, {*reading.keys[at + 1 : at + 2]}
    return not (before & before_units(reading) or after & unit_words(reading))


def is_one_unit(reading: Reading, at: int) -> bool:
    """Whether an article is the number of a unit: ``within a week``."""
    knowledge, after = reading.knowledge, reading.keys[at + 1 : at + 2]
    if not at or not after or reading.keys[at] not in knowledge.articles:
        return False
    return after[0] in unit_words(reading) and reading.keys[at - 1] in knowledge.numerals.one_behind
