"""Names that changed places between two texts: ``if A attacks B``, ``if B attacks A``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import attrs

from peacediff.aspects.names import Group, Named
from peacediff.aspects.naming.lists import Lists
from peacediff.aspects.naming.sides import Side
from peacediff.model import Span

_REACH = 12
"""Words between two names that can have changed their roles."""


@attrs.frozen
class Swap:
    """Names that changed places (``if A attacks B``, ``if B attacks A``): word indices on both sides."""

    name: Named
    old: Span
    new: Span


def swaps(here: Side, there: Side, lists: Sequence[Lists]) -> Iterator[Swap]:
    """Lists that stand in each other's stead, with the same word before each place."""
    moved = [pair for pair in lists if pair.near and _exchanged(here, there, pair)]
    for one, other in combinations(moved, 2):
        near = other.old.first - one.old.end <= _REACH and other.new.first - one.new.end <= _REACH
        if near and _same(one.old, other.new) and _same(other.old, one.new):
            yield Swap(one.old.names[0], (one.old.first, other.old.end), (one.new.first, other.new.end))
            return


def _exchanged(here: Side, there: Side, pair: Lists) -> bool:
    return not _same(pair.old, pair.new) and _role(here, pair.old) == _role(there, pair.new)


def _same(old: Group, new: Group) -> bool:
    there = frozenset(id_ for name in new.names for id_ in name.ids)
    here = frozenset(id_ for name in old.names for id_ in name.ids)
    return all(not name.answers.isdisjoint(there) for name in old.names) and all(
        not name.answers.isdisjoint(here) for name in new.names
    )


def _role(side: Side, group: Group) -> str:
    """The word before a list, where it says what is done to it or by it."""
    at, knowledge = group.first - 1, side.reading.knowledge
    while at >= 0 and side.reading.keys[at] in knowledge.articles:
        at -= 1
    return side.reading.keys[at] if at >= 0 and side.reading.keys[at] in knowledge.name_words.roles else ""
