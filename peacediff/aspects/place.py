"""Places: come, gone, in another's stead, or a wider or narrower area than before.

A place is wider than another where the gazetteer says that it lies around it, and than a part of itself
(``eastern``). Places that make up an area together (all regions listed within it) are that area: no shift.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacediff.aspects.names import Named
from peacediff.aspects.naming import Compared, Difference
from peacediff.aspects.reading import Reading
from peacediff.knowledge import Knowledge
from peacediff.model import Direction, Shift, Span

_Told = tuple[Direction, Sequence[Named], Sequence[Named]]
"""A direction with the names of the old and the new side that show it."""


def places(old: Reading, new: Reading, names: Compared) -> Iterator[Shift]:
    """The shifts of places between two texts."""
    differing = [d for d in names.differences if _is_place(d)]
    for direction, before, after in (*_areas(differing, old.knowledge), *_parts(names)):
        yield _shift(old, new, direction, _shown(before), _shown(after))
    for swap in names.swaps:
        if swap.name.sense == "place":
            yield _shift(old, new, "replaced", swap.old, swap.new)


def _is_place(difference: Difference) -> bool:
    return all(name.sense == "place" for name in (difference.old, difference.new) if name)


def _areas(differing: Sequence[Difference], knowledge: Knowledge) -> Iterator[_Told]:
    """Names that an area of the other side takes in together, then the others."""
    gone = [d.old for d in differing if d.old]
    come = [d.new for d in differing if d.new]
    used: set[Named] = set()
    for inner, outer, turned in ((gone, come, False), (come, gone, True)):
        for area in outer:
            taken = [name for name in inner if _within(name, area, knowledge)]
            if taken and not used.intersection((*taken, area)):
                used |= {*taken, area}
                if not _covers(taken, area, knowledge):
                    yield ("narrower", [area], taken) if turned else ("wider", taken, [area])
    yield from _rest(differing, used)


def _rest(differing: Sequence[Difference], used: set[Named]) -> Iterator[_Told]:
    for difference in differing:
        before = [n for n in (difference.old,) if n and n not in used]
        after = [n for n in (difference.new,) if n and n not in used]
        if before or after:
            yield "replaced" if before and after else "removed" if before else "added", before, after


def _within(name: Named, area: Named, knowledge: Knowledge) -> bool:
    """Whether one of the places of a name lies in one of another, however far down."""
    seen = set(name.ids)
    at = {knowledge.entries[id_].within for id_ in name.ids if id_ in knowledge.entries} - {""}
    while at - seen:
        if at & area.ids:
            return True
        seen |= at
        at = {knowledge.entries[id_].within for id_ in at if id_ in knowledge.entries} - {""}
    return False


def _covers(names: Sequence[Named], area: Named, knowledge: Knowledge) -> bool:
    """Whether places are all the regions of an area."""
    regions = {e.id for e in knowledge.places if e.within in area.ids and e.kind == "region"}
    whole = {e.id for e in knowledge.places if e.kind == "area"} & area.ids
    return bool(whole) and regions <= {id_ for name in names for id_ in name.ids}


def _parts(names: Compared) -> Iterator[_Told]:
    """A place of which one side names a part only."""
    told: set[str] = set()
    for name in (n for n in names.old if n.sense in ("place", "party")):
        before = [n for n in names.old if n.ids & name.ids]
        after = [n for n in names.new if n.ids & name.ids]
        if after and not told & name.ids:
            told |= name.ids
            yield from _part(before, after)


def _part(before: Sequence[Named], after: Sequence[Named]) -> Iterator[_Told]:
    old, new = {n.part for n in before}, {n.part for n in after}
    if old == {""} and "" not in new:
        yield "narrower", before[:1], after[:1]
    elif new == {""} and "" not in old:
        yield "wider", before[:1], after[:1]
    elif "" not in old | new and not old & new:
        yield "replaced", before[:1], after[:1]


def _shift(old: Reading, new: Reading, direction: Direction, here: Span | None, there: Span | None) -> Shift:
    return Shift(
        "place",
        direction,
        old.quote(*here) if here else "",
        new.quote(*there) if there else "",
        old.span(*here) if here else None,
        new.span(*there) if there else None,
    )


def _shown(names: Sequence[Named]) -> Span | None:
    return (names[0].first, max(n.end for n in names)) if names else None
