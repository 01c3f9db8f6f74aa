"""Which word of duty that nothing answers says something new."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import cache
from itertools import pairwise

import attrs

from peacediff.aspects.attached import is_new
from peacediff.aspects.duty.terms import find
from peacediff.aspects.facing import Facing, Term, Terms, clause_end, clause_start, sentence
from peacediff.aspects.reading import Reading
from peacediff.knowledge import Knowledge

FORECAST = "forecast"
"""The cue whose verbs say themselves what will happen: "will succeed" is not "will fail"."""
_SURPLUS = 0.4
"""From this part of new words in its sentence on, what addresses somebody once more says something new."""
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


@cache
def alone_of(knowledge: Knowledge) -> Mapping[str, str]:
    """When each cue of duty is told alone, by its id."""
    return {cue.id: cue.alone for cue in knowledge.cues["duty"]}


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
    knowledge = sides.here.knowledge
    how = alone_of(knowledge)[term.says]
    if how == "never" or sides.here.keys[term.end - 1] in knowledge.grammar.qualifying:
        return False
    if how == "clause":
        clause = clause_start(sides.here, term.first), clause_end(sides.here, term.first)
        return is_new(sides.here, *clause, sides.there, least=_SENTENCE)
    if how == "anew" and (term.rank, term.about) in standing:
        return is_new(sides.here, term.first, sentence(sides.here, term.first)[1], sides.there, _SURPLUS)
    return not _is_grammar(term, last, sides)


def _is_grammar(term: Term, last: Term | None, sides: _Sides) -> bool:
    """Whether a "shall" only carries on a verb ("decides that it shall") or stands where something stood before."""
    if term.rank != _SHALL:
        return False
    if last and clause_start(sides.here, term.at) <= last.at:
        return True
    return term.about in sides.there.stems or not sides.across.is_empty(term.place, sides.there)
