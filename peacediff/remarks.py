"""What held together and came apart: remarks over two drafts, by the phrases of ``data/lexicon/en/remarks.toml``.

Two kinds. A *companion* stood beside a subject within one point of one draft, and the point of the other draft that
answers has the subject alone. A *reference* stayed while all that it refers to is without an answer. Both are looked
for in either direction, so that the reversed comparison has the same remarks with the drafts reversed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

import attrs

from peacediff.aspects.phrases import Phrases, Placed, start_of, words
from peacediff.aspects.reading import Reading
from peacediff.knowledge import Companion, Knowledge, ReferenceWords
from peacediff.model import Changes, Draft, Provision, Quote, Remark, Side

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
    def readings(self) -> Mapping[str, Reading]:
        """Every provision as read."""
        language = self.draft.language
        return {p.id: Reading.of(p.text, self.knowledge, language) for p in self.draft.provisions}

    @cached_property
    def words(self) -> Mapping[str, list[Placed]]:
        """The words of every provision as phrases meet them."""
        return {name: words(reading) for name, reading in self.readings.items()}

    @cached_property
    def starting(self) -> Mapping[str, set[str]]:
        """By the first letters of a word: the provisions that hold one."""
        found: dict[str, set[str]] = {}
        for name, read in self.words.items():
            for start in {start_of(key) for key, _, _ in read}:
                found.setdefault(start, set()).add(name)
        return found

    @cached_property
    def found(self) -> Mapping[str, _Found]:
        """The subjects and companions of each kind of remark."""
        return {rule.id: _Found.of(rule, self) for rule in self.knowledge.companions}

    def quotes(self, phrases: Phrases) -> Mapping[str, Quote]:
        """The first words of each provision that are one of the phrases."""
        near = {name for start in phrases.by_start for name in self.starting.get(start, ())}
        found = (
            (name, phrases.first(self.readings[name], read))
            for name, read in self.words.items()
            if name in near
        )
        return {name: Quote(self.side, name, words) for name, words in found if words}


@attrs.frozen
class _Found:
    """The subjects and the companions of one kind in one draft, by provision."""

    view: _View
    subjects: Mapping[str, Quote]
    companions: Mapping[str, Quote]

    @classmethod
    def of(cls, rule: Companion, view: _View) -> _Found:
        subject, companion = (_phrases(p, view.knowledge) for p in (rule.subject, rule.companion))
        return cls(view, view.quotes(subject), view.quotes(companion))

    def beside(self, name: str) -> Quote | None:
        """The first companion in the outermost point that a provision stands in."""
        within = self.view.together[self.view.outermost[name]]
        return next((self.companions[p.id] for p in within if p.id in self.companions), None)

    def left_alone(self, answers: Sequence[Provision]) -> Quote | None:
        """The first subject among some provisions, if none of them has a companion beside it."""
        if any(self.beside(p.id) for p in answers):
            return None
        return next((self.subjects[p.id] for p in answers if p.id in self.subjects), None)


def _companions(whole: _View, other: _View) -> Iterator[Remark]:
    """What stood beside a subject in one draft and beside none of its answers in the other, once for each point."""
    for rule in whole.knowledge.companions:
        here, there = whole.found[rule.id], other.found[rule.id]
        told: set[str] = set()
        for name, subject in here.subjects.items():
            companion = here.beside(name)
            left = there.left_alone(whole.answers[name])
            if companion and left and whole.outermost[name] not in told:
                told.add(whole.outermost[name])
                said = rule.said.replace("{with}", whole.side).replace("{without}", other.side)
                elsewhere = tuple(there.companions.values())[:1]
                yield Remark(rule.id, other.side, said, (subject, companion, left), elsewhere)


def _references(whole: _View, other: _View) -> Iterator[Remark]:
    """References that both drafts make by the same number, to what only one of them holds."""
    labels = whole.knowledge.reference_words
    for provision in whole.draft.provisions:
        for name, quoted in _named(whole.readings[provision.id], labels).items():
            target = whole.below.get(name, ())
            if not target or any(whole.answers[p.id] for p in target):
                continue
            for answer in whole.answers[provision.id]:
                left = _named(other.readings[answer.id], labels).get(name)
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


@cache
def _phrases(phrases: tuple[str, ...], knowledge: Knowledge) -> Phrases:
    return Phrases.of(phrases, knowledge)
