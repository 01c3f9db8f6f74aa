"""Places that no gazetteer lists, known by a word beside them: ``village of Tarash``, ``Belmor district``.

So is a name that follows a word such as "in" directly: with an article between them it is rather a defined term.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

import attrs

from peacediff.aspects.reading import Reading

_ID = "settlement:"
"""Begins the ids of these places."""


@attrs.frozen
class Settlement:
    """A name with the word that tells its kind, by the indices of the words; two are one where ``key`` is."""

    key: str
    first: int
    end: int


def settlements(reading: Reading, taken: Container[int]) -> Iterator[Settlement]:
    """The places of a text that only a word beside them tells, but for words that are ``taken`` by other names."""
    end, words = 0, reading.knowledge.name_words
    listed = _listed(reading, taken)
    for at, key in enumerate(reading.keys):
        tells = key in words.settlements or key in words.locatives
        found = _beside(reading, at, taken) if tells and at >= end and at not in taken else listed.get(at)
        if found and found.first >= end:
            yield found
            end = found.end


def _listed(reading: Reading, taken: Container[int]) -> dict[int, Settlement]:
    """By their word the names behind "and" that follow a place of the gazetteer: ``Abkhazia and Ajaria``."""
    places = (m.end for m in reading.mentions if not any(map(reading.knowledge.acts, m.entries)))
    following = (at + 1 for at in places if reading.keys[at : at + 1] and reading.keys[at] in _ties(reading))
    return {
        at: Settlement(_key(reading, at), at, at + 1)
        for at in following
        if at < len(reading.keys) and _is_placed(reading, at, taken)
    }


def _ties(reading: Reading) -> frozenset[str]:
    return reading.knowledge.grammar.listing


def _beside(reading: Reading, at: int, taken: Container[int]) -> Settlement | None:
    words, last = reading.knowledge.name_words, len(reading.keys) - 1
    if reading.keys[at] in words.settlements:
        if at + 2 <= last and reading.keys[at + 1] in words.of and _is_unknown(reading, at + 2, taken):
            return Settlement(_key(reading, at + 2), at, at + 3)
        if _is_unknown(reading, at - 1, taken) and reading.keys[at - 1] not in words.no_places:
            return Settlement(_key(reading, at - 1), at - 1, at + 1)
    elif reading.keys[at] in words.locatives and at < last and _is_placed(reading, at + 1, taken):
        return Settlement(_key(reading, at + 1), at + 1, at + 2)
    return None


def _is_placed(reading: Reading, at: int, taken: Container[int]) -> bool:
    """Whether a name after "in" can only be a place: one word, with no number or further name behind it."""
    words, key = reading.knowledge.name_words, reading.keys[at]
    if key in words.documents | words.bodies | words.no_places or key in reading.knowledge.calendar.months:
        return False
    follower = at + 1 < len(reading.keys) and not reading.parted[at]
    further = follower and (reading.keys[at + 1][0].isdigit() or reading.is_capital(at + 1))
    return not further and not reading.literal(at).isupper() and _is_unknown(reading, at, taken)


def _is_unknown(reading: Reading, at: int, taken: Container[int]) -> bool:
    """Whether a word is written as a name inside a sentence and is no other name."""
    return (
        at not in taken
        and at > 0
        and not reading.parted[at - 1]
        and reading.keys[at][0].isalpha()
        and reading.is_capital(at)
    )


def _key(reading: Reading, at: int) -> str:
    return f"{_ID}{reading.keys[at]}"


def bare_name(id_: str) -> str:
    """The name without a word for its kind, empty where the id is of no place that only a word beside it tells."""
    return id_.removeprefix(_ID) if id_.startswith(_ID) else ""
