"""Further predicates under a word of duty that came or went: ``and shall be independent of the governor``.

No word of duty across answers theirs, and nothing explains most of what they say. Told as a duty, of what nothing else
tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.aspects.duty import lone
from peacediff.aspects.facing import Term, clause_end, shift
from peacediff.aspects.quoting import REST
from peacediff.aspects.runs import Runs
from peacediff.model import Shift

_LONGEST = 12
"""Words that are quoted at most."""
_NEW = 0.6
"""From this part of unexplained words on, a predicate says something new."""
_LEAST = 2
"""So many words of content a predicate has at least."""


def predicates(old: Runs, new: Runs) -> Iterator[Shift]:
    """Which predicates went or came; mirrors when the sides change places."""
    sides, (gone, come) = (old.here, new.here), lone(old.here, new.here)
    yield from (
        shift("duty", "removed", sides, (_quoted(old, term), None)) for term in gone if _is_new(old, term)
    )
    yield from (
        shift("duty", "added", sides, (None, _quoted(new, term))) for term in come if _is_new(new, term)
    )


def _is_new(side: Runs, term: Term) -> bool:
    """Whether "and" joins a predicate to the one before it, and nothing explains most of it."""
    here, grammar = side.here, side.here.knowledge.grammar
    if not term.first or here.keys[term.first - 1] not in grammar.listing:
        return False
    said = [
        at
        for at in here.content
        if term.first <= at < _end(side, term) and here.keys[at] not in grammar.leading
    ]
    return len(said) >= _LEAST and side.unexplained_of(said) >= _NEW * len(said)


def _end(side: Runs, term: Term) -> int:
    """After a predicate: at a mark, or before "and" where another word of duty follows it."""
    here, end = side.here, clause_end(side.here, term.end - 1)
    joined = (
        at
        for at in range(term.end, end - 1)
        if here.keys[at] in here.knowledge.grammar.listing
        and here.keys[at + 1] in here.knowledge.grammar.leading
    )
    return next(joined, end)


def _quoted(side: Runs, term: Term) -> Term:
    end = _end(side, term)
    cut = REST if end > term.first + _LONGEST else None
    return Term("predicate", 0, "", term.first, term.first, min(end, term.first + _LONGEST), cut=cut)
