"""What provisions are about: the terms of ``data/topics.toml`` found in a text, once through, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import attrs

from peacediff.knowledge import Entry, Knowledge
from peacediff.model import Draft, Point, Span
from peacediff.text.words import Word, keys, words

_STRONG, _WEAK, _ENOUGH = 2, 1, 2
_START = 3
"""Terms are looked up by the first letters of their first word, as any ending may follow a word."""
_Labels = Mapping[str, int]
"""What the names that begin at a word are (``{region}``, ``{UA}``), each with the index after its last word."""


@attrs.frozen
class TopicHit:
    """A topic of a text with what shows it: the words as they stand there, and where."""

    topic: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]


def topics_of(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The ids of a text's topics, in the order of the data."""
    return tuple(hit.topic for hit in evidence(text, knowledge))


def evidence(text: str, knowledge: Knowledge) -> tuple[TopicHit, ...]:
    """The topics of a text with all that shows them, in the order of the data. Linear in the text."""
    found: dict[str, list[tuple[_Term, Span]]] = {}
    for term, span in _finder(knowledge).terms(text):
        for topic in term.weights:
            found.setdefault(topic, []).append((term, span))
    return tuple(
        TopicHit(topic.id, tuple(text[slice(*span)] for _, span in hits), tuple(span for _, span in hits))
        for topic in knowledge.topics
        if (hits := found.get(topic.id)) and _weigh(topic.id, (term for term, _ in hits)) >= _ENOUGH
    )


