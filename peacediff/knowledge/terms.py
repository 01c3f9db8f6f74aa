"""The phrases of topics in parts that can be matched word by word, and the names that may stand in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from peacediff.knowledge.folding import Keys, form_keys
from peacediff.knowledge.known import Knowledge

STRONG, WEAK = 2, 1
ANY = "*"
"""Alone in a phrase it stands for any word."""
START = 3
"""Terms are looked up by so many letters of their first word, as any ending may follow them."""
Names = Mapping[str, int]
"""What the names that begin at a word are (``{region}``, ``{UA}``), each with the index after its last word."""
NOWHERE: Names = {}


@attrs.frozen
class Name:
    """A name of the gazetteer: its word keys and what it may be, as ``{kind}`` and ``{id}``."""

    keys: Keys
    labels: tuple[str, ...]


@attrs.frozen
class Part:
    """A word of a term (``open`` where any ending may follow), or a name by any of its ``labels``."""

    key: str
    open: bool = False
    labels: tuple[str, ...] = ()

    def fits(self, key: str) -> bool:
        """Whether a word is one that this part stands for."""
        return key.startswith(self.key) if self.open else key == self.key

    def end(self, read: Sequence[str], names: Sequence[Names], at: int) -> int:
        """The index after this part where it stands at this word, 0 where it does not."""
        if at >= len(read):
            return 0
        if self.labels:
            return max(names[at].get(label, 0) for label in self.labels)
        return at + 1 if self.fits(read[at]) else 0


@attrs.frozen
class Term:
    """A phrase as written and in parts, with its weight for each topic; for none if its words must not count."""

    written: str
    parts: tuple[Part, ...]
    weights: Mapping[str, int]

    def end(self, read: Sequence[str], names: Sequence[Names], at: int) -> int:
        """The index after the term where it begins at this word, 0 where it does not."""
        for part in self.parts:
            at = part.end(read, names, at)
            if not at:
                return 0
        return at


@attrs.frozen(eq=False)
class Terms:
    """All terms of a knowledge by how they begin; most texts need few, so a phrase is taken apart when met."""

    knowledge: Knowledge
    phrases: Mapping[str, Sequence[tuple[str, Mapping[str, int]]]]
    parsed: dict[str, tuple[Term, ...]] = attrs.field(factory=dict)

    def beginning(self, start: str) -> tuple[Term, ...]:
        """The terms whose first word begins with these letters, or that begin with a name of this label.

        Those that leave a word open come last, so that of two of one length the closer one is found.
        """
        if start not in self.parsed:
            found = (
                Term(phrase, tuple(_parts(phrase, self.knowledge)), weights)
                for phrase, weights in self.phrases.get(start, ())
            )
            self.parsed[start] = tuple(sorted(found, key=lambda term: term.written.split().count(ANY)))
        return self.parsed[start]


def terms_of(knowledge: Knowledge) -> Terms:
    """The terms of all topics."""
    phrases: dict[str, list[tuple[str, Mapping[str, int]]]] = {}
    for phrase, weights in _weights(knowledge).items():
        for start in _starts(phrase):
            phrases.setdefault(start, []).append((phrase, weights))
    return Terms(knowledge, phrases)


def _starts(phrase: str) -> Sequence[str]:
    first = phrase.split(" ", 1)[0]
    return _labels(first) if first.startswith("{") else [first.partition("-")[0].rstrip("*").lower()[:START]]


def _labels(written: str) -> tuple[str, ...]:
    """The labels of ``{region|city}``: ``{region}`` and ``{city}``."""
    return tuple(f"{{{label}}}" for label in written.strip("{}").split("|"))


def names_by_start(knowledge: Knowledge) -> Mapping[str, Sequence[Name]]:
    """All names of the gazetteer by their first word, the longest first."""
    by_start: dict[str, list[Name]] = {}
    for read, entries in knowledge.names.items():
        labels = tuple(f"{{{label}}}" for entry in entries for label in (entry.kind, entry.id))
        by_start.setdefault(read[0], []).append(Name(read, labels))
    for names in by_start.values():
        names.sort(key=lambda name: (-len(name.keys), name.keys))
    return by_start


def _weights(knowledge: Knowledge) -> Mapping[str, Mapping[str, int]]:
    """What each phrase weighs for the topics that list it; one that must not count weighs for none."""
    weights: dict[str, dict[str, int]] = {}
    for topic in knowledge.topics:
        for weight, phrases in ((STRONG, topic.strong), (WEAK, topic.weak), (0, topic.never)):
            for phrase in phrases:
                weights.setdefault(phrase, {}).update({topic.id: weight} if weight else {})
    return weights


def _parts(phrase: str, knowledge: Knowledge) -> Iterator[Part]:
    for written in phrase.split():
        if written == ANY:
            yield Part("", open=True)
        elif written.startswith("{"):
            yield Part(written, labels=_labels(written))
        else:
            yield from _words(written, knowledge)


def _words(written: str, knowledge: Knowledge) -> Iterator[Part]:
    """The parts of a word as written: a hyphen makes two of it, an article is none."""
    read = [key for key in form_keys(written.rstrip("*")) if key not in knowledge.articles]
    for key in read[:-1]:
        yield Part(knowledge.spell_word(key))
    for key in read[-1:]:
        yield Part(key, open=True) if written.endswith("*") else Part(knowledge.spell_word(key))
