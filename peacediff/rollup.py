"""What became of a whole point, rolled up from what became of its provisions: the one place that rules it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import attrs

from peacediff.model import Change, Comparison, Draft, Fate, Point

_UNLINKED: frozenset[Fate] = frozenset(("dropped", "added"))


def rolled_up(fates: Collection[Fate]) -> Fate | None:
    """One fate for several.

    All the same: that one. Unchanged and reworded together: reworded. Any other mixture holds something changed,
    dropped or added beside something else: changed. None for no fates, as an empty point has none.
    """
    kinds = set(fates)
    if len(kinds) == 1:
        return kinds.pop()
    if kinds <= {"unchanged", "reworded"}:
        return "reworded" if kinds else None
    return "changed"


@attrs.frozen
class PointFate:
    """A point, what became of it and all below it, and the points of the other draft that answer.

    ``level`` counts the points above it. ``counterparts`` are ids in the other draft's order, without those that
    stand below one that is named already; ``doubtful`` are those to which doubtful links alone lead. Of ``size``
    provisions in it and below it ``unlinked`` are dropped, or added in the new draft.
    """

    point: Point
    level: int
    fate: Fate | None
    counterparts: tuple[str, ...]
    doubtful: frozenset[str] = frozenset()
    size: int = 0
    unlinked: int = 0


def old_points(comparison: Comparison) -> tuple[PointFate, ...]:
    """Every point of the old draft, in draft order."""
    changes = {provision.id: change for change in comparison.changes for provision in change.old}
    return tuple(_fates(comparison.old, changes, _Counterparts("new", comparison.new)))


def new_points(comparison: Comparison) -> tuple[PointFate, ...]:
    """Every point of the new draft, in draft order."""
    changes = {provision.id: change for change in comparison.changes for provision in change.new}
    return tuple(_fates(comparison.new, changes, _Counterparts("old", comparison.old)))


class _Counterparts:
    """Names the points of one draft that stand on its side of some changes."""

    def __init__(self, side: str, draft: Draft) -> None:
        self._side = side
        self._place = {point.id: place for place, point in enumerate(draft.walk())}
        self._parent = {below.id: point.id for point in draft.walk() for below in point.points}

    def of(self, changes: Iterable[Change]) -> tuple[str, ...]:
        named = self._named(changes)
        outermost = (name for name in named if not named.intersection(self._above(name)))
        return tuple(sorted(outermost, key=self._place.__getitem__))

    def doubtful(self, changes: Collection[Change]) -> frozenset[str]:
        """Those to which no link leads that is sure, neither to them nor below them."""
        sure = self._named(change for change in changes if not change.doubtful)
        reached = sure.union(*(self._above(name) for name in sure))
        return frozenset(self.of(changes)) - reached

    def _named(self, changes: Iterable[Change]) -> set[str]:
        return {provision.point for change in changes for provision in getattr(change, self._side)}

    def _above(self, name: str) -> Iterator[str]:
        while name in self._parent:
            name = self._parent[name]
            yield name


def _fates(draft: Draft, changes: Mapping[str, Change], counterparts: _Counterparts) -> Iterator[PointFate]:
    waiting = [(0, point) for point in reversed(draft.points)]
    while waiting:
        level, point = waiting.pop()
        waiting += [(level + 1, below) for below in reversed(point.points)]
        held = [changes[p.id] for inner in point.walk() for p in inner.provisions if p.id in changes]
        fates = [change.fate for change in held]
        unlinked = sum(fate in _UNLINKED for fate in fates)
        named, doubtful = counterparts.of(held), counterparts.doubtful(held)
        yield PointFate(point, level, rolled_up(fates), named, doubtful, len(fates), unlinked)
