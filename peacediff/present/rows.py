"""The points of a draft, a line each: what became of them, and which answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from textwrap import shorten

from peacediff.model import Comparison, Draft, Fate, Point, Side
from peacediff.present.page import PointRow, Ref, Sentence
from peacediff.present.wording import plural
from peacediff.rollup import PointFate

_OPENING = 60
_MOST_ANSWERS = 4


class Rows:
    """Makes the lines of the points of one side."""

    def __init__(self, side: Side, comparison: Comparison) -> None:
        firsts = first_provisions(comparison.old), first_provisions(comparison.new)
        self._side: Side = side
        self._other: Side = "old" if side == "new" else "new"
        self._mine, self._theirs = firsts if side == "old" else reversed(firsts)

    def of(self, found: Iterable[PointFate], shown: Collection[str]) -> Iterator[PointRow]:
        """The points that hold a provision that is shown, without those below one wholly unchanged or dropped."""
        yield from (self._row(point) for point in _telling(found) if _holds(point.point, shown))

    def wholly_new(self, found: Iterable[PointFate], shown: Collection[str]) -> Iterator[PointRow]:
        """The outermost points of which all is added."""
        yield from (self._row(point) for point in _wholly_new(found) if _holds(point.point, shown))

    def _row(self, found: PointFate) -> PointRow:
        point = Ref(self._side, self._mine.get(found.point.id, ""), found.point.id)
        return PointRow(found.level, point, found.fate, self._answer(found), _with_below(found, self._side))

    def _answer(self, found: PointFate) -> Sentence:
        named, more = found.counterparts[:_MOST_ANSWERS], len(found.counterparts) - _MOST_ANSWERS
        parts: list[str | Ref] = []
        for name in named:
            parts += [", ", Ref(self._other, self._theirs.get(name, ""), name)]
            parts += [" (doubtful)"] * (name in found.doubtful)
        return (*parts[1:], *([f" and {more} more"] if more > 0 else []))


def first_provisions(draft: Draft) -> dict[str, str]:
    """For each point the first provision in it or below it, where there is one."""
    found: dict[str, str] = {}
    for point in reversed(list(draft.walk())):
        held = [p.id for p in point.provisions] + [found[b.id] for b in point.points if b.id in found]
        if held:
            found[point.id] = held[0]
    return found


def opening(point: Point, width: int = _OPENING) -> str:
    """How a point begins."""
    return next((shorten(p.text, width, placeholder=" …") for p in point.provisions), "")


def _with_below(found: PointFate, side: Side) -> str:
    """How a point begins, after what else the fate counts in, and how much of a changed one stands alone."""
    point, said = found.point, []
    if point.kind == "point" and point.points:
        said.append(f"with {plural(len(point.points), 'sub-point')}")
    if found.fate == "changed" and found.unlinked:
        alone: Fate = "dropped" if side == "old" else "added"
        said.append(f"{found.unlinked} of {plural(found.size, 'provision')} {alone}")
    return f"[{'; '.join(said)}] {opening(point)}" if said else opening(point)


def _holds(point: Point, shown: Collection[str]) -> bool:
    """Whether a provision that is shown stands in a point or below it; a point without any always counts."""
    held = [p.id for inner in point.walk() for p in inner.provisions]
    return not held or any(name in shown for name in held)


def _telling(found: Iterable[PointFate]) -> Iterator[PointFate]:
    """The points, without those below one that is wholly unchanged or dropped."""
    told_above: int | None = None
    for point in found:
        if told_above is not None and point.level > told_above:
            continue
        told_above = point.level if point.fate in ("unchanged", "dropped") else None
        yield point


def _wholly_new(found: Iterable[PointFate]) -> Iterator[PointFate]:
    """The outermost points of which all is added."""
    told_above: int | None = None
    for point in found:
        if told_above is not None and point.level > told_above:
            continue
        told_above = point.level if point.fate == "added" else None
        if told_above is not None:
            yield point
