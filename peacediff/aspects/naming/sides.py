"""A text as words and lists of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import attrs

from peacediff.aspects.atoms import ANYONE
from peacediff.aspects.names import Group, Named, groups
from peacediff.aspects.naming.sounds import sound
from peacediff.aspects.reading import Reading

_NAME = "\0"
"""Stands for any list of names where the words of two texts are laid side by side."""


@attrs.frozen(eq=False, slots=False)
class Side:
    """A text as words and lists of names."""

    reading: Reading
    groups: tuple[Group, ...]
    tokens: tuple[str, ...]
    """Stems, and `_NAME` for each list."""
    owners: tuple[Group | None, ...]
    """Of each token the list it stands for."""
    ids: frozenset[str]
    """Of all names, those inside the names of bodies included."""
    titles: frozenset[str]
    """The ids of what is no party, as its full name shows."""
    stems: frozenset[str]
    heads: frozenset[str]
    """Words for bodies that are written with a capital outside of any name."""

    @classmethod
    def of(cls, reading: Reading) -> Side:
        """The words and lists of names of a text."""
        found = groups(reading)
        pairs = list(_tokens(reading, found))
        names = [name for group in found for name in group.names]
        known = (entry.id for mention in reading.mentions for entry in mention.entries)
        ids = frozenset([*known, *(id_ for name in names for id_ in name.ids)])
        titles = frozenset(
            id_ for name in names if name.sense == "none" and not name.listed for id_ in name.ids
        )
        tokens, owners = tuple(token for token, _ in pairs), tuple(owner for _, owner in pairs)
        heads = frozenset(_heads(reading, names))
        return cls(reading, found, tokens, owners, ids, titles, frozenset(reading.stems), heads)

    @property
    def names(self) -> tuple[Named, ...]:
        """Those of all lists, in the order of the text."""
        return tuple(name for group in self.groups for name in group.names)

    @property
    def refers_outside(self) -> bool:
        """Whether a pronoun that acts (``it will``) stands before any party."""
        first = next((name for name in self.names if name.sense == "party"), None)
        if first is None or ANYONE not in first.ids or first.end >= len(self.reading.keys):
            return False
        return self.reading.keys[first.end] in self.reading.knowledge.name_words.acting

    def is_state(self, name: Named) -> bool:
        """Whether a party is a country of the gazetteer."""
        entries = self.reading.knowledge.entries
        return name.sense == "party" and any(
            id_ in entries and entries[id_].kind == "country" for id_ in name.ids
        )

    def answers(self, name: Named) -> bool:
        """Whether this side names it too."""
        return not name.answers.isdisjoint(self.ids)

    @cached_property
    def bare(self) -> frozenset[str]:
        """The capitalised words that stand alone: each may be a place that the other side names with its kind."""
        longer = (name for name in self.names if name.end - name.first > 1)
        inside = {at for name in longer for at in range(name.first, name.end)}
        places = (at for at in self.reading.capitals if at not in inside)
        return frozenset(self.reading.keys[at] for at in places if not _is_joined(self.reading, at))

    @cached_property
    def unknown(self) -> Mapping[str, int]:
        """The capitalised words inside sentences that no gazetteer lists, by their consonants, with their place."""
        reading = self.reading
        known = {at for m in reading.mentions for at in range(m.first, m.end)}
        found = (at for at in reading.capitals if at and at not in known and not reading.parted[at - 1])
        return {sound(reading.keys[at]): at for at in found}


@lru_cache(maxsize=8)
def side_of(reading: Reading) -> Side:
    """A text as a side; several questions are asked of one."""
    return Side.of(reading)


def _heads(reading: Reading, names: Iterable[Named]) -> Iterator[str]:
    inside = {at for name in names for at in range(name.first, name.end)}
    for at, key in enumerate(reading.keys):
        if key in reading.knowledge.name_words.bodies and at and at not in inside and reading.is_capital(at):
            yield key


def _tokens(reading: Reading, found: Sequence[Group]) -> Iterator[tuple[str, Group | None]]:
    at = 0
    for group in found:
        yield from _words(reading, at, group.first)
        yield _NAME, group
        at = group.end
    yield from _words(reading, at, len(reading.keys))


def _words(reading: Reading, first: int, end: int) -> Iterator[tuple[str, None]]:
    for at in range(first, end):
        if reading.keys[at] not in reading.knowledge.articles:
            yield reading.stems[at], None


def _is_joined(reading: Reading, at: int) -> bool:
    """Whether a capital is part of a longer name: of one beside it, or before its "of" (``Republic of Korr``)."""
    before = at - 1 - (at > 1 and reading.keys[at - 1] in reading.knowledge.name_words.of)
    return goes_on(reading, before, at) or goes_on(reading, at + 1, at)


def goes_on(reading: Reading, other: int, at: int) -> bool:
    """Whether a neighbour is written with a capital too, with no mark between, and is no small word."""
    if not 0 <= other < len(reading.keys) or any(reading.parted[min(other, at) : max(other, at)]):
        return False
    return reading.is_capital(other) and reading.keys[other] not in reading.knowledge.function_words
