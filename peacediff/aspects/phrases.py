"""Phrases that are looked for in a reading, word by word, with parties in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from peacediff.aspects.reading import Reading
from peacediff.knowledge import Knowledge
from peacediff.knowledge.folding import form_keys

_PARTY = "{party}"
Placed = tuple[str, int, int]
"""A key, and the first and the end of its words."""


@attrs.frozen(eq=False)
class Phrases:
    """Phrases by the first letters of their first word; ``met`` remembers what begins with the words that were met.

    ``*`` ends a word that any ending may follow, ``{party}`` is any name of a party or state.
    """

    by_start: Mapping[str, Sequence[tuple[str, ...]]]
    met: dict[str, Sequence[tuple[str, ...]]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, phrases: Sequence[str], knowledge: Knowledge) -> Phrases:
        """The phrases as data writes them."""
        by_start: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            parts = tuple(part for word in phrase.split() for part in _parts(word, knowledge))
            by_start.setdefault(_start_of(parts[0]), []).append(parts)
        return cls(by_start)

    def beginning(self, key: str) -> Sequence[tuple[str, ...]]:
        """The phrases that begin with a word."""
        if key not in self.met:
            near = self.by_start.get(_start_of(key), ())
            self.met[key] = [parts for parts in near if _fits(parts[0], key)]
        return self.met[key]

    def first(self, reading: Reading, words: Sequence[Placed]) -> str:
        """The words of the phrase that comes first, as printed; empty where there is none."""
        for at, (key, start, _) in enumerate(words):
            for parts in self.beginning(key):
                window = words[at : at + len(parts)]
                if len(window) == len(parts) and all(map(_fits, parts, (key for key, _, _ in window))):
                    return reading.quote(start, window[-1][2])
        return ""


def _start_of(word: str) -> str:
    """The first letters of a word, which every form of an open one shares."""
    return word[:2]


def _parts(word: str, knowledge: Knowledge) -> Sequence[str]:
    if word == _PARTY:
        return (word,)
    *whole, last = form_keys(word.removesuffix("*"))
    return (
        *map(knowledge.spell_word, whole),
        f"{last}*" if word.endswith("*") else knowledge.spell_word(last),
    )


def words(reading: Reading) -> list[Placed]:
    """The words of a reading as phrases meet them: a party is one, and articles are none."""
    found, at = [], 0
    parties = {
        mention.first: mention.end
        for mention in reading.mentions
        if any(map(reading.knowledge.acts, mention.entries))
    }
    while at < len(reading.keys):
        end = parties.get(at, at + 1)
        key = _PARTY if at in parties else reading.keys[at]
        if key not in reading.knowledge.articles:
            found.append((key, at, end))
        at = end
    return found


def _fits(part: str, key: str) -> bool:
    return key.startswith(part[:-1]) if part.endswith("*") else key == part
