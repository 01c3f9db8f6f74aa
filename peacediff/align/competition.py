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
from peacediff.align.partners import Partners
from peacediff.align.similarity import Likeness

_SHARPNESS = 6
"""A share compares scores to this power, so that a crowd of weak rivals does not outweigh one strong candidate."""
_FLOOR = 0.1
"""A share counts one more rival of this score, so that a lone weak candidate has no full share."""


class Standing(NamedTuple):
    """A pair's lead over its best rival (-1 to 1) and its share of all scores (0 to 1), lesser and greater."""

    least_margin: float
    greatest_margin: float
    least_share: float
    greatest_share: float


@attrs.frozen
class _Field:
    """All candidates of one provision, best first, as (score, index), and the sum of their scores' powers."""

    ranked: Sequence[tuple[float, int]]
    powers: float

    def margin(self, score: float, friends: Collection[int]) -> float:
        """The lead over the best candidate that is no friend; the candidate itself counts as one."""
        return score - best_apart_from(friends, self.ranked)

    def share(self, score: float, friends: Collection[int]) -> float:
        """The score's part of all but its friends', as powers."""
        power, shared = score**_SHARPNESS, 0.0
        if len(friends) > 1:
            shared = sum(s**_SHARPNESS for s, index in self.ranked if index in friends) - power
        return power / (self.powers - shared + _FLOOR**_SHARPNESS)


def best_apart_from(friends: Collection[int], ranked: Iterable[tuple[float, int]]) -> float:
    """The greatest value that is of none of these indices, the ranked ones being in order; 0 where there is none."""
    for value, index in ranked:
        if index not in friends:
            return value
    return 0.0


def standings(evidence: Evidence) -> list[Standing]:
    """How each pair stands among all of them, in the given order; partners are no rivals."""
    pairs = evidence.pairs
    old = _fields((pair.old, pair.score, pair.new) for pair in pairs)
    new = _fields((pair.new, pair.score, pair.old) for pair in pairs)
    return [_standing(pair, old[pair.old], new[pair.new], evidence.partners) for pair in pairs]


def _fields(scores: Iterable[tuple[int, float, int]]) -> Mapping[int, _Field]:
    around: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for index, score, other in scores:
        around[index].append((score, other))
    return {index: _field(sorted(candidates, reverse=True)) for index, candidates in around.items()}


def _field(ranked: Sequence[tuple[float, int]]) -> _Field:
    return _Field(ranked, sum(score**_SHARPNESS for score, _ in ranked))


def _standing(pair: Likeness, old: _Field, new: _Field, partners: Partners) -> Standing:
    news, olds = partners.of_new(pair), partners.of_old(pair)
    margins = sorted((old.margin(pair.score, news), new.margin(pair.score, olds)))
    shares = sorted((old.share(pair.score, news), new.share(pair.score, olds)))
    return Standing(*margins, *shares)
