"""What both sides say, each in the terms of another aspect, and what only a turn of phrase denies.

``Subject to approval`` is a condition and ``once it is approved`` a time, of one act; ``only with consent`` bounds
what ``not without consent`` denies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.deadline.events import same_event
from peacediff.aspects.deadline.times import times
from peacediff.aspects.explained import is_explained
from peacediff.aspects.facing import sentence
from peacediff.aspects.reading import Reading
from peacediff.aspects.runs import Unexplained
from peacediff.aspects.spans import meets
from peacediff.knowledge.phrases import CueKind
from peacediff.model import Aspect, Shift, Span

_Cues = tuple[tuple[CueKind, str], ...]
_ONLY: _Cues = (
    ("scope", "others: only"),
    ("condition", "if: only"),
    ("condition", "if consent: required"),
    ("sense", "need only"),
)
"""The cues that bound what they are said of, by their aspects."""
_UNLESS: _Cues = (("polarity", "without"), ("condition", "unless"), ("scope", "exception"))
"""How the ids of cues begin that say, behind a denial, what is left of what it denies."""
_DENIAL, _MOST = ("not", "no"), 12
"""The cues of denial, and so many words that may stand between one and what it leaves."""
_WAITING: _Cues = (("deadline", "after: only"),)
"""The cue of what must have happened before."""
_UNTIL: _Cues = (("deadline", "until"), ("deadline", "before"))
"""How the ids of cues begin that say, behind a denial, up to what it holds."""
_DENYING = "deny"
_MUST = 17
"""The rank from which on a duty says what must be the case."""
_BOUNDING = frozenset({"polarity", "scope", "condition"})
_CROSSED: tuple[frozenset[Aspect], ...] = (
    frozenset({"condition", "deadline"}),
    frozenset({"condition", "duty"}),
    frozenset({"condition", "polarity"}),
)
"""The pairs of aspects of which one may tell on one side what the other tells across."""
_LETTERS = 5
"""So much of a word is compared: its ending and its kind change with the grammar."""


def without_turned(
    found: Sequence[Shift], old: Reading, new: Reading, unexplained: Unexplained = ((), ())
) -> Sequence[Shift]:
    """The shifts but for those that the other side answers in another aspect, all their words explained."""
    if not found:
        return found
    sides = (old, new)
    said = [shift for shift in found if _is_explained(shift, sides, unexplained)]
    turned = [*_crossed(said, old, new), *_bounded(said, sides, 0), *_bounded(said, sides, 1)]
    turned += [*_waiting(found, sides, 0), *_waiting(found, sides, 1)]
    return [shift for shift in found if not any(shift is one for one in turned)]


def _is_explained(shift: Shift, sides: tuple[Reading, Reading], unexplained: Unexplained) -> bool:
    """Whether nothing in a condition is unexplained; what denies or bounds answers by itself."""
    spans = zip((shift.before_span, shift.after_span), sides, unexplained, strict=True)
    return shift.aspect != "condition" or all(
        is_explained(shift.aspect, span, side, places) for span, side, places in spans if span
    )


def answered(old: Reading, new: Reading) -> tuple[list[Span], list[Span]]:
    """The places of "only" on one side and of a denial with what it leaves on the other."""
    pairs = [_answered(old, new, *cues) for cues in ((_ONLY, _UNLESS), (_WAITING, _UNTIL))]
    return [span for mine, _ in pairs for span in mine], [span for _, other in pairs for span in other]


def _answered(old: Reading, new: Reading, bound: _Cues, leaving: _Cues) -> tuple[list[Span], list[Span]]:
    only, left = (
        (_spans(old, bound), _spans(new, bound)),
        (list(_left(old, leaving)), list(_left(new, leaving))),
    )
    mine = [*(only[0] if left[1] else ()), *(left[0] if only[1] else ())]
    other = [*(only[1] if left[0] else ()), *(left[1] if only[0] else ())]
    return mine, other


def _crossed(found: Sequence[Shift], old: Reading, new: Reading) -> Iterator[Shift]:
    """What one side tells as a condition and the other of the same act as a time, a duty or a denial."""
    for gone in (shift for shift in found if shift.direction == "removed"):
        for come in (shift for shift in found if shift.direction == "added"):
            if frozenset({gone.aspect, come.aspect}) in _CROSSED and _are_one(gone, old, come, new):
                yield from (gone, come)


def _are_one(gone: Shift, old: Reading, come: Shift, new: Reading) -> bool:
    """Whether two of three words of the shorter one stand in the other, its cue left aside where it has more."""
    if not (_is_needed(gone, gone.before_span, old) and _is_needed(come, come.after_span, new)):
        return False
    if gone.aspect == "polarity" and not _denies(come.after_span, new):
        return False
    if come.aspect == "polarity" and not _denies(gone.before_span, old):
        return False
    before, after = _content(gone.before, old), _content(come.after, new)
    acts = (_act_of(gone, gone.before_span, old), _act_of(come, come.after_span, new))
    least = min(len(act) for act in acts)
    return 3 * len(before & after) >= 2 * least > 0


def _is_needed(shift: Shift, span: Span | None, reading: Reading) -> bool:
    """Whether a duty says what must be the case; all else may stand for a condition."""
    musts = (reading.span(hit.first, hit.end) for hit in hits("duty", reading) if hit.cue.rank >= _MUST)
    return shift.aspect != "duty" or any(meets(span, one) for one in musts)


def _denies(span: Span | None, reading: Reading) -> bool:
    """Whether a condition is one that says what does not happen: "without prejudice to"."""
    phrases = [hit for hit in hits("sense", reading) if hit.cue.id == _DENYING]
    return any(meets(span, reading.span(hit.first, hit.end)) for hit in phrases)


def _act_of(shift: Shift, span: Span | None, reading: Reading) -> set[str]:
    """The words of content that a shift quotes, without those of its cues; all where it has no others."""
    spans = (reading.span(hit.first, hit.end) for hit in hits(shift.aspect, reading))
    cues = [one for one in spans if meets(span, one)]
    quoted = [word.span for word in reading.words if meets(span, word.span)]
    rest = [one for one in quoted if not any(meets(one, cue) for cue in cues)]
    return _content(" ".join(reading.text[slice(*one)] for one in rest or quoted), reading)


def _content(words: str, reading: Reading) -> set[str]:
    knowledge = reading.knowledge
    return {key[:_LETTERS] for key in knowledge.fold(words) if key not in knowledge.function_words}


def _is_one(before: set[str], after: set[str]) -> bool:
    """Whether two of three words of the shorter one stand in the other."""
    return 3 * len(before & after) >= 2 * min(len(before), len(after)) > 0


def _bounded(found: Sequence[Shift], sides: tuple[Reading, Reading], here: int) -> Iterator[Shift]:
    """Of "only with" on the side ``here`` and "not without" across: the bound, the denials and the reservation."""
    only, left = _spans(sides[here], _ONLY), list(_left(sides[1 - here]))
    for shift in found if only and left else ():
        spans = (shift.before_span, shift.after_span)
        met = any(meets(spans[here], one) for one in only) or any(meets(spans[1 - here], one) for one in left)
        if met and shift.aspect in _BOUNDING:
            yield shift


def _span(shift: Shift, here: int) -> Span | None:
    return (shift.before_span, shift.after_span)[here]


def _waiting(found: Sequence[Shift], sides: tuple[Reading, Reading], here: int) -> Iterator[Shift]:
    """Of "only after" on the side ``here`` and "not until" across, if both wait for one event: the time, the denial."""
    only, left = _spans(sides[here], _WAITING), list(_left(sides[1 - here], _UNTIL))
    if not (only and left):
        return
    timed = [shift for shift in found if shift.aspect == "deadline"]
    if all(
        same_event(_awaited(shift.before_span, sides[0]), _awaited(shift.after_span, sides[1]))
        for shift in timed
    ):
        yield from timed
        for shift in found:
            if shift.aspect in _BOUNDING and any(meets(_span(shift, 1 - here), one) for one in left):
                yield shift


def _awaited(span: Span | None, reading: Reading) -> str:
    """The event in a time that is told, whether it must have come or must not yet."""
    told = (time for time in times(reading) if meets(span, reading.span(time.first, time.end)))
    return next((f"event: {time.event.partition(': ')[2]}" for time in told), "")


def _spans(reading: Reading, cues: _Cues) -> list[Span]:
    return [
        reading.span(hit.first, hit.end)
        for aspect, start in cues
        for hit in hits(aspect, reading)
        if hit.cue.id.startswith(start)
    ]


def _left(reading: Reading, leaving: _Cues = _UNLESS) -> Iterator[Span]:
    """The denials that something behind them leaves open, and what does."""
    denials = [hit for hit in hits("polarity", reading) if hit.cue.id in _DENIAL]
    for aspect, start in leaving if denials else ():
        for hit in hits(aspect, reading):
            denial = _denial_beside(hit, denials, reading) if hit.cue.id.startswith(start) else None
            if denial:
                yield reading.span(denial.first, denial.end)
                yield reading.span(hit.first, hit.end)


def _denial_beside(hit: Hit, denials: Sequence[Hit], reading: Reading) -> Hit | None:
    """The denial before what it leaves, or behind where that begins the sentence: "apart from guards, no one"."""
    start, end = sentence(reading, hit.first)
    reach = range(max(start, hit.first - _MOST), hit.first)
    if hit.first == start:
        reach = range(hit.end, min(end, hit.end + _MOST))
    return next((one for one in denials if one.first in reach), None)
