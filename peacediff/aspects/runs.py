"""Words of content that one side alone has, run by run between the words that both keep."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import attrs

from peacediff.aspects.attached import is_attached
from peacediff.aspects.cues import hits
from peacediff.aspects.explained import within
from peacediff.aspects.facing import Facing, Term, facing, sentence, shift
from peacediff.aspects.reading import Reading
from peacediff.model import Aspect, Shift, Span

Run = Sequence[int]
"""The indices of words of content that follow each other, none of them kept."""
_NEW = 0.75
"""From this part of new words on, a run is new."""
_SEVERAL = 3
"""So many words together are new where each of them stands across, but fewer times."""
_KEPT = 0.5
"""So great a part of the shorter side must be kept for what stands on one side alone to show anything."""
_CLOSING: frozenset[Aspect] = frozenset({"condition", "deadline"})
"""The aspects that tell a clause of their own, which may follow another one."""
Unexplained = tuple[Sequence[Span], Sequence[Span]]
"""The places of the content words of the old and the new text that nothing in the other explains."""


@attrs.frozen(slots=False)
class Runs:
    """One side, the other one, the words kept between them, and which of its words are unexplained.

    ``quoted`` are its words that a shift quotes, ``closed`` those of them that a condition or a time does, ``told``
    those across that a shift quotes: they stand for nothing else.
    """

    here: Reading
    there: Reading
    across: Facing
    unexplained: Sequence[Span]
    closed: frozenset[int] = frozenset()
    quoted: frozenset[int] = frozenset()
    told: frozenset[int] = frozenset()

    @classmethod
    def both(
        cls, old: Reading, new: Reading, unexplained: Unexplained, found: Sequence[Shift] = ()
    ) -> tuple[Runs, Runs]:
        """The old side and the new one, beside the shifts that are found."""
        across, told = facing(old, new), _quoted(old, new, found)
        mine, other = _quoted(old, new, [one for one in found if one.aspect in _CLOSING])
        return (
            cls(old, new, across, unexplained[0], mine, *told),
            cls(new, old, across.turned(), unexplained[1], other, *reversed(told)),
        )

    @cached_property
    def all(self) -> Sequence[Run]:
        """The words of content between two kept ones, in order, without the clauses in them that are told."""
        kept, found, run = frozenset(self.across.old), list[Run](), list[int]()
        for at in self.here.content:
            if at not in kept:
                run.append(at)
            elif run:
                found.append(run)
                run = []
        return [part for whole in (*found, run) for part in self._parts(whole)]

    def _parts(self, run: Run) -> Iterator[Run]:
        """A run up to a clause that is told, and what a mark or a word such as "and" parts from that; else the run."""
        told = [place for place, at in enumerate(run) if at in self.closed]
        if not told or told[0] == 0:
            yield from [run] if run else ()
            return
        yield run[: told[0]]
        rest = run[told[-1] + 1 :]
        between = self.here.keys[run[told[-1]] : rest[0]] if rest else ()
        if not self.here.knowledge.grammar.listing.isdisjoint(between):
            yield rest

    @cached_property
    def pieces(self) -> Sequence[Run]:
        """The runs, parted where a verb stands between their words ("host towns | shall have | safe access")."""
        verbs, keys = self.here.knowledge.auxiliaries, self.here.keys
        found = list[list[int]]()
        for run in self.all:
            found.append([run[0]])
            for last, at in pairwise(run):
                if verbs.isdisjoint(keys[last + 1 : at]):
                    found[-1].append(at)
                else:
                    found.append([at])
        return found

    @cached_property
    def trimmed(self) -> Sequence[Run]:
        """The runs without the words at their ends that only moved: they stand elsewhere across, and are explained."""
        said = [[place for place, at in enumerate(run) if not self.is_moved(at)] for run in self.all]
        return [run[places[0] : places[-1] + 1] for run, places in zip(self.all, said, strict=True) if places]

    def is_moved(self, at: int) -> bool:
        """Whether a word that is not kept stands across too."""
        return self.here.stems[at] in self.other_stems and not self.unexplained_of([at])

    @cached_property
    def other_stems(self) -> frozenset[str]:
        """The words across."""
        return frozenset(self.there.stems)

    def around(self, run: Run) -> tuple[int, int]:
        """The kept words of the sentence before and behind a run; its ends where there are none."""
        first, end = sentence(self.here, run[0])
        place = bisect_left(self.across.old, run[0])
        before = self.across.old[place - 1] if place else -1
        after = self.across.old[place] if place < len(self.across.old) else end
        return max(before, first - 1), min(after, end)

    def place(self, run: Run) -> int:
        """How many kept words stand before a run."""
        return self.across.places(run[0])

    def is_alone(self, run: Run) -> bool:
        """Whether the other side has nothing in the place of a run, but for words that only open a list."""
        return all(at in self.other_listing for at in self._opposite(run))

    def is_beside_stress(self, run: Run) -> bool:
        """Whether it has nothing there but such words, and words that praise, stress or carry on."""
        grammar, there = self.here.knowledge.grammar, self.there.keys
        empty = grammar.carrying | grammar.stressing
        return all(at in self.other_listing or there[at] in empty for at in self._opposite(run))

    @cached_property
    def other_listing(self) -> frozenset[int]:
        """The words across of what opens a list ("in particular", "including")."""
        return listing(self.there)

    def _opposite(self, run: Run) -> Sequence[int]:
        """The words of content across between the kept words around a run."""
        place, kept, there = self.place(run), self.across.new, self.there
        first = bisect_right(there.content, kept[place - 1]) if place else 0
        end = bisect_left(there.content, kept[place]) if place < len(kept) else len(there.content)
        return [at for at in there.content[first:end] if at not in self.told]

    def is_opened_otherwise(self, run: Run) -> bool:
        """Whether a small word opens a run behind a kept one, and another one opens what stands in its place."""
        opening, other = self.here.knowledge.grammar.qualifying, self._opposite(run)
        before, kept = self.around(run)[0], self.across.across(self.around(run)[0])
        if kept is None or not other or kept >= other[0]:
            return False
        mine = opening.intersection(self.here.keys[before + 1 : run[0]])
        theirs = opening.intersection(self.there.keys[kept + 1 : other[0]])
        return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)

    def is_unanswered(self, run: Run) -> bool:
        """Whether the other side has nothing in the place of a run, but for words that only moved there."""
        mine = frozenset(self.here.stems)
        return all(self.there.stems[at] in mine for at in self._opposite(run))

    def is_new(self, run: Run) -> bool:
        """Whether nothing explains most words of a run, those counted in that stand here more often than across.

        A few words that only stand here once more say nothing new, nor do those of which each is explained.
        """
        plain = self.unexplained_of(run)
        if len(run) < _SEVERAL or sum(map(self.is_more, run)) < _NEW * len(run):
            return plain == len(run)
        return plain > 0 or all(map(self.is_again, run))

    def is_more(self, at: int) -> bool:
        """Whether nothing explains a word, or it stands here more often than across."""
        stem = self.here.stems[at]
        return bool(self.unexplained_of([at])) or self.here.stems.count(stem) > self.there.stems.count(stem)

    def is_again(self, at: int) -> bool:
        """Whether a word stands across, but here more often."""
        stem = self.here.stems[at]
        return 0 < self.there.stems.count(stem) < self.here.stems.count(stem)

    def is_telling(self, at: int) -> bool:
        """Whether nothing explains a word that is no name and no number, and no shift quotes it."""
        here, small = self.here, self.here.knowledge.grammar.qualifying | self.here.knowledge.grammar.listing
        is_plain = here.keys[at].isalpha() and not here.is_capital(at) and here.keys[at] not in small
        return is_plain and at not in self.quoted and bool(self.unexplained_of([at]))

    def unexplained_of(self, run: Run) -> int:
        """How many words of a run nothing explains."""
        spans = [self.here.words[at].span for at in run]
        return sum(any(a <= start and end <= b for a, b in self.unexplained) for start, end in spans)


def says_more(one: Shift, sides: tuple[Runs, Runs]) -> bool:
    """Whether a shift quotes a word, no name and no number, that nothing explains and no other shift quotes."""
    spans = zip(sides, (one.before_span, one.after_span), strict=True)
    return any(side.is_telling(at) for side, span in spans if span for at in range(*within(span, side.here)))


def _quoted(old: Reading, new: Reading, found: Sequence[Shift]) -> tuple[frozenset[int], frozenset[int]]:
    """The words of both sides that shifts quote."""
    spans = [one.before_span for one in found], [one.after_span for one in found]
    mine, other = (
        frozenset(at for span in side if span for at in range(*within(span, reading)))
        for side, reading in zip(spans, (old, new), strict=True)
    )
    return mine, other


def listing(reading: Reading) -> frozenset[int]:
    """The words that open a list ("in particular", "including")."""
    opened = (hit for hit in hits("scope", reading) if is_attached(hit))
    return frozenset(at for hit in opened for at in range(hit.first, hit.end))


def one_sided(
    old: Runs, new: Runs, found: Callable[[Runs], Iterator[tuple[Aspect, Term]]]
) -> Iterator[Shift]:
    """What is found on one side alone, as removed or added; mirrors when the sides change places."""
    if len(old.across.old) < _KEPT * min(len(old.here.content), len(new.here.content)):
        return
    sides = (old.here, new.here)
    yield from (shift(aspect, "removed", sides, (term, None)) for aspect, term in found(old))
    yield from (shift(aspect, "added", sides, (None, term)) for aspect, term in found(new))
