"""The names of a text in their lists, each read as a place, as a party or as neither."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import attrs

from peacediff.aspects.atoms import Atom, Sense, atoms
from peacediff.aspects.bodies import OWNER
from peacediff.aspects.listed import listed
from peacediff.aspects.reading import Reading
from peacediff.knowledge import Entry, Knowledge, NameWords
from peacediff.knowledge.folding import Keys, form_keys

_FORCES = "forces"
"""Forces of a state may be named by its adjective: ``Armed Forces of Ukraine``, ``Ukrainian troops``."""
_STATES = frozenset({"country", "continent"})
_ACTORS = frozenset({"country", "continent", "territory"})


@attrs.frozen
class Named:
    """A name where it stands: ``first`` and ``end`` are indices of words, with those that tell its kind or part.

    It is answered on the other side by a name that has one of its ``answers`` among its ``ids``.
    """

    ids: frozenset[str]
    answers: frozenset[str]
    sense: Sense
    first: int
    end: int
    part: str = ""
    shown: int = 0
    """The end of the words to quote where it is not ``end``: ``Ukrainian forces``."""
    listed: bool = True
    """In the gazetteer; else its words alone tell it, and it is not gone where all of them remain."""


@attrs.frozen
class Group:
    """Names in one list (``Russia, Ukraine and Europe``), or one alone."""

    names: tuple[Named, ...]

    @property
    def first(self) -> int:
        """The index of the first word."""
        return self.names[0].first

    @property
    def end(self) -> int:
        """The index after the last word."""
        return self.names[-1].end


@lru_cache(maxsize=8)
def groups(reading: Reading) -> tuple[Group, ...]:
    """All names of a text in their lists, in order."""
    return tuple(_Listing(reading, tuple(run)).group() for run in listed(reading, atoms(reading)))


@attrs.frozen
class _Listing:
    """A list of names in its surroundings."""

    reading: Reading
    atoms: tuple[Atom, ...]

    @property
    def words(self) -> NameWords:
        return self.reading.knowledge.name_words

    def group(self) -> Group:
        return Group(tuple(map(self.named, self.atoms)))

    def named(self, atom: Atom) -> Named:
        if atom.body:
            sense: Sense = "none" if atom.body.title else "party"
            body = atom.body
            return Named(body.ids, body.answers, sense, body.first, body.end, shown=body.shown, listed=False)
        if atom.owner:
            return self.office(atom)
        if atom.role:
            ids = frozenset([atom.role])
            return Named(ids, ids, atom.sense, atom.first, atom.end, shown=atom.end, listed=False)
        named = self.entry(atom)
        return attrs.evolve(named, sense=atom.sense) if atom.sense == "none" else named

    def office(self, atom: Atom) -> Named:
        """An office with whose it is: answered by the same one, and by one that names no owner."""
        whole = f"{atom.office} of {atom.owner}"
        ids, answers = frozenset([whole, atom.office]), frozenset([whole, f"{atom.office} of"])
        return Named(ids, answers, atom.sense, atom.first, atom.end, shown=atom.end, listed=False)

    def entry(self, atom: Atom) -> Named:
        adjective = self.reading.keys[atom.first : atom.end] in _adjectives(self.reading.knowledge)
        first = self.part_of(atom.first)
        part = " ".join(self.reading.keys[first : atom.first])
        entries = self.of_kind(atom)
        sense = self.sense(atom, entries, adjective=adjective, part=part)
        acting = sense == "party" and not adjective
        capitals = tuple(filter(_is_capital, entries)) if acting else ()
        ids = frozenset([entry.country for entry in capitals] or [entry.id for entry in entries])
        end = atom.end + (not adjective and self.key(atom.end) in self.kind_words)
        states = frozenset(entry.country for entry in entries if entry.kind == _FORCES and entry.country)
        shown = self.shown(end) if adjective else end
        return Named(ids | states, ids | states, sense, first, end, part, shown)

    def shown(self, end: int) -> int:
        """After what an adjective's party acts through or owns, if that follows soon."""
        for at in range(end, min(end + 3, len(self.reading.keys))):
            if self.separated(at):
                break
            if self.key(at) in self.words.holdings:
                return at + 1
        return end

    def key(self, at: int) -> str:
        """The key of a word, or nothing beyond the ends of the text."""
        return self.reading.keys[at] if 0 <= at < len(self.reading.keys) else ""

    def before(self, at: int) -> int:
        """The word before this one, but for articles."""
        at -= 1
        while self.key(at) in self.reading.knowledge.articles:
            at -= 1
        return at

    def part_of(self, first: int) -> int:
        """Where the words begin that make it a part of a place: ``the north-eastern``."""
        at = first
        while self.key(at - 1) in self.words.parts or (at < first and self.key(at - 1) in self.words.lands):
            at -= 1
        return at

    @property
    def kind_words(self) -> frozenset[str]:
        return frozenset(word for words in self.words.kinds.values() for word in words)

    def of_kind(self, atom: Atom) -> tuple[Entry, ...]:
        """The entries that the words beside the name or its list leave: the region of that name, not the city."""
        at, end = self.before(self.atoms[0].first), self.atoms[-1].end
        around = {self.key(atom.end), self.key(end)}
        if self.key(at) in self.words.of:
            around.add(self.key(at - 1))
        kinds = {kind for kind, words in self.words.kinds.items() if not around.isdisjoint(words)}
        return tuple(entry for entry in atom.entries if entry.kind in kinds) or atom.entries

    def sense(self, atom: Atom, entries: Sequence[Entry], *, adjective: bool, part: str) -> Sense:
        if adjective:
            return self.sense_of_adjective(atom, entries)
        if self.titled(atom) or entries[0].id in self.reading.knowledge.titles:
            return "none"
        if self.reading.knowledge.is_party(entries[0]):
            return "party"
        return self.sense_of_place(atom, entries, part)

    def sense_of_place(self, atom: Atom, entries: Sequence[Entry], part: str) -> Sense:
        if part or entries[0].kind not in _ACTORS:
            return "party" if any(map(_is_capital, entries)) and self.acts(atom) else "place"
        if entries[0].kind == "territory" and not (self.acts(atom) or self.among_states()):
            return "place"
        return "place" if self.located() else "party"

    def sense_of_adjective(self, atom: Atom, entries: Sequence[Entry]) -> Sense:
        if self.ends_a_predicate(atom):
            return "status"
        noun = self.key(self.atoms[-1].end)
        if noun in self.words.acting and entries[0].kind in _STATES:
            return "party"
        predicate = self.key(self.before(self.atoms[0].first)) in self.words.predicates
        if predicate and noun in self.words.lands:
            return "status"
        if not noun or self.separated(self.atoms[-1].end) or noun in self.reading.knowledge.function_words:
            return "status" if predicate else "none"
        if noun in self.words.cultural or self.titled(atom):
            return "none"
        return "party" if entries[0].kind in _STATES else "place"

    def ends_a_predicate(self, atom: Atom) -> bool:
        """Whether a mark parts an adjective behind a predicate from names that go on: ``as Russian, and France``."""
        if len(self.atoms) == 1 or atom.first != self.atoms[0].first or not self.separated(atom.end):
            return False
        known = _adjectives(self.reading.knowledge)
        others = (self.reading.keys[other.first : other.end] for other in self.atoms[1:])
        return self.key(self.before(atom.first)) in self.words.predicates and not any(
            map(known.__contains__, others)
        )

    def separated(self, at: int) -> bool:
        """Whether punctuation stands before a word."""
        gap = self.reading.text[self.reading.words[at - 1].span[1] : self.reading.words[at].span[0]]
        return bool(gap.strip())

    def titled(self, atom: Atom) -> bool:
        """Whether a name is part of the title of a document, of several (``Minsk and Geneva pacts``), or of money."""
        named = self.words.documents | self.words.currencies
        if self.key(atom.end) in named and not self.separated(atom.end):
            return True
        last = self.atoms[-1]
        of_list = self.key(last.end) in self.words.documents and not self.separated(last.end)
        return atom.entries[0].kind not in _STATES and (of_list or bool(last.body and last.body.title))

    def acts(self, atom: Atom) -> bool:
        end = max(atom.end, self.atoms[-1].end)
        return self.key(end) in self.words.acting and self.key(end + 1) not in self.words.dealt_with

    def among_states(self) -> bool:
        return any(entry.kind in _STATES for atom in self.atoms for entry in atom.entries)

    def located(self) -> bool:
        """Whether the list stands where a place is told: ``in``, ``on the territory of``, ``withdraw from``."""
        if self.reading.quote(self.atoms[-1].end - 1, self.atoms[-1].end).endswith(OWNER):
            return False
        at = self.before(self.part_of(self.atoms[0].first))
        if self.key(at) in self.words.of:
            return self.key(at - 1) in self.words.lands
        if self.follows_its_city():
            return True
        moved = self.key(at) in self.words.ways and not self.words.movements.isdisjoint(
            self.reading.keys[max(at - 4, 0) : at]
        )
        return moved or self.key(at) in self.words.locatives

    def follows_its_city(self) -> bool:
        """Whether a state stands alone after a capitalised word and a comma: ``in Geneva, Switzerland``."""
        first = self.atoms[0].first
        gap = self.reading.gap(first)
        return (
            len(self.atoms) == 1 and gap.strip() == "," and first > 1 and self.reading.is_capital(first - 1)
        )


def _is_capital(entry: Entry) -> bool:
    return entry.id == f"{entry.country}-capital"


@cache
def _adjectives(knowledge: Knowledge) -> frozenset[Keys]:
    return frozenset(form_keys(form) for entry in knowledge.places for form in entry.adjectives)
