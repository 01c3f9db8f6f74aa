"""Polarity: what is denied on one side only.

A denial is known by the word that it denies; where that was reworded, by where it stands. No denial is passed over
in silence unless one on the other side answers it: each that is left is told as added or removed. How firm a denial
is ("must not", "should not") is told by duty.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import permutations

import attrs

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.facing import (
    Facing,
    Matching,
    Naming,
    Term,
    Terms,
    clause_start,
    facing,
    governed,
    ruling,
    shift,
)
from peacediff.aspects.reading import Reading
from peacediff.model import Shift

_VERB, _NOUN, _FORBIDDING, _PREFIX = 1, 2, 3, 4
"""The ranks of cues: how they deny."""
_SHORTEST = 4
"""Letters of a word that a prefix can deny."""


def polarity(old: Reading, new: Reading) -> Iterator[Shift]:
    """What came to be denied, and what is denied no longer."""
    before, after = list(hits("polarity", old)), list(hits("polarity", new))
    if not before and not after:
        return
    across, sides = facing(old, new), (old, new)
    one, other = _Side(old, before, across), _Side(new, after, across.turned())
    left = _matched(one, other)
    yield from (shift("polarity", "removed", sides, (term, None)) for term in _undoubled(left.old))
    yield from (shift("polarity", "added", sides, (None, term)) for term in _undoubled(left.new))
    yield from (shift("polarity", "removed", sides, (term, bare)) for term, bare in _prefixed(one, other))
    yield from (shift("polarity", "added", sides, (bare, term)) for term, bare in _prefixed(other, one))


@attrs.frozen
class _Side:
    """One side with its cues; the other is across."""

    reading: Reading
    hits: list[Hit]
    across: Facing

    @property
    def denials(self) -> Terms:
        """But for those that are the first part of a word."""
        taken = {at for hit in self.hits if hit.cue.rank != _PREFIX for at in range(hit.first, hit.end)}
        return [_denial(hit, self.reading, taken) for hit in self.hits if hit.cue.rank != _PREFIX]

    def clauses(self, rank: int) -> Naming:
        """Name terms of a rank by the place of their clause."""
        return lambda term: (
            self.across.places(clause_start(self.reading, term.at)) if term.rank == rank else None
        )

    def lacks(self, term: Term) -> str | None:
        """A name for terms about words that this side does not have."""
        return None if term.about in self.reading.stems else "lacking"

    @property
    def prefixed(self) -> Terms:
        """Words that may be denied by their first part."""
        return [_prefix(hit, self.reading) for hit in self.hits if hit.cue.rank == _PREFIX]


def _prefixed(mine: _Side, other: _Side) -> Iterator[tuple[Term, Term]]:
    """What is denied by the first part of a word on one side alone, and the bare word across."""
    denied = {term.about for term in other.prefixed}
    for term in mine.prefixed:
        if len(term.about) >= _SHORTEST and term.about in other.reading.keys and term.about not in denied:
            place = mine.across.places(term.at)
            for at, key in enumerate(other.reading.keys):
                if key == term.about and other.across.places(at) == place:
                    yield term, attrs.evolve(term, at=at, first=at, end=at + 1)


def _denial(hit: Hit, reading: Reading, taken: Container[int]) -> Term:
    """With the word it denies: the next one, or where a mark follows the one before that denies nothing itself."""
    denied = governed(reading, hit.end)
    end = hit.end if denied is None else reading.whole(denied)
    if denied is None:
        denied = ruling(reading, hit.first, taken)
    about = "" if denied is None else reading.stems[denied]
    return Term(hit.cue.id, hit.cue.rank, about, hit.first, hit.first, end)


def _prefix(hit: Hit, reading: Reading) -> Term:
    """About the word without the prefix, which may be written apart ("non-nuclear")."""
    key, end = reading.keys[hit.first], hit.end
    if key in hit.cue.forms:
        about = reading.keys[end] if end < len(reading.keys) else ""
        return Term(hit.cue.id, hit.cue.rank, about, hit.first, hit.first, min(end + 1, len(reading.keys)))
    prefixes = (form.removesuffix("*") for form in hit.cue.forms)
    about = next((key.removeprefix(p) for p in prefixes if key.startswith(p)), "")
    return Term(hit.cue.id, hit.cue.rank, about, hit.first, hit.first, end)


def _matched(old: _Side, new: _Side) -> Matching:
    """The same word denied; another one denied where it stood; by a verb here and a noun there in one clause."""
    matching = Matching.of(old.denials, new.denials, old.across)
    matching.match(lambda term: term.about or None).match(lambda term: term.place)
    for mine, other in permutations((_VERB, _NOUN, _FORBIDDING), 2):
        matching.match(old.clauses(mine), new.clauses(other))
    return matching.match(new.lacks, old.lacks)


def _undoubled(terms: Terms) -> Terms:
    """Without denials that deny each other ("not prohibited", "not without")."""
    kept: Terms = []
    for term in terms:
        if kept and kept[-1].end == term.at + 1:
            kept.pop()
        else:
            kept.append(term)
    return kept
