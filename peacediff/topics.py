"""What provisions are about: the terms of ``data/topics.toml`` found in a text, once through, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

import attrs

from peacediff.knowledge import Knowledge
from peacediff.knowledge.terms import (
    NOWHERE,
    START,
    STRONG,
    Name,
    Names,
    Term,
    Terms,
    names_by_start,
    terms_of,
)
from peacediff.model import Draft, Point, Span
from peacediff.text.words import keys, words


@attrs.frozen
class TopicHit:
    """A topic of a text with what shows it: the words as they stand there, and where."""

    topic: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]


def topics_of(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The ids of a text's topics, in the order of the data; in time linear in the text."""
    return _topics_of(text, knowledge)


@lru_cache(maxsize=1 << 14)
def _topics_of(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Remembered, as most provisions stand in both drafts."""
    return tuple(_shown(_finder(knowledge).found(keys(text)), knowledge))


def evidence(text: str, knowledge: Knowledge) -> tuple[TopicHit, ...]:
    """The topics of a text with all that shows them, in the order of the data."""
    read = words(text)
    shown = _shown(_finder(knowledge).found([word.key for word in read]), knowledge)
    spans = {
        topic: tuple((read[found.first].span[0], read[found.last].span[1]) for found in all_found)
        for topic, all_found in shown.items()
    }
    return tuple(
        TopicHit(topic, tuple(text[slice(*s)] for s in where), where) for topic, where in spans.items()
    )


def topics_of_draft(draft: Draft, knowledge: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """The topics of every provision by its id.

    A provision that shows none has those of its point's first provision, and a point without any those of the
    nearest point or heading around it that has some.
    """
    return dict(_inherited(draft.points, knowledge))


def _inherited(points: Iterable[Point], knowledge: Knowledge) -> Iterator[tuple[str, tuple[str, ...]]]:
    waiting: list[tuple[Point, tuple[str, ...]]] = [(point, ()) for point in points]
    while waiting:
        point, above = waiting.pop()
        own = [topics_of(provision.text, knowledge) for provision in point.provisions]
        lead = (own[0] if own else ()) or above
        yield from ((p.id, topics or lead) for p, topics in zip(point.provisions, own, strict=True))
        waiting.extend((inner, lead) for inner in point.points)


@attrs.frozen
class _Found:
    """A term with the first and the last of the words that it was found in."""

    term: Term
    first: int
    last: int


def _shown(all_found: Iterable[_Found], knowledge: Knowledge) -> Mapping[str, Sequence[_Found]]:
    """What shows each topic that is shown well enough, in the order of the data."""
    by_topic: dict[str, list[_Found]] = {}
    for found in all_found:
        for topic in found.term.weights:
            by_topic.setdefault(topic, []).append(found)
    order = (topic.id for topic in knowledge.topics) if by_topic else ()
    return {topic: by_topic[topic] for topic in order if _weight(topic, by_topic.get(topic, ())) >= STRONG}


def _weight(topic: str, all_found: Iterable[_Found]) -> int:
    """What different terms weigh together; forms of one term (``withdraw``, ``withdrawal``) are one."""
    return sum({found.term.written: found.term.weights[topic] for found in all_found}.values())


@attrs.frozen
class _Start:
    """What may begin with a word, and the word in one spelling."""

    key: str
    terms: tuple[Term, ...]
    names: Sequence[Name]
    begins: bool


@attrs.frozen(eq=False)
class _Finder:
    """The terms and names of a knowledge by how they begin; ``starts`` remembers every word that was met."""

    knowledge: Knowledge
    terms: Terms
    names_by_start: Mapping[str, Sequence[Name]]
    starts: dict[str, _Start] = attrs.field(factory=dict)

    def found(self, read: Sequence[str]) -> Iterator[_Found]:
        """The terms among word keys: what begins first, and of that what is longest; a name hides its words."""
        articles, known = self.knowledge.articles, self.starts
        places = [at for at, key in enumerate(read) if key not in articles]
        starts = [known.get(read[at]) or self.start(read[at]) for at in places]
        if not any(start.begins for start in starts):
            return
        spelled = [start.key for start in starts]
        names = [
            self.named(start, spelled, at) if start.names else NOWHERE for at, start in enumerate(starts)
        ]
        after = 0
        for at, start in enumerate(starts):
            if at < after or not (start.terms or names[at]):
                continue
            after, term = self.longest(start, spelled, names, at)
            if term:
                yield _Found(term, places[at], places[after - 1])

    def start(self, key: str) -> _Start:
        spelled = self.knowledge.spell_word(key)
        terms = tuple(t for t in self.terms.beginning(spelled[:START]) if t.parts[0].fits(spelled))
        names = self.names_by_start.get(spelled, ())
        return self.starts.setdefault(key, _Start(spelled, terms, names, bool(terms or names)))

    def named(self, start: _Start, read: Sequence[str], at: int) -> Names:
        """Where the names that begin at this word end, by what they are; the longest of each."""
        found: dict[str, int] = {}
        for name in start.names:
            if tuple(read[at : at + len(name.keys)]) == name.keys:
                found.update((label, at + len(name.keys)) for label in name.labels if label not in found)
        return found

    def longest(
        self, start: _Start, read: Sequence[str], names: Sequence[Names], at: int
    ) -> tuple[int, Term | None]:
        """Where the longest term or name from this word ends, and the term; a term goes before a name."""
        best: tuple[int, Term | None] = max(names[at].values(), default=at + 1), None
        for term in (*start.terms, *(t for label in names[at] for t in self.terms.beginning(label))):
            end = term.end(read, names, at)
            if end > best[0] or (end == best[0] and best[1] is None):
                best = end, term
        return best


@cache
def _finder(knowledge: Knowledge) -> _Finder:
    return _Finder(knowledge, terms_of(knowledge), names_by_start(knowledge))
