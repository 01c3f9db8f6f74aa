"""Conditions and times that were replaced by what says the same, all their words explained.

``If the pact is violated within a year`` is ``should the treaty be breached in twelve months``; ``unless it agrees``
is ``if it does not agree``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from peacediff.aspects.attached import is_attached
from peacediff.aspects.cues import hits
from peacediff.aspects.deadline.events import hand
from peacediff.aspects.deadline.times import times
from peacediff.aspects.explained import is_explained
from peacediff.aspects.polarity.ways import denials
from peacediff.aspects.reading import Reading
from peacediff.aspects.runs import Unexplained
from peacediff.aspects.spans import meets, paired
from peacediff.knowledge import Cue
from peacediff.model import Aspect, Shift, Span

_Place = tuple[Span, Reading]


def without_restated(
    found: Sequence[Shift], old: Reading, new: Reading, unexplained: Unexplained
) -> Sequence[Shift]:
    """The shifts but for those that replace what says the same in explained words, and for duties within these."""
    said = [*_replaced(found, old, new, unexplained), *_moved(found, old, new, unexplained)]
    return [
        shift
        for shift in found
        if not any(shift is one for one in said) and not any(_asks_within(shift, one) for one in said)
    ]


def _replaced(
    found: Sequence[Shift], old: Reading, new: Reading, unexplained: Unexplained
) -> Iterator[Shift]:
    for shift in found:
        before, after = shift.before_span, shift.after_span
        is_firmness = shift.aspect == "duty" and shift.direction != "replaced"
        if (
            before
            and after
            and not is_firmness
            and _is_said(shift.aspect, (before, old), (after, new), unexplained)
        ):
            yield shift


def _moved(found: Sequence[Shift], old: Reading, new: Reading, unexplained: Unexplained) -> Iterator[Shift]:
    """Conditions that stand elsewhere across, one told as removed and one as added."""
    conditions = [shift for shift in found if shift.aspect == "condition"]
    gone = [(shift, shift.before_span) for shift in conditions if shift.direction == "removed"]
    come = [(shift, shift.after_span) for shift in conditions if shift.direction == "added"]
    for (mine, before), (other, after) in product(gone, come):
        if before and after and _is_said("condition", (before, old), (after, new), unexplained):
            yield from (mine, other)


def _is_said(aspect: Aspect, before: _Place, after: _Place, unexplained: Unexplained) -> bool:
    are_same = _SAME.get(aspect)
    return (
        are_same is not None
        and are_same(before, after)
        and is_explained(aspect, *before, unexplained[0])
        and is_explained(aspect, *after, unexplained[1])
    )


def _asks_within(shift: Shift, whole: Shift) -> bool:
    """Whether a duty stands in a condition: "if a member asks for it"."""
    if shift.aspect != "duty" or whole.aspect != "condition":
        return False
    return all(mine is None or meets(mine, outer) for mine, outer in paired(shift, whole))


def _is_one_family(*places: _Place) -> bool:
    """Whether two conditions are opened by cues that say the same, be it with a denial: "unless", "if ... not"."""
    one, other = (_opening(*place) for place in places)
    if one is None or other is None or _denials(one, *places[0]) != _denials(other, *places[1]):
        return False
    return _affirmed(one) == _affirmed(other) or (one.willed and other.willed)


def _opening(span: Span, reading: Reading) -> Cue | None:
    """The cue that opens a condition."""
    return next((hit.cue for hit in hits("condition", reading) if _begins(span, hit.first, reading)), None)


def _affirmed(cue: Cue) -> str:
    """The family of a cue, or the one that it negates."""
    return cue.negates or cue.family


def _denials(cue: Cue, span: Span, reading: Reading) -> int:
    """How often a condition denies, by its cue or by its words."""
    worded = sum(meets(span, reading.span(hit.first, hit.end)) for hit in denials(reading))
    return worded + bool(cue.negates)


def _is_one_time(*places: _Place) -> bool:
    """Whether two times are as long and as bound, and run from an event each, on the same hand."""
    before, after = (
        next((time for time in times(reading) if _begins(span, time.first, reading)), None)
        for span, reading in places
    )
    if not (before and after and before.event and after.event):
        return False
    rivals = before.role and after.role and before.role != after.role
    return before.amount == after.amount and hand(before.event) == hand(after.event) and not rivals


def _are_tasks(*places: _Place) -> bool:
    """Whether two duties are tasks under a word of duty that neither quotes."""
    return not any(
        _begins(span, hit.first, reading)
        for span, reading in places
        for hit in hits("duty", reading)
        if not is_attached(hit)
    )


_SAME: Mapping[Aspect, Callable[..., bool]] = {
    "condition": _is_one_family,
    "deadline": _is_one_time,
    "duty": _are_tasks,
}
"""What must be the same but for words that are explained."""


def _begins(span: Span, at: int, reading: Reading) -> bool:
    return reading.words[at].span[0] == span[0]
