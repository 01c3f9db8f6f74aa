"""Comparisons in a chain become lineages: the life of every provision across all drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from peacediff.knowledge import Knowledge
from peacediff.lineage.blame import phrases
from peacediff.lineage.returning import returns
from peacediff.lineage.swings import swings
from peacediff.model import Change, Comparison, Draft, History, Lineage, Provision, Return, Standing

Place = tuple[int, str]
"""A provision by the place of its draft and its id."""
Change_ = tuple[int, int, Change]
"""A change with the places of the drafts that it links."""


def follow(drafts: Sequence[Draft], steps: Sequence[Comparison], knowledge: Knowledge) -> History:
    """The history of drafts that are compared each with the next: n drafts, n - 1 steps."""
    back = returns(drafts, steps, knowledge)
    return History(
        tuple(drafts), tuple(steps), back, tuple(_lineages(drafts, steps, back)), phrases(drafts, steps, back)
    )


def _lineages(
    drafts: Sequence[Draft], steps: Sequence[Comparison], back: Sequence[Return]
) -> Iterator[Lineage]:
    """All lineages by where they are first seen."""
    told = [(n, n + 1, change) for n, step in enumerate(steps) for change in step.changes]
    told += [(each.old, each.new, each.change) for each in back]
    roots = _joined(drafts, told)
    held: dict[Place, list[list[Provision]]] = {}
    for place, draft in enumerate(drafts):
        for provision in draft.provisions:
            held.setdefault(roots[place, provision.id], [[] for _ in drafts])[place].append(provision)
    lived: dict[Place, list[Change_]] = {root: [] for root in held}
    for old, new, change in told:
        lived[roots[_ends(old, new, change)[0]]].append((old, new, change))
    for root, provisions in held.items():
        standings = tuple(_standings(provisions, lived[root]))
        yield Lineage(tuple(map(tuple, provisions)), standings, swings(provisions, lived[root]))


def _ends(old: int, new: int, change: Change) -> list[Place]:
    """The provisions of a change, old and new."""
    return [(old, p.id) for p in change.old] + [(new, p.id) for p in change.new]


def _joined(drafts: Sequence[Draft], told: Iterable[Change_]) -> Mapping[Place, Place]:
    """For every provision the first one of its lineage: what links join, directly or not, is one."""
    parent = {(n, p.id): (n, p.id) for n, draft in enumerate(drafts) for p in draft.provisions}
    rank = {place: number for number, place in enumerate(parent)}

    def root(place: Place) -> Place:
        while parent[place] != place:
            parent[place] = place = parent[parent[place]]
        return place

    for old, new, change in told:
        first, *others = _ends(old, new, change)
        for other in others:
            early, late = sorted((root(first), root(other)), key=rank.__getitem__)
            parent[late] = early
    return {place: root(place) for place in parent}


def _standings(provisions: Sequence[Sequence[Provision]], lived: Iterable[Change_]) -> Iterator[Standing]:
    """What the lineage is in each draft: one fate where all steps to it say so, and else ``changed``."""
    fates: list[set[Standing]] = [set() for _ in provisions]
    for old, new, change in lived:
        if new == old + 1:
            fates[new].add(change.fate)
    seen = before = False
    for place, held in enumerate(provisions):
        yield _standing(held=bool(held), before=before, seen=seen, fates=fates[place], place=place)
        before, seen = bool(held), seen or bool(held)


def _standing(*, held: bool, before: bool, seen: bool, fates: set[Standing], place: int) -> Standing:
    if not held:
        return "dropped" if before else "absent"
    if place == 0:
        return "first"
    if not before:
        return "came-back" if seen else "added"
    return min(fates) if len(fates) == 1 else "changed"
