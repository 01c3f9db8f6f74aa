"""Which words explain which: a double explains as many as it has words itself, and no more."""

from __future__ import annotations

from collections.abc import Sequence


def paired(wanted: Sequence[Sequence[int]], room: Sequence[int]) -> frozenset[int]:
    """The indices of those that find one to explain them, as many as can be.

    ``wanted`` has for each those that could, ``room`` how many each of these explains.
    """
    taken: dict[int, list[int]] = {}
    return frozenset(at for at in range(len(wanted)) if _finds(at, wanted, room, taken, set()))


def _finds(
    at: int,
    wanted: Sequence[Sequence[int]],
    room: Sequence[int],
    taken: dict[int, list[int]],
    asked: set[int],
) -> bool:
    """Whether room is found for one, if need be by moving another on."""
    for place in wanted[at]:
        if place in asked:
            continue
        asked.add(place)
        own = taken.setdefault(place, [])
        if len(own) < room[place]:
            own.append(at)
            return True
        for index, other in enumerate(own):
            if _finds(other, wanted, room, taken, asked):
                own[index] = at
                return True
    return False
