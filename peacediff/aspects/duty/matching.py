"""Which word of duty of one side answers which of the other."""

from __future__ import annotations

from functools import lru_cache

from peacediff.aspects.duty.terms import NOTICE, find
from peacediff.aspects.facing import Facing, Matching, Naming, Term, facing
from peacediff.aspects.reading import Reading

_NEARBY = 4
"""So few words on, a kept word must stand where a notice answers a duty."""


@lru_cache(maxsize=2)
def matched(before: Reading, after: Reading) -> Matching:
    """By rank and action, rank and place, action, place, rank; a mere notice answers what is left, near by.

    Where each side has one alone, they answer each other.
    """
    old, new, across = find(before), find(after), facing(before, after)
    matching = Matching.of(old, new, across)
    matching.match(lambda term: (term.rank, term.about) if term.about else None)
    matching.match(lambda term: (term.rank, term.place))
    matching.match(lambda term: term.about or None if term.rank != NOTICE else None)
    matching.match(lambda term: term.place if term.rank != NOTICE else None)
    matching.match(lambda term: term.rank if term.rank != NOTICE else None)
    matching.match(_near(across), _near(across.turned()))
    if len(old) == len(new) == 1:
        matching.match(lambda term: term.rank != NOTICE or None)
    return matching


def _near(across: Facing) -> Naming:
    """The place of a term whose next kept word stands near."""

    def name(term: Term) -> int | None:
        following = across.old[term.place : term.place + 1]
        return term.place if following and following[0] - term.end < _NEARBY else None

    return name
