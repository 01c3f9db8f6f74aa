"""How alike two provisions are by their words alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs
from rapidfuzz.distance import Indel

from peacediff.align.exact import Pair
from peacediff.align.units import Unit, Units


@attrs.frozen
class Likeness:
    """Two provisions compared, with a score from 0 to 1."""

    old: int
    new: int
    score: float


def likenesses(units: Units, pairs: Iterable[Pair]) -> list[Likeness]:
    """Compare the pairs; the order is kept and scores are rounded, so that equal ones are equal everywhere."""
    return [Likeness(i, j, score(units.old[i], units.new[j], units.weights)) for i, j in pairs]


def score(old: Unit, new: Unit, weights: Mapping[str, float]) -> float:
    """The mean of weighted Dice and of rapidfuzz's Indel similarity over stems, 0 to 1."""
    return round((dice(old, new, weights) + Indel.normalized_similarity(old.code, new.code)) / 2, 6)


def dice(old: Unit, new: Unit, weights: Mapping[str, float]) -> float:
    """The share of both texts' weight that stands in common stems, 0 to 1 (Dice's coefficient, weighted)."""
    total = old.weight + new.weight
    return 2 * shared_weight(old.bag, new.bag, weights) / total if total else 0.0


def shared_weight(old: Mapping[str, int], new: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """The weight of the stems that two bags have in common."""
    few, many = sorted((old, new), key=len)
    return sum(weights[stem] * min(count, many[stem]) for stem, count in few.items() if stem in many)
