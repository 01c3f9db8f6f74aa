"""A `Comparison` to a `Page`: order, grouping and wording, decided once for all renderers that people read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from textwrap import shorten

from peacediff.model import Change, Comparison, Fate, Point
from peacediff.present import wording
from peacediff.present.doubt import wavering
from peacediff.present.page import Entry, Group, LedgerRow, Observation, Page, PointRow, Section
from peacediff.present.runs import runs
from peacediff.present.sections import REST, Told, told
from peacediff.present.shifted import shift_lines
from peacediff.present.stretches import stretches
from peacediff.rollup import PointFate, new_points, old_points

_OPENING = 60
_MOST_ANSWERS = 4


def lay_out(comparison: Comparison, topics: Sequence[str] = ()) -> Page:
    """The page of a comparison; where topics are asked for, of what is about them.

    Raises `peacediff.Trouble` for a topic that there is not.
    """
    for topic in topics:
        comparison.about(topic)
    parts = tuple(told(comparison.changes, topics))
    shown = frozenset(p.id for part in parts for change in part.changes for p in change.old)
    shown_new = frozenset(p.id for part in parts for change in part.changes for p in change.new)
    return Page(
        old=wording.side(comparison.old),
        new=wording.side(comparison.new),
        summary=wording.summary(comparison.changes),
        caveats=wording.caveats(comparison),
        sections=tuple(_section(part, comparison, alone=len(parts) == 1) for part in parts),
        left_out=wording.left_out(len(comparison.changes) - sum(len(part.changes) for part in parts)),
        observations=tuple(
            Observation(remark.said, tuple(wording.quotes(remark)))
            for remark in comparison.remarks
            if any(
                quote.provision in (shown if quote.side == "old" else shown_new) for quote in remark.quotes
            )
        ),
        ledger=tuple(_ledger(comparison)),
        points=tuple(_row(found) for found in _telling(old_points(comparison)) if _holds(found.point, shown)),
        new_points=tuple(
            _row(found) for found in _wholly_new(new_points(comparison)) if _holds(found.point, shown_new)
        ),
    )


def _section(part: Told, comparison: Comparison, *, alone: bool) -> Section:
    return Section(
        title="" if alone and part.topic == REST else wording.topic(part.topic),
        summary=wording.counts(part.changes),
        groups=tuple(_groups(part.changes, comparison)),
        above=wording.told_above(part.above),
    )


def _holds(point: Point, shown: Collection[str]) -> bool:
    """Whether a provision that is shown stands in a point or below it; a point without any always counts."""
    held = [p.id for inner in point.walk() for p in inner.provisions]
    return not held or any(name in shown for name in held)


def _groups(changes: Sequence[Change], comparison: Comparison) -> Iterator[Group]:
    for fate in wording.ORDER:
        for basis in ("stated", "reported"):
            found = [c for c in changes if (c.fate, _absent(c) or "stated") == (fate, basis)]
            absence = wording.absence(fate, comparison) if basis == "reported" else ""
            if found:
                yield _group(fate, absence, sorted(found, key=_place), comparison)


def _absent(change: Change) -> str:
    """The basis where it matters: of what one draft does not hold."""
    return change.basis if change.fate in ("dropped", "added") else ""


def _place(change: Change) -> tuple[int, int]:
    return (change.old or change.new)[0].span


def _group(fate: Fate, absence: str, changes: list[Change], comparison: Comparison) -> Group:
    if fate == "unchanged":
        return Group(fate, absence, len(changes), stretches=tuple(stretches(changes, comparison)))
    return Group(
        fate, absence, len(changes), entries=tuple(_entry(c, absence or fate, comparison) for c in changes)
    )


def _entry(change: Change, verdict: str, comparison: Comparison) -> Entry:
    return Entry(
        fate=change.fate,
        old=tuple(p.id for p in change.old),
        new=tuple(p.id for p in change.new),
        words=(verdict, *wording.flags(change)),
        topics=change.topics,
        runs=runs(change),
        shifts=tuple(shift_lines(change)),
        remarks=(*wording.remarks(change), *wavering(change, comparison.robustness)),
    )


def _ledger(comparison: Comparison) -> Iterator[LedgerRow]:
    old, new = dict(comparison.ledger.old), dict(comparison.ledger.new)
    for fate in wording.ORDER:
        yield LedgerRow(fate, old.get(fate), new.get(fate))
    yield LedgerRow(None, sum(old.values()), sum(new.values()))


def _telling(found: tuple[PointFate, ...]) -> Iterator[PointFate]:
    """The points, without those below one that is wholly unchanged or dropped."""
    told_above: int | None = None
    for point in found:
        if told_above is not None and point.level > told_above:
            continue
        told_above = point.level if point.fate in ("unchanged", "dropped") else None
        yield point


def _wholly_new(found: tuple[PointFate, ...]) -> Iterator[PointFate]:
    """The outermost points of which all is added."""
    told_above: int | None = None
    for point in found:
        if told_above is not None and point.level > told_above:
            continue
        told_above = point.level if point.fate == "added" else None
        if told_above is not None:
            yield point


def _row(found: PointFate) -> PointRow:
    named, more = found.counterparts[:_MOST_ANSWERS], len(found.counterparts) - _MOST_ANSWERS
    marked = (f"{name} (doubtful)" if name in found.doubtful else name for name in named)
    answer = ", ".join(marked) + (f" and {more} more" if more > 0 else "")
    return PointRow(found.level, found.point.id, found.fate, answer, _opening(found.point))


def _opening(point: Point) -> str:
    """How a point begins, after a word on what the fate counts in beside the point's own text."""
    opening = next((shorten(p.text, _OPENING, placeholder=" …") for p in point.provisions), "")
    return (
        f"[with {wording.plural(len(point.points), 'sub-point')}] {opening}"
        if _counts_in_more(point)
        else opening
    )


def _counts_in_more(point: Point) -> bool:
    return point.kind == "point" and bool(point.points)
