"""Which of several shifts that quote the same words tells the others, too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peacediff.aspects.spans import holds, meets, paired
from peacediff.model import Aspect, Shift

_UNNAMED: Mapping[Aspect, Mapping[Aspect, bool]] = {
    "place": {"status": True},
    "party": {"scope": True, "condition": False},
}
"""What tells a kind of place and a role, and whether it does whatever its direction is."""
_NAMING: frozenset[Aspect] = frozenset({"place", "party", "quantity", "reference"})
"""What only names something in a task that is told."""
_PART = 3
"""Names are a small part of what is so many times as long."""
_REPLACED: frozenset[Aspect] = frozenset({"polarity"})
"""What is part of a condition that gave way to another one; who stands in it and how many are told beside it."""
_INNER: frozenset[Aspect] = _REPLACED | {"duty", "place", "party", "condition"}
"""What is part of a condition where it came or went with it; so is a place of what something is recognised as, and a
condition of an exception."""


def outermost(told: Sequence[Shift]) -> list[Shift]:
    """The shifts but for those that are part of another one."""
    return [shift for shift in told if not (shift.aspect in _INNER and _is_part(shift, told))]


def is_told_by(one: Shift, told: Sequence[Shift], *, more: bool) -> bool:
    """Whether shifts that are told quote words of one; not where they only name who or what stands in it.

    A task is told beside those whom it names, anything else where names are a small part of it, or it
    says ``more``: but what a text is referred to for goes with its name.
    """
    beside = [other for other in told if any(meets(*places) for places in paired(one, other))]
    if not all(other.aspect in _NAMING and stands_in(other, one) for other in beside):
        return True
    if more and all(other.aspect != "reference" for other in beside):
        return False
    return one.aspect != "duty" and sum(map(_length, beside)) * _PART > _length(one)


def _length(shift: Shift) -> int:
    return len(shift.before) + len(shift.after)


def stands_in(inner: Shift, whole: Shift) -> bool:
    """Whether all that a shift quotes is quoted by another one."""
    return all(mine is None or holds(theirs, mine) for mine, theirs in paired(inner, whole))


def _is_part(shift: Shift, told: Sequence[Shift]) -> bool:
    """Whether a shift stands on one side only and in another that quotes its words.

    A duty in a condition that was replaced is told beside it, a denial by it.
    """
    if shift.direction not in ("added", "removed"):
        return False
    here = 0 if shift.before_span else 1
    return any(_is_outer(whole, shift) and holds(*reversed(paired(shift, whole)[here])) for whole in told)


def _is_outer(whole: Shift, inner: Shift) -> bool:
    """Whether a shift tells another one too, if it quotes it.

    A status tells a kind of place, an exception a condition, and that what is in it; both tell who is no name.
    """
    if inner.aspect in _UNNAMED:
        words, same = inner.before or inner.after, whole.direction == inner.direction
        telling = _UNNAMED[inner.aspect].get(whole.aspect)
        return telling is not None and (same or telling) and words == words.lower()
    if inner.aspect == "condition":
        return whole.aspect == "scope"
    return whole.aspect == "condition" and (whole.direction == inner.direction or inner.aspect in _REPLACED)
