"""What shifted in the content of a change, aspect by aspect.

Each aspect is one module of one idea: ``find`` the terms of a text, ``compare`` those of both sides. A module's
public function takes both sides as read (`Reading`) and yields `Shift` values; it mirrors (`TURNED`) when the
sides change places, and yields nothing where both sides say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from peacediff.aspects.acts import acts
from peacediff.aspects.clauses import arms, clauses, reworded
from peacediff.aspects.condition import condition
from peacediff.aspects.deadline import deadlines
from peacediff.aspects.duty import duty
from peacediff.aspects.inserted import inserted
from peacediff.aspects.members import members, partners
from peacediff.aspects.modifiers import manners, modifiers, parts, whereabouts
from peacediff.aspects.naming import compared
from peacediff.aspects.nested import is_told_by, outermost
from peacediff.aspects.party import parties
from peacediff.aspects.place import places
from peacediff.aspects.polarity import polarity
from peacediff.aspects.predicates import predicates
from peacediff.aspects.qualifiers import qualifiers
from peacediff.aspects.quantity import quantities
from peacediff.aspects.reading import Answers, Reading
from peacediff.aspects.reference import references
from peacediff.aspects.replaced import replaced
from peacediff.aspects.restated import without_restated
from peacediff.aspects.runs import Runs, Unexplained, says_more
from peacediff.aspects.same import alike
from peacediff.aspects.scope import scope
from peacediff.aspects.senses import without_said
from peacediff.aspects.sole import sole
from peacediff.aspects.stated import without_stated
from peacediff.aspects.status import statuses
from peacediff.aspects.turned import without_turned
from peacediff.knowledge import Knowledge
from peacediff.model import ASPECTS, Shift

__all__ = ["FINDERS", "UNTOLD_FINDERS", "Finder", "alike", "readings", "shifts", "told"]

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

UNTOLD_FINDERS: tuple[Callable[[Runs, Runs], Iterable[Shift]], ...] = (
    replaced,
    acts,
    predicates,
    members,
    parts,
    whereabouts,
    qualifiers,
    modifiers,
    manners,
    sole,
    clauses,
    arms,
    reworded,
    partners,
    inserted,
)
"""Of words that no shift quotes and nothing explains, each behind those before it."""


def readings(
    before: str, after: str, knowledge: Knowledge, language: str = "", answers: Answers | None = None
) -> tuple[Reading, Reading]:
    """Both sides of a change as read; ``answers`` gives for the id of an old point the new ids linked with it."""
    return Reading.of(before, knowledge, language, answers), Reading.of(after, knowledge, language)


def shifts(
    before: str,
    after: str,
    knowledge: Knowledge,
    language: str = "",
    answers: Answers | None = None,
    unexplained: Unexplained | None = None,
) -> tuple[Shift, ...]:
    """All shifts between the two sides of a change, as `told` between their `readings`."""
    return told(*readings(before, after, knowledge, language, answers), unexplained)


def told(old: Reading, new: Reading, unexplained: Unexplained | None = None) -> tuple[Shift, ...]:
    """All shifts between two sides, aspect by aspect and in the order of the text.

    ``unexplained`` has the places of content words that may be told by where they stand, if the small words around
    them are known: not in a draft of another language.
    """
    found = [shift for finder in FINDERS for shift in finder(old, new)]
    kept = list(_unanswered(found, old, new, unexplained))
    outer = outermost(kept)
    if unexplained is not None and any(old.knowledge.cues.values()):
        sides = Runs.both(old, new, unexplained, found)
        for finder in UNTOLD_FINDERS:
            untold = [one for one in finder(*sides) if not is_told_by(one, found, more=says_more(one, sides))]
            if untold:
                found += untold
                outer += untold
                sides = Runs.both(old, new, unexplained, found)
        outer.sort(key=lambda shift: ASPECTS.index(shift.aspect))
    if unexplained is not None:
        outer = list(without_stated(outer, old, new, unexplained))
    return tuple(without_turned(outer, old, new, unexplained or ((), ())))


def _unanswered(
    found: Sequence[Shift], old: Reading, new: Reading, unexplained: Unexplained | None
) -> Iterable[Shift]:
    """The shifts but for those that the other side says in other words, as far as it is known what explains them."""
    if unexplained is None:
        return found
    return without_restated(without_said(found, old, new, unexplained), old, new, unexplained)
