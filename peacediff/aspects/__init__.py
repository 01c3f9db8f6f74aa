"""What shifted in the content of a change, aspect by aspect.

Each aspect is one module of one idea: ``find`` the terms of a text, ``compare`` those of both sides. A module's
public function takes both sides as read (`Reading`) and yields `Shift` values; it mirrors (`TURNED`) when the
sides change places, and yields nothing where both sides say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from peacediff.aspects.clauses import arms, clauses, reworded
from peacediff.aspects.condition import answered as conditioned
from peacediff.aspects.condition import condition
from peacediff.aspects.deadline import deadlines
from peacediff.aspects.deadline.times import times
from peacediff.aspects.duty import answered as bound
from peacediff.aspects.duty import duty
from peacediff.aspects.members import members, partners
from peacediff.aspects.modifiers import modifiers, parts
from peacediff.aspects.naming import answered as called
from peacediff.aspects.naming import compared
from peacediff.aspects.party import parties
from peacediff.aspects.persons import answered as titled
from peacediff.aspects.place import places
from peacediff.aspects.polarity import answered as denied
from peacediff.aspects.polarity import polarity
from peacediff.aspects.qualifiers import qualifiers
from peacediff.aspects.quantity import answered as paired
from peacediff.aspects.quantity import quantities
from peacediff.aspects.quantity.amounts import amounts
from peacediff.aspects.reading import Answers, Reading
from peacediff.aspects.reference import in_step, references
from peacediff.aspects.replaced import replaced
from peacediff.aspects.restated import without_restated
from peacediff.aspects.runs import Runs, Unexplained
from peacediff.aspects.scope import scope
from peacediff.aspects.senses import without_said
from peacediff.aspects.sole import sole
from peacediff.aspects.stated import without_stated
from peacediff.aspects.status import statuses
from peacediff.aspects.turned import answered as turned
from peacediff.aspects.turned import without_turned
from peacediff.knowledge import Knowledge
from peacediff.model import ASPECTS, Aspect, Shift, Span

__all__ = ["FINDERS", "UNTOLD_FINDERS", "Finder", "alike", "readings", "shifts", "told"]

Finder = Callable[[Reading, Reading], Iterable[Shift]]

_UNNAMED: Mapping[Aspect, Mapping[Aspect, bool]] = {
    "place": {"status": True},
    "party": {"scope": True, "condition": False},
}
"""What tells a kind of place and a role, and whether it does whatever its direction is."""
_NAMING: frozenset[Aspect] = frozenset({"place", "party", "quantity", "reference"})
"""What only names something in a task that is told."""
_PART = 3
"""Names are a small part of what is so many times as long."""
_SUBJECT = 3
"""So many words a noun may have that a pronoun stands for."""


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
    members,
    parts,
    qualifiers,
    modifiers,
    sole,
    clauses,
    arms,
    reworded,
    partners,
)
"""Of words that no shift quotes and nothing explains, each behind those before it."""

_REPLACED: frozenset[Aspect] = frozenset({"polarity"})
"""What is part of a condition that gave way to another one; who stands in it and how many are told beside it."""
_INNER: frozenset[Aspect] = _REPLACED | {"duty", "place", "party", "condition"}
"""What is part of a condition where it came or went with it; so is a place of what something is recognised as, and a
condition of an exception."""


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
    outer = [shift for shift in kept if not (shift.aspect in _INNER and _stands_within(shift, kept))]
    if unexplained is not None and any(old.knowledge.cues.values()):
        sides = Runs.both(old, new, unexplained)
        for finder in UNTOLD_FINDERS:
            untold = [one for one in finder(*sides) if not _is_told_by(one, found)]
            found += untold
            outer += untold
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


def alike(old: Reading, new: Reading) -> tuple[Sequence[Span], Sequence[Span]]:
    """Where both sides say the same amount, time, point, subject, name, duty or denial, be it in other words."""
    found = zip(
        *(same(old, new) for same in (in_step, bound, conditioned, denied, called, titled, turned)),
        strict=True,
    )
    steps = [[span for spans in side for span in spans] for side in found]
    sides = ((old, new, steps[0]), (new, old, steps[1]))
    mine, other = (
        [*places, *_same(here, there), *_subject(here, there), *paired(here, there)]
        for here, there, places in sides
    )
    return mine, other


def _subject(here: Reading, there: Reading) -> Iterator[Span]:
    """The noun that begins a text where a pronoun begins the other and the same small word follows both."""
    keys, pronouns = here.keys, here.knowledge.name_words.pronouns
    if there.keys[1:] and there.keys[0] in pronouns and there.keys[1] in here.knowledge.function_words:
        end = next((at for at, key in enumerate(keys[: _SUBJECT + 1]) if key == there.keys[1]), 0)
        if end and not any(mention.first < end for mention in here.mentions):
            yield here.span(0, end)


def _same(here: Reading, there: Reading) -> Iterator[Span]:
    """The places of the times and amounts of one side that the other says, too; of no event, which words tell best."""
    lasting, much = (
        {time.says for time in times(there)},
        {amount.value: amount.bound for amount in amounts(there)},
    )
    timed = (time for time in times(here) if time.kind != "event" and time.says in lasting)
    yield from (here.span(time.first, time.core[1] if time.event else time.end) for time in timed)
    for one in amounts(here):
        if one.value in much:
            same = one.bound_at if one.bound == much[one.value] else None
            first, end = same or (one.first, one.end)
            yield here.span(min(first, one.first), max(end, one.end))


def _is_told_by(one: Shift, told: Sequence[Shift]) -> bool:
    """Whether shifts that are told quote words of one; not where they only name who or what stands in it.

    A task is told beside those whom it names, anything else where names are a small part of it.
    """
    beside = [other for other in told if _overlap(one, other)]
    if not all(other.aspect in _NAMING and _stands_in(other, one) for other in beside):
        return True
    return one.aspect != "duty" and sum(map(_length, beside)) * _PART > _length(one)


def _length(shift: Shift) -> int:
    return len(shift.before) + len(shift.after)


def _stands_in(inner: Shift, whole: Shift) -> bool:
    sides = ((inner.before_span, whole.before_span), (inner.after_span, whole.after_span))
    return all(
        mine is None or (theirs is not None and theirs[0] <= mine[0] and mine[1] <= theirs[1])
        for mine, theirs in sides
    )


def _overlap(one: Shift, other: Shift) -> bool:
    """Whether two shifts quote a word of one side both."""
    sides = ((one.before_span, other.before_span), (one.after_span, other.after_span))
    return any(mine and theirs and mine[0] < theirs[1] and theirs[0] < mine[1] for mine, theirs in sides)


def _stands_within(shift: Shift, told: Iterable[Shift]) -> bool:
    """Whether a shift stands on one side only and in another that quotes its words.

    A duty in a condition that was replaced is told beside it, a denial by it.
    """
    if shift.direction not in ("added", "removed"):
        return False
    first, end = shift.before_span or shift.after_span or (0, 0)
    for whole in told:
        span = whole.before_span if shift.before_span else whole.after_span
        if _is_outer(whole, shift) and span and span[0] <= first and end <= span[1]:
            return True
    return False


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
