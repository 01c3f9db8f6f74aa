"""Words that show an aspect (``data/lexicon/<language>/<aspect>.toml``), found in a reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

import attrs

from peacediff.aspects.reading import Reading
from peacediff.knowledge import Cue, Knowledge
from peacediff.knowledge.folding import form_keys
from peacediff.model import Aspect

_NUMBER = "#"
_DIGITS = "0123456789"
_START = 3
"""Phrases whose first word is open are looked up by so many letters of it."""
_OPENING = "^"


@attrs.frozen
class Hit:
    """A cue at the words from index ``first`` up to, not including, ``end``."""

    cue: Cue
    first: int
    end: int


@attrs.frozen
class _Form:
    """A phrase word by word: a part that ends in ``*`` takes any ending, ``*`` any word and ``#`` any number."""

    parts: tuple[str, ...]
    cue: Cue | None
    """None for a phrase whose words show nothing, as long as no mark parts them but that of "No. 5"."""
    opening: bool = False
    """Whether it stands only where a clause begins."""

    def stands(self, reading: Reading, at: int) -> bool:
        """Whether the phrase stands at a word that its first part fits."""
        keys, parts = reading.keys, self.parts
        if at + len(parts) > len(keys) or (self.opening and at and not reading.parted[at - 1]):
            return False
        if not all(_fits(part, keys[at + n]) for n, part in enumerate(parts[1:], 1)):
            return False
        whole = self.cue is not None or parts[-1] == _NUMBER
        return whole or not any(reading.parted[at : at + len(parts) - 1])


@attrs.frozen(eq=False)
class _Index:
    """The phrases of an aspect by how they begin.

    ``exact`` has them by their first and second word, the second empty where any word or none may follow; ``open``
    those whose first word may end as it likes, by its first letters, of which there are as many as ``lengths`` say.
    """

    exact: Mapping[str, Mapping[str, Sequence[_Form]]]
    open: Mapping[str, Sequence[_Form]]
    lengths: Sequence[int]

    def standing(self, reading: Reading, at: int) -> _Form | None:
        """The longest phrase that stands at a word."""
        key, forms = reading.keys[at], []
        if beginning := self.exact.get(key):
            seconds = ("", *reading.keys[at + 1 : at + 2])
            forms += [form for second in seconds for form in beginning.get(second, ())]
        for length in self.lengths:
            forms += [form for form in self.open.get(key[:length], ()) if _fits(form.parts[0], key)]
        standing = [form for form in forms if form.stands(reading, at)]
        return min(standing, key=_longest_first) if standing else None


@lru_cache(maxsize=64)
def hits(aspect: Aspect, reading: Reading) -> tuple[Hit, ...]:
    """The cues of an aspect in a text, leftmost first, then longest; none overlap.

    A phrase listed under ``never`` takes its words away from all cues of the aspect.
    """
    return tuple(_hits(_index(reading.knowledge, aspect), reading))


def _hits(index: _Index, reading: Reading) -> Iterator[Hit]:
    end, exact, every = 0, index.exact, bool(index.lengths)
    for at, key in enumerate(reading.keys):
        # Most words begin no phrase: this line is where a reading spends its time.
        form = index.standing(reading, at) if (every or key in exact) and at >= end else None
        if form:
            end = at + len(form.parts)
            if form.cue:
                yield Hit(form.cue, at, end)


def _fits(part: str, key: str) -> bool:
    if part == _NUMBER:
        return key[0].isdigit()
    return key.startswith(part[:-1]) if part.endswith("*") else key == part


@cache
def _index(knowledge: Knowledge, aspect: Aspect) -> _Index:
    exact: dict[str, dict[str, list[_Form]]] = {}
    opened: dict[str, list[_Form]] = {}
    for form in _forms(knowledge, aspect):
        first, second = (*form.parts, "")[:2]
        if first == _NUMBER:
            for digit in _DIGITS:
                opened.setdefault(digit, []).append(form)
        elif _is_pattern(first):
            opened.setdefault(first[:-1][:_START], []).append(form)
        else:
            exact.setdefault(first, {}).setdefault("" if _is_pattern(second) else second, []).append(form)
    return _Index(exact, opened, sorted({len(start) for start in opened}))


def _forms(knowledge: Knowledge, aspect: Aspect) -> Iterator[_Form]:
    for cue in knowledge.cues[aspect]:
        for phrases, meant in ((cue.forms, cue), (cue.never, None)):
            for phrase in phrases:
                parts = _parts(phrase.removeprefix(_OPENING), knowledge)
                yield _Form(parts, meant, phrase.startswith(_OPENING))


def _is_pattern(part: str) -> bool:
    return part.endswith("*") or part == _NUMBER


def _parts(phrase: str, knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(part for written in phrase.split() for part in _word(written, knowledge))


def _word(written: str, knowledge: Knowledge) -> Iterator[str]:
    if written in {_NUMBER, "*"}:
        yield written
    elif written.endswith("*"):
        *whole, opened = form_keys(written.removesuffix("*"))
        yield from (*map(knowledge.spell_word, whole), f"{opened}*")
    else:
        yield from map(knowledge.spell_word, form_keys(written))


def _longest_first(form: _Form) -> tuple[int, int, bool, tuple[str, ...]]:
    """Longer first, then with fewer words left open; of equal ones what must not count, so that it takes words away."""
    return -len(form.parts), form.parts.count("*"), form.cue is not None, form.parts
