"""The table of correspondence, as drafters print it: what answers each point, from either draft."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from peacediff.model import Change, Comparison, Draft, Side
from peacediff.present import wording
from peacediff.rollup import rolled_up


@attrs.frozen
class Row:
    """A point with text of its own, the points of the other draft that answer this text, and its fate in words."""

    point: str
    answers: tuple[str, ...]
    fate: str


@attrs.frozen
class Correspondence:
    """Both directions of the table, in the order of each draft."""

    old: tuple[Row, ...]
    new: tuple[Row, ...]


def correspondence(comparison: Comparison) -> Correspondence:
    """The table of a comparison."""
    return Correspondence(tuple(_rows(comparison, "old")), tuple(_rows(comparison, "new")))


def _rows(comparison: Comparison, side: Side) -> Iterator[Row]:
    draft, other = comparison.old, comparison.new
    if side == "new":
        draft, other = other, draft
    changes = {p.id: change for change in comparison.changes for p in getattr(change, side)}
    places = _places(other)
    for point in draft.walk():
        held = list(dict.fromkeys(changes[p.id] for p in point.provisions if p.id in changes))
        if held:
            yield Row(point.id, tuple(_answers(held, side, places)), _fate(held, comparison))


def _places(draft: Draft) -> dict[str, int]:
    return {point.id: place for place, point in enumerate(draft.walk())}


def _answers(held: list[Change], side: Side, places: dict[str, int]) -> Iterator[str]:
    """The points that answer, in the order of their draft; doubtful where no sure link leads there."""
    sure: dict[str, bool] = {}
    for change in held:
        for provision in change.new if side == "old" else change.old:
            sure[provision.point] = sure.get(provision.point, False) or not change.doubtful
    for name in sorted(sure, key=lambda point: places.get(point, -1)):
        yield name if sure[name] else f"{name} (doubtful)"


def _fate(held: list[Change], comparison: Comparison) -> str:
    fate = rolled_up([change.fate for change in held])
    if fate in ("dropped", "added") and any(change.basis == "reported" for change in held):
        return wording.absence(fate, comparison)
    return fate or ""
