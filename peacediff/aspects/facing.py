"""Which term of one side answers which of the other: by what it is about, then by where it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Container, Hashable, Sequence
from functools import lru_cache

import attrs

from peacediff.aspects.quoting import bracketed, whole
from peacediff.aspects.reading import Reading
from peacediff.model import Aspect, Direction, Shift
from peacediff.text.kept import kept

_NEAR = 6
"""So many words on, the word of content that a term is about must stand."""


@attrs.frozen
class Term:
    """Words that show an aspect: ``says`` what, at which ``rank``, about which word (its stem, empty for none).

    ``at`` is the first word of the cue; the words to quote run from ``first`` up to, not including, ``end``. ``place``
    counts the kept words before it (`Facing`), ``word`` is the index of the word it is about. A clause that was
    ``cut`` is quoted so many words further, if it ends there; one whose last word ``leans`` on a noun with that.
    """

    says: str
    rank: int
    about: str
    at: int
    first: int
    end: int
    place: int = 0
    word: int | None = None
    cut: int | None = None
    leans: bool = False


Terms = list[Term]
Answer = tuple[Term | None, Term | None]
Naming = Callable[[Term], Hashable]


@attrs.frozen
class Facing:
    """The words of content that two readings keep, by their index on either side, rising."""

    old: tuple[int, ...]
    new: tuple[int, ...]

    def places(self, at: int) -> int:
        """How many kept words stand before a word of the old text."""
        return bisect_left(self.old, at)

    def turned(self) -> Facing:
        """As seen from the new side."""
        return Facing(self.new, self.old)

    def is_empty(self, place: int, new: Reading) -> bool:
        """Whether the new text holds nothing between the two kept words at a place."""
        first = bisect_right(new.content, self.new[place - 1]) if place else 0
        end = bisect_left(new.content, self.new[place]) if place < len(self.new) else len(new.content)
        return first == end

    def across(self, at: int) -> int | None:
        """The index in the new text of a word of the old one, if it is kept."""
        place = bisect_left(self.old, at)
        return self.new[place] if place < len(self.old) and self.old[place] == at else None


@lru_cache(maxsize=8)
def facing(old: Reading, new: Reading) -> Facing:
    """The words that two readings keep; texts are put in a fixed order first, so that the sides can change places."""
    if old.text > new.text:
        return facing(new, old).turned()
    pairs = list(kept(*([reading.stems[at] for at in reading.content] for reading in (old, new))))
    return Facing(tuple(old.content[i] for i, _ in pairs), tuple(new.content[j] for _, j in pairs))


@attrs.define
class Matching:
    """Terms of both sides that wait for their like; what has found it is in ``pairs``."""

    old: Terms
    new: Terms
    pairs: list[tuple[Term, Term]] = attrs.field(factory=list)

    @classmethod
    def of(cls, old: Terms, new: Terms, across: Facing) -> Matching:
        """The terms with their places."""
        return cls(_placed(old, across), _placed(new, across.turned()))

    def match(self, name: Naming, new_name: Naming | None = None) -> Matching:
        """Pair, in their order, what bears the same name on both sides; None is no name.

        ``new_name`` names the terms of the new side where they are named otherwise.
        """
        if not (self.old and self.new):
            return self
        waiting: dict[Hashable, deque[Term]] = {}
        for term in self.new:
            waiting.setdefault((new_name or name)(term), deque()).append(term)
        waiting.pop(None, None)
        return self.take([(term, queue.popleft()) for term in self.old if (queue := waiting.get(name(term)))])

    def take(self, found: Sequence[tuple[Term, Term]]) -> Matching:
        """Pair terms that wait on both sides."""
        self.pairs += found
        old, new = {term.at for term, _ in found}, {term.at for _, term in found}
        self.old = [term for term in self.old if term.at not in old]
        self.new = [term for term in self.new if term.at not in new]
        return self


def _placed(terms: Terms, across: Facing) -> Terms:
    return [attrs.evolve(term, place=across.places(term.at)) for term in terms]


def governed(reading: Reading, end: int, but: Container[int] = ()) -> int | None:
    """The first word of content from ``end`` on, near and before any mark, but for some; None where there is none."""
    for at in range(end, min(end + _NEAR, len(reading.keys))):
        if at and reading.parted[at - 1]:
            return None
        if reading.keys[at] not in reading.knowledge.function_words and at not in but:
            return at
    return None


def ruling(reading: Reading, first: int, but: Container[int] = ()) -> int | None:
    """The last word of content before ``first``, near and after any mark, but for some; None where there is none."""
    for at in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        if reading.parted[at]:
            return None
        if reading.keys[at] not in reading.knowledge.function_words and at not in but:
            return at
    return None


def clause_start(reading: Reading, at: int) -> int:
    """The first word after the last mark before a word."""
    return reading.clauses[bisect_right(reading.clauses, at) - 1]


def clause_end(reading: Reading, at: int) -> int:
    """The index after the last word before the next mark, at or after a word."""
    place = bisect_right(reading.clauses, at)
    return reading.clauses[place] if place < len(reading.clauses) else len(reading.words)


def sentence(reading: Reading, at: int) -> tuple[int, int]:
    """The first word of the sentence or list clause around a word, and the index after its last one."""
    place = bisect_right(reading.sentences, at)
    end = reading.sentences[place] if place < len(reading.sentences) else len(reading.words)
    return reading.sentences[place - 1], end


def shift(aspect: Aspect, direction: Direction, sides: tuple[Reading, Reading], terms: Answer) -> Shift:
    """The shift from one term to the other, each quoted from its side; nothing where it is None."""
    (before, before_span), (after, after_span) = map(_quoted, sides, terms)
    return Shift(aspect, direction, before, after, before_span, after_span)


def _quoted(reading: Reading, term: Term | None) -> tuple[str, tuple[int, int] | None]:
    if term is None:
        return "", None
    start, stop = bracketed(
        reading, term.first, whole(reading, term.first, term.end, cut=term.cut, leans=term.leans)
    )
    return reading.text[start:stop], (start, stop)
