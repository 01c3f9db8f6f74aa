"""Where content of an unlinked provision may still live: the provisions of the other draft that hold its words.

Words that a provision across has from its own link say little, as both drafts had them there already: a trace rests
on what stands there besides. It is told where it covers a fair share of the content, and by words that are together
too rare to meet in one provision by chance, or where it covers much of it. All of it reads the same in both directions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from heapq import nlargest
from math import comb, log

import attrs

from peacediff.knowledge import Knowledge
from peacediff.model import Alignment, Draft, Provision, Span, Trace, Unlinked
from peacediff.text.stems import stems
from peacediff.text.words import words

_MOST = 3
_ENOUGH = 0.25
"""The share of the content, by weight, that must stand in a provision across."""
_SURPRISE = 3.0
"""In nats: the common words meet somewhere in the other draft by chance once in twenty (e cubed) such searches."""
_MUCH, _MUCH_WORDS = 0.4, 3
"""From this share on, and this many words, it is enough that the words are no likelier to meet by chance than not."""
_EXPLAINED = 0.3
"""What a word counts that stands across by that provision's own link already."""
_UNSEEN = 60
"""Other provisions that are thought to stand beside the drafts when the rarity of a word is judged."""
_CROWD = 100
"""A word that stands in more provisions than this brings none together; it counts all the same."""
_BEST = 12
_FEWEST_WORDS = 2
_JOINING = " \n\t\u00a0-‐‑"
"""What may stand between the words of one phrase."""

Traces = Mapping[str, tuple[Trace, ...]]
"""By the id of an unlinked provision."""
Weights = Mapping[str, float]


def traces(old: Draft, new: Draft, alignment: Alignment, knowledge: Knowledge) -> tuple[Traces, Traces]:
    """What of each dropped provision stands in the new draft, and of each added one in the old draft.

    The best three for each, first the one that holds most; none where nothing covers it. The cost is about linear.
    """
    if not alignment.dropped and not alignment.added:
        return {}, {}
    reading = _Reading.of(knowledge, old.language if old.language == new.language else "")
    both = dict.fromkeys(p.text for draft in (old, new) for p in draft.provisions)
    texts = {text: reading.content(text) for text in both}
    olds, news = ([_Content(p, *texts[p.text]) for p in draft.provisions] for draft in (old, new))
    weights = _weights([*olds, *news])
    return (
        _sought(alignment.dropped, olds, _Searched.of(news, _answers(alignment, olds, "new"), weights)),
        _sought(alignment.added, news, _Searched.of(olds, _answers(alignment, news, "old"), weights)),
    )


_Words = Sequence[tuple[str, Span]]
"""The content words of a text, in its order: the folded stems of each, and the place of its print."""


@attrs.frozen
class _Content:
    """The content words of a provision, and which they are."""

    provision: Provision
    words: _Words
    stems: frozenset[str]


@attrs.frozen
class _Reading:
    """How texts are read for their content."""

    knowledge: Knowledge
    language: str
    light: frozenset[str]

    @classmethod
    def of(cls, knowledge: Knowledge, language: str) -> _Reading:
        return cls(knowledge, language, frozenset(stems(sorted(knowledge.function_words), language)))

    def content(self, text: str) -> tuple[_Words, frozenset[str]]:
        """What several words say together, as "the United States of America" do, is one word here."""
        placed = self.knowledge.fold_placed(text)
        found: list[tuple[str, Span]] = []
        for stem, (_, span) in zip(stems([key for key, _ in placed], self.language), placed, strict=True):
            if found and found[-1][1] == span:
                stem = f"{found.pop()[0]} {stem}"  # noqa: PLW2901 (the words so far and this one)
            found.append((stem, span))
        telling = [word for word in found if word[0] not in self.light]
        return telling, frozenset(stem for stem, _ in telling)


def _weights(contents: Sequence[_Content]) -> Weights:
    """How unlikely each word is in a provision, in nats; a word that a short draft has once is no common one."""
    frequency: Counter[str] = Counter()
    for content in contents:
        frequency.update(content.stems)
    return {stem: log((len(contents) + _UNSEEN) / (df + 0.5)) for stem, df in sorted(frequency.items())}


def _answers(alignment: Alignment, across: Sequence[_Content], side: str) -> Mapping[str, frozenset[str]]:
    """For each linked provision of a side, the stems of what it is linked with."""
    known = {content.provision.id: content.stems for content in across}
    found: dict[str, frozenset[str]] = {}
    for link in alignment.links:
        here, there = (link.new, link.old) if side == "new" else (link.old, link.new)
        explained = frozenset[str]().union(*(known[p.id] for p in there))
        found |= {p.id: explained for p in here}
    return found


def _sought(unlinked: Iterable[Unlinked], mine: Sequence[_Content], searched: _Searched) -> Traces:
    known = {content.provision.id: content.stems for content in mine}
    return {u.provision.id: tuple(searched.traces(known[u.provision.id])) for u in unlinked}


