"""What shifted in the content of a change, aspect by aspect.

Each aspect is one module of one idea: ``find`` the terms of a text, ``compare`` those of both sides. A module's
public function takes both sides as read (`Reading`) and yields `Shift` values; it mirrors (`TURNED`) when the
sides change places, and yields nothing where both sides say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from peacediff.aspects.condition import condition
from peacediff.aspects.deadline import deadlines
from peacediff.aspects.duty import duty
from peacediff.aspects.naming import compared
from peacediff.aspects.party import parties
from peacediff.aspects.place import places
from peacediff.aspects.polarity import polarity
from peacediff.aspects.quantity import quantities
from peacediff.aspects.reading import Answers, Reading
from peacediff.aspects.reference import references
from peacediff.aspects.scope import scope
from peacediff.aspects.status import statuses
from peacediff.knowledge import Knowledge
from peacediff.model import Shift

__all__ = ["FINDERS", "Finder", "shifts"]

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


def shifts(
    before: str, after: str, knowledge: Knowledge, language: str = "", answers: Answers | None = None
) -> tuple[Shift, ...]:
    """All shifts between the two sides of a change, aspect by aspect and in the order of the text.

    ``answers`` gives for the id of an old point the ids of the new points that it is linked with.
    """
    old = Reading.of(before, knowledge, language, answers)
    new = Reading.of(after, knowledge, language)
    return tuple(shift for finder in FINDERS for shift in finder(old, new))
