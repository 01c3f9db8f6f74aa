"""Texts in, groups of indices out: the stages of alignment in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from peacediff.align.assignment import assignment
from peacediff.align.candidates import candidates
from peacediff.align.confidence import Compared, judged
from peacediff.align.exact import Pair, exact_pairs
from peacediff.align.regrouping import Group, regrouped
from peacediff.align.similarity import likenesses
from peacediff.align.units import Units, units

_SCALE = 10**6
_TIES = 1 << 20


@attrs.frozen
class Linked:
    """What alignment found: exact pairs, groups of other links, and every pair that was compared."""

    units: Units
    exact: tuple[Pair, ...]
    groups: tuple[Group, ...]
    compared: tuple[Compared, ...]


def link(old: Sequence[str], new: Sequence[str], language: str = "") -> Linked:
    """Link two lists of texts; order matters only where the words leave a tie."""
    known = units(old, new, language)
    exact = exact_pairs(known.old, known.new)
    done_old, done_new = {i for i, _ in exact}, {j for _, j in exact}
    free_old = [unit.index for unit in known.old if unit.index not in done_old and unit.bag]
    free_new = [unit.index for unit in known.new if unit.index not in done_new and unit.bag]
    compared = judged(likenesses(known, candidates(known, free_old, free_new)), exact)
    sure = {(pair.old, pair.new): pair.confidence for pair in compared}
    chosen = _above_threshold(assignment(_worths(sure, len(old), len(new))), sure)
    groups = regrouped(known, [Group((i,), (j,), sure[i, j]) for i, j in chosen], sure)
    return Linked(known, tuple(exact), tuple(groups), tuple(compared))


def _worths(sure: Mapping[Pair, float], old_size: int, new_size: int) -> Mapping[Pair, int]:
    """Confidences as whole numbers; places in the drafts decide between equal ones, and nothing else."""

    def tie(pair: Pair) -> int:
        apart = abs(pair[0] * new_size - pair[1] * old_size) / (old_size * new_size)
        return _TIES - 1 - int(apart * (_TIES - 2))

    return {pair: int(p * _SCALE) * _TIES + tie(pair) for pair, p in sure.items()}


def _above_threshold(chosen: Sequence[Pair], sure: Mapping[Pair, float]) -> list[Pair]:
    """The chosen pairs whose confidence is above half the best F1 that can be expected of this pair of drafts.

    Keeping what exceeds half the optimum maximises expected F1 (Lipton, Elkan and Naryanaswamy 2014): in heavy
    rewriting the bar sinks, and what is kept below the doubtful mark is told as doubtful.
    """
    expected = sum(sure.values())
    best = total = 0.0
    for count, pair in enumerate(sorted(chosen, key=lambda pair: -sure[pair]), start=1):
        total += sure[pair]
        best = max(best, 2 * total / (count + expected))
    return [pair for pair in chosen if sure[pair] > best / 2]