@attrs.frozen
class _Searched:
    """A draft that is searched: its provisions' content, what their links explain, and where each stem stands."""

    contents: Sequence[_Content]
    stems: Sequence[frozenset[str]]
    explained: Sequence[frozenset[str]]
    posted: Mapping[str, Sequence[int]]
    weights: Weights
    usual: float

    @classmethod
    def of(
        cls, contents: Sequence[_Content], answers: Mapping[str, frozenset[str]], weights: Weights
    ) -> _Searched:
        held = [content.stems for content in contents]
        explained = [answers.get(content.provision.id, frozenset()) for content in contents]
        posted: dict[str, list[int]] = defaultdict(list)
        for place, stems_here in enumerate(held):
            for stem in stems_here:
                posted[stem].append(place)
        usual = sum(map(len, held)) / len(held) if held else 0.0
        return cls(contents, held, explained, posted, weights, usual)

    def traces(self, sought: frozenset[str]) -> Iterator[Trace]:
        ranked = [(self.evidence(place, sought), -place) for place in self.nearest(sought)]
        told = [
            self.trace(self.contents[-place], sought)
            for evidence, place in nlargest(_MOST, ranked)
            if evidence
        ]
        yield from sorted(told, key=lambda trace: -trace.coverage)

    def nearest(self, sought: frozenset[str]) -> Sequence[int]:
        """The provisions that share the most, found through the words that are not in a crowd."""
        shared: dict[int, float] = defaultdict(float)
        for stem in sorted(sought):
            places = self.posted.get(stem, ())
            for place in places if len(places) <= _CROWD else ():
                shared[place] += self.worth(stem, place)
        return nlargest(_BEST, shared, key=lambda place: (shared[place], -place))

    def worth(self, stem: str, place: int) -> float:
        return self.weights[stem] * (_EXPLAINED if stem in self.explained[place] else 1.0)

    def evidence(self, place: int, sought: frozenset[str]) -> float:
        """The weight of what a provision holds of the content, rounded; 0 where that says nothing."""
        shared = sorted(sought & self.stems[place])
        evidence, whole = sum(self.worth(stem, place) for stem in shared), self.weigh(sought)
        if len(shared) < _FEWEST_WORDS or evidence < _ENOUGH * whole:
            return 0.0
        is_much = len(shared) >= _MUCH_WORDS and evidence >= _MUCH * whole
        needed = 0.0 if is_much else _SURPRISE
        return round(evidence, 6) if self.surprise(shared, place, len(sought)) >= needed else 0.0

    def surprise(self, shared: Sequence[str], place: int, sought: int) -> float:
        """How unlikely it is, in nats, that any provision holds any so many of the words sought.

        A longer provision holds any word more likely.
        """
        length = log(max(1.0, len(self.stems[place]) / self.usual))
        rare = sum(
            max(0.0, self.weights[stem] - length) * self.worth(stem, place) / self.weights[stem]
            for stem in shared
        )
        return rare - log(comb(sought, len(shared))) - log(len(self.contents))

    def weigh(self, found: Iterable[str]) -> float:
        return sum(self.weights[stem] for stem in sorted(found))

    def trace(self, content: _Content, sought: frozenset[str]) -> Trace:
        shared = sought & content.stems
        coverage = int(100 * round(self.weigh(shared) / self.weigh(sought), 6))
        return Trace(content.provision.id, coverage, quoted(content, shared))


def quoted(content: _Content, shared: frozenset[str]) -> tuple[str, ...]:
    """The shared words as printed, those that stand together as one phrase, in the order of the text.

    Function words between two of them belong to the phrase; a phrase that another one holds is left out.
    """
    text, spans = content.provision.text, [word.span for word in words(content.provision.text)]
    held = {place for stem, span in content.words if stem in shared for place in range(*span)}
    other = {place for stem, span in content.words if stem not in shared for place in range(*span)}
    phrases = []
    for first, last in _runs(text, spans, held, other):
        phrases.append(" ".join(text[spans[first][0] : spans[last][1]].split()))
    return tuple(_telling(phrases))


def _runs(text: str, spans: Sequence[Span], held: Set[int], other: Set[int]) -> Iterator[tuple[int, int]]:
    """The first and last word of each stretch from held word to held word, without other words or marks between."""
    run: list[int] = []
    for place, (start, _) in enumerate(spans):
        apart = text[spans[place - 1][1] : start] if place else ""
        if run and (place in other or apart.strip(_JOINING)):
            yield run[0], run[-1]
            run = []
        if place in held:
            run.append(place)
    if run:
        yield run[0], run[-1]


def _telling(phrases: Sequence[str]) -> Iterator[str]:
    """The phrases with a letter or digit, without those that a longer or earlier one holds."""
    padded = [f" {phrase.casefold()} " for phrase in phrases]
    for place, phrase in enumerate(phrases):
        others = (other for n, other in enumerate(padded) if (len(other), -n) > (len(padded[place]), -place))
        if any(map(str.isalnum, phrase)) and not any(padded[place] in other for other in others):
            yield phrase
