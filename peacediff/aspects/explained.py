"""Whether what a shift quotes is explained word by word: it stands across, or what does is listed as its double."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from peacediff.aspects.cues import hits
from peacediff.aspects.deadline.events import is_event
from peacediff.aspects.polarity.ways import denials
from peacediff.aspects.reading import Reading
from peacediff.aspects.spans import meets
from peacediff.model import Aspect, Span


def is_explained(aspect: Aspect, span: Span, reading: Reading, unexplained: Sequence[Span]) -> bool:
    """Whether no word of content in the span of a shift is unexplained, those of the cue that opens it left aside."""
    return not any(meets(word, place) for word in _told(aspect, span, reading) for place in unexplained)


def unexplained_share(aspect: Aspect, span: Span, reading: Reading, unexplained: Sequence[Span]) -> float:
    """Which part of these words nothing explains."""
    told = _told(aspect, span, reading)
    return sum(any(meets(word, place) for place in unexplained) for word in told) / (len(told) or 1)


def _told(aspect: Aspect, span: Span, reading: Reading) -> Sequence[Span]:
    """The words of content of a span, but for cues that others answer: what opens it, leads to an event, denies in it.

    A denial is told by polarity, where it stands in a condition. Of what is all cue ("if necessary") its own words are.
    """
    first, end = within(span, reading)
    own, senses = hits(aspect, reading), hits("sense", reading)
    opening = [hit for hit in (*own, *senses) if hit.first <= first < hit.end]
    leading = [hit for hit in own if aspect == "deadline" and not is_event(hit)]
    denying = denials(reading) if aspect == "condition" else ()
    cued = {at for hit in (*opening, *leading, *denying) for at in range(hit.first, hit.end)}
    said = [at for at in reading.content if first <= at < end]
    return [reading.words[at].span for at in [at for at in said if at not in cued] or said]


def within(span: Span, reading: Reading) -> tuple[int, int]:
    """The indices of the words in a span: the first one, and the one after the last."""
    starts = [word.span[0] for word in reading.words]
    return bisect_left(starts, span[0]), bisect_left(starts, span[1])
