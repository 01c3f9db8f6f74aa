"""Whole clauses that came or went: ``, as shown by the census of last year,``, ``and both sides have withdrawn``.

Told as a condition where they are one, or are joined to one or to an event that time runs from, else as scope; of what
nothing else tells. Hardly a word of theirs is explained, and the other side has nothing in their place. Where most of
a provision was reworded that shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile

from peacediff.aspects.condition import answering
from peacediff.aspects.cues import hits
from peacediff.aspects.facing import Term, clause_end, clause_start, shift
from peacediff.aspects.quoting import REST
from peacediff.aspects.reading import Reading
from peacediff.aspects.runs import Run, Runs, one_sided
from peacediff.model import Aspect, Shift

_LONGEST = 12
"""Words that are quoted at most."""
_LEAST = 2
"""So many words of content a clause has at least."""
_OTHER = 0.5
"""From this part of unexplained words on, a condition says otherwise."""
_EVENTS = frozenset({"after", "before", "until"})
"""The families of words of time that open a clause of their own."""


def clauses(old: Runs, new: Runs) -> Iterator[Shift]:
    """Which clauses went or came; mirrors when the sides change places."""
    return one_sided(old, new, _found)


def _found(side: Runs) -> Iterator[tuple[Aspect, Term]]:
    here = side.here
    for run in filter(None, (_worded(side, run) for run in side.all)):
        first, end = _opening(side, run), _end(side, run)
        if first is not None and end <= side.around(run)[1] and len(run) >= _LEAST and _is_new(side, run):
            yield ("condition" if _is_condition(here, first) else "scope"), _quoted(first, end)


def _end(side: Runs, run: Run) -> int:
    """After the clause of a run: at a mark, or at a word such as "and" where that is all before what is kept."""
    here, behind = side.here, run[-1] + 1
    end = clause_end(here, run[-1])
    joined = behind < end and here.keys[behind] in here.knowledge.conjunctions
    return behind if joined and end > side.around(run)[1] else end


def _quoted(first: int, end: int) -> Term:
    cut = REST if end > first + _LONGEST else None
    return Term("clause", 0, "", first, first, min(end, first + _LONGEST), cut=cut)


def _worded(side: Runs, run: Run) -> Run:
    """A run without the numbers that begin it: they end a list ("paragraphs 3, 8 | and the guidelines")."""
    return list(dropwhile(lambda at: side.here.keys[at][0].isdigit(), run))


def _is_new(side: Runs, run: Run) -> bool:
    """Whether a run says something new and not only names, and nothing stands in its place."""
    named = all(map(side.here.is_capital, run))
    return not named and side.is_new(run) and side.is_beside_stress(run)


def _opening(side: Runs, run: Run) -> int | None:
    """The first word of the clause of a run: behind a mark, or a word such as "and" before a clause with a verb."""
    here, before = side.here, side.around(run)[0]
    first = clause_start(here, run[0])
    if before < first:
        return first
    joint = next(
        (at for at in range(before + 1, run[0]) if here.keys[at] in here.knowledge.grammar.listing), None
    )
    if joint is None or here.knowledge.auxiliaries.isdisjoint(here.keys[joint : run[-1]]):
        return None
    return joint


def _is_condition(reading: Reading, first: int) -> bool:
    """Whether a clause is opened by what opens a condition, or is joined to a clause that is."""
    start = clause_start(reading, first)
    joint = start + (reading.keys[start] in reading.knowledge.grammar.listing)
    opened = any(hit.first in (start, joint) for hit in hits("condition", reading))
    joined = any(start <= at < first for at in timed(reading))
    return opened or joined or not reading.knowledge.grammar.conditional.isdisjoint(reading.keys[start:first])


def arms(old: Runs, new: Runs) -> Iterator[Shift]:
    """What must be the case as well, behind what both sides wait for: ``once all have signed and both armies left``."""
    sides = (old.here, new.here)
    yield from (shift("condition", "removed", sides, (term, None)) for term in _arms(old))
    yield from (shift("condition", "added", sides, (None, term)) for term in _arms(new))


def _arms(side: Runs) -> Iterator[Term]:
    here, there = side.here, side.there
    for first in _waiting(here):
        end = clause_end(here, first)
        joint = next(
            (at for at in range(first + 1, end) if here.keys[at] in here.knowledge.grammar.listing), end
        )
        said = [at for at in here.content if joint < at < end]
        verb = not here.knowledge.auxiliaries.isdisjoint(here.keys[joint:end])
        if verb and here.keys[first] in there.keys and len(said) >= _LEAST and side.is_new(said):
            yield _quoted(joint, end)


def _waiting(reading: Reading) -> Iterator[int]:
    """Where a clause begins that says what something waits for."""
    opening, events = reading.knowledge.grammar.conditional, set(timed(reading))
    return (at for at, key in enumerate(reading.keys) if key in opening or at in events)


def timed(reading: Reading) -> Iterator[int]:
    """Where a word of time opens a clause of its own: ``after``, ``until``."""
    return (hit.first for hit in hits("deadline", reading) if hit.cue.family in _EVENTS)


def reworded(old: Runs, new: Runs) -> Iterator[Shift]:
    """Conditions that answer each other, and say otherwise and of others, or of the same in another order."""
    sides = (old.here, new.here)
    for mine, other in answering(old.here, new.here):
        turned = _named(old, mine) != _named(new, other)
        if turned and _says_otherwise(old, mine) and _says_otherwise(new, other):
            yield shift("condition", "replaced", sides, (mine, other))


def _named(side: Runs, term: Term) -> list[str]:
    """The names in a condition, in order."""
    return [
        side.here.stems[at] for at in range(term.word or term.first, term.end) if side.here.is_capital(at)
    ]


def _says_otherwise(side: Runs, term: Term) -> bool:
    """Whether nothing explains most of what a condition says, with its names or without."""
    said = [at for at in side.here.content if (term.word or term.first) <= at < term.end]
    plain = [at for at in said if not side.here.is_capital(at)]
    return any(words and side.unexplained_of(words) >= _OTHER * len(words) for words in (said, plain))
