"""Polarity: what is denied on one side only.

A denial is known by the word that it denies; where that was reworded, by where it stands. No denial is passed over
in silence unless one on the other side answers it: each that is left is told as added or removed. How firm a denial
is ("must not", "should not") is told by duty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.facing import Terms, shift
from peacediff.aspects.polarity.matching import matched
from peacediff.aspects.polarity.otherwise import unsaid
from peacediff.aspects.polarity.sides import sides
from peacediff.aspects.polarity.ways import CARRYING, denials
from peacediff.aspects.reading import Reading
from peacediff.model import Shift, Span

__all__ = ["answered", "denials", "polarity"]


def polarity(old: Reading, new: Reading) -> Iterator[Shift]:
    """What came to be denied, and what is denied no longer."""
    if not hits("polarity", old) and not hits("polarity", new):
        return
    both, (one, other) = (old, new), sides(old, new)
    left = matched(old, new)
    gone, come = unsaid(left.old, one, other), unsaid(left.new, other, one)
    yield from (shift("polarity", "removed", both, (term, None)) for term in _undoubled(gone))
    yield from (shift("polarity", "added", both, (None, term)) for term in _undoubled(come))
    yield from (shift("polarity", "removed", both, (term, bare)) for term, bare in one.bare(other))
    yield from (shift("polarity", "added", both, (bare, term)) for term, bare in other.bare(one))


def _undoubled(terms: Terms) -> Terms:
    """Without denials that deny each other ("not prohibited", "not without")."""
    kept: Terms = []
    for term in terms:
        if kept and kept[-1].end == term.at + 1:
            kept.pop()
        else:
            kept.append(term)
    return kept


def answered(old: Reading, new: Reading) -> tuple[list[Span], list[Span]]:
    """The places of the words by which each side denies what the other denies too, be it in another way."""
    before, after = hits("polarity", old), hits("polarity", new)
    if not before or not after:
        return [], []
    pairs = matched(old, new).pairs
    return (
        list(_cues(old, before, {mine.first for mine, _ in pairs})),
        list(_cues(new, after, {other.first for _, other in pairs})),
    )


def _cues(reading: Reading, found: Sequence[Hit], firsts: Collection[int]) -> Iterator[Span]:
    """With all of the word of duty that holds one: "may not"."""
    duties = hits("duty", reading)
    denied = min(firsts, default=0)
    for hit in found if firsts else ():
        if hit.cue.rank == CARRYING and hit.first > denied:
            yield reading.span(hit.first, hit.end)
        if hit.first in firsts:
            whole = next((duty for duty in duties if duty.first <= hit.first < duty.end), hit)
            yield reading.span(min(whole.first, hit.first), max(whole.end, hit.end))
