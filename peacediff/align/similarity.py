"""How alike two provisions are by their words alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapidfuzz.distance import Indel

from peacediff.align.exact import Pair
from peacediff.align.kin import kinship
from peacediff.align.units import Unit, Units


class Likeness(NamedTuple):
    """Two provisions compared, with a score from 0 to 1, and the weight of the stems and of all that they share.

    A named tuple, as there are as many of these as there are compared pairs. ``common`` counts kin besides the stems.
    """

    old: int
    new: int
    score: float
    shared: float
    common: float


def likenesses(units: Units, pairs: Iterable[Pair]) -> list[Likeness]:
    """Compare the pairs; the order is kept and scores are rounded, so that equal ones are equal everywhere."""
    return [_likeness(units.old[i], units.new[j], units) for i, j in pairs]


def score(old: Unit, new: Unit, units: Units) -> float:
    """The mean of weighted Dice and of rapidfuzz's Indel similarity over stems, kin taken for one, 0 to 1."""
    return _likeness(old, new, units).score


def _likeness(old: Unit, new: Unit, units: Units) -> Likeness:
    shared = shared_weight(old.bag, new.bag, units.weights)
    kin = kinship(old, new, units)
    common = shared + kin.weight
    alike = dice(common, old.weight + new.weight)
    told = round((alike + Indel.normalized_similarity(kin.old, kin.new)) / 2, 6)
    return Likeness(old.index, new.index, told, shared, common)


def common_weight(one: Unit, other: Unit, units: Units) -> float:
    """The weight of what two units have in common: the stems of both, and their kin."""
    return shared_weight(one.bag, other.bag, units.weights) + kinship(one, other, units).weight


def dice(shared: float, total: float) -> float:
    """The share of both texts' weight that stands in common stems, 0 to 1 (Dice's coefficient, weighted)."""
    return 2 * shared / total if total else 0.0


def shared_weight(old: Mapping[str, int], new: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """The weight of the stems that two bags have in common."""
    few, many = (old, new) if len(old) <= len(new) else (new, old)
    total = 0.0
    for stem, count in few.items():
        if there := many.get(stem):
            total += weights[stem] * (count if count < there else there)
    return total