def topics_of_draft(draft: Draft, knowledge: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """The topics of every provision by its id.

    A provision that shows none has those of its point's first provision, and a point without any those of the
    nearest point or heading around it that has some.
    """
    return dict(_inherited(draft.points, (), knowledge))


def _inherited(
    points: Iterable[Point], above: tuple[str, ...], knowledge: Knowledge
) -> Iterator[tuple[str, tuple[str, ...]]]:
    waiting = [(point, above) for point in points]
    while waiting:
        point, above = waiting.pop()
        own = [topics_of(provision.text, knowledge) for provision in point.provisions]
        lead = (own[0] if own else ()) or above
        yield from ((p.id, topics or lead) for p, topics in zip(point.provisions, own, strict=True))
        waiting.extend((inner, lead) for inner in point.points)


def _weigh(topic: str, terms: Iterable[_Term]) -> int:
    """How much different terms weigh together; forms of one term (``withdraw``, ``withdrawal``) are one."""
    return sum({term.written: term.weights[topic] for term in terms}.values())


@attrs.frozen
class _Part:
    """A word of a term, or a name's label; ``open`` where any ending may follow."""

    key: str
    open: bool
    is_label: bool

    def fits(self, key: str) -> bool:
        return key.startswith(self.key) if self.open else key == self.key


@attrs.frozen
class _Term:
    """A term as written and in parts, and what it weighs for which topics: for none if its words must not count."""

    written: str
    parts: tuple[_Part, ...]
    weights: Mapping[str, int]

    def end(self, read: Sequence[str], labels: Sequence[_Labels], at: int) -> int:
        """The index after the term where it begins at this word, 0 where it does not."""
        for part in self.parts:
            if at >= len(read):
                return 0
            if part.is_label:
                at = labels[at].get(part.key, 0)
            else:
                at = at + 1 if part.fits(read[at]) else 0
            if not at:
                return 0
        return at


@attrs.frozen(eq=False)
class _Finder:
    """All terms and names of a knowledge, by how they begin; ``seen`` remembers what may begin with a word."""

    knowledge: Knowledge
    articles: frozenset[str]
    terms_by_start: Mapping[str, Sequence[_Term]]
    names_by_start: Mapping[str, Sequence[tuple[tuple[str, ...], Sequence[str]]]]
    seen: dict[str, tuple[_Term, ...]] = attrs.field(factory=dict)

    def terms(self, text: str) -> Iterator[tuple[_Term, Span]]:
        """The terms in a text with their spans: what begins first, then what is longest; a name hides its words."""
        found = [word for word in words(text) if word.key not in self.articles]
        read = [self.knowledge.spell_word(word.key) for word in found]
        labels = [self.labels(read, at) for at in range(len(read))]
        at = 0
        while at < len(read):
            end, term = self.longest(read, labels, at)
            if term:
                yield term, _span(found, at, end)
            at = max(end, at + 1)

    def longest(self, read: Sequence[str], labels: Sequence[_Labels], at: int) -> tuple[int, _Term | None]:
        """Where the longest term or name from this word ends, and the term."""
        best: tuple[int, _Term | None] = max(labels[at].values(), default=0), None
        for term in self.beginning(read[at], labels[at]):
            end = term.end(read, labels, at)
            if end > best[0] or (end == best[0] and end and best[1] is None):
                best = end, term
        return best

    def beginning(self, key: str, labels: _Labels) -> Iterator[_Term]:
        if key not in self.seen:
            starting = self.terms_by_start.get(key[:_START], ())
            self.seen[key] = tuple(term for term in starting if term.parts[0].fits(key))
        yield from self.seen[key]
        for label in labels:
            yield from self.terms_by_start.get(label, ())

    def labels(self, read: Sequence[str], at: int) -> _Labels:
        found: dict[str, int] = {}
        for name, labels in self.names_by_start.get(read[at], ()):
            if tuple(read[at : at + len(name)]) == name:
                found.update(dict.fromkeys((label for label in labels if label not in found), at + len(name)))
        return found


def _span(found: Sequence[Word], at: int, end: int) -> Span:
    return found[at].span[0], found[end - 1].span[1]


@cache
def _finder(knowledge: Knowledge) -> _Finder:
    by_start: dict[str, list[_Term]] = {}
    for term in _terms(knowledge):
        first = term.parts[0]
        by_start.setdefault(first.key if first.is_label else first.key[:_START], []).append(term)
    return _Finder(knowledge, knowledge.articles, by_start, _names(knowledge))


def _terms(knowledge: Knowledge) -> Iterator[_Term]:
    """One term for each phrase, with its weight for every topic that lists it."""
    weights: dict[str, dict[str, int]] = {}
    for topic in knowledge.topics:
        for weight, phrases in ((_STRONG, topic.strong), (_WEAK, topic.weak), (0, topic.never)):
            for phrase in phrases:
                weights.setdefault(phrase, {}).update({topic.id: weight} if weight else {})
    for phrase, weighed in weights.items():
        yield _Term(phrase, tuple(_parts(phrase, knowledge)), weighed)


def _parts(phrase: str, knowledge: Knowledge) -> Iterator[_Part]:
    for written in phrase.split():
        if written.startswith("{"):
            yield _Part(written, open=False, is_label=True)
            continue
        read = [key for key in keys(written) if key not in knowledge.articles]
        for at, key in enumerate(read):
            last = at == len(read) - 1
            yield _Part(
                key if written.endswith("*") else knowledge.spell_word(key),
                last and written.endswith("*"),
                False,
            )


def _names(knowledge: Knowledge) -> Mapping[str, Sequence[tuple[tuple[str, ...], Sequence[str]]]]:
    """The names of the gazetteer by their first word, the longest first, with all labels they may bear."""
    by_start: dict[str, list[tuple[tuple[str, ...], Sequence[str]]]] = {}
    for name, entries in knowledge.names.items():
        labels = [label for entry in entries for label in _labels(entry)]
        by_start.setdefault(name[0], []).append((name, labels))
    return {
        first: sorted(names, key=lambda pair: (-len(pair[0]), pair[0])) for first, names in by_start.items()
    }


def _labels(entry: Entry) -> tuple[str, str]:
    return f"{{{entry.kind}}}", f"{{{entry.id}}}"
