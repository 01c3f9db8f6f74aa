"""How a pair stands against its rivals: the other candidates of its old and of its new provision.

Every figure is taken along the old and along the new side and given as the smaller and the larger of the two, so
that it reads the same in both directions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import attrs

from peacediff.align.similarity import Likeness

_FLOOR = 0.01
"""Added to a sum of squares, so that a lone weak candidate has no full share."""


@attrs.frozen
class Standing:
    """A pair's lead over its best rival (-1 to 1) and its share of all squared scores (0 to 1), lesser and greater."""

    least_margin: float
    greatest_margin: float
    least_share: float
    greatest_share: float


@attrs.frozen
class _Field:
    """The scores around one provision: the best, the second best and the sum of squares."""

    best: float
    second: float
    squares: float

    def margin(self, score: float) -> float:
        return score - (self.second if score == self.best else self.best)

    def share(self, score: float) -> float:
        return score * score / (self.squares + _FLOOR)


def standings(pairs: Sequence[Likeness]) -> list[Standing]:
    """How each pair stands among all of them, in the given order."""
    old = _fields((pair.old, pair.score) for pair in pairs)
    new = _fields((pair.new, pair.score) for pair in pairs)
    return [_standing(pair.score, old[pair.old], new[pair.new]) for pair in pairs]


def _fields(scores: Iterable[tuple[int, float]]) -> Mapping[int, _Field]:
    by_index: dict[int, list[float]] = defaultdict(list)
    for index, score in scores:
        by_index[index].append(score)
    return {index: _field(sorted(around, reverse=True)) for index, around in by_index.items()}


def _field(scores: Sequence[float]) -> _Field:
    best, second = next(pairwise([*scores, 0.0]))
    return _Field(best, second, sum(score * score for score in scores))


def _standing(score: float, old: _Field, new: _Field) -> Standing:
    margins = sorted((old.margin(score), new.margin(score)))
    shares = sorted((old.share(score), new.share(score)))
    return Standing(*margins, *shares)
