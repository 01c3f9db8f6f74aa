"""Which old and new provisions are worth comparing: those that share telling stems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest

from peacediff.align.exact import Pair
from peacediff.align.units import Unit, Units

_DENSE = 60_000
"""Up to so many pairs all are candidates that share a stem at all."""
_CROWD = 400
"""In larger drafts a stem that makes more pairs than this is too common to bring two provisions together."""
_BEST = 12
"""In larger drafts each provision keeps so many candidates, the best by shared weight."""


def candidates(units: Units, old: Sequence[int], new: Sequence[int]) -> list[Pair]:
    """Index pairs to compare, sorted, out of the given old and new units.

    The shared weight is summed through an inverted index, so the cost grows with the text, not its square.
    """
    dense = len(old) * len(new) <= _DENSE
    shared = _shared_weight(units, old, new, None if dense else _CROWD)
    return sorted(shared) if dense else sorted(_pruned(shared, units))


def _shared_weight(
    units: Units, old: Iterable[int], new: Iterable[int], crowd: int | None
) -> Mapping[Pair, float]:
    posted_old, posted_new = _posted(units.old, old), _posted(units.new, new)
    shared: dict[Pair, float] = defaultdict(float)
    for stem, olds in posted_old.items():
        news = posted_new.get(stem, [])
        if crowd is None or len(olds) * len(news) <= crowd:
            weight = units.weights[stem]
            for i in olds:
                for j in news:
                    shared[i, j] += weight
    return shared


def _posted(units: Sequence[Unit], indices: Iterable[int]) -> Mapping[str, list[int]]:
    posted: dict[str, list[int]] = defaultdict(list)
    for index in indices:
        for stem in units[index].bag:
            posted[stem].append(index)
    return posted


def _pruned(shared: Mapping[Pair, float], units: Units) -> Iterator[Pair]:
    """The pairs that are among the best of their old or of their new provision."""
    rivals: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for pair in shared:
        for side in (0, 1):
            rivals[side, pair[side]].append(pair)

    def rank(pair: Pair) -> tuple[float, int, int]:
        i, j = pair
        return 2 * shared[pair] / (units.old[i].weight + units.new[j].weight), -abs(i - j), -i - j

    yield from {pair for group in rivals.values() for pair in nlargest(_BEST, group, key=rank)}
