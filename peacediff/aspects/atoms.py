"""The names of a text one by one: bodies, entries of the gazetteer, settlements and roles, none overlapping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import attrs

from peacediff.aspects.bodies import OWNER, Body, bodies
from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.reading import Reading
from peacediff.aspects.settlements import settlements
from peacediff.knowledge import Entry

Sense = Literal["place", "party", "status", "none"]
"""``status``: what something is recognised as (``as Russian``); ``none``: a title or a language."""

ANYONE = "*"
"""The id of a pronoun: it may stand for any party."""
COUNTRY = "the-country"
"""The id of words for a state that is named elsewhere."""
MANY = "parties"
"""The id of cues that stand for several parties named elsewhere: ``both sides``."""
_TOLD: tuple[Literal["place", "party"], ...] = ("place", "party")
_BEFORE = 3
"""So near before a kind of place a word of place shows that it tells one."""
_TITLE = 6
"""So many words of a title may stand behind a name."""


@attrs.frozen
class Atom:
    """A name before its sense is known; ``kind`` is that of its entries, or says that it has none."""

    entries: tuple[Entry, ...]
    first: int
    end: int
    body: Body | None = None
    role: str = ""
    sense: Sense = "party"
    """Of a role, or ``none`` of what only renames or is part of a title."""
    owner: str = ""
    """Whose office it is: ``Secretary-General of the African Union``."""

    @property
    def office(self) -> str:
        """What tells it from other roles or entries."""
        return self.role or (self.entries[0].id if self.entries else self.body.name if self.body else "")


def atoms(reading: Reading) -> list[Atom]:
    """All names in order; an office and its owner are one."""
    found = sorted(_atoms(reading), key=lambda atom: atom.first)
    return [_silenced(reading, atom, found) for atom in _with_owners(reading, found)]


def _atoms(reading: Reading) -> Iterator[Atom]:
    """Bodies and titles take the words of the names inside them, names those of the roles."""
    found = list(bodies(reading))
    taken = {at for body in found for at in range(body.first, body.end)}
    yield from (Atom((), body.first, body.end, body=body) for body in found)
    for mention in reading.mentions:
        if mention.first not in taken:
            taken.update(range(mention.first, mention.end))
            yield Atom(mention.entries, mention.first, mention.end)
    for place in settlements(reading, taken):
        taken.update(range(place.first, place.end))
        yield Atom((), place.first, place.end, role=place.key, sense="place")
    yield from _roles(reading, taken)


def _roles(reading: Reading, taken: set[int]) -> Iterator[Atom]:
    """What is told by its kind, but for words that a status needs to be one: ``free of armed forces``."""
    held = [range(hit.first, hit.end) for hit in hits("status", reading)]
    for sense in _TOLD:
        for hit in hits(sense, reading):
            if sense == "party" and any(hit.first > one.start and hit.end <= one.stop for one in held):
                continue
            if taken.isdisjoint(range(hit.first, hit.end)) and (
                sense == "party" or _is_located(reading, hit)
            ):
                taken.update(range(hit.first, hit.end))
                yield Atom((), hit.first, hit.end, role=hit.cue.id, sense=sense)


def _is_located(reading: Reading, hit: Hit) -> bool:
    """Whether a kind of place tells one: with an article or a word of place before it."""
    words, at = reading.knowledge.name_words, hit.first
    placing = words.locatives | words.ways | words.placing | reading.knowledge.articles
    near = range(at, max(at - _BEFORE, -1), -1)
    return hit.cue.rank > 0 or any(reading.keys[one] in placing for one in near) or reading.is_capital(at)


def _with_owners(reading: Reading, found: Sequence[Atom]) -> Iterator[Atom]:
    """Each name, an office with the name that "of" ties to it."""
    pending: Atom | None = None
    for atom in found:
        if pending and _owns(reading, pending, atom):
            pending = attrs.evolve(pending, end=atom.end, owner=atom.office)
            continue
        if pending:
            yield pending
        pending = atom
    if pending:
        yield pending


def _owns(reading: Reading, office: Atom, owner: Atom) -> bool:
    words, articles = reading.knowledge.name_words, reading.knowledge.articles
    if office.owner or office.sense != "party" or owner.sense != "party" or owner.office in ("", "*"):
        return False
    if reading.keys[office.end - 1] not in words.offices or (office.body and office.body.title):
        return False
    between = [key for key in reading.keys[office.end : owner.first] if key not in articles]
    return (
        len(between) == 1 and between[0] in words.of and not any(reading.parted[office.end - 1 : owner.first])
    )


def _silenced(reading: Reading, atom: Atom, found: Sequence[Atom]) -> Atom:
    """A name that only renames the one before it, or is a word in a title, is none of its own."""
    if _renames(reading, atom, found) or _is_in_title(reading, atom) or _heads_a_title(reading, atom, found):
        body = attrs.evolve(atom.body, title=True) if atom.body else None
        return attrs.evolve(atom, sense="none", body=body)
    return atom


def _renames(reading: Reading, atom: Atom, found: Sequence[Atom]) -> bool:
    """Whether a name stands in brackets right behind another, after words such as "formerly"."""
    at, renaming = atom.first, reading.knowledge.name_words.renaming | reading.knowledge.articles
    while at and reading.gap(at).strip() == "" and reading.keys[at - 1] in renaming:
        at -= 1
    if not at or reading.gap(at).strip() not in {"(", ", (", "[", "(“", '("'}:
        return False
    return any(other.end == at and other is not atom for other in found)


def _is_in_title(reading: Reading, atom: Atom) -> bool:
    """Whether capitalised words that end in a kind of text or body go on from a name: ``Protection of Civilians Plan``.

    A role needs a capital for it inside a sentence; after a name of the gazetteer two words, as one may be its holding.
    """
    words = reading.knowledge.name_words
    if atom.body or not _may_be_titled(reading, atom) or reading.literal(atom.end - 1).endswith(OWNER):
        return False
    at = atom.end
    while at < min(atom.end + _TITLE, len(reading.keys)) and reading.gap(at) in {" ", "-", "‑"}:
        key = reading.keys[at]
        if key in words.documents | words.programmes:
            return bool(atom.role) or at > atom.end or key in words.programmes
        if not reading.is_capital(at):
            return False
        at += 1
    return False


def _heads_a_title(reading: Reading, atom: Atom, found: Sequence[Atom]) -> bool:
    """Whether a name behind a number shares the body behind "and": ``the 1267 Shabaab and Taliban Committee``."""
    articles, words = reading.knowledge.articles, reading.knowledge.name_words
    before = reading.keys[atom.first - 1] if atom.first else ""
    if atom.role or not (
        before.isdigit() or (before in articles and atom.first and reading.literal(atom.first).isupper())
    ):
        return False
    at = atom.end
    if at < len(reading.keys) and reading.gap(at).strip() == "(":
        at += 1
    if at + 1 >= len(reading.keys) or reading.keys[at] not in words.joiners:
        return False
    return any(other.body and other.first == at + 1 and other.end - other.first > 1 for other in found)


def _may_be_titled(reading: Reading, atom: Atom) -> bool:
    if not atom.role:
        return True
    inside = atom.first > 0 and not reading.parted[atom.first - 1]
    return inside and all(map(reading.is_capital, range(atom.first, atom.end)))
