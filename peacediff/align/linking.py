"""Texts in, groups of indices out: the stages of alignment in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from peacediff.align.assignment import assignment
from peacediff.align.candidates import candidates
from peacediff.align.confidence import Compared, judged
from peacediff.align.exact import Pair, exact_pairs
from peacediff.align.partners import partners
from peacediff.align.regrouping import Group, regrouped
from peacediff.align.similarity import likenesses
from peacediff.align.units import Units, units
from peacediff.knowledge import Knowledge

_SCALE = 10**6
_TIES = 1 << 20


@attrs.frozen
class Linked:
    """What alignment found: exact pairs, groups of other links, and every pair that was compared."""

    units: Units
    exact: tuple[Pair, ...]
    groups: tuple[Group, ...]
    compared: tuple[Compared, ...]


def link(old: Sequence[str], new: Sequence[str], knowledge: Knowledge, language: str = "") -> Linked:
    """Link two lists of texts; order matters only where the words leave a tie."""
    known = units(old, new, knowledge, language)
    exact = exact_pairs(known.old, known.new)
    done_old, done_new = {i for i, _ in exact}, {j for _, j in exact}
    free_old = [unit.index for unit in known.old if unit.index not in done_old and unit.bag]
    free_new = [unit.index for unit in known.new if unit.index not in done_new and unit.bag]
    pairs = likenesses(known, candidates(known, free_old, free_new))
    compared = judged(pairs, partners(known, pairs), exact)
    sure = {(pair.old, pair.new): pair.confidence for pair in compared}
    chosen = _chosen(sure, len(old), len(new))
    groups = regrouped(known, [Group((i,), (j,), sure[i, j]) for i, j in chosen], sure)
    return Linked(known, tuple(exact), tuple(groups), tuple(compared))


def _chosen(sure: Mapping[Pair, float], old_size: int, new_size: int) -> list[Pair]:
    """The one-to-one links: of all pairs above the bar those that exceed it by the most in all.

    The bar comes from this pair of drafts: half the best F1 that can be expected of any bar. Keeping what exceeds
    half the optimum maximises expected F1 (Lipton, Elkan and Naryanaswamy 2014). In heavy rewriting the bar sinks;
    what is kept below the doubtful mark is told as doubtful.
    """
    best = assignment(_worths(sure, 0.0, old_size, new_size))
    bar = _expected_f1([sure[pair] for pair in best], sum(sure.values())) / 2
    return assignment(_worths(sure, bar, old_size, new_size))


def _expected_f1(chosen: Iterable[float], expected: float) -> float:
    """The best F1 to expect when the surest k of the chosen pairs are kept; ``expected`` counts the true links."""
    best = total = 0.0
    for count, confidence in enumerate(sorted(chosen, reverse=True), start=1):
        total += confidence
        best = max(best, 2 * total / (count + expected))
    return best


def _worths(sure: Mapping[Pair, float], bar: float, old_size: int, new_size: int) -> Mapping[Pair, int]:
    """By how much each pair exceeds the bar, as whole numbers; among equals the nearest places win."""

    def tie(pair: Pair) -> int:
        apart = abs(pair[0] * new_size - pair[1] * old_size) / (old_size * new_size)
        return _TIES - 1 - int(apart * (_TIES - 2))

    return {pair: int((p - bar) * _SCALE) * _TIES + tie(pair) for pair, p in sure.items() if p > bar}
