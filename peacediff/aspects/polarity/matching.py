"""Which denial of one side answers which of the other."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from itertools import permutations

from peacediff.aspects.facing import Matching, Naming, Term, Terms, clause_start
from peacediff.aspects.polarity.objects import match_objects
from peacediff.aspects.polarity.sides import Side, sides
from peacediff.aspects.polarity.ways import FORBIDDEN, FORBIDDING, NOUN, VERB
from peacediff.aspects.reading import Reading

_WAYS = ((VERB, NOUN), (FORBIDDING,), (FORBIDDEN,))
"""Ways of denying that answer each other in one clause."""


@lru_cache(maxsize=2)
def matched(before: Reading, after: Reading) -> Matching:
    """The same word denied; another one denied where it stood; by a verb here and a noun there in one clause.

    What is denied twice is affirmed, so it answers only what is denied by a verb as well.
    """
    old, new = sides(before, after)
    matching = Matching.of(old.denials, new.denials, old.across)
    matching.match(_denied(old), _denied(new))
    matching.match(lambda term: term.place if term.rank == VERB else None)
    single = Matching(_undoubled(matching.old, old), _undoubled(matching.new, new))
    _match_ways(single, old, new)
    return matching.take(single.pairs)


def _denied(side: Side) -> Naming:
    """Name a denial by the word that it denies, and whether that is a denial too."""
    return lambda term: (term.about, side.is_doubled(term)) if term.about else None


def _undoubled(terms: Terms, side: Side) -> Terms:
    return [term for term in terms if not side.is_doubled(term)]


def _match_ways(matching: Matching, old: Side, new: Side) -> None:
    """Pair what the two sides deny in different ways."""
    before, after = old.reading, new.reading
    match_objects(matching, before, after)
    matching.match(lambda term: term.place)
    for rank, other in permutations((VERB, NOUN)):
        matching.match(_about(rank), _beside(new, other, _words(matching.old, rank)))
        matching.match(_beside(old, other, _words(matching.new, rank)), _about(rank))
    for ranks, others in permutations(_WAYS, 2):
        matching.match(_clause(old, ranks), _clause(new, others))
    matching.match(_lacking(new), _lacking(old))


def _words(terms: Terms, rank: int) -> frozenset[str]:
    return frozenset(term.about for term in terms if term.rank == rank)


def _about(rank: int) -> Naming:
    """Name what is denied in one way by the word that is denied."""
    return lambda term: term.about if term.rank == rank else None


def _beside(side: Side, rank: int, words: Container[str]) -> Naming:
    """Name what is denied in one way by the first word around it that is one of these."""

    def name(term: Term) -> str | None:
        found = (stem for stem in side.around(term.at) if stem in words)
        return next(found, None) if term.rank == rank else None

    return name


def _clause(side: Side, ranks: Container[int]) -> Naming:
    """Name what is denied in some ways by the place of its clause."""
    return lambda term: (
        side.across.places(clause_start(side.reading, term.at)) if term.rank in ranks else None
    )


def _lacking(side: Side) -> Naming:
    """One name for all that is denied of words that a side does not have."""
    return lambda term: None if term.about in side.reading.stems else ""
