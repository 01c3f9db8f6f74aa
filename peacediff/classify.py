"""Links become changes: one fate each, its shape, what moved, the word edits, what it is about, its traces."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

import attrs

from peacediff.aspects import alike, readings, told
from peacediff.knowledge import Knowledge
from peacediff.knowledge.languages import is_known, wordless
from peacediff.model import (
    Alignment,
    Basis,
    Change,
    Changes,
    Draft,
    Fate,
    Link,
    Provision,
    Shape,
    Span,
    Unlinked,
)
from peacediff.moves import moved, papers_left
from peacediff.substance import Differing, differing, is_weak
from peacediff.substance.opposed import opposed
from peacediff.text.edits import edits
from peacediff.text.words import keys, words
from peacediff.topics import topics_of_draft
from peacediff.traces import Traces, traces


def classify(old: Draft, new: Draft, alignment: Alignment, knowledge: Knowledge) -> Changes:
    """Every link and every unlinked provision as a change: those with an old side in its order, then the added."""
    telling = _Telling.about(old, new, alignment, knowledge)
    changes = [
        telling.linked(link, flag)
        for link, flag in zip(alignment.links, moved(old, new, alignment), strict=True)
    ]
    changes += [telling.dropped(unlinked) for unlinked in alignment.dropped]
    changes.sort(key=lambda change: change.old[0].span)
    changes += [telling.added(unlinked) for unlinked in alignment.added]
    return Changes(changes, tuple(topic.id for topic in knowledge.topics))


@attrs.frozen
class _Telling:
    """What must be known of both drafts to tell a change."""

    old: Draft
    new: Draft
    knowledge: Knowledge
    old_topics: Mapping[str, Sequence[str]]
    new_topics: Mapping[str, Sequence[str]]
    numbered: frozenset[str]
    answers: Mapping[str, Collection[str]]
    """By the id of an old point: the new points it is linked with."""
    old_traces: Traces
    new_traces: Traces
    words: Knowledge
    """To tell shifts by: without listed words where a draft is in another language."""

    @classmethod
    def about(cls, old: Draft, new: Draft, alignment: Alignment, knowledge: Knowledge) -> _Telling:
        numbered = frozenset(p.id for draft in (old, new) for p in draft.walk() if p.kind == "point")
        old_topics, new_topics = topics_of_draft(old, knowledge), topics_of_draft(new, knowledge)
        found = traces(old, new, alignment, knowledge)
        known = is_known(old, knowledge) and is_known(new, knowledge)
        told_by = knowledge if known else wordless(knowledge)
        return cls(
            old, new, knowledge, old_topics, new_topics, numbered, _answers(alignment), *found, told_by
        )

    def linked(self, link: Link, is_moved: bool) -> Change:  # noqa: FBT001 (one flag of `moved` for each link)
        change = Change(
            link.old,
            link.new,
            fate="changed",
            shape=_shape(link),
            moved=is_moved,
            renumbered=self.points(link.old) != self.points(link.new),
            from_papers=papers_left(self.old, link.old, self.new, link.new),
            to_papers=papers_left(self.new, link.new, self.old, link.old),
            found=link.found,
            score=link.score,
            confidence=link.confidence,
            runner_up=link.runner_up,
            topics=self.about_what(link.old, link.new),
        )
        told = self.judged(change)
        return attrs.evolve(told, edits=edits(change.before, change.after))

    def dropped(self, unlinked: Unlinked) -> Change:
        change = self.unlinked(unlinked, "dropped", self.new)
        return attrs.evolve(change, trace=self.old_traces[unlinked.provision.id])

    def added(self, unlinked: Unlinked) -> Change:
        change = self.unlinked(unlinked, "added", self.old)
        return attrs.evolve(change, trace=self.new_traces[unlinked.provision.id])

    def unlinked(self, unlinked: Unlinked, fate: Fate, other: Draft) -> Change:
        """``other`` is the draft that would have to hold the text."""
        basis: Basis = "stated" if other.completeness == "complete" else "reported"
        here, nowhere = (unlinked.provision,), ()
        old, new = (here, nowhere) if fate == "dropped" else (nowhere, here)
        change = Change(
            old, new, fate, basis=basis, runner_up=unlinked.runner_up, topics=self.about_what(old, new)
        )
        return attrs.evolve(change, edits=edits(change.before, change.after))

    @property
    def language(self) -> str:
        return self.old.language if self.old.language == self.new.language else ""

    def judged(self, change: Change) -> Change:
        """The change with its fate and the shifts and words that carry it."""
        before, after = change.before, change.after
        if before == after or keys(before) == keys(after):
            return attrs.evolve(change, fate="unchanged" if change.shape == "one" else "reworded")
        found = differing(before, after, self.knowledge, self.language)
        sides = readings(before, after, self.words, self.language, self.answers)
        if found:
            ties = self.knowledge.function_words
            found = _without_alike((before, after), found, alike(*sides), ties)
        shifts = told(*sides, (found.gone, found.come))
        if found and not shifts and is_weak((before, after), found, self.knowledge, self.language):
            found = Differing()
        found = found.joined(opposed((before, after), self.knowledge, self.language))
        return attrs.evolve(
            change,
            fate="changed" if shifts or found else "reworded",
            shifts=shifts,
            gone=tuple(_printed(before, found.gone, [shift.before_span for shift in shifts])),
            come=tuple(_printed(after, found.come, [shift.after_span for shift in shifts])),
        )

    def points(self, provisions: Sequence[Provision]) -> list[str]:
        """The numbered points the provisions stand in; headings have no number to change."""
        return list(dict.fromkeys(p.point for p in provisions if p.point in self.numbered))

    def about_what(self, old: Sequence[Provision], new: Sequence[Provision]) -> tuple[str, ...]:
        """The topics of either side, in the order of the data."""
        found = {t for p in old for t in self.old_topics[p.id]} | {
            t for p in new for t in self.new_topics[p.id]
        }
        return tuple(topic.id for topic in self.knowledge.topics if topic.id in found)


def _printed(text: str, spans: Iterable[Span], told: Sequence[Span | None]) -> Iterator[str]:
    """The words at the spans, without those that a shift tells already."""
    known = [span for span in told if span]
    for start, end in spans:
        if not any(first < end and start < last for first, last in known):
            yield " ".join(text[start:end].split())


def _without_alike(
    texts: tuple[str, str],
    found: Differing,
    places: tuple[Sequence[Span], Sequence[Span]],
    ties: Container[str],
) -> Differing:
    """Without the words of what both sides say alike, and what only ties these together."""
    sides = zip(texts, (found.gone, found.come), places, strict=True)
    return Differing(*(tuple(_outside(*side, ties)) for side in sides))


def _outside(
    text: str, spans: Iterable[Span], places: Sequence[Span], ties: Container[str]
) -> Iterator[Span]:
    """What is left of the spans without the words within any of the places."""
    for start, end in spans:
        if not any(first < end and start < last for first, last in places):
            yield start, end
            continue
        found = (word.span for word in words(text[start:end]) if word.key not in ties)
        left = [(start + first, start + last) for first, last in found]
        yield from (
            one for one in left if not any(first <= one[0] and one[1] <= last for first, last in places)
        )


def _answers(alignment: Alignment) -> Mapping[str, Collection[str]]:
    found: dict[str, set[str]] = {}
    for link in alignment.links:
        for provision in link.old:
            found.setdefault(provision.point, set()).update(other.point for other in link.new)
    return found


def _shape(link: Link) -> Shape:
    match len(link.old) > 1, len(link.new) > 1:
        case False, False:
            return "one"
        case False, True:
            return "split"
        case True, False:
            return "merged"
        case _:
            return "regrouped"
