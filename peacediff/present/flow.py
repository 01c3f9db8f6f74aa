"""The picture of a whole revision: points on either side, and ribbons between them by fate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs

from peacediff.model import Change, Comparison, Draft, Fate, Point, Side
from peacediff.present.page import Ref
from peacediff.present.rows import first_provisions, opening

_OPENING = 28
"""Characters of a point's text that fit beside the picture."""


@attrs.frozen
class Node:
    """An outermost point and how it begins; ``weight`` counts the provisions in it and below it."""

    point: Ref
    weight: int
    opening: str


@attrs.frozen
class Ribbon:
    """What links two nodes, or leads from one to nowhere, with one fate, moved or not, doubtful or not.

    ``old`` and ``new`` are places among the nodes, None where nothing answers; ``leaves`` and ``enters`` its share of
    the weight of either. ``first`` is a provision of it.
    """

    old: int | None
    new: int | None
    fate: Fate
    moved: bool
    doubtful: bool
    leaves: float
    enters: float
    first: Ref


@attrs.frozen
class Flow:
    """The nodes of both sides in draft order, and the ribbons in the order of the old one."""

    old: tuple[Node, ...]
    new: tuple[Node, ...]
    ribbons: tuple[Ribbon, ...]


def flow(comparison: Comparison) -> Flow:
    """The picture of a comparison."""
    old, new = _Nodes("old", comparison.old), _Nodes("new", comparison.new)
    found: dict[tuple[int, int, Fate, bool, bool], Ribbon] = {}
    for ribbon in (ribbon for change in comparison.changes for ribbon in _ribbons(change, old, new)):
        key = (_place(ribbon.old), _place(ribbon.new), ribbon.fate, ribbon.moved, ribbon.doubtful)
        found[key] = _joined(found[key], ribbon) if key in found else ribbon
    return Flow(old.nodes, new.nodes, tuple(found[key] for key in sorted(found)))


class _Nodes:
    """The nodes of a draft, and which of them holds a provision."""

    def __init__(self, side: Side, draft: Draft) -> None:
        points = tuple(_outermost(draft))
        firsts = first_provisions(draft)
        held = [[p.id for inner in _below(point) for p in inner.provisions] for point in points]
        self.holder = {name: place for place, names in enumerate(held) for name in names}
        self.nodes = tuple(
            Node(Ref(side, firsts.get(point.id, ""), point.id), len(names), opening(point, _OPENING))
            for point, names in zip(points, held, strict=True)
        )


def _outermost(draft: Draft) -> Iterator[Point]:
    """Headings, and the outermost points that are none: a heading alone does not hide the points below it."""
    waiting = list(reversed(draft.points))
    while waiting:
        point = waiting.pop()
        yield point
        if point.kind == "heading":
            waiting.extend(reversed(point.points))


def _below(point: Point) -> Iterator[Point]:
    return iter((point,)) if point.kind == "heading" else point.walk()


def _ribbons(change: Change, old: _Nodes, new: _Nodes) -> Iterator[Ribbon]:
    """One ribbon between each node of the old provisions and each of the new ones."""
    leaves = Counter(old.holder[p.id] for p in change.old)
    enters = Counter(new.holder[p.id] for p in change.new)
    side: Side = "old" if change.old else "new"
    first = Ref(side, (change.old or change.new)[0].id)
    for start in leaves or (None,):
        for end in enters or (None,):
            out = leaves[start] / (len(enters) or 1) if start is not None else 0
            into = enters[end] / (len(leaves) or 1) if end is not None else 0
            yield Ribbon(start, end, change.fate, change.moved, change.doubtful, out, into, first)


def _place(node: int | None) -> int:
    return -1 if node is None else node


def _joined(ribbon: Ribbon, other: Ribbon) -> Ribbon:
    return attrs.evolve(ribbon, leaves=ribbon.leaves + other.leaves, enters=ribbon.enters + other.enters)
