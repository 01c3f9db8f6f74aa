"""Qualifiers that came or went: what narrows the words before it ("the sanctions on the energy sector").

Told as scope, as a duty where it is a task of its own ("to train", not "to be used"), as a condition behind "when" and
its like; of what nothing else tells. A word such as "on", "for" or "who" opens it directly behind a kept word, nothing
explains its words, or they stand across fewer times, and the other side has nothing in its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.aspects.facing import Term, clause_end, shift
from peacediff.aspects.quoting import REST
from peacediff.aspects.runs import Run, Runs, listing
from peacediff.aspects.tasks import is_task
from peacediff.model import Aspect, Shift

_LONGEST = 12
"""Words that are quoted at most."""


def qualifiers(old: Runs, new: Runs) -> Iterator[Shift]:
    """Which qualifiers went or came; mirrors when the sides change places."""
    sides = (old.here, new.here)
    yield from (shift(aspect, "removed", sides, (term, None)) for aspect, term in _found(old))
    yield from (shift(aspect, "added", sides, (None, term)) for aspect, term in _found(new))


def _found(side: Runs) -> Iterator[tuple[Aspect, Term]]:
    for run in (_without_listing(side, run) for run in side.all):
        first = _opening(side, run)
        if (
            first is not None
            and _is_new(side, run, first)
            and not _is_moved(side, first)
            and _ends(side, run, first)
        ):
            end = _end(side, run)
            cut = REST if end > first + _LONGEST else None
            end = min(end, first + _LONGEST)
            yield _aspect(side, run, first), Term("qualifier", 0, "", first, first, end, cut=cut)


def _without_listing(side: Runs, run: Run) -> Run:
    """A run up to the words that open a list behind it."""
    opened = listing(side.here)
    return run[: next((place for place, at in enumerate(run) if place and at in opened), len(run))]


def _end(side: Runs, run: Run) -> int:
    """After a run, or after its clause where only small words are left of that ("when the harvest is in")."""
    end, (_, after) = clause_end(side.here, run[-1]), side.around(run)
    return end if after >= end else run[-1] + 1


def _aspect(side: Runs, run: Run, opening: int) -> Aspect:
    if side.here.keys[opening] in side.here.knowledge.grammar.conditional:
        return "condition"
    leads = side.here.keys[opening] in side.here.knowledge.grammar.leading
    passive = side.here.keys[opening + 1] in side.here.knowledge.auxiliaries
    return "duty" if leads and not passive and is_task(side.here, run[0]) else "scope"


def _opening(side: Runs, run: Run) -> int | None:
    """The word that opens a run behind the kept word before it in its sentence; None where there is none."""
    before, _ = side.around(run)
    if before not in side.across.old:
        return None
    grammar = side.here.knowledge.grammar
    opening = grammar.qualifying | grammar.conditional
    return next((at for at in range(before + 1, run[0] + 1) if side.here.keys[at] in opening), None)


def _is_new(side: Runs, run: Run, opening: int) -> bool:
    """Whether nothing explains the words of a run and the other side has nothing in its place.

    Names and numbers alone are left to what tells places, parties and amounts.
    """
    keys, carrying = side.here.keys, side.here.knowledge.grammar.carrying
    said = [at for at in run if at != opening and not keys[at][0].isdigit() and at not in listing(side.here)]
    if all(keys[at] in carrying or side.here.is_capital(at) for at in said):
        return False
    if side.here.knowledge.weak.issuperset(side.here.stems[at] for at in said):
        return False
    return side.is_new(said) and side.is_beside_stress(run)


def _is_moved(side: Runs, opening: int) -> bool:
    """Whether a word that opens a condition opens one across as well, in another place."""
    key = side.here.keys[opening]
    is_condition = key in side.here.knowledge.grammar.conditional
    return is_condition and side.here.keys.count(key) <= side.there.keys.count(key)


def _ends(side: Runs, run: Run, opening: int) -> bool:
    """Whether a run ends what it opens: no kept word follows at once, of which it would say the kind.

    Where the word that opens it follows as well, it may as well be what the next words belong to ("of the end of").
    """
    keys, parted, last, (_, after) = side.here.keys, side.here.parted, run[-1], side.around(run)
    if last + 1 == len(keys) or parted[last] or after not in side.across.old:
        return True
    behind = keys[last + 1]
    opens = behind in side.here.knowledge.grammar.qualifying
    return (after > last + 1 or opens) and behind != keys[opening]
