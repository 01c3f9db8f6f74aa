"""Splits and merges: a provision left over joins a link where it covers what the link leaves uncovered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

import attrs

from peacediff.align.confidence import regressions
from peacediff.align.exact import Pair
from peacediff.align.similarity import shared_weight
from peacediff.align.units import Unit, Units, together

_NEAR = 3.0
_ACCEPT = 0.5


@attrs.frozen
class Group:
    """Old and new indices that belong together, with the confidence in the weakest of its parts."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    confidence: float


@attrs.frozen
class _Joining:
    """A leftover index of one side (0 old, 1 new) that may join the group numbered ``group``."""

    side: int
    index: int
    group: int
    confidence: float
    size: int

    def rank(self) -> tuple[float, int, int, int]:
        """Best first, the same in both directions where the texts decide."""
        return -self.confidence, self.index + self.group, self.index, self.side


def regrouped(units: Units, linked: Sequence[Group], near: Iterable[Pair]) -> list[Group]:
    """The groups with leftover units joined to them, one side of every group staying a single unit.

    ``linked`` are one-to-one groups; ``near`` are the index pairs worth a look, of which those with exactly one
    linked end matter.
    """
    groups = list(linked)
    homes = _homes(groups)
    touching = _touching(near, homes)
    heap = [(j.rank(), j) for g in touching for j in _joinings(units, groups, g, touching[g], homes)]
    heapify(heap)
    while heap:
        _, best = heappop(heap)
        if (best.side, best.index) in homes or len(_members(groups[best.group], best.side)) != best.size:
            continue
        groups[best.group] = _joined(groups[best.group], best)
        homes[best.side, best.index] = best.group
        for joining in _joinings(units, groups, best.group, touching[best.group], homes):
            heappush(heap, (joining.rank(), joining))
    return groups


def _homes(groups: Sequence[Group]) -> dict[Pair, int]:
    """The group of every linked unit, by side and index."""
    return {
        (side, index): n
        for n, group in enumerate(groups)
        for side in (0, 1)
        for index in _members(group, side)
    }


def _touching(near: Iterable[Pair], homes: Mapping[Pair, int]) -> Mapping[int, list[Pair]]:
    """For each group the leftover units, by side and index, that are near one of its members."""
    touching: dict[int, list[Pair]] = defaultdict(list)
    for i, j in near:
        old, new = homes.get((0, i)), homes.get((1, j))
        if old is None and new is not None:
            touching[new].append((0, i))
        if new is None and old is not None:
            touching[old].append((1, j))
    return touching


def _joinings(
    units: Units, groups: Sequence[Group], number: int, leftovers: Iterable[Pair], homes: Mapping[Pair, int]
) -> Iterator[_Joining]:
    """The likely joinings of leftovers to a group; the side across must be a single unit."""
    group = groups[number]
    for side, index in leftovers:
        if (side, index) in homes or len(_members(group, 1 - side)) != 1:
            continue
        confidence = regressions()["regroup"].probability(joining_features(units, group, side, index))
        if confidence > _ACCEPT:
            yield _Joining(side, index, number, confidence, len(_members(group, side)))


def joining_features(units: Units, group: Group, side: int, index: int) -> Mapping[str, float]:
    """What speaks for a unit of one side joining a group, by feature name.

    ``gain``: the rise of the group's Dice coefficient; ``leftover_covered``: the share of the joining text, and
    ``across_covered`` of the single text across, that the joining newly covers; ``nearness``: 1 beside a member,
    falling off with the distance.
    """
    mine, across = (units.old, units.new) if side == 0 else (units.new, units.old)
    members = _members(group, side)
    target = across[_members(group, 1 - side)[0]]
    joining = mine[index]
    present = together([mine[i] for i in members], units.weights)
    before = shared_weight(present.bag, target.bag, units.weights)
    after = shared_weight(together([present, joining], units.weights).bag, target.bag, units.weights)
    distance = min(abs(index - i) for i in members) - 1
    return {
        "gain": _dice(after, present, joining, target) - _dice(before, present, target),
        "leftover_covered": (after - before) / joining.weight if joining.weight else 0.0,
        "across_covered": (after - before) / target.weight,
        "nearness": 1 / (1 + distance / _NEAR),
    }


def _dice(shared: float, *units: Unit) -> float:
    return 2 * shared / sum(unit.weight for unit in units)


def _joined(group: Group, joining: _Joining) -> Group:
    confidence = min(group.confidence, joining.confidence)
    old, new = group.old, group.new
    if joining.side == 0:
        return Group(tuple(sorted((*old, joining.index))), new, confidence)
    return Group(old, tuple(sorted((*new, joining.index))), confidence)


def _members(group: Group, side: int) -> tuple[int, ...]:
    return group.new if side else group.old
