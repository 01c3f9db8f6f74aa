"""Words put in between two kept ones, or taken out: ``the costs of the move``, ``patrolled jointly by the police``.

Where the other side has nothing between the two and nobody rewrote the provision, nothing was said otherwise, but more
or less. Told as scope, as a time or a condition behind "after", "when" and their like; of what nothing else tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.aspects.clauses import timed
from peacediff.aspects.facing import Term, sentence
from peacediff.aspects.quoting import REST
from peacediff.aspects.reading import Reading
from peacediff.aspects.runs import Run, Runs, listing, one_sided
from peacediff.aspects.tasks import is_task
from peacediff.model import Aspect, Shift

_LONGEST = 12
"""Words that are quoted at most."""


def inserted(old: Runs, new: Runs) -> Iterator[Shift]:
    """What was taken out or put in; mirrors when the sides change places."""
    return one_sided(old, new, _found)


def _found(side: Runs) -> Iterator[tuple[Aspect, Term]]:
    here = side.here
    for run in side.all:
        first, end = side.around(run)[0] + 1, run[-1] + 1
        if _stands_between(side, run) and _is_whole(side, first, run) and _says_more(side, run):
            cut = REST if end > first + _LONGEST else None
            term = Term("inserted", 0, "", first, first, min(end, first + _LONGEST), cut=cut, leans=True)
            yield _aspect(here, first), term


def _aspect(here: Reading, first: int) -> Aspect:
    """A time or a condition where the first word opens such a clause, else scope."""
    if first in timed(here):
        return "deadline"
    is_condition = here.keys[first] in here.knowledge.grammar.conditional
    return "condition" if is_condition else "scope"


def _stands_between(side: Runs, run: Run) -> bool:
    """Whether the kept words around a run stand in its sentence, and the other side has nothing between them.

    Or it has what another small word opens there: "with full pay", "of equal rank".
    """
    first, end = sentence(side.here, run[0])
    before, after = side.around(run)
    alone = side.is_beside_stress(run) or (len(run) > 1 and side.is_opened_otherwise(run))
    return first <= before and (after < end or run[-1] < end) and alone


def _is_whole(side: Runs, first: int, run: Run) -> bool:
    """Whether the words are a phrase of their own: no verb or pronoun leads to them, and they to none behind.

    A word alone is one where a small word opens it, or beside a verb ("patrolled jointly").
    """
    here, last, knowledge = side.here, run[-1], side.here.knowledge
    small, opening = knowledge.function_words - knowledge.articles, here.keys[first : run[0]]
    if here.is_capital(run[0]) or not knowledge.auxiliaries.isdisjoint(opening):
        return False
    if not here.parted[last] and last + 1 < len(here.keys) and here.keys[last + 1] not in small:
        return False
    opened = not knowledge.grammar.qualifying.isdisjoint(opening)
    return len(run) > 1 or opened or is_task(here, first - 1)


def _says_more(side: Runs, run: Run) -> bool:
    """Whether nothing explains most of the words, and they do more than name, praise, stress, list or carry on."""
    here, grammar = side.here, side.here.knowledge.grammar
    empty = grammar.stressing | grammar.carrying | grammar.qualifying | grammar.listing
    said = [
        at
        for at in run
        if here.keys[at] not in empty
        and at not in side.quoted
        and at not in listing(here)
        and not here.is_capital(at)
        and here.keys[at].isalpha()
        and here.stems[at] not in here.knowledge.weak
    ]
    return bool(said) and side.is_new(said)
