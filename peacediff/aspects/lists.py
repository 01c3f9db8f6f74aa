"""Two texts as words and lists of names, and which lists stand at one place in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

import attrs

from peacediff.aspects.atoms import ANYONE
from peacediff.aspects.names import Group, Named, groups
from peacediff.aspects.reading import Reading
from peacediff.aspects.settlements import bare_name
from peacediff.aspects.sounds import sound
from peacediff.text.kept import Pair, kept

_SOUNDS = 3
"""So many consonants a name must have to be known by them."""
_START = 6
"""So many letters of a word tell it, whatever kind of word it is: assemble, assembly."""
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

    def has_in_other_form(self, name: Named, reading: Reading) -> bool:
        """Whether this side gives a name in other letters, in small ones, or by its words alone."""
        if self.sounding_like(name, reading) or self.has_bare(name, reading):
            return True
        if name.listed:
            return self.writes(name, reading)
        said = self.has_words_of(name, reading) or self.has_kind_of(name, reading)
        return said or bool(self.deeds_of(name, reading))

    @cached_property
    def bare(self) -> frozenset[str]:
        """The capitalised words that stand alone: each may be a place that the other side names with its kind."""
        longer = (name for name in self.names if name.end - name.first > 1)
        inside = {at for name in longer for at in range(name.first, name.end)}
        places = (at for at in self.reading.capitals if at not in inside)
        return frozenset(self.reading.keys[at] for at in places if not _is_joined(self.reading, at))

    def has_bare(self, name: Named, reading: Reading) -> bool:
        """Whether this side has the name without the word that tells its kind: ``the district of Oda``, ``Oda``.

        Of a name that goes on (``port of Saint Orme``) it must have the next word as well.
        """
        bare = set(map(bare_name, name.ids)) - {""}
        if not bare or not _goes_on(reading, name.end, name.end - 1):
            return not self.bare.isdisjoint(bare)
        keys = self.reading.keys
        return any((word, reading.keys[name.end]) in pairwise(keys) for word in bare)

    def deeds_of(self, name: Named, reading: Reading) -> Sequence[int]:
        """The verbs here, none of them there, that say what makes one the role: ``guarantors``, ``they guarantee``."""
        deeds = reading.knowledge.name_words.deeds
        verbs = {verb for id_ in name.ids if not name.listed for verb in deeds.get(id_, ())}
        if not verbs or not verbs.isdisjoint(reading.keys):
            return ()
        return [at for at, key in enumerate(self.reading.keys) if key in verbs and _is_verb(self.reading, at)]

    def has_head_of(self, name: Named, reading: Reading) -> bool:
        """Whether this side speaks of ``the Council`` where the other gives its name."""
        return name.end - name.first > 1 and reading.keys[name.end - 1] in self.heads

    def writes(self, name: Named, reading: Reading) -> bool:
        """Whether this side has the words of a name in small letters: ``the Green Zone``, ``the green zone``."""
        words = reading.keys[name.first : name.end]
        if len(words) < 2 or not self.stems.issuperset(reading.stems[name.first : name.end]):  # noqa: PLR2004
            return False
        places = range(len(self.reading.keys) - len(words) + 1)
        found = (at for at in places if self.reading.keys[at : at + len(words)] == words)
        return any(not self.reading.is_name(at, at + len(words)) for at in found)

    def has_kind_of(self, name: Named, reading: Reading) -> bool:
        """Whether this side has a body of the kind in small letters: ``the Korr Trade Fund``, ``a trade fund``."""
        owned = {at for m in reading.mentions for at in range(m.first, m.end)}
        inside = reading.knowledge.name_words.inside | reading.knowledge.articles
        kind = tuple(
            reading.keys[at]
            for at in range(name.first, name.end)
            if at not in owned and reading.keys[at] not in inside
        )
        if len(kind) < 2 or len(kind) == name.end - name.first:  # noqa: PLR2004
            return False
        return _writes_small(self.reading, kind) and not _writes_small(reading, kind)

    @cached_property
    def unknown(self) -> Mapping[str, int]:
        """The capitalised words inside sentences that no gazetteer lists, by their consonants, with their place."""
        reading = self.reading
        known = {at for m in reading.mentions for at in range(m.first, m.end)}
        found = (at for at in reading.capitals if at and at not in known and not reading.parted[at - 1])
        return {sound(reading.keys[at]): at for at in found}

    def sounding_like(self, name: Named, reading: Reading) -> Sequence[int]:
        """The words here that write a name in other letters: ``Ras Isa``, ``Ras Issa``; none is in a gazetteer."""
        lacking = [at for at in range(name.first, name.end) if reading.stems[at] not in self.stems]
        if not lacking or len("".join(map(sound, reading.keys[name.first : name.end]))) < _SOUNDS:
            return ()
        found = [self.unknown.get(sound(reading.keys[at])) for at in lacking]
        others = [at for at in found if at is not None and self.reading.keys[at] not in reading.keys]
        return others if len(others) == len(lacking) else ()

    def has_words_of(self, name: Named, reading: Reading) -> bool:
        """Whether all words of a name stand somewhere on this side, but for small ones: ``Korr's Central Bank``."""
        small, weak = reading.knowledge.name_words.inside, reading.knowledge.weak
        telling = [at for at in range(name.first, name.end) if reading.keys[at] not in small]
        said = [at for at in telling if reading.stems[at] not in weak]
        if name.sense == "place" and not any(map(reading.is_capital, said)):
            starts = {stem[:_START] for stem in self.stems}
            return starts.issuperset(reading.stems[at][:_START] for at in said)
        return self.stems.issuperset(reading.stems[at] for at in telling)


