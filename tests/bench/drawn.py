"""Drafts of any size and a revision of them, with known truth: what `tests.bench.speed` measures on.

A provision has some 42 words, drawn as the words of a language are: few are common and many are rare. In the
revision 5 % are dropped, 5 % added, 20 % reworded (a quarter of their words), 5 % moved, 2 % split and 2 % merged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from random import Random

import attrs

from peacediff.testing import word

WORDS = 42
VOCABULARY = 20_000
SMALL_VOCABULARY = 60
REWORDED = 0.25
_SPREAD = 14
_FATES = {"drop": 5, "add": 5, "reword": 20, "move": 5, "split": 2, "merge": 2, "keep": 61}
Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Old and new indices that belong together."""


@attrs.frozen
class Drawn:
    """The provisions of two drafts, those that belong together, and those of them that moved."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    truth: frozenset[Group]
    moved: frozenset[Group] = frozenset()


def friendly(size: int, vocabulary: int = VOCABULARY, seed: int = 1) -> Drawn:
    """A revision as drafts see it."""
    return _Reviser(Random(seed), vocabulary).revision(size)


def reversed_order(size: int) -> Drawn:
    """The same, with the new draft written from its end to its beginning."""
    there = friendly(size)
    last = len(there.new) - 1
    turned = frozenset((old, tuple(sorted(last - j for j in new))) for old, new in there.truth)
    return Drawn(there.old, there.new[::-1], turned)


def shuffled(size: int) -> Drawn:
    """The same, with the new draft in no order at all."""
    there = friendly(size)
    order = list(range(len(there.new)))
    Random(2).shuffle(order)
    place = {j: at for at, j in enumerate(order)}
    mixed = frozenset((old, tuple(sorted(place[j] for j in new))) for old, new in there.truth)
    return Drawn(there.old, tuple(there.new[j] for j in order), mixed)


def one_template(size: int) -> Drawn:
    """One sentence over and over with numbers of its own; half of the numbers change in the new draft."""
    sentence = _Reviser(Random(3), VOCABULARY).sentence()
    old = [f"{sentence} {n} {7 * n % 1009}" for n in range(size)]
    new = [f"{sentence} {n} {7 * n % 1009 + (n % 2)}" for n in range(size)]
    return Drawn(tuple(old), tuple(new), frozenset(((n,), (n,)) for n in range(size)))


def unrelated(size: int) -> Drawn:
    """Two drafts that have nothing to do with one another but their language."""
    old, new = (_Reviser(Random(seed), VOCABULARY) for seed in (4, 5))
    texts = [tuple(side.sentence() for _ in range(size)) for side in (old, new)]
    return Drawn(texts[0], texts[1], frozenset())


def few_words(size: int) -> Drawn:
    """A revision written in 60 different words."""
    return friendly(size, SMALL_VOCABULARY)


HOSTILE: Mapping[str, Callable[[int], Drawn]] = {
    "reversed": reversed_order,
    "shuffled": shuffled,
    "one template": one_template,
    "unrelated": unrelated,
    "60 words": few_words,
}


def written(texts: tuple[str, ...]) -> str:
    """The provisions as a draft in Markdown."""
    return "\n\n".join(f"{n}. {text.capitalize()}." for n, text in enumerate(texts, start=1)) + "\n"


class _Reviser:
    """Draws sentences and operates on them, keeping the books."""

    def __init__(self, random: Random, vocabulary: int) -> None:
        self.random = random
        self.words = [word(number) for number in range(vocabulary)]
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(vocabulary)))
        self.new: list[tuple[str, tuple[int, ...]]] = []

    def drawn(self, count: int) -> list[str]:
        return self.random.choices(self.words, cum_weights=self.weights, k=count)

    def sentence(self) -> str:
        return " ".join(self.drawn(self.random.randint(WORDS - _SPREAD, WORDS + _SPREAD)))

    def revision(self, size: int) -> Drawn:
        old = [self.sentence() for _ in range(size)]
        moved, at = set(), 0
        fates = self.random.choices(list(_FATES), weights=list(_FATES.values()), k=size)
        while at < size:
            if fates[at] == "move":
                moved.add(at)
            self.new += self.carried(old, at, fates[at])
            at += 2 if fates[at] == "merge" else 1
        self.new = self.put_elsewhere(moved)
        return Drawn(tuple(old), tuple(text for text, _ in self.new), *self.truth(moved))

    def carried(self, old: list[str], at: int, fate: str) -> Iterator[tuple[str, tuple[int, ...]]]:
        """What becomes of an old sentence, with the old ones that it answers."""
        words = old[at].split()
        if fate == "split":
            half = len(words) // 2
            yield " ".join(words[:half]), (at,)
            yield " ".join(words[half:]), (at,)
        elif fate == "merge":
            yield " ".join(old[at : at + 2]), tuple(range(at, min(at + 2, len(old))))
        elif fate == "reword":
            fresh = self.drawn(len(words))
            pairs = zip(words, fresh, strict=True)
            yield " ".join(b if self.random.random() < REWORDED else a for a, b in pairs), (at,)
        elif fate != "drop":
            yield old[at], (at,)
        if fate == "add":
            yield self.sentence(), ()

    def put_elsewhere(self, moved: set[int]) -> list[tuple[str, tuple[int, ...]]]:
        """The new draft with what moved at places drawn for it."""
        places = [
            (self.random.uniform(0, len(self.new)) if moved.issuperset(sources) and sources else place, place)
            for place, (_, sources) in enumerate(self.new)
        ]
        return [self.new[place] for _, place in sorted(places)]

    def truth(self, moved: set[int]) -> tuple[frozenset[Group], frozenset[Group]]:
        targets: dict[tuple[int, ...], list[int]] = {}
        for place, (_, sources) in enumerate(self.new):
            if sources:
                targets.setdefault(sources, []).append(place)
        groups = frozenset((old, tuple(new)) for old, new in targets.items())
        return groups, frozenset(group for group in groups if moved.issuperset(group[0]))
