"""One side with what it denies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.facing import Facing, Term, Terms, facing, governed, sentence
from peacediff.aspects.polarity.terms import denial, prefixed
from peacediff.aspects.polarity.ways import AFFIRMING, CARRYING, FORBIDDEN, PREFIX, REMOVING, SUFFIX, VERB
from peacediff.aspects.reading import Reading

_SHORTEST = 4
"""Letters of a word that a prefix can deny."""


@attrs.frozen(slots=False)
class Side:
    """One side with its cues; the other is across."""

    reading: Reading
    hits: Sequence[Hit]
    across: Facing

    @property
    def denials(self) -> Terms:
        """But for those that are the first or the last part of a word."""
        found = [hit for hit in self.hits if self.is_denial(hit)]
        taken = {at for hit in found for at in range(hit.first, hit.end)}
        return [denial(hit, self.reading, taken) for hit in found]

    def is_denial(self, hit: Hit) -> bool:
        """Whether a cue denies anything by itself: not as the first part of a word, nor as one that names a kind."""
        if hit.cue.rank == FORBIDDEN:
            led = hit.first > 0 and self.reading.keys[hit.first - 1] in self.reading.knowledge.auxiliaries
            return led or governed(self.reading, hit.end) != hit.end
        return hit.cue.rank not in (PREFIX, CARRYING, AFFIRMING, SUFFIX, REMOVING)

    def is_doubled(self, term: Term) -> bool:
        """Whether a verb is denied that denies itself, so that both together affirm: "not denied", "not duty-free"."""
        if term.rank != VERB or term.word is None:
            return False
        word = range(term.word, self.reading.whole(term.word))
        return any(hit.cue.rank in (FORBIDDEN, SUFFIX) and hit.first in word for hit in self.hits)

    def alone(self, rank: int) -> Iterator[Hit]:
        """The cues of a rank that are not kept across."""
        return (h for h in self.hits if h.cue.rank == rank and self.across.across(h.first) is None)

    def around(self, at: int) -> Sequence[str]:
        """The words of the sentence around a word, from the duty before it up to the second one after it."""
        (first, end), place = sentence(self.reading, at), bisect_left(self.duties, at)
        before, after = self.duties[max(place - 1, 0) : place], self.duties[place + 1 : place + 2]
        return self.reading.stems[max([first, *before]) : min([end, *after])]

    def until_duty(self, at: int) -> int:
        """The index of the next word of duty in the sentence, or after its last word."""
        place = bisect_left(self.duties, at)
        return min([sentence(self.reading, at - 1)[1], *self.duties[place : place + 1]])

    @cached_property
    def duties(self) -> Sequence[int]:
        """Where words of duty stand."""
        return [hit.first for hit in hits("duty", self.reading)]

    @property
    def prefixed(self) -> Terms:
        """Words that may be denied by their first part."""
        return [prefixed(hit, self.reading) for hit in self.hits if hit.cue.rank == PREFIX]

    def bare(self, other: Side) -> Iterator[tuple[Term, Term]]:
        """What the first part of a word denies here alone, and the bare word across."""
        denied = {term.about for term in other.prefixed}
        waiting = {(term.about, self.across.places(term.at)): term for term in self.prefixed}
        for at, key in enumerate(other.reading.keys if waiting else ()):
            term = waiting.get((key, other.across.places(at)))
            if term and len(key) >= _SHORTEST and key not in denied and not other.frees(at):
                yield term, attrs.evolve(term, at=at, first=at, end=at + 1)

    def frees(self, at: int) -> bool:
        """Whether a word is denied by the last one that a hyphen joins to it: ``nuclear-weapon-free``."""
        last = self.reading.whole(at) - 1
        return at < last and any(hit.first == last and hit.cue.rank == SUFFIX for hit in self.hits)


def sides(old: Reading, new: Reading) -> tuple[Side, Side]:
    """Both, each with the other across."""
    across = facing(old, new)
    return Side(old, hits("polarity", old), across), Side(new, hits("polarity", new), across.turned())
