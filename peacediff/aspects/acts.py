"""Acts under words of duty that answer each other: ``shall be lifted`` became ``shall be suspended``.

Both are said of the same, as the words before the two words of duty are kept. Told as a duty that was replaced, of
what nothing else tells; what only carries another act on is none, nor one that says little.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator

from peacediff.aspects.duty import answering
from peacediff.aspects.facing import Term, shift
from peacediff.aspects.reading import Reading
from peacediff.aspects.runs import Runs
from peacediff.model import Shift

_Act = tuple[Runs, int]
"""A side and the index of the verb that a word of duty leads to."""


def acts(old: Runs, new: Runs) -> Iterator[Shift]:
    """Which acts gave way to which; mirrors when the sides change places."""
    for mine, other in answering(old.here, new.here):
        if mine.word is None or other.word is None or mine.about == other.about:
            continue
        one, two = (old, mine.word), (new, other.word)
        if _are_of_one(mine, other, (old, new)) and _is_other(one, two) and _is_other(two, one):
            yield shift("duty", "replaced", (old.here, new.here), (mine, other))


def _are_of_one(mine: Term, other: Term, sides: tuple[Runs, Runs]) -> bool:
    """Whether the last words before two words of duty that no shift tells are one, or none stands before either."""
    old, new = sides
    before, after = _before(mine, old.here, new.told), _before(other, new.here, old.told)
    return before is after if before is None else old.across.across(before) == after


def _before(term: Term, reading: Reading, told: Container[int]) -> int | None:
    place = bisect_left(reading.content, term.first)
    return next((at for at in reversed(reading.content[:place]) if at not in told), None)


def _is_other(act: _Act, there: _Act) -> bool:
    """Whether an act says more than little, and is unexplained or, where the other one is, explained by another word.

    What stands beside the other one there only got a word before it ("shall patrol", "shall jointly patrol").
    """
    (side, at), (_, other) = act, there
    here, kept = side.here, side.across.across(at)
    if here.is_capital(at) or not here.keys[at].isalpha() or not _is_led_to(here, at):
        return False
    grammar = here.knowledge.grammar
    if here.keys[at] in grammar.carrying | grammar.stressing or here.stems[at] in here.knowledge.weak:
        return False
    if kept is None and side.unexplained_of([at]):
        return True
    return (kept is None or kept > other + 1) and bool(there[0].unexplained_of([other]))


def _is_led_to(here: Reading, at: int) -> bool:
    """Whether only small verbs part a word from what leads to a verb: "shall be lifted", not "shall be the seat"."""
    leading = here.knowledge.grammar.leading
    small = here.knowledge.auxiliaries - leading - here.knowledge.grammar.owning
    return next(
        (here.keys[place] in leading for place in range(at - 1, -1, -1) if here.keys[place] not in small),
        False,
    )
