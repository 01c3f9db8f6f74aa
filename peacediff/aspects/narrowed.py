"""The part of a time that is named before it: the end of 2026, mid-May, the first quarter of 2026."""

from __future__ import annotations

from collections.abc import Mapping

from peacediff.aspects.cues import Hit


def narrowed(at: int, start: int, stop: int, ended: Mapping[int, Hit]) -> tuple[int, int, int]:
    """Only the part that is named before a date: its first word, and the ordinals of its first and last day.

    ``ended`` has the cues of time by the word after their last one.
    """
    hit = next(
        (ended[end] for end in (at, at - 1, at - 2) if end in ended and _names_a_part(ended[end].cue.id)),
        None,
    )
    if hit is None or start == stop:
        return at, start, stop
    length = stop - start + 1
    match hit.cue.id:
        case "part-start":
            return hit.first, start, start
        case "part-end":
            return hit.first, stop, stop
        case "part-middle":
            middle = start + length // 2
            return hit.first, middle, middle
        case _:
            return hit.first, *_nth(hit, start, stop)


def _names_a_part(cue: str) -> bool:
    """Whether it is a part of a longer time; that of a day (``part-day-night``) narrows none."""
    return cue.startswith("part-") and not cue.startswith("part-day-")


def _nth(hit: Hit, start: int, stop: int) -> tuple[int, int]:
    """Of ``part-4`` the rank says which quarter, of ``part-2`` which half."""
    parts = int(hit.cue.id.removeprefix("part-"))
    length = (stop - start + 1) / parts
    return start + round(length * (hit.cue.rank - 1)), start + round(length * hit.cue.rank) - 1
