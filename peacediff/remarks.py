"""What held together and came apart: remarks over two drafts, by the phrases of ``data/lexicon/en/remarks.toml``.

Two kinds. A *companion* stood beside a subject within one point of one draft, and the point of the other draft that
answers has the subject alone. A *reference* stayed while all that it refers to is without an answer. Both are looked
for in either direction, so that the reversed comparison has the same remarks with the drafts reversed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache

import attrs

from peacediff.aspects.phrases import Phrases, Placed, words
from peacediff.aspects.reading import Reading
from peacediff.knowledge import Companion, Knowledge, ReferenceWords
from peacediff.model import Changes, Draft, Provision, Quote, Remark, Side
from peacediff.text.words import keys

_LOOK = 3
"""Words behind a number that may name another text."""


def remarks(old: Draft, new: Draft, changes: Changes, knowledge: Knowledge) -> tuple[Remark, ...]:
    """All remarks: those in which the new draft lacks something, then the old, each in the order of the data."""
    answers = {p.id: change.new for change in changes for p in change.old}
    answered = {p.id: change.old for change in changes for p in change.new}
    sides = _View("old", old, answers, knowledge), _View("new", new, answered, knowledge)
    return tuple(
        remark
        for whole, other in (sides, sides[::-1])
        for remark in (*_companions(whole, other), *_references(whole, other))
    )


@attrs.frozen(slots=False, eq=False)
class _View:
    """One draft: its provisions, what answers each of them, and the outermost point that each stands in."""

    side: Side
    draft: Draft
    answers: Mapping[str, tuple[Provision, ...]]
    knowledge: Knowledge

    @cached_property
    def outermost(self) -> Mapping[str, str]:
        """The outermost point, headings aside, of each provision, by ids."""
        found: dict[str, str] = {}
        waiting = [(point, "") for point in self.draft.points]
        while waiting:
            point, above = waiting.pop()
            above = above or (point.id if point.kind == "point" else "")
            found.update((p.id, above or point.id) for p in point.provisions)
            waiting += [(inner, above) for inner in point.points]
        return found

    @cached_property
    def together(self) -> Mapping[str, tuple[Provision, ...]]:
        """The provisions of each outermost point."""
        found: dict[str, tuple[Provision, ...]] = {}
        for provision in self.draft.provisions:
            point = self.outermost[provision.id]
            found[point] = (*found.get(point, ()), provision)
        return found

    @cached_property
    def below(self) -> Mapping[str, tuple[Provision, ...]]:
        """The provisions in and below each point."""
        return {
            point.id: tuple(p for inner in point.walk() for p in inner.provisions)
            for point in self.draft.walk()
        }

    @cached_property
    def vocabulary(self) -> Mapping[str, str]:
        """Every word of the draft in one spelling."""
        met = set[str]().union(*(keys(p.text) for p in self.draft.provisions))
        return {key: self.knowledge.spell_word(key) for key in met}

    def holding(self, tells: Callable[[str], bool]) -> Iterator[Provision]:
        """The provisions that hold a word which tells; most provisions are never read further."""
        sought = {key for key, spelled in self.vocabulary.items() if tells(spelled)}
        return (p for p in self.draft.provisions if not sought.isdisjoint(keys(p.text)))

    def reading(self, provision: Provision) -> Reading:
        """A provision as read."""
        return _reading(provision.text, self.knowledge, self.draft.language)

    @cached_property
    def found(self) -> Mapping[str, _Found]:
        """The subjects and companions of each kind of remark."""
        return {rule.id: _Found(self, rule) for rule in self.knowledge.companions}

    def quotes(self, phrases: Phrases, within: Iterable[Provision]) -> Iterator[Quote]:
        """The first words of some provisions that are one of the phrases."""
        for provision in within:
            found = phrases.first(*_read(provision.text, self.knowledge, self.draft.language))
            if found:
                yield Quote(self.side, provision.id, found)


@attrs.frozen(slots=False, eq=False)
class _Found:
    """The subjects and the companions of one kind in one draft; companions are looked for beside subjects only."""

    view: _View
    rule: Companion

    @cached_property
    def subjects(self) -> Mapping[str, Quote]:
        """By provision."""
        phrases = _phrases(self.rule.subject, self.view.knowledge)
        near = self.view.holding(lambda key: bool(phrases.beginning(key)))
        return {quote.provision: quote for quote in self.view.quotes(phrases, near)}

    def companions(self, within: Sequence[Provision]) -> Iterator[Quote]:
        """The companions in some provisions."""
        return self.view.quotes(_phrases(self.rule.companion, self.view.knowledge), within)

    @cached_property
    def beside(self) -> Mapping[str, Quote | None]:
        """The first companion in each outermost point that holds a subject."""
        points = dict.fromkeys(self.view.outermost[name] for name in self.subjects)
        return {point: next(self.companions(self.view.together[point]), None) for point in points}

    def left_alone(self, answers: Sequence[Provision]) -> Quote | None:
        """The first subject among some provisions, if none of them has a companion beside it."""
        if not any(p.id in self.subjects for p in answers):
            return None
        points = dict.fromkeys(self.view.outermost[p.id] for p in answers)
        if any(next(self.companions(self.view.together[point]), None) for point in points):
            return None
        return next(self.subjects[p.id] for p in answers if p.id in self.subjects)


def _companions(whole: _View, other: _View) -> Iterator[Remark]:
    """What stood beside a subject in one draft and beside none of its answers in the other, once for each point."""
    for rule in whole.knowledge.companions:
        here, there = whole.found[rule.id], other.found[rule.id]
        told: set[str] = set()
        for name, subject in here.subjects.items():
            point = whole.outermost[name]
            companion = here.beside[point] if point not in told else None
            left = there.left_alone(whole.answers[name]) if companion else None
            if companion and left:
                told.add(point)
                said = rule.said.replace("{with}", whole.side).replace("{without}", other.side)
                elsewhere = next(there.companions(other.draft.provisions), None)
                quotes = (subject, companion, left)
                yield Remark(rule.id, other.side, said, quotes, (elsewhere,) if elsewhere else ())


def _references(whole: _View, other: _View) -> Iterator[Remark]:
    """References that both drafts make by the same number, to what only one of them holds."""
    labels = whole.knowledge.reference_words
    for provision in whole.holding(labels.labels.__contains__):
        for name, quoted in _named(whole.reading(provision), labels).items():
            target = whole.below.get(name, ())
            if not target or any(whole.answers[p.id] for p in target):
                continue
            for answer in whole.answers[provision.id]:
                left = _named(other.reading(answer), labels).get(name)
                if left:
                    said = labels.said.replace("{with}", whole.side).replace("{without}", other.side)
                    quotes = (
                        Quote(whole.side, provision.id, quoted),
                        Quote(other.side, answer.id, left),
                        Quote(whole.side, target[0].id, target[0].text),
                    )
                    yield Remark("reference-target", other.side, said, quotes)


def _named(reading: Reading, by: ReferenceWords) -> dict[str, str]:
    """The points of this text that a provision refers to by a label and numbers, with the words."""
    found: dict[str, str] = {}
    keys = reading.keys
    for at, key in enumerate(keys):
        if key not in by.labels:
            continue
        end = next((n for n in range(at + 1, len(keys)) if not _lists(keys[n], by)), len(keys))
        if not _foreign(keys[end : end + _LOOK], by):
            numbers = [key for key in keys[at + 1 : end] if key[0].isdigit()]
            found = {**{number: reading.quote(at, end) for number in numbers}, **found}
    return found


def _lists(key: str, by: ReferenceWords) -> bool:
    """Whether a word may stand in a list of numbers and letters."""
    return key[0].isdigit() or len(key) == 1 or key in by.joining


def _foreign(following: tuple[str, ...], by: ReferenceWords) -> bool:
    """Whether another text is named behind the numbers."""
    if not following or following[0] not in by.foreign:
        return False
    return not any(" ".join(following).startswith(own) for own in by.own)


@lru_cache(maxsize=1 << 10)
def _reading(text: str, knowledge: Knowledge, language: str) -> Reading:
    return Reading.of(text, knowledge, language)


@lru_cache(maxsize=1 << 10)
def _read(text: str, knowledge: Knowledge, language: str) -> tuple[Reading, Sequence[Placed]]:
    """A text as read, and its words as phrases meet them."""
    reading = _reading(text, knowledge, language)
    return reading, words(reading)


@cache
def _phrases(phrases: tuple[str, ...], knowledge: Knowledge) -> Phrases:
    return Phrases.of(phrases, knowledge)
