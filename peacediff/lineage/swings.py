"""What went from A to B and back to A within a lineage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peacediff.model import Aspect, Change, Provision, Swing
from peacediff.text.words import keys

Said = tuple[str, ...]


def swings(
    provisions: Sequence[Sequence[Provision]], lived: Iterable[tuple[int, int, Change]]
) -> tuple[Swing, ...]:
    """The swings of shifts, or else of the wording as a whole."""
    ordered = sorted(lived, key=lambda each: each[1])
    return tuple(_of_shifts(ordered)) or tuple(_of_wordings(provisions))


def _of_shifts(lived: Iterable[tuple[int, int, Change]]) -> Iterator[Swing]:
    gone: dict[tuple[Aspect, Said, Said], tuple[int, str]] = {}
    for old, new, change in lived:
        for shift in change.shifts:
            was, now = keys(shift.before), keys(shift.after)
            if turn := gone.pop((shift.aspect, now, was), None):
                first, value = turn
                yield Swing(shift.aspect, (first, old, new), (value, shift.before, shift.after))
            gone[shift.aspect, was, now] = (old, shift.before)


def _of_wordings(provisions: Sequence[Sequence[Provision]]) -> Iterator[Swing]:
    seen: dict[Said, int] = {}
    last: tuple[Said, int] | None = None
    for place, held in enumerate(provisions):
        if not held:
            continue
        said = keys(_text(held))
        if last and said != last[0] and said in seen:
            between = last[1]
            values = tuple(_text(provisions[n]) for n in (seen[said], between, place))
            yield Swing(None, (seen[said], between, place), (values[0], values[1], values[2]))
        seen[said] = place
        last = said, place


def _text(held: Sequence[Provision]) -> str:
    return "\n".join(provision.text for provision in held)
