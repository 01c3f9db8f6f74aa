"""Members of a list that came or went where the rest of it stayed: ``development and public health``.

Told as scope, of what nothing else tells: the words must be unexplained by any double, variant or other shift, they
must stand where the other side has nothing, and a word such as "and" must tie them to what is kept. Two commas do
where such a word ends the list behind them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.facing import Facing, Term, facing, sentence, shift
from peacediff.aspects.reading import Reading
from peacediff.model import Aspect, Shift, Span

_LONGEST = 12
"""Words that are quoted at most."""
_NEW = 0.75
"""From this part of unexplained words on, a member is new."""
_ADDRESSING = 16
"""The rank up to which a word of duty is itself a verb ("requests") and not before one ("will")."""
_LIST = 8
"""So near behind a member between commas the last one of its list must be joined."""

Unexplained = tuple[Sequence[Span], Sequence[Span]]
"""The places of the content words of the old and the new text that nothing in the other explains."""


def members(old: Reading, new: Reading, unexplained: Unexplained) -> Iterator[Shift]:
    """Which members of lists went or came; mirrors when the sides change places."""
    across, sides = facing(old, new), (old, new)
    for aspect, term in _Side(old, new, across, unexplained[0]).members():
        yield shift(aspect, "removed", sides, (term, None))
    for aspect, term in _Side(new, old, across.turned(), unexplained[1]).members():
        yield shift(aspect, "added", sides, (None, term))


@attrs.frozen
class _Side:
    """One side, the other one, the words kept between them, and which of its words are unexplained."""

    here: Reading
    there: Reading
    across: Facing
    unexplained: Sequence[Span]

    def members(self) -> Iterator[tuple[Aspect, Term]]:
        """The members of lists that the other side lacks, in order; a name beside that of a place is a place."""
        for run in self.runs():
            before, after = self.around(run)
            if self.is_new(run) and self.is_bare(run, before) and self.is_joined(run, before, after):
                is_place = self.is_place(run, before, after)
                first = run[0] if is_place else self.opening(run, before)
                end = min(run[-1] + 1, first + _LONGEST)
                yield "place" if is_place else "scope", Term("member", 0, "", first, first, end)

    @property
    def joiners(self) -> frozenset[str]:
        """The words that join two members: "and", "or"."""
        return self.here.knowledge.name_words.joiners & self.here.knowledge.conjunctions

    def runs(self) -> Iterator[list[int]]:
        """The words of content between two kept ones, by their indices."""
        kept, run = frozenset(self.across.old), list[int]()
        for at in self.here.content:
            if at not in kept:
                run.append(at)
            elif run:
                yield run
                run = []
        if run:
            yield run

    def around(self, run: Sequence[int]) -> tuple[int, int]:
        """The kept words of the sentence before and behind a run; its ends where there are none."""
        first, end = sentence(self.here, run[0])
        place = bisect_left(self.across.old, run[0])
        before = self.across.old[place - 1] if place else -1
        after = self.across.old[place] if place < len(self.across.old) else end
        return max(before, first - 1), min(after, end)

    def is_new(self, run: Sequence[int]) -> bool:
        """Whether nothing explains the words and the other side has nothing in their place."""
        if any(self.here.keys[at][0].isdigit() for at in run):
            return False
        spans = [self.here.words[at].span for at in run]
        new = sum(any(a <= start and end <= b for a, b in self.unexplained) for start, end in spans)
        return new >= _NEW * len(run) and self.across.is_empty(self.across.places(run[0]), self.there)

    def is_bare(self, run: Sequence[int], before: int) -> bool:
        """Whether they are no clause of their own, opened by a word of duty or with a verb, and in no brackets."""
        knowledge, near = self.here.knowledge, range(before + 1, run[0] + 1)
        verbs = knowledge.auxiliaries | knowledge.name_words.acting
        if not verbs.isdisjoint(self.here.keys[run[0] : run[-1]]) or "(" in self.here.gap(run[0]):
            return False
        opened = (hit.first in near or self.is_adverb(run, hit) for hit in hits("duty", self.here))
        return not any(opened)

    def is_adverb(self, run: Sequence[int], hit: Hit) -> bool:
        """Whether the words only go with a verb that addresses somebody: "and further requests"."""
        return hit.first == run[-1] + 1 and 0 < hit.cue.rank <= _ADDRESSING

    def is_joined(self, run: Sequence[int], before: int, after: int) -> bool:
        """Whether they are tied to what is kept as a list ties its members."""
        joiners, keys = self.joiners, self.here.keys
        if joiners.intersection(keys[before + 1 : run[0]]) or joiners.intersection(keys[run[-1] + 1 : after]):
            return sentence(self.here, run[0])[0] <= before or after < sentence(self.here, run[0])[1]
        parted = self.here.parted
        between_commas = before >= 0 and parted[before] and parted[run[-1]]
        return between_commas and bool(joiners.intersection(keys[run[-1] + 1 : run[-1] + 1 + _LIST]))

    def is_place(self, run: Sequence[int], before: int, after: int) -> bool:
        """Whether a name that nobody lists stands in a list of places."""
        places = (m for m in self.here.mentions if not any(map(self.here.knowledge.acts, m.entries)))
        beside = any(m.end == before + 1 or m.first == after for m in places)
        return beside and all(map(self.here.is_capital, range(run[0], run[-1] + 1)))

    def opening(self, run: Sequence[int], before: int) -> int:
        """The first word to quote: the one that joins them, or the first of them."""
        return next((at for at in range(before + 1, run[0]) if self.here.keys[at] in self.joiners), run[0])
