"""What shifted in a change, and the words that carry its verdict, each in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from peacediff.model import ASPECTS, Aspect, Change, Direction, Shift
from peacediff.present.page import ShiftLine

_LEAD, _END = 10, 6
"""Words that are kept of a longer quotation."""
_MOST_WORDS = 8
"""Words gone or come that are named; of a rewritten provision they would only repeat its text."""
_SAID: dict[Direction, str] = {"incomparable": "other, not comparable"}


def shift_lines(change: Change) -> Iterator[ShiftLine]:
    """The shifts aspect by aspect; what of one aspect was only added, or only removed, in one line."""
    in_order = sorted(change.shifts, key=lambda shift: ASPECTS.index(shift.aspect))
    for (aspect, direction, one_sided), shifts in groupby(in_order, key=_kind):
        label = f"{aspect} {_SAID.get(direction, direction)}"
        if one_sided:
            yield ShiftLine(aspect, label, *_listed(list(shifts)))
        else:
            for shift in shifts:
                yield ShiftLine(aspect, label, brief(shift.before), brief(shift.after), shift.difference)


def words_line(change: Change) -> Iterator[str]:
    """The words gone and come that neither a variant nor a shift explains."""
    sides = [
        f"{name}: {_named(words)}" for name, words in (("gone", change.gone), ("come", change.come)) if words
    ]
    if change.gone and sorted(map(str.casefold, change.gone)) == sorted(map(str.casefold, change.come)):
        yield f"named in another order: {_named(change.gone)} → {_named(change.come)}"
    elif sides:
        yield f"{'other words' if change.shifts else 'words'} {' · '.join(sides)}"


def _kind(shift: Shift) -> tuple[Aspect, Direction, bool]:
    return shift.aspect, shift.direction, not (shift.before and shift.after)


def _listed(shifts: list[Shift]) -> tuple[str, str]:
    """The words of either side, each once."""
    sides = ([shift.before for shift in shifts], [shift.after for shift in shifts])
    before, after = ("; ".join(dict.fromkeys(map(brief, filter(None, side)))) for side in sides)
    return before, after


def brief(quoted: str) -> str:
    """A quotation in one line, a long one shortened to its ends."""
    words = quoted.split()
    if len(words) <= _LEAD + _END + 1:
        return " ".join(words)
    return " ".join([*words[:_LEAD], "…", *words[-_END:]])


def _named(words: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(words))
    more = len(distinct) - _MOST_WORDS
    return "; ".join(map(brief, distinct[:_MOST_WORDS])) + (f" and {more} more" if more > 0 else "")
