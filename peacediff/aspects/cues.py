"""Words that show an aspect (``data/lexicon/<language>/<aspect>.toml``), found in a reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import attrs

from peacediff.aspects.reading import Reading
from peacediff.knowledge import Cue, Knowledge
from peacediff.knowledge.folding import form_keys
from peacediff.knowledge.phrases import CueKind

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


@attrs.frozen(eq=False)
class _Form:
    """A phrase word by word: a part that ends in ``*`` takes any ending, ``*`` any word and ``#`` any number."""

    parts: tuple[str, ...]
    cue: Cue | None
    """None for a phrase whose words show nothing, as long as no mark parts them but that of "No. 5"."""
    opening: bool = False
    """Whether it stands only where a clause begins."""
    literal: bool = attrs.field(init=False)
    """Whether no part behind the first is a pattern."""

    @literal.default
    def _has_no_pattern(self) -> bool:
        return not any(map(_is_pattern, self.parts[1:]))

    @classmethod
    def of(cls, phrase: _Phrase, knowledge: Knowledge) -> _Form:
        written = phrase.written.removeprefix(_OPENING)
        parts = tuple([part for word in written.split() for part in _word(word, knowledge)])
        return cls(parts, phrase.cue, phrase.written.startswith(_OPENING))

    def stands(self, reading: Reading, at: int) -> bool:
        """Whether the phrase stands at a word that its first part fits."""
        parts, end = self.parts, at + len(self.parts)
        following = reading.keys[at + 1 : end]
        if following != parts[1:] and (self.literal or not _fit(parts[1:], following)):
            return False
        if self.opening and at and not reading.parted[at - 1]:
            return False
        whole = self.cue is not None or parts[-1] == _NUMBER
        return whole or not any(reading.parted[at : end - 1])


@attrs.frozen
class _Beginning:
    """The phrases that may begin with a word, longest first: by their second word, and those for any second word."""

    by_second: Mapping[str, Sequence[_Form]]
    others: Sequence[_Form]

    @classmethod
    def of(cls, forms: Sequence[_Form]) -> _Beginning:
        by_second: dict[str, list[_Form]] = {}
        for form in forms:
            second = form.parts[1] if len(form.parts) > 1 else "*"
            by_second.setdefault("*" if _is_pattern(second) else second, []).append(form)
        others = by_second.pop("*", [])
        ordered = {key: sorted(some + others, key=_longest_first) for key, some in by_second.items()}
        return cls(ordered, sorted(others, key=_longest_first))


class _Phrase(NamedTuple):
    """A phrase as data writes it; most are in no text and are never taken apart."""

    first: str
    written: str
    cue: Cue | None


@attrs.frozen(eq=False)
class _Index:
    """The phrases of an aspect by how they begin; ``met`` remembers what begins with the words that were met.

    ``exact`` has them by their first word; ``open`` those whose first word may end as it likes, by its first letters,
    of which there are as many as ``lengths`` say.
    """

    exact: Mapping[str, Sequence[_Phrase]]
    open: Mapping[str, Sequence[_Phrase]]
    lengths: Sequence[int]
    knowledge: Knowledge
    met: dict[str, _Beginning | None] = attrs.field(factory=dict)

    def beginning(self, key: str) -> _Beginning | None:
        """What may begin with a word, None for most words."""
        if key not in self.met:
            opened = (self.open.get(key[:length], ()) for length in self.lengths)
            phrases = [phrase for some in opened for phrase in some if _fits(phrase.first, key)]
            phrases += self.exact.get(key, ())
            forms = [_Form.of(phrase, self.knowledge) for phrase in phrases]
            self.met[key] = _Beginning.of(forms) if forms else None
        return self.met[key]

    def standing(self, beginning: _Beginning, reading: Reading, at: int) -> _Form | None:
        """The longest phrase that stands at a word."""
        second = reading.keys[at + 1] if at + 1 < len(reading.keys) else ""
        for form in beginning.by_second.get(second, beginning.others):
            if form.stands(reading, at):
                return form
        return None


@lru_cache(maxsize=64)
def hits(kind: CueKind, reading: Reading) -> tuple[Hit, ...]:
    """The cues of an aspect in a text, leftmost first, then longest; none overlap.

    A phrase listed under ``never`` takes its words away from all cues of the aspect.
    """
    return tuple(_hits(_index(reading.knowledge, kind), reading)) if reading.knowledge.cues[kind] else ()


def _hits(index: _Index, reading: Reading) -> Iterator[Hit]:
    # Most words begin no phrase: the first two lines are where a reading spends its time.
    end, met = 0, index.met
    for at, key in enumerate(reading.keys):
        beginning = met[key] if key in met else index.beginning(key)
        form = index.standing(beginning, reading, at) if beginning and at >= end else None
        if form:
            end = at + len(form.parts)
            if form.cue:
                yield Hit(form.cue, at, end)


def _fit(parts: Sequence[str], keys: Sequence[str]) -> bool:
    return len(parts) == len(keys) and all(map(_fits, parts, keys))


def _fits(part: str, key: str) -> bool:
    if part == _NUMBER:
        return key[0].isdigit()
    return key.startswith(part[:-1]) if part.endswith("*") else key == part


@cache
def _index(knowledge: Knowledge, kind: CueKind) -> _Index:
    exact: dict[str, list[_Phrase]] = {}
    opened: dict[str, list[_Phrase]] = {}
    for phrase in _phrases(knowledge, kind):
        if phrase.first == _NUMBER:
            for digit in _DIGITS:
                opened.setdefault(digit, []).append(phrase)
        elif _is_pattern(phrase.first):
            opened.setdefault(phrase.first[:-1][:_START], []).append(phrase)
        else:
            exact.setdefault(phrase.first, []).append(phrase)
    return _Index(exact, opened, sorted({len(start) for start in opened}), knowledge)


def _phrases(knowledge: Knowledge, kind: CueKind) -> Iterator[_Phrase]:
    for cue in knowledge.cues[kind]:
        for phrases, meant in ((cue.forms, cue), (cue.never, None)):
            for written in phrases:
                first = written.removeprefix(_OPENING).split(" ", 1)[0]
                yield _Phrase(next(iter(_word(first, knowledge))), written, meant)


def _is_pattern(part: str) -> bool:
    return part.endswith("*") or part == _NUMBER


def _word(written: str, knowledge: Knowledge) -> Sequence[str]:
    """The parts of a written word: a hyphen makes two of it."""
    if written in {_NUMBER, "*"}:
        return (written,)
    if written.endswith("*"):
        *whole, opened = form_keys(written.removesuffix("*"))
        return (*map(knowledge.spell_word, whole), f"{opened}*")
    return tuple(map(knowledge.spell_word, form_keys(written)))


def _longest_first(form: _Form) -> tuple[int, int, bool, tuple[str, ...]]:
    """Longer first, then with fewer words left open; of equal ones what must not count, so that it takes words away."""
    return -len(form.parts), form.parts.count("*"), form.cue is not None, form.parts
