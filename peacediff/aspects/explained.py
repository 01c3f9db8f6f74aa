"""Whether what a shift quotes is explained word by word: it stands across, or what does is listed as its double.

A condition that was replaced by one of its family, and an event in the stead of one of its hand, are no shift where
all their words are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from peacediff.aspects.cues import hits
from peacediff.aspects.deadline.events import hand, is_event
from peacediff.aspects.deadline.times import times
from peacediff.aspects.reading import Reading
from peacediff.aspects.runs import Unexplained
from peacediff.model import Aspect, Shift, Span


def is_explained(aspect: Aspect, span: Span, reading: Reading, unexplained: Sequence[Span]) -> bool:
    """Whether no word of content in the span of a shift is unexplained, those of the cue that opens it left aside."""
    return not any(meets(word, place) for word in _told(aspect, span, reading) for place in unexplained)


def unexplained_share(aspect: Aspect, span: Span, reading: Reading, unexplained: Sequence[Span]) -> float:
    """Which part of these words nothing explains."""
    told = _told(aspect, span, reading)
    return sum(any(meets(word, place) for place in unexplained) for word in told) / (len(told) or 1)


def _told(aspect: Aspect, span: Span, reading: Reading) -> Sequence[Span]:
    """The words of content of a span; what opens it, or leads to an event of a time, is answered by another cue."""
    first, end = within(span, reading)
    own, senses = hits(aspect, reading), hits("sense", reading)
    opening = [hit for hit in (*own, *senses) if hit.first <= first < hit.end]
    leading = [hit for hit in own if aspect == "deadline" and not is_event(hit)]
    cued = {at for hit in (*opening, *leading) for at in range(hit.first, hit.end)}
    return [reading.words[at].span for at in reading.content if first <= at < end and at not in cued]


def within(span: Span, reading: Reading) -> tuple[int, int]:
    """The indices of the words in a span: the first one, and the one after the last."""
    starts = [word.span[0] for word in reading.words]
    return bisect_left(starts, span[0]), bisect_left(starts, span[1])


def meets(one: Span, other: Span) -> bool:
    """Whether two places share a word."""
    return one[0] < other[1] and other[0] < one[1]


def without_explained(
    found: Iterable[Shift], old: Reading, new: Reading, unexplained: Unexplained
) -> Iterator[Shift]:
    """The shifts but for those that replace what says the same in explained words."""
    for shift in found:
        before, after, are_same = shift.before_span, shift.after_span, _SAME.get(shift.aspect)
        is_said = (
            before is not None
            and after is not None
            and are_same is not None
            and are_same((before, old), (after, new))
            and is_explained(shift.aspect, before, old, unexplained[0])
            and is_explained(shift.aspect, after, new, unexplained[1])
        )
        if not is_said:
            yield shift


_Place = tuple[Span, Reading]


def _is_one_family(*places: _Place) -> bool:
    """Whether two conditions are opened by cues that say the same."""
    families = (
        next((hit.cue.family for hit in hits("condition", reading) if _begins(span, hit.first, reading)), "")
        for span, reading in places
    )
    before, after = families
    return before == after != ""


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


_SAME: Mapping[Aspect, Callable[..., bool]] = {"condition": _is_one_family, "deadline": _is_one_time}
"""What must be the same but for words that are explained."""


def _begins(span: Span, at: int, reading: Reading) -> bool:
    return reading.words[at].span[0] == span[0]
