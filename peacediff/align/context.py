"""What the surroundings say of a pair, once some links are fairly sure.

*Free margins*: a rival counts less the surer it is taken by another. *Claims*: a pair's share of all confidence
around its two ends. *Support*: sure links nearby, forwards or backwards, so that a reversed draft reads the same.
*Sandwich*: both provisions lie in the same gap between sure links. *Family*: the rest of the two points is linked
already. All of it is the same in both directions.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import exp, sqrt
from typing import NamedTuple

import attrs

from peacediff.align.competition import best_apart_from
from peacediff.align.evidence import Evidence
from peacediff.align.exact import Pair
from peacediff.align.partners import Partners
from peacediff.align.similarity import Likeness

_REACH = 4
"""How many places away, on both sides, a sure link still supports a pair."""
_FADE = 1.5
_SLANT = 1.0
_SURE = 0.5
_DOUBT = 0.2
"""A claim counts one more rival of this confidence, so that a lone unlikely candidate has no full claim."""
_ALIKE = 0.4
"""From this score on a place between sure links speaks for a pair in full; below, the less alike the less."""


class Context(NamedTuple):
    """What surrounds a pair.

    ``least_margin`` and ``greatest_margin`` are free margins (-1 to 1), ``least_claim`` and ``greatest_claim`` shares
    (0 to 1), ``support`` is 0 and up. ``sandwich`` is 1 where both provisions stand alone between the same sure links
    and are somewhat alike, less the more others stand with them or the less alike they are, 0 where they do not lie in
    the same gap. ``family`` is the share of both points' provisions that answer each other without this pair.
    """

    least_margin: float
    greatest_margin: float
    least_claim: float
    greatest_claim: float
    support: float
    sandwich: float
    family: float


def contexts(evidence: Evidence, confidences: Sequence[float]) -> list[Context]:
    """What surrounds each compared pair, given how sure each seemed without its surroundings."""
    likely = {(p.old, p.new): c for p, c in zip(evidence.pairs, confidences, strict=True) if c > _SURE}
    sure = likely | dict.fromkeys(evidence.exact, 1.0)
    margins = _free_margins(evidence.pairs, evidence.partners, confidences)
    old_gaps, new_gaps = _Gaps.between(sure, 0), _Gaps.between(sure, 1)
    families = _Families.related(evidence, sure)
    around: dict[int, list[Pair]] = defaultdict(list)
    for i, j in sure:
        around[i].append((i, j))
    claims = _claims(evidence.pairs, confidences)
    return [
        Context(
            *margin,
            *claim,
            _support(pair, sure, around),
            _sandwich(pair, old_gaps, new_gaps),
            families.share((pair.old, pair.new)),
        )
        for pair, margin, claim in zip(evidence.pairs, margins, claims, strict=True)
    ]


def _claims(pairs: Sequence[Likeness], confidences: Sequence[float]) -> list[tuple[float, float]]:
    """Each pair's share of all confidence around its old and its new provision."""
    rows: dict[int, float] = defaultdict(float)
    columns: dict[int, float] = defaultdict(float)
    for pair, p in zip(pairs, confidences, strict=True):
        rows[pair.old] += p
        columns[pair.new] += p
    return [
        _ordered(p / (rows[pair.old] + _DOUBT), p / (columns[pair.new] + _DOUBT))
        for pair, p in zip(pairs, confidences, strict=True)
    ]


def _free_margins(
    pairs: Sequence[Likeness], partners: Partners, confidences: Sequence[float]
) -> list[tuple[float, float]]:
    """Each pair's lead over its best rival, along both sides, every rival discounted by how sure it is taken."""
    rows, columns = _taken(pairs, confidences, "old"), _taken(pairs, confidences, "new")
    old: dict[int, list[tuple[float, int]]] = defaultdict(list)
    new: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in pairs:
        old[pair.old].append((pair.score * (1 - best_apart_from((pair.old,), columns[pair.new])), pair.new))
        new[pair.new].append((pair.score * (1 - best_apart_from((pair.new,), rows[pair.old])), pair.old))
    for rivals in (*old.values(), *new.values()):
        rivals.sort(reverse=True)
    return [
        _ordered(
            pair.score - best_apart_from(partners.of_new(pair), old[pair.old]),
            pair.score - best_apart_from(partners.of_old(pair), new[pair.new]),
        )
        for pair in pairs
    ]


