"""Splits and merges: a provision left over joins a link where it covers what the link leaves uncovered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

import attrs

from peacediff.align.confidence import regressions
from peacediff.align.exact import Pair
from peacediff.align.similarity import common_weight
from peacediff.align.units import Unit, Units, together

_NEAR = 3.0
_LIKELY = 0.6
"""A joining must be likelier than this: merges are far rarer in drafts than in what the regression learned from."""
_PART = 0.55
"""A joining must newly cover this share of its own text, or of its even share of the text across: where it covers less
of both, two texts about one thing merely have words in common."""


@attrs.frozen
class Group:
    """Old and new indices that belong together, with the confidence in the weakest of its parts."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    confidence: float

    def side(self, side: int) -> tuple[int, ...]:
        """The indices of the old (0) or the new (1) side."""
        return self.new if side else self.old

    def joined(self, side: int, index: int, confidence: float) -> Group:
        """The group with one more index."""
        members = tuple(sorted((*self.side(side), index)))
        lesser = min(self.confidence, confidence)
        return Group(self.old, members, lesser) if side else Group(members, self.new, lesser)


@attrs.frozen(order=True)
class _Joining:
    """A leftover that may join a group; compared in the order in which joinings are tried, best first.

    ``places`` are the sum and the distance of both indices: the same whichever draft is the old one.
    """

    doubt: float
    places: tuple[int, int]
    side: int
    index: int
    group: int
    size: int


def regrouped(units: Units, linked: Sequence[Group], compared: Iterable[Pair]) -> list[Group]:
    """The groups with leftover units joined to them, one side of every group staying a single unit.

    ``linked`` are one-to-one groups; of the ``compared`` pairs those with exactly one linked end matter.
    """
    return _Regrouping(units, linked, compared).result()


class _Regrouping:
    """Groups growing, the likeliest joining first."""

    def __init__(self, units: Units, linked: Sequence[Group], compared: Iterable[Pair]) -> None:
        self.units, self.groups = units, list(linked)
        self.home = {(0, i): n for n, group in enumerate(linked) for i in group.old}
        self.home |= {(1, j): n for n, group in enumerate(linked) for j in group.new}
        self.leftovers = self.around_groups(compared)

    def around_groups(self, compared: Iterable[Pair]) -> Mapping[int, list[Pair]]:
        """For each group the leftovers, by side and index, that were compared with one of its members."""
        around: dict[int, list[Pair]] = defaultdict(list)
        for i, j in compared:
            old, new = self.home.get((0, i)), self.home.get((1, j))
            if old is None and new is not None:
                around[new].append((0, i))
            if new is None and old is not None:
                around[old].append((1, j))
        return around

    def result(self) -> list[Group]:
        heap = [joining for number in self.leftovers for joining in self.joinings(number)]
        heapify(heap)
        while heap:
            best = heappop(heap)
            group = self.groups[best.group]
            if (best.side, best.index) in self.home or len(group.side(best.side)) != best.size:
                continue
            self.groups[best.group] = group.joined(best.side, best.index, 1 - best.doubt)
            self.home[best.side, best.index] = best.group
            for joining in self.joinings(best.group):
                heappush(heap, joining)
        return self.groups

    def unit(self, side: int, index: int) -> Unit:
        """A unit of the old (0) or the new (1) side."""
        return (self.units.new if side else self.units.old)[index]

    def joinings(self, number: int) -> Iterator[_Joining]:
        """The likely joinings to a group; the side across must be a single unit.

        What a heading says stands in what it heads, so it is no part of a provision, however many of its words are.
        """
        group = self.groups[number]
        for side, index in self.leftovers[number]:
            across = group.side(1 - side)
            if (side, index) in self.home or len(across) != 1:
                continue
            if self.unit(side, index).heading and not self.unit(1 - side, across[0]).heading:
                continue
            features = joining_features(self.units, group, side, index)
            doubt, size = 1 - regressions()["regroup"].probability(features), len(group.side(side))
            if doubt < 1 - _LIKELY and _is_part(features, size + 1):
                places = (index + across[0], abs(index - across[0]))
                yield _Joining(doubt, places, side, index, number, size)


class JoiningFeatures(NamedTuple):
    """What speaks for a unit of one side joining a group.

    ``gain``: the rise of the group's Dice coefficient; ``leftover_covered``: the share of the joining text, and
    ``across_covered`` of the single text across, that the joining newly covers; ``contained``: the share of the joining
    text that stands across at all; ``nearness``: 1 beside a member, falling off with the distance.
    """

    gain: float
    leftover_covered: float
    across_covered: float
    contained: float
    nearness: float


def _is_part(features: JoiningFeatures, parts: int) -> bool:
    """Whether what joins is one of so many parts of the text across, and not merely like it."""
    return max(features.leftover_covered, parts * features.across_covered) >= _PART


def joining_features(units: Units, group: Group, side: int, index: int) -> JoiningFeatures:
    """What speaks for a unit of one side joining a group whose other side is a single unit."""
    mine, across = (units.new, units.old) if side else (units.old, units.new)
    members = group.side(side)
    target = across[group.side(1 - side)[0]]
    joining = mine[index]
    present = together([mine[i] for i in members], units.weights)
    before = common_weight(present, target, units)
    fresh = max(0.0, common_weight(together([present, joining], units.weights), target, units) - before)
    distance = min(abs(index - i) for i in members) - 1
    return JoiningFeatures(
        gain=_dice(before + fresh, present, joining, target) - _dice(before, present, target),
        leftover_covered=fresh / joining.weight,
        across_covered=fresh / target.weight,
        contained=common_weight(joining, target, units) / joining.weight,
        nearness=1 / (1 + distance / _NEAR),
    )


def _dice(shared: float, *units: Unit) -> float:
    return 2 * shared / sum(unit.weight for unit in units)
