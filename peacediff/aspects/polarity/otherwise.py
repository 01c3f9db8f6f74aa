"""What a side says without a denial of its own: carried on by an "or", or said by the opposite verb."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from peacediff.aspects.facing import Term, Terms, clause_start, ruling, sentence
from peacediff.aspects.polarity.sides import Side
from peacediff.aspects.polarity.ways import AFFIRMING, CARRYING, NOUN, REMOVING


def unsaid(terms: Terms, there: Side, here: Side) -> Terms:
    """The denials of one side, but for those that an "or" carries on to here or that the opposite verb says."""
    if not terms:
        return []
    carried, affirmed, removed = map(frozenset, (_carried(here), _affirmed(here), _removed(here)))
    return [
        term
        for term in terms
        if term.about not in carried
        and not (term.rank == NOUN and term.about in removed)
        and _stem_before(there, term) not in carried
        and not (term.about in affirmed and term.about not in here.reading.stems)
    ]


def _affirmed(side: Side) -> Iterator[str]:
    """The verbs whose denial is what a verb says that is not across as well."""
    for hit in side.alone(AFFIRMING):
        yield from hit.cue.id.split()[1:]


def _removed(side: Side) -> Iterator[str]:
    """The words of the clauses that say that something is done away with: "all tolls are abolished"."""
    for hit in side.alone(REMOVING):
        start = clause_start(side.reading, hit.first)
        yield from side.reading.stems[start : sentence(side.reading, hit.first)[1]]


def _carried(side: Side) -> Iterator[str]:
    """The words after a denial and an "or" that is not across as well, up to the next duty."""
    ors = [hit.end for hit in side.alone(CARRYING)]
    content = side.reading.content
    for term in side.denials if ors else ():
        end = side.until_duty(term.end)
        first = next(iter(ors[bisect_left(ors, term.end) :]), end)
        for at in content[bisect_left(content, first) : bisect_left(content, end)]:
            yield side.reading.stems[at]


def _stem_before(side: Side, term: Term) -> str:
    """The word of content before a denial, empty where there is none."""
    at = ruling(side.reading, term.first)
    return "" if at is None else side.reading.stems[at]
