"""References that shift: to points and articles, to resolutions and treaties, to papers known by date or symbol.

A reference that stands anywhere on the other side is no shift, nor is one to a point whose number changed in step
(`Reading.answers`). The rest is ``replaced`` where a reference of its kind answers it, else ``added`` or ``removed``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peacediff.aspects.pairing import Company, Sides, in_order, paired, shift, side_by_side
from peacediff.aspects.reading import Reading
from peacediff.aspects.reference.found import found
from peacediff.aspects.reference.lists import Pair, uncrossed
from peacediff.aspects.reference.named import plain
from peacediff.aspects.reference.values import ITSELF, NAMED, PAPER, Reference
from peacediff.model import Direction, Shift, Span

__all__ = ["in_step", "references"]

_POINTS = ("point", "paragraph", "article", "section", "clause")
_NEAR = 0.25
"""Named texts are as many as there are subjects: only in like company does one answer another."""


def references(old: Reading, new: Reading) -> Iterator[Shift]:
    """The references that differ, in the order of the text; those side by side are told as one."""
    company = Company(old, new)

    def likeness(before: Reference, after: Reference) -> float:
        if before.kind != after.kind:
            return 0
        near = company.likeness(before, after)
        return 0 if before.kind == NAMED and near < _NEAR else 1 + near

    gone, come = _leaving_out(found(old), found(new)), _leaving_out(found(new), found(old))
    gone, come = _without_steps(gone, come, old)
    told = uncrossed(list(paired(_unspoken(gone, new), _unspoken(come, old), likeness)), (old, new))
    pairs = [pair for pair in told if _tells(*pair) and not _only_dates(*pair, (old, new))]
    yield from in_order(one for kind in _by_direction(pairs) for one in _told(kind, (old, new)))


def _by_direction(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    """What was replaced, what went, what came: what goes from a list stands side by side, whatever came to it."""
    yield [pair for pair in pairs if all(pair)]
    yield [pair for pair in pairs if pair[1] is None]
    yield [pair for pair in pairs if pair[0] is None]


def _told(pairs: Sequence[Pair], sides: Sides) -> Iterator[Shift]:
    for before, after in side_by_side(pairs, sides):
        direction: Direction = "replaced" if before and after else "removed" if before else "added"
        yield shift("reference", direction, sides, (before, after))


def _leaving_out(here: Iterable[Reference], there: Iterable[Reference]) -> list[Reference]:
    """Each reference that the other side has nowhere, once."""
    known = {reference.says for reference in there}
    return list({ref.says: ref for ref in reversed(list(here)) if ref.says not in known}.values())[::-1]


def _unspoken(here: Iterable[Reference], other: Reading) -> list[Reference]:
    """Without the texts that the other side names, too, be it in small letters: ``the political agreement``."""
    return [ref for ref in here if ref.kind != NAMED or f" {ref.label} " not in plain(other)]


def _only_dates(before: Reference | None, after: Reference | None, sides: Sides) -> bool:
    """Whether a lone date does no more than tell more closely which text of both sides is meant."""
    ref = before or after
    if ref is None or (before and after) or ref.kind != PAPER:
        return False
    own, other = sides if before else sides[::-1]
    named = next((one for one in found(own) if one.kind == NAMED and _adjoins(one, ref, own)), None)
    return named is not None and any(one.says == named.says for one in found(other))


def _adjoins(named: Reference, date: Reference, reading: Reading) -> bool:
    return 0 <= date.first - named.end <= 1 and reading.gap(date.first).strip() in {"", ","}


def _without_steps(
    gone: Sequence[Reference], come: Sequence[Reference], old: Reading
) -> tuple[list[Reference], list[Reference]]:
    """Without the references to a point of this draft that bears another number in the new one."""
    steps = _steps(gone, come, old)
    return (
        [ref for ref in gone if ref not in {before for before, _ in steps}],
        [ref for ref in come if ref not in {after for _, after in steps}],
    )


def in_step(old: Reading, new: Reading) -> tuple[list[Span], list[Span]]:
    """Where both sides refer to one point by another number, as it was renumbered: places in both texts."""
    steps = _steps(_leaving_out(found(old), found(new)), _leaving_out(found(new), found(old)), old)
    return (
        [old.span(before.first, before.end) for before, _ in steps],
        [new.span(after.first, after.end) for _, after in steps],
    )


def _steps(
    gone: Iterable[Reference], come: Sequence[Reference], old: Reading
) -> list[tuple[Reference, Reference]]:
    return [(before, after) for before in gone for after in come if _in_step(before, after, old)]


def _in_step(before: Reference, after: Reference, old: Reading) -> bool:
    if before.elsewhere or after.elsewhere or before.kind != after.kind or before.kind not in _POINTS:
        return False
    return after.label in old.answers.get(before.label, ())


def _tells(before: Reference | None, after: Reference | None) -> bool:
    """A text that speaks of itself less or more often says nothing else."""
    return all(ref is not None for ref in (before, after)) or (before or after).kind != ITSELF  # type: ignore[union-attr]
