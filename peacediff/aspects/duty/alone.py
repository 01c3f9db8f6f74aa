"""Which word of duty that nothing answers says something new."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import pairwise

import attrs

from peacediff.aspects.attached import is_new
from peacediff.aspects.duty.terms import find
from peacediff.aspects.facing import Facing, Term, Terms, clause_end, clause_start, sentence
from peacediff.aspects.reading import Reading

FORECAST = "forecast"
"""The cue whose verbs say themselves what will happen: "will succeed" is not "will fail"."""
GRAMMAR = frozenset({FORECAST, "condition tense", "possibility", "intention", "dialogue", "notice"})
"""Cues that lay nothing down alone: they come and go with the grammar and are told only against another rung."""
_WITH_ALL = frozenset({"plan", "confirmation", "declared intention", "stressed need"})
"""Cues that are told alone only with all that their clause says."""
_SPOKEN = frozenset({"demand", "request", "urging", "encouragement"})
"""Cues that address somebody: one of them more, to whom it is addressed across too, may say nothing new."""
_SURPLUS = 0.4
"""From this part of new words in its sentence on, it does."""
_SENTENCE = 3
"""So many words of content are the least of a clause that is told as new."""
_SHALL = 19
"""The rank of what states a duty of any action: told alone only with an action that is new as well."""


@attrs.frozen
class _Sides:
    """The side that has a word of duty, and the other one."""

    here: Reading
    there: Reading
    across: Facing


def alone(terms: Terms, here: Reading, there: Reading, across: Facing) -> Iterator[Term]:
    """The terms that nothing answers and that say something new; denials are told by polarity."""
    standing = {(term.rank, term.about) for term in find(there)}
    before = {term.at: last for last, term in pairwise(find(here))}
    sides = _Sides(here, there, across)
    for term in terms:
        if term.rank > 0 and _is_telling(term, before.get(term.at), standing, sides):
            yield term


def _is_telling(term: Term, last: Term | None, standing: Container[tuple[int, str]], sides: _Sides) -> bool:
    """Whether a term says something alone: one that still stands across does only with all of its clause."""
    if term.says in GRAMMAR or sides.here.keys[term.end - 1] in sides.here.knowledge.grammar.qualifying:
        return False
    if term.says in _WITH_ALL:
        clause = clause_start(sides.here, term.first), clause_end(sides.here, term.first)
        return is_new(sides.here, *clause, sides.there, least=_SENTENCE)
    if term.says in _SPOKEN and (term.rank, term.about) in standing:
        return is_new(sides.here, term.first, sentence(sides.here, term.first)[1], sides.there, _SURPLUS)
    return not _is_grammar(term, last, sides)


def _is_grammar(term: Term, last: Term | None, sides: _Sides) -> bool:
    """Whether a "shall" only carries on a verb ("decides that it shall") or stands where something stood before."""
    if term.rank != _SHALL:
        return False
    if last and clause_start(sides.here, term.at) <= last.at:
        return True
    return term.about in sides.there.stems or not sides.across.is_empty(term.place, sides.there)
