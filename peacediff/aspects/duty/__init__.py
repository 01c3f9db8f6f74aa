"""Duty: how firmly something is laid down, on a ladder from obligation down to dialogue (``duty.toml``).

A word of duty answers one about the same action; where the action was reworded, the one in its place. Ranks one
apart are what drafters swap freely and are no shift. Where only one side denies, polarity tells it and duty is
silent; a word of duty that came to an action stated before ("withdraws", "may withdraw") is told as added.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.aspects.attached import attached
from peacediff.aspects.cues import hits
from peacediff.aspects.duty.alone import FORECAST, alone, alone_of
from peacediff.aspects.duty.matching import matched
from peacediff.aspects.duty.terms import NOTICE, duties, find, is_auxiliary
from peacediff.aspects.eased import eased
from peacediff.aspects.facing import Term, Terms, facing, shift
from peacediff.aspects.nested import stands_in
from peacediff.aspects.reading import Reading
from peacediff.model import Direction, Shift, Span

__all__ = ["answered", "answering", "duties", "duty", "is_auxiliary", "lone"]

_BINDING = 17
"""The rank from which on words of duty lay down alike, be they one step apart."""
_OPEN = frozenset({FORECAST, "condition tense", "possibility"})
"""Cues that say what may be as often as what is to be done."""
_STEP = 2
"""Ranks so far apart are a shift."""


def duty(old: Reading, new: Reading) -> Iterator[Shift]:
    """What became firmer or softer, and which duties and tasks came or went."""
    tasks = list(attached("duty", old, new))
    yield from tasks
    yield from eased(old, new)
    yield from (told for told in _duties(old, new) if not any(_is_part(told, task) for task in tasks))


def _is_part(told: Shift, task: Shift) -> bool:
    """Whether a duty came or went with a task that holds it."""
    return told.direction == task.direction and stands_in(told, task)


def _duties(old: Reading, new: Reading) -> Iterator[Shift]:
    before, after = find(old), find(new)
    if not before and not after:
        return
    across, sides, matching = facing(old, new), (old, new), matched(old, new)
    for mine, other in matching.pairs:
        if _are_apart(mine.rank, other.rank) and not _is_one_act(mine, other, sides):
            direction: Direction = "firmer" if abs(other.rank) > abs(mine.rank) else "softer"
            yield shift("duty", direction, sides, (mine, other))
    gone, come = alone(matching.old, old, new, across), alone(matching.new, new, old, across.turned())
    yield from (shift("duty", "removed", sides, (term, None)) for term in gone)
    yield from (shift("duty", "added", sides, (None, term)) for term in come)


def _are_apart(rank: int, other: int) -> bool:
    """Whether two ranks are a shift: what must be done is no step from what must not be done."""
    return rank * other > 0 and abs(rank - other) >= _STEP


def _is_one_act(mine: Term, other: Term, sides: tuple[Reading, Reading]) -> bool:
    """Whether one side does at once what the other says that it will do: "recognises", "will recognise"."""
    (old, new), notices = sides, [term for term in (mine, other) if term.rank == NOTICE]
    if len(notices) != 1:
        return False
    done, due = (old.stems[mine.at], other) if notices[0] is mine else (new.stems[other.at], mine)
    return due.about == done


def answering(old: Reading, new: Reading) -> list[tuple[Term, Term]]:
    """The words of duty of both sides that answer each other, and lay down alike or forbid alike."""
    pairs = matched(old, new).pairs if find(old) and find(new) else []
    return [
        (mine, other)
        for mine, other in pairs
        if mine.rank * other.rank > 0 and _OPEN.isdisjoint((mine.says, other.says))
    ]


def lone(old: Reading, new: Reading) -> tuple[Terms, Terms]:
    """The words of duty of either side that lay something down and that nothing across answers."""
    matching = matched(old, new)
    told = alone_of(old.knowledge)
    gone, come = (
        [term for term in terms if term.rank > 0 and told[term.says] != "never"]
        for terms in (matching.old, matching.new)
    )
    return gone, come


def answered(old: Reading, new: Reading) -> tuple[list[Span], list[Span]]:
    """The places of words of duty that lay down as firmly what the other side lays down in other words."""
    before, after = find(old), find(new)
    if not before or not after:
        return [], []
    pairs = [
        (mine, other)
        for mine, other in matched(old, new).pairs
        if FORECAST not in (mine.says, other.says) and _is_as_firm(mine.rank, other.rank)
    ]
    return [_cue(old, mine) for mine, _ in pairs], [_cue(new, other) for _, other in pairs]


def _is_as_firm(rank: int, other: int) -> bool:
    return rank == other != NOTICE or min(rank, other) >= _BINDING or max(rank, other) <= -_BINDING


def _cue(reading: Reading, term: Term) -> Span:
    return next(reading.span(hit.first, hit.end) for hit in hits("duty", reading) if hit.first == term.first)
