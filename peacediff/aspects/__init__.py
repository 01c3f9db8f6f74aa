"""What shifted in the content of a change, aspect by aspect.

Each aspect is one module of one idea: ``find`` the terms of a text, ``compare`` those of both sides. A module's
public function takes both sides as read (`Reading`) and yields `Shift` values; it mirrors (`TURNED`) when the
sides change places, and yields nothing where both sides say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from peacediff.aspects.condition import condition
from peacediff.aspects.deadline import deadlines
from peacediff.aspects.duty import duty
from peacediff.aspects.members import members
from peacediff.aspects.naming import compared
from peacediff.aspects.party import parties
from peacediff.aspects.place import places
from peacediff.aspects.polarity import polarity
from peacediff.aspects.qualifiers import qualifiers
from peacediff.aspects.quantity import quantities
from peacediff.aspects.reading import Answers, Reading
from peacediff.aspects.reference import in_step, references
from peacediff.aspects.replaced import replaced
from peacediff.aspects.runs import Runs, Unexplained
from peacediff.aspects.scope import scope
from peacediff.aspects.status import statuses
from peacediff.knowledge import Knowledge
from peacediff.model import ASPECTS, Aspect, Shift, Span

__all__ = ["FINDERS", "UNTOLD_FINDERS", "Finder", "shifts", "steps"]

Finder = Callable[[Reading, Reading], Iterable[Shift]]


def named(old: Reading, new: Reading) -> Iterator[Shift]:
    """Places and parties, whose names are read together: a state is the one or the other by where it stands."""
    names = compared(old, new)
    yield from places(old, new, names)
    yield from parties(old, new, names)


FINDERS: tuple[Finder, ...] = (
    quantities,
    deadlines,
    named,
    duty,
    condition,
    polarity,
    statuses,
    scope,
    references,
)
"""In the order in which shifts are told."""

UNTOLD_FINDERS: tuple[Callable[[Runs, Runs], Iterable[Shift]], ...] = (replaced, members, qualifiers)
"""Of words that no shift quotes and nothing explains, each behind those before it."""

_INNER: frozenset[Aspect] = frozenset({"duty", "polarity"})
"""What is part of a condition where it came or went with it."""


def shifts(
    before: str,
    after: str,
    knowledge: Knowledge,
    language: str = "",
    answers: Answers | None = None,
    unexplained: Unexplained = ((), ()),
) -> tuple[Shift, ...]:
    """All shifts between the two sides of a change, aspect by aspect and in the order of the text.

    ``answers`` gives for the id of an old point the ids of the new points that it is linked with, ``unexplained`` the
    places of content words that may be told as members of lists which came or went.
    """
    old = Reading.of(before, knowledge, language, answers)
    new = Reading.of(after, knowledge, language)
    told = [shift for finder in FINDERS for shift in finder(old, new)]
    if any(unexplained):
        sides = Runs.both(old, new, unexplained)
        for finder in UNTOLD_FINDERS:
            told += [one for one in finder(*sides) if not any(_overlap(one, other) for other in told)]
        told.sort(key=lambda shift: ASPECTS.index(shift.aspect))
    return tuple(shift for shift in told if not (shift.aspect in _INNER and _stands_within(shift, told)))


def steps(
    before: str, after: str, knowledge: Knowledge, language: str, answers: Answers
) -> tuple[Sequence[Span], Sequence[Span]]:
    """Where both sides refer to one point that was renumbered; no word there says anything new."""
    old = Reading.of(before, knowledge, language, answers)
    return in_step(old, Reading.of(after, knowledge, language))


def _overlap(one: Shift, other: Shift) -> bool:
    """Whether two shifts quote a word of one side both."""
    sides = ((one.before_span, other.before_span), (one.after_span, other.after_span))
    return any(mine and theirs and mine[0] < theirs[1] and theirs[0] < mine[1] for mine, theirs in sides)


def _stands_within(shift: Shift, told: Iterable[Shift]) -> bool:
    """Whether a shift stands on one side only and in a condition that came or went there, which quotes its words."""
    if shift.direction not in ("added", "removed"):
        return False
    first, end = shift.before_span or shift.after_span or (0, 0)
    return any(
        whole.aspect == "condition" and whole.direction == shift.direction and begin <= first and end <= stop
        for whole in told
        for begin, stop in (whole.before_span or whole.after_span or (0, 0),)
    )
