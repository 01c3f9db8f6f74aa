"""How a pair stands against its rivals: the other candidates of its old and of its new provision.

Every figure is taken along the old and along the new side and given as the smaller and the larger of the two, so
that it reads the same in both directions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import attrs

from peacediff.align.evidence import Evidence
from peacediff.align.similarity import Likeness
from peacediff.align.units import Unit

_SHARPNESS = 6
"""A share compares scores to this power, so that a crowd of weak rivals does not outweigh one strong candidate."""
_FLOOR = 0.1
"""A share counts one more rival of this score, so that a lone weak candidate has no full share."""


class Standing(NamedTuple):
    """How a pair stands, lesser and greater of both sides.

    A ``margin`` is its lead over its best rival in score (-1 to 1), a ``share`` its part of all scores (0 to 1), a
    ``lead`` its lead in how much of the provision's text it holds (-1 to 1): a short point that became a long one is
    like several by its score, and all of it stands in one.
    """

    least_margin: float
    greatest_margin: float
    least_share: float
    greatest_share: float
    least_lead: float
    greatest_lead: float


Ranked = Sequence[tuple[float, int]]
"""The candidates of a provision, each a figure and an index, the greatest figure first."""


@attrs.frozen
class _Side:
    """The candidates of every provision of one side, by score, with the sum of its powers, and by how much is held."""

    by_score: Mapping[int, Ranked]
    powers: Mapping[int, float]
    by_held: Mapping[int, Ranked]

    @classmethod
    def of(cls, candidates: Sequence[_Candidate]) -> _Side:
        by_score = _ranked((c.here, c.score, c.there) for c in candidates)
        powers = {here: sum([score**_SHARPNESS for score, _ in ranked]) for here, ranked in by_score.items()}
        return cls(by_score, powers, _ranked((c.here, c.held, c.there) for c in candidates))

    def standing(self, pair: _Candidate, friends: Collection[int]) -> tuple[float, float, float]:
        """A pair's margin, share and lead among all candidates that are no friends; it counts as one itself."""
        return (
            pair.score - best_apart_from(friends, self.by_score[pair.here]),
            self.share(pair, friends),
            pair.held - best_apart_from(friends, self.by_held[pair.here]),
        )

    def share(self, pair: _Candidate, friends: Collection[int]) -> float:
        """The score's part of all but its friends', as powers."""
        power, shared = pair.score**_SHARPNESS, 0.0
        if len(friends) > 1:
            shared = sum(s**_SHARPNESS for s, index in self.by_score[pair.here] if index in friends) - power
        return power / (self.powers[pair.here] - shared + _FLOOR**_SHARPNESS)


class _Candidate(NamedTuple):
    """A pair as one side sees it: both indices, the score, and the share of the text here that stands there."""

    here: int
    there: int
    score: float
    held: float


def best_apart_from(friends: Collection[int], ranked: Iterable[tuple[float, int]]) -> float:
    """The greatest value that is of none of these indices, the ranked ones being in order; 0 where there is none."""
    for value, index in ranked:
        if index not in friends:
            return value
    return 0.0


def standings(evidence: Evidence) -> list[Standing]:
    """How each pair stands among all of them, in the given order; partners are no rivals."""
    units, pairs, partners = evidence.units, evidence.pairs, evidence.partners
    olds = [_Candidate(p.old, p.new, p.score, _held(p, units.old[p.old])) for p in pairs]
    news = [_Candidate(p.new, p.old, p.score, _held(p, units.new[p.new])) for p in pairs]
    old, new = _Side.of(olds), _Side.of(news)
    return [
        _standing(old.standing(mine, partners.of_new(p)), new.standing(theirs, partners.of_old(p)))
        for p, mine, theirs in zip(pairs, olds, news, strict=True)
    ]


def _held(pair: Likeness, unit: Unit) -> float:
    return pair.common / unit.weight if unit.weight else 0.0


def _ranked(candidates: Iterable[tuple[int, float, int]]) -> Mapping[int, Ranked]:
    around: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for here, figure, there in candidates:
        around[here].append((figure, there))
    return {here: sorted(ranked, reverse=True) for here, ranked in around.items()}


def _standing(old: tuple[float, float, float], new: tuple[float, float, float]) -> Standing:
    margins, shares, leads = (sorted(figures) for figures in zip(old, new, strict=True))
    return Standing(*margins, *shares, *leads)
