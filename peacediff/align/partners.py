"""Neighbours that answer the same provision together, as the halves of a split or a merge do.

Without them a merged provision has two fair candidates, each looks like the other's rival, and both seem doubtful.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from peacediff.align.similarity import Likeness, dice
from peacediff.align.units import Unit, Units, together

_REACH = 2
_RISE = 0.06
"""How much two neighbours together must be more like the text across than the better of them alone (Dice)."""
_NONE: frozenset[int] = frozenset()


@attrs.frozen
class Partners:
    """For a pair, which neighbours on its old or on its new side are partners, not rivals."""

    old: Mapping[tuple[int, int], frozenset[int]]
    new: Mapping[tuple[int, int], frozenset[int]]

    def of_old(self, pair: Likeness) -> frozenset[int]:
        """Old indices that answer the pair's new provision together with its old one."""
        return self.old.get((pair.old, pair.new), _NONE)

    def of_new(self, pair: Likeness) -> frozenset[int]:
        """New indices that answer the pair's old provision together with its new one."""
        return self.new.get((pair.new, pair.old), _NONE)


def partners(units: Units, pairs: Sequence[Likeness]) -> Partners:
    """The partners in every compared pair."""
    old = _found(units.old, units.new, ((p.old, p.new) for p in pairs), units.weights)
    new = _found(units.new, units.old, ((p.new, p.old) for p in pairs), units.weights)
    return Partners(old, new)


def _found(
    mine: Sequence[Unit],
    across: Sequence[Unit],
    pairs: Iterable[tuple[int, int]],
    weights: Mapping[str, float],
) -> Mapping[tuple[int, int], frozenset[int]]:
    candidates: dict[int, list[int]] = defaultdict(list)
    for here, there in pairs:
        candidates[there].append(here)
    found: dict[tuple[int, int], frozenset[int]] = defaultdict(frozenset)
    for there, heres in candidates.items():
        present = set(heres)
        for here in heres:
            for other in range(here + 1, here + 1 + _REACH):
                if other in present and _complete(mine[here], mine[other], across[there], weights):
                    found[here, there] |= {other}
                    found[other, there] |= {here}
    return found


def _complete(one: Unit, other: Unit, target: Unit, weights: Mapping[str, float]) -> bool:
    alone = max(dice(one, target, weights), dice(other, target, weights))
    return dice(together([one, other], weights), target, weights) >= alone + _RISE
