"""Which old and new provisions are worth comparing: those that share telling stems, kin, or telling pairs of stems."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import pairwise
from math import log

from peacediff.align.exact import Pair
from peacediff.align.units import Unit, Units

DENSE = 6_000
"""Up to so many pairs of free units all are looked at that share a stem at all."""
_LOOKS = 64
"""In larger drafts each provision looks at so many others: those that share what is rarest in it come first."""
BEST = 8
"""Each provision keeps so many candidates, the best by the share of both texts that is common."""
_DIGITS = 9
"""Shares are rounded before they are compared, as sums differ in their last bit by the order of the words."""
_Keys = Mapping[int, Sequence[str]]


def candidates(
    units: Units, old: Sequence[int], new: Sequence[int], dense: int = DENSE, best: int = BEST
) -> list[Pair]:
    """Index pairs to compare, sorted, out of the given old and new units.

    In large drafts every provision looks at a bounded number of others through an inverted index, so the cost grows
    with the text, not its square, however common the words are. Each keeps its ``best``, in small drafts too: what
    comes after the best eight is no rival, and was most of the work.
    """
    look = _sharing if len(old) * len(new) <= dense else _looked_up
    return sorted(_pruned(look(units, old, new), units, best))


def _sharing(units: Units, old: Sequence[int], new: Sequence[int]) -> Mapping[Pair, float]:
    """All pairs that share a stem or a group of kin, with the weight of what they share."""
    posted = _posted({j: (*units.new[j].bag, *units.new[j].mentions) for j in new})
    shared: dict[Pair, float] = defaultdict(float)
    for i in old:
        for key in (*units.old[i].bag, *units.old[i].mentions):
            weight = units.weights[key]
            for j in posted.get(key, ()):
                shared[i, j] += weight
    return shared


def _looked_up(units: Units, old: Sequence[int], new: Sequence[int]) -> Mapping[Pair, float]:
    """The pairs that either side came upon, with the weight of what it shared."""
    olds, news = ({n: _keys(side[n]) for n in free} for side, free in ((units.old, old), (units.new, new)))
    posted_old, posted_new = _posted(olds), _posted(news)
    count = len(old) + len(new)
    weights = {
        key: log((count + 1) / (len(where) + len(posted_new[key])))
        for key, where in posted_old.items()
        if key in posted_new
    }
    slope = len(units.new) / len(units.old)
    shared: dict[Pair, float] = defaultdict(float)
    for i, keys in olds.items():
        for j, weight in _looks(keys, i * slope, posted_new, weights):
            shared[i, j] += weight
    for j, keys in news.items():
        for i, weight in _looks(keys, j / slope, posted_old, weights):
            shared[i, j] += weight
    return shared


def _looks(
    keys: Sequence[str], place: float, posted: Mapping[str, Sequence[int]], weights: Mapping[str, float]
) -> Iterator[tuple[int, float]]:
    """What one provision comes upon, its rarest keys first; of a crowd, those nearest to its own place."""
    left = _LOOKS
    for key in sorted((key for key in keys if key in weights), key=lambda key: (len(posted[key]), key)):
        found = _nearest(posted[key], place, left)
        yield from ((index, weights[key]) for index in found)
        left -= len(found)
        if not left:
            return


def _nearest(indices: Sequence[int], place: float, most: int) -> Sequence[int]:
    if len(indices) <= most:
        return indices
    start = min(max(0, bisect_left(indices, place) - most // 2), len(indices) - most)
    return indices[start : start + most]


def _keys(unit: Unit) -> tuple[str, ...]:
    """The stems of a unit, its groups of kin, and as coded pairs stems side by side: rare even where words are few."""
    return (*unit.bag, *unit.mentions, *dict.fromkeys(a + b for a, b in pairwise(unit.code)))


def _posted(keys: _Keys) -> Mapping[str, Sequence[int]]:
    posted: dict[str, list[int]] = defaultdict(list)
    for index, own in keys.items():
        for key in own:
            posted[key].append(index)
    return posted


def _pruned(shared: Mapping[Pair, float], units: Units, most: int) -> set[Pair]:
    """The pairs that are among the best of their old or of their new provision; of equals, the nearest."""
    old: dict[int, list[tuple[float, int, int, Pair]]] = defaultdict(list)
    new: dict[int, list[tuple[float, int, int, Pair]]] = defaultdict(list)
    for pair, weight in shared.items():
        i, j = pair
        share = round(weight / (units.old[i].weight + units.new[j].weight), _DIGITS)
        ranked = (share, -abs(i - j), -i - j, pair)
        old[i].append(ranked)
        new[j].append(ranked)
    rivals = (*old.values(), *new.values())
    return {kept[-1] for group in rivals for kept in (group if len(group) <= most else nlargest(most, group))}
