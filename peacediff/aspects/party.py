"""Parties: states, alliances, bodies and roles that come, go, stand in another's stead or change places."""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.aspects.names import Named
from peacediff.aspects.naming import Compared
from peacediff.aspects.reading import Reading
from peacediff.model import Direction, Shift


def parties(old: Reading, new: Reading, names: Compared) -> Iterator[Shift]:
    """The shifts of parties between two texts."""
    for difference in names.differences:
        if "party" in [name.sense for name in (difference.old, difference.new) if name]:
            yield _shift(old, new, difference.old, difference.new)
    for swap in names.swaps:
        if swap.name.sense == "party":
            yield Shift(
                "party",
                "replaced",
                old.quote(*swap.old),
                new.quote(*swap.new),
                old.span(*swap.old),
                new.span(*swap.new),
            )


def _shift(old: Reading, new: Reading, gone: Named | None, come: Named | None) -> Shift:
    direction: Direction = "replaced" if gone and come else "removed" if gone else "added"
    before, after = _shown(gone), _shown(come)
    return Shift(
        "party",
        direction,
        old.quote(*before) if before else "",
        new.quote(*after) if after else "",
        old.span(*before) if before else None,
        new.span(*after) if after else None,
    )


def _shown(name: Named | None) -> tuple[int, int] | None:
    return (name.first, name.shown) if name else None
