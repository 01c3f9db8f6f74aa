"""Places that no gazetteer lists, known by the word beside them: ``village of Tarash``, ``Belmor district``."""

from __future__ import annotations

from collections.abc import Container, Iterator

import attrs

from peacediff.aspects.reading import Reading


@attrs.frozen
class Settlement:
    """A name with the word that tells its kind, by the indices of the words; two are one where ``key`` is."""

    key: str
    first: int
    end: int


def settlements(reading: Reading, taken: Container[int]) -> Iterator[Settlement]:
    """The places of a text that only a word beside them tells, but for words that are ``taken`` by other names."""
    kinds, of = reading.knowledge.name_words.settlements, reading.knowledge.name_words.of
    for at, key in enumerate(reading.keys):
        if key not in kinds or at in taken:
            continue
        name = at + 2 if at + 2 < len(reading.keys) and reading.keys[at + 1] in of else None
        if name and _is_unknown(reading, name, taken):
            yield Settlement(_key(reading, name), at, name + 1)
        elif at > 1 and not reading.parted[at - 1] and _is_unknown(reading, at - 1, taken):
            yield Settlement(_key(reading, at - 1), at - 1, at + 1)


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
    return f"settlement:{reading.keys[at]}"
