"""Neighbours that answer the same provision together, as the halves of a split or a merge do.

Without them a merged provision has two fair candidates, each looks like the other's rival, and both seem doubtful.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import attrs

from peacediff.align.exact import Pair
from peacediff.align.similarity import Likeness, dice, shared_weight
from peacediff.align.units import Unit, Units, together

_REACH = 2
_RISE = 0.06
"""How much two neighbours together must be more like the text across than the better of them alone (Dice)."""
_SLACK = 1e-9


@attrs.frozen
class Partners:
    """For a pair, which provisions on its old and on its new side are its partners and not its rivals."""

    old: Mapping[Pair, frozenset[int]]
    new: Mapping[Pair, frozenset[int]]

    def of_old(self, pair: Likeness) -> Collection[int]:
        """Old indices that answer the pair's new provision: its own and those of its partners."""
        return self.old.get((pair.old, pair.new)) or (pair.old,)

    def of_new(self, pair: Likeness) -> Collection[int]:
        """New indices that answer the pair's old provision: its own and those of its partners."""
        return self.new.get((pair.new, pair.old)) or (pair.new,)


def partners(units: Units, pairs: Sequence[Likeness]) -> Partners:
    """The partners in every compared pair."""
    old = _Side(units.old, units.new, {(p.old, p.new): p.shared for p in pairs}, units.weights)
    new = _Side(units.new, units.old, {(p.new, p.old): p.shared for p in pairs}, units.weights)
    return Partners(old.found(), new.found())


@attrs.frozen
class _Side:
    """The provisions of one side, those across, and the weight that the compared pairs of them share."""

    mine: Sequence[Unit]
    across: Sequence[Unit]
    shared: Mapping[Pair, float]
    weights: Mapping[str, float]

    def found(self) -> Mapping[Pair, frozenset[int]]:
        """By a provision of this side and one across: itself and its partners, where it has some."""
        found: dict[Pair, frozenset[int]] = {}
        for here, there in self.shared:
            for other in range(here + 1, here + 1 + _REACH):
                if (other, there) in self.shared and self.complete(here, other, there):
                    for end in (here, other):
                        found[end, there] = found.get((end, there), frozenset()) | {here, other}
        return found

    def complete(self, one: int, other: int, there: int) -> bool:
        """Whether two are clearly more like the text across than the better of them alone.

        Together they share at most what both share, which settles most cases without a look at the words.
        """
        first, second, target = self.mine[one], self.mine[other], self.across[there]
        left, right = self.shared[one, there], self.shared[other, there]
        alone = max(dice(left, first.weight + target.weight), dice(right, second.weight + target.weight))
        total = first.weight + second.weight + target.weight
        if dice(left + right, total) + _SLACK < alone + _RISE:
            return False
        both = together([first, second], self.weights)
        return dice(shared_weight(both.bag, target.bag, self.weights), total) >= alone + _RISE