def _is_joined(reading: Reading, at: int) -> bool:
    """Whether a capital is part of a longer name: of one beside it, or before its "of" (``Republic of Korr``)."""
    before = at - 1 - (at > 1 and reading.keys[at - 1] in reading.knowledge.name_words.of)
    return _goes_on(reading, before, at) or _goes_on(reading, at + 1, at)


def _goes_on(reading: Reading, other: int, at: int) -> bool:
    """Whether a neighbour is written with a capital too, with no mark between, and is no small word."""
    if not 0 <= other < len(reading.keys) or any(reading.parted[min(other, at) : max(other, at)]):
        return False
    return reading.is_capital(other) and reading.keys[other] not in reading.knowledge.function_words


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a word that may be a noun is a verb: it follows a name, or a small word that leads to a verb."""
    knowledge = reading.knowledge
    leading = knowledge.grammar.leading | knowledge.grammar.relative | knowledge.auxiliaries
    before = reading.keys[at - 1] if at else ""
    is_name = at > 0 and reading.is_capital(at - 1) and before not in knowledge.function_words
    return is_name or before in leading | knowledge.conjunctions


def _writes_small(reading: Reading, words: tuple[str, ...]) -> bool:
    """Whether a text has words in a row, none with a capital."""
    places = (at for at, key in enumerate(reading.keys) if key == words[0])
    return any(
        reading.keys[at : at + len(words)] == words and not reading.is_name(at, at + len(words))
        for at in places
    )


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


@attrs.frozen
class Lists:
    """Two lists of names that stand at one place among the words that both texts keep."""

    old: Group
    new: Group
    before: bool
    """Whether the word before them is kept beside them as well."""
    after: bool

    @property
    def near(self) -> bool:
        """Whether a word next to them shows that the place is the same."""
        return self.before or self.after


def side_by_side(here: Side, there: Side) -> Iterator[Lists]:
    """The lists of two texts that stand at one place, in the order of the texts."""
    pairs = list(kept(here.tokens, there.tokens))
    known = {*pairs, (-1, -1), (len(here.tokens), len(there.tokens))}
    for i, j in pairs:
        old, new = here.owners[i], there.owners[j]
        if old and new:
            hands = (_edge(here, (i, j), hand, known) for hand in (-1, 1))
            yield Lists(old, new, *hands)


def _edge(here: Side, pair: Pair, hand: int, known: set[Pair]) -> bool:
    """Whether the next word on a hand is kept; a small word shows it with the one behind it only."""
    (i, j), last = pair, len(here.tokens)
    if (i + hand, j + hand) not in known:
        return False
    small = 0 <= i + hand < last and here.tokens[i + hand] in here.reading.knowledge.function_words
    return not small or (i + 2 * hand, j + 2 * hand) in known
