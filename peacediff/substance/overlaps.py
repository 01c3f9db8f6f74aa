"""Doubles that overlap or are parted: where one form is read, another may explain what it leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

import attrs

from peacediff.knowledge.groups import Form
from peacediff.substance.doubles import Doubles, Unit

_PARTING = 7
"""So near behind a verb its particle stands."""


class Reading(NamedTuple):
    """A form where it stands among the words, whatever else is read there."""

    stems: tuple[str, ...]
    words: tuple[Unit, ...]
    groups: frozenset[int]


@attrs.frozen
class Overlaps:
    """All that can be read in a text, form by form."""

    words: Sequence[Unit]
    readings: Sequence[Reading]

    @classmethod
    def of(cls, words: Sequence[Unit], doubles: Doubles) -> Overlaps:
        """What the words of a text can be read as."""
        found = tuple(word.stem for word in words)
        read = [
            Reading(form.stems, tuple(words[place] for place in places), form.groups - {doubles.light})
            for at in range(len(found))
            for form, places in (*_together(found, at, doubles), *_parted(found, at, doubles))
        ]
        return cls(words, read)

    def spare(self, other: Overlaps) -> frozenset[int]:
        """The groups of what can be read here more often than in the other text."""
        left = Counter(reading.stems for reading in self.readings)
        left.subtract(reading.stems for reading in other.readings)
        return frozenset().union(*(reading.groups for reading in self.readings if left[reading.stems] > 0))

    def unexplained(self, units: Sequence[Unit], other: Overlaps, own: Container[int]) -> Iterator[Unit]:
        """The units with a word of their own that cannot be read as a double of what is to spare there.

        Of those of which some words can be read so, the other words. ``own`` has where words begin that only stand
        here.
        """
        spare = other.spare(self)
        explained = {
            word.first
            for reading in self.readings
            if not spare.isdisjoint(reading.groups)
            for word in reading.words
        }
        for unit in units:
            held = [word for word in self.words if unit.first <= word.first < unit.end and not word.light]
            left = [word for word in held if word.first not in explained]
            if any(word.first in own for word in left):
                yield from [unit] if len(left) == len(held) else left


def _together(found: tuple[str, ...], at: int, doubles: Doubles) -> Iterator[tuple[Form, Sequence[int]]]:
    for form in doubles.groups.every(found, at):
        yield form, range(at, at + len(form.stems))


def _parted(found: tuple[str, ...], at: int, doubles: Doubles) -> Iterator[tuple[Form, Sequence[int]]]:
    """The verbs whose particle stands behind what they act on: "pull the guns back"."""
    for place in range(at + 2, min(at + _PARTING, len(found))):
        if found[place] in doubles.particles:
            for form in doubles.groups.parted(found[at], found[place]):
                yield form, (at, place)
