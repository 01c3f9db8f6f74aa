"""One of two drafts as remarks look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache

import attrs

from peacediff.aspects.reading import Reading
from peacediff.knowledge import Knowledge
from peacediff.model import Draft, Provision, Side
from peacediff.text.words import keys


@attrs.frozen(slots=False, eq=False)
class View:
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


@lru_cache(maxsize=1 << 10)
def _reading(text: str, knowledge: Knowledge, language: str) -> Reading:
    return Reading.of(text, knowledge, language)
