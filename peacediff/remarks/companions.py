"""A companion that stood beside a subject within one point of one draft, and no longer does in the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache

import attrs

from peacediff.aspects.phrases import Phrases, Placed, words
from peacediff.aspects.reading import Reading
from peacediff.knowledge import Companion, Knowledge
from peacediff.model import Provision, Quote, Remark
from peacediff.remarks.view import View


def companions(whole: View, other: View) -> Iterator[Remark]:
    """What stood beside a subject in one draft and beside none of its answers in the other, once for each point."""
    for rule in whole.knowledge.companions:
        here, there = _Found(whole, rule), _Found(other, rule)
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


@attrs.frozen(slots=False, eq=False)
class _Found:
    """The subjects and the companions of one kind in one draft; companions are looked for beside subjects only."""

    view: View
    rule: Companion

    @cached_property
    def subjects(self) -> Mapping[str, Quote]:
        """By provision."""
        phrases = _phrases(self.rule.subject, self.view.knowledge)
        near = self.view.holding(lambda key: bool(phrases.beginning(key)))
        return {quote.provision: quote for quote in self.quotes(phrases, near)}

    def companions(self, within: Sequence[Provision]) -> Iterator[Quote]:
        """The companions in some provisions."""
        return self.quotes(_phrases(self.rule.companion, self.view.knowledge), within)

    def quotes(self, phrases: Phrases, within: Iterable[Provision]) -> Iterator[Quote]:
        """The first words of some provisions that are one of the phrases."""
        view = self.view
        for provision in within:
            found = phrases.first(*_read(view.reading(provision)))
            if found:
                yield Quote(view.side, provision.id, found)

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


@lru_cache(maxsize=1 << 10)
def _read(reading: Reading) -> tuple[Reading, Sequence[Placed]]:
    """A text as read, and its words as phrases meet them."""
    return reading, words(reading)


@cache
def _phrases(phrases: tuple[str, ...], knowledge: Knowledge) -> Phrases:
    return Phrases.of(phrases, knowledge)