def _taken(
    pairs: Sequence[Likeness], confidences: Sequence[float], side: str
) -> Mapping[int, list[tuple[float, int]]]:
    """For each index of a side, the two surest partners with their confidence."""
    claims: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair, p in zip(pairs, confidences, strict=True):
        here, there = (pair.old, pair.new) if side == "old" else (pair.new, pair.old)
        claims[here].append((p, there))
    return {index: sorted(claim, reverse=True)[:2] for index, claim in claims.items()}


def _ordered(a: float, b: float) -> tuple[float, float]:
    return (a, b) if a <= b else (b, a)


def _support(pair: Likeness, sure: Mapping[Pair, float], around: Mapping[int, Sequence[Pair]]) -> float:
    total = 0.0
    for i in range(pair.old - _REACH, pair.old + _REACH + 1):
        for link in around.get(i, ()):
            factor = _NEARNESS.get((link[0] - pair.old, link[1] - pair.new))
            if factor is not None:
                total += sure[link] * factor
    return total


def _nearness(across: int, down: int) -> float:
    slant = min(abs(across - down), abs(across + down))
    return exp(-(abs(across) + abs(down) - 2) / (2 * _FADE) - slant / _SLANT)


_STEPS = [step for step in range(-_REACH, _REACH + 1) if step]
_NEARNESS = {(across, down): _nearness(across, down) for across in _STEPS for down in _STEPS}
"""How much a sure link counts for a pair, by how far away it is on both sides."""


@attrs.frozen
class _Gaps:
    """The indices of one side that have a sure link, ascending, and each one's surest partner."""

    indices: Sequence[int]
    partners: Sequence[int]

    @classmethod
    def between(cls, sure: Mapping[Pair, float], side: int) -> _Gaps:
        surest: dict[int, tuple[float, int]] = {}
        for pair, p in sure.items():
            here, there = pair[side], pair[1 - side]
            surest[here] = max(surest.get(here, (0.0, -1)), (p, there))
        indices = sorted(surest)
        return cls(indices, [surest[index][1] for index in indices])

    def room(self, here: int, there: int) -> int:
        """How many units stand in the gap around ``here``; 0 unless ``there`` lies across it, either way round."""
        before, after = bisect_left(self.indices, here) - 1, bisect_right(self.indices, here)
        if before < 0 or after >= len(self.indices):
            return 0
        low, high = sorted((self.partners[before], self.partners[after]))
        return self.indices[after] - self.indices[before] - 1 if low < there < high else 0


def _sandwich(pair: Likeness, old: _Gaps, new: _Gaps) -> float:
    room = old.room(pair.old, pair.new)
    room = room and room * new.room(pair.new, pair.old)
    return min(pair.score / _ALIKE, 1.0) / sqrt(room) if room else 0.0


@attrs.frozen
class _Families:
    """How much of the points of both drafts answers each other, by family number."""

    evidence: Evidence
    sure: Mapping[Pair, float]
    linked: Mapping[Pair, float]
    old_sizes: Mapping[int, int]
    new_sizes: Mapping[int, int]

    @classmethod
    def related(cls, evidence: Evidence, sure: Mapping[Pair, float]) -> _Families:
        old, new = evidence.units.old, evidence.units.new
        linked: dict[Pair, float] = defaultdict(float)
        for (i, j), confidence in sure.items():
            linked[old[i].family, new[j].family] += confidence
        sizes = (Counter(unit.family for unit in side) for side in (old, new))
        return cls(evidence, sure, linked, *sizes)

    def share(self, pair: Pair) -> float:
        """The share of the smaller family that answers the other, the pair itself counted as one that does not."""
        families = self.evidence.units.old[pair[0]].family, self.evidence.units.new[pair[1]].family
        linked = self.linked.get(families, 0.0) - self.sure.get(pair, 0.0)
        return min(linked / min(self.old_sizes[families[0]], self.new_sizes[families[1]]), 1.0)
