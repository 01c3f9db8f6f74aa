"""Drafts and revisions with known truth, for property tests of peacediff and of what builds on it.

Needs hypothesis (the extra ``testing``); the package itself never imports this module. `drafts` draws drafts of every
shape, `revisions` draws a draft and a revision of it together with what truly became of every provision, and `revise`
makes one from any `random.Random`, for benchmarks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Literal, get_args

import attrs
from hypothesis import strategies as st

from peacediff.model import Draft
from peacediff.readers import read_text

Grade = Literal["easy", "medium", "hard"]
Operation = Literal["keep", "edit", "drop", "add", "move", "split", "merge"]
OPERATIONS: tuple[Operation, ...] = get_args(Operation)

Sentence = tuple[str, ...]
"""Words of one provision, without the full stop."""


@attrs.frozen
class Truth:
    """Old and new provision ids that belong together; an empty side is dropped or added."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    moved: bool = False


@attrs.frozen
class Revision:
    """Two drafts and the whole truth of what became of what."""

    old: Draft
    new: Draft
    truth: tuple[Truth, ...]


@attrs.frozen
class Difficulty:
    """How hard a grade is.

    ``vocabulary`` is how many words there are to draw from (fewer words, more chance likeness), ``length`` the
    shortest and longest sentence in words, ``rewritten`` the share of words that an edit replaces and ``busy`` the
    share of provisions that anything happens to.
    """

    vocabulary: int
    length: tuple[int, int]
    rewritten: float
    busy: float
    dealt: bool = False
    """Whether every word is a new one until all are used up."""


GRADES: dict[Grade, Difficulty] = {
    "easy": Difficulty(vocabulary=4000, length=(12, 24), rewritten=0.15, busy=0.5, dealt=True),
    "medium": Difficulty(vocabulary=800, length=(8, 40), rewritten=0.4, busy=0.5),
    "hard": Difficulty(vocabulary=200, length=(5, 40), rewritten=0.6, busy=0.7),
}
"""The grades of `revisions`. In ``easy`` ones all texts are distinct: unrelated sentences share no word as long as
the vocabulary lasts (some 200 sentences), so the truth can be recovered exactly, and a law says so. The others are
scored."""

_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u")]
_TITLES = ("Territory", "Security guarantees", "Monitoring", "Reconstruction", "Final clauses")


def word(number: int) -> str:
    """An invented word, a different one for each number: three syllables or more, unlike its neighbours."""
    scattered = number * 7919 + 12345
    syllables: list[str] = []
    while scattered or len(syllables) < 3:  # noqa: PLR2004 (three syllables look like a word)
        scattered, digit = divmod(scattered, len(_SYLLABLES))
        syllables.append(_SYLLABLES[digit])
    return "".join(syllables)


def revise(random: Random, size: int, grade: Grade = "easy") -> Revision:
    """A draft of ``size`` points and a revision of it, every choice made by ``random``."""
    return _Reviser(random, GRADES[grade]).revision(size)


def revisions(grade: Grade = "easy", max_size: int = 12) -> st.SearchStrategy[Revision]:
    """Revisions of a grade with up to ``max_size`` points."""
    return st.builds(revise, st.randoms(use_true_random=False), st.integers(2, max_size), st.just(grade))


@st.composite
def drafts(draw: Callable[[st.SearchStrategy[Random]], Random], max_points: int = 8) -> Draft:
    """Drafts with headings, nested points, continuation sentences and repeated texts."""
    random = draw(st.randoms(use_true_random=False))
    return read_text(_plan(random, random.randint(1, max_points)), name="drawn.md")


class _Reviser:
    """Draws sentences and operates on them, keeping the books."""

    def __init__(self, random: Random, difficulty: Difficulty) -> None:
        self.random, self.difficulty = random, difficulty
        self.new: list[tuple[Sentence, tuple[int, ...]]] = []
        self.moved: set[int] = set()
        self.drawn = 0

    def revision(self, size: int) -> Revision:
        old = self.distinct(size)
        at = 0
        while at < size:
            at += self.operate(old, at)
        self.move(old)
        if not self.new:
            self.new.append((self.sentence(), ()))
        return Revision(_draft("old.md", old), _draft("new.md", [s for s, _ in self.new]), self.truth(size))

    def distinct(self, size: int) -> list[Sentence]:
        return [self.sentence() for _ in range(size)]

    def sentence(self) -> Sentence:
        count = self.random.randint(*self.difficulty.length)
        return tuple(self.word() for _ in range(count))

    def word(self) -> str:
        if not self.difficulty.dealt:
            return word(self.random.randrange(self.difficulty.vocabulary))
        self.drawn += 1
        return word(self.drawn % self.difficulty.vocabulary)

    def operate(self, old: Sequence[Sentence], at: int) -> int:
        """Carry the sentence at a place over in some way; how many old sentences that used up."""
        busy = self.random.random() < self.difficulty.busy
        operation: Operation = self.random.choice(OPERATIONS) if busy else "keep"
        if operation == "merge" and at + 1 < len(old):
            self.new.append((old[at] + old[at + 1], (at, at + 1)))
            return 2
        if operation == "split":
            half = len(old[at]) // 2
            self.new += [(old[at][:half], (at,)), (old[at][half:], (at,))]
        elif operation == "move":
            self.moved.add(at)
        elif operation != "drop":
            self.new.append((self.edited(old[at]) if operation == "edit" else old[at], (at,)))
        if operation == "add":
            self.new.append((self.sentence(), ()))
        return 1

    def edited(self, sentence: Sentence) -> Sentence:
        return tuple(
            self.word() if self.random.random() < self.difficulty.rewritten else kept for kept in sentence
        )

    def move(self, old: Sequence[Sentence]) -> None:
        for at in sorted(self.moved):
            self.new.insert(self.random.randint(0, len(self.new)), (old[at], (at,)))

    def truth(self, size: int) -> tuple[Truth, ...]:
        targets: dict[tuple[int, ...], list[str]] = {}
        for place, (_, sources) in enumerate(self.new, start=1):
            targets.setdefault(sources, []).append(str(place))
        linked = [
            Truth(tuple(str(n + 1) for n in sources), tuple(new), moved=not self.moved.isdisjoint(sources))
            for sources, new in targets.items()
            if sources
        ]
        used = {n for sources in targets for n in sources}
        dropped = [Truth((str(n + 1),), ()) for n in range(size) if n not in used]
        return (*linked, *dropped, *(Truth((), (new,)) for new in targets.get((), [])))


def _draft(name: str, sentences: Sequence[Sentence]) -> Draft:
    lines = [f"{n}. {' '.join(words).capitalize()}." for n, words in enumerate(sentences, start=1)]
    return read_text("\n\n".join(lines) + "\n", name=name)


def _plan(random: Random, points: int) -> str:
    """The Markdown of a plan with a few words, so that texts repeat and share much."""
    lines = []
    for number in range(1, points + 1):
        if random.random() < 0.3:  # noqa: PLR2004 (some points stand under a heading of their own)
            lines.append(f"## {random.choice(_TITLES)}\n")
        lines.append(f"{number}. {_sentences(random)}\n")
        for letter in "abc"[: random.randint(0, 3)]:
            lines.append(f"   {letter}. {_sentences(random)}\n")
    return "\n".join(lines)


def _sentences(random: Random) -> str:
    texts = [
        [word(random.randrange(12)) for _ in range(random.randint(1, 6))] for _ in range(random.randint(1, 2))
    ]
    return " ".join(" ".join(words).capitalize() + "." for words in texts)
