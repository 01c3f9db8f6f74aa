"""Units in, groups of indices out: the stages of alignment in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from peacediff.align.assignment import assignment
from peacediff.align.confidence import Compared, judged
from peacediff.align.evidence import Evidence, gather
from peacediff.align.exact import Pair
from peacediff.align.regrouping import Group, regrouped
from peacediff.align.setting import USUAL, Setting
from peacediff.align.units import Units

_LOWEST_BAR = 0.25
_EVEN = 0.5
_SCALE = 10**6
_TIES = 1 << 20


@attrs.frozen
class Linked:
    """What alignment found: exact pairs, groups of other links, and every pair that was compared."""

    units: Units
    exact: tuple[Pair, ...]
    groups: tuple[Group, ...]
    compared: tuple[Compared, ...]


def link(units: Units) -> Linked:
    """Link the units of two drafts; their order matters only where the words leave a tie."""
    return decide(gather(units))


def decide(evidence: Evidence, setting: Setting = USUAL) -> Linked:
    """The links that the evidence speaks for."""
    units = evidence.units
    compared = setting.judged(judged(evidence))
    sure = {(pair.old, pair.new): pair.confidence for pair in compared}
    bar = _bar(sure, len(evidence.exact), units) * setting.bar
    chosen = assignment(_worths(sure, bar, units))
    groups = _grown(units, {pair: sure[pair] for pair in chosen}, compared)
    return Linked(units, evidence.exact, tuple(groups), tuple(compared))


def _grown(units: Units, chosen: Mapping[Pair, float], compared: Sequence[Compared]) -> list[Group]:
    """The chosen links, with what is left over joined to them where it fits.

    A link that is rather wrong than right, and of which one text is by its words likelier to answer another, waits
    until that text could join the other: a third part of a merge is else linked to the next best thing.
    """
    pairs = [(pair.old, pair.new) for pair in compared]
    outdone = _outdone(compared)
    links = [Group((i,), (j,), sure) for (i, j), sure in chosen.items()]
    waiting = {link for link in links if link.confidence < _EVEN and (*link.old, *link.new) in outdone}
    groups = regrouped(units, [link for link in links if link not in waiting], pairs)
    taken = {(side, index) for group in groups for side in (0, 1) for index in group.side(side)}
    free = [
        group for group in links if group in waiting and not {(0, group.old[0]), (1, group.new[0])} & taken
    ]
    return regrouped(units, [*groups, *free], pairs) if free else groups


def _outdone(compared: Sequence[Compared]) -> set[Pair]:
    """The pairs of which one end has a likelier partner by the words alone."""
    best: dict[Pair, float] = defaultdict(float)
    for pair in compared:
        for end in ((0, pair.old), (1, pair.new)):
            best[end] = max(best[end], pair.by_words)
    return {
        (pair.old, pair.new) for pair in compared if pair.by_words < max(best[0, pair.old], best[1, pair.new])
    }


def _bar(sure: Mapping[Pair, float], exact: int, units: Units) -> float:
    """The confidence that a link must exceed, from this pair of drafts: half the best F1 to expect of any bar.

    Keeping what exceeds half the optimum maximises expected F1 (Lipton, Elkan and Naryanaswamy 2014); the exact links
    count as certain. In heavy rewriting the bar sinks, but never so low that most links would be wrong by far; what is
    kept below the doubtful mark is told as doubtful.
    """
    best = [sure[pair] for pair in assignment(_worths(sure, 0.0, units))]
    certain = [1.0] * exact
    return max(_LOWEST_BAR, _expected_f1([*certain, *best], exact + sum(sure.values())) / 2)


def _expected_f1(chosen: Iterable[float], expected: float) -> float:
    """The best F1 to expect when the surest k of the chosen pairs are kept, of ``expected`` true links."""
    best = total = 0.0
    for count, confidence in enumerate(sorted(chosen, reverse=True), start=1):
        total += confidence
        best = max(best, 2 * total / (count + expected))
    return best


def _worths(sure: Mapping[Pair, float], bar: float, units: Units) -> Mapping[Pair, int]:
    """By how much each pair exceeds the bar, as whole numbers; among equals the nearest places win."""
    old_size, new_size = len(units.old), len(units.new)

    def tie(pair: Pair) -> int:
        apart = abs(pair[0] * new_size - pair[1] * old_size) / (old_size * new_size)
        return _TIES - 1 - int(apart * (_TIES - 2))

    return {pair: int((p - bar) * _SCALE) * _TIES + tie(pair) for pair, p in sure.items() if p > bar}
