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
        def second(form: _Form) -> str:
            return "" if len(form.parts) == 1 or _is_pattern(form.parts[1]) else form.parts[1]

        ordered = sorted(forms, key=_longest_first)
        known = {second(form) for form in ordered} - {""}
        by_second = {key: [form for form in ordered if second(form) in ("", key)] for key in known}
        return cls(by_second, [form for form in ordered if not second(form)])


@attrs.frozen(eq=False)
class _Index:
    """The phrases of an aspect by how they begin; ``met`` remembers what begins with the words that were met.

    ``exact`` has them by their first word; ``open`` those whose first word may end as it likes, by its first letters,
    of which there are as many as ``lengths`` say.
    """

    exact: Mapping[str, Sequence[_Form]]
    open: Mapping[str, Sequence[_Form]]
    lengths: Sequence[int]
    met: dict[str, _Beginning | None] = attrs.field(factory=dict)

    def beginning(self, key: str) -> _Beginning | None:
        """What may begin with a word, None for most words."""
        if key not in self.met:
            opened = (self.open.get(key[:length], ()) for length in self.lengths)
            forms = [form for some in opened for form in some if _fits(form.parts[0], key)]
            forms += self.exact.get(key, ())
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
def hits(aspect: Aspect, reading: Reading) -> tuple[Hit, ...]:
    """The cues of an aspect in a text, leftmost first, then longest; none overlap.

    A phrase listed under ``never`` takes its words away from all cues of the aspect.
    """
    return tuple(_hits(_index(reading.knowledge, aspect), reading))


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
def _index(knowledge: Knowledge, aspect: Aspect) -> _Index:
    exact: dict[str, list[_Form]] = {}
    opened: dict[str, list[_Form]] = {}
    for form in _forms(knowledge, aspect):
        first = form.parts[0]
        if first == _NUMBER:
            for digit in _DIGITS:
                opened.setdefault(digit, []).append(form)
        elif _is_pattern(first):
            opened.setdefault(first[:-1][:_START], []).append(form)
        else:
            exact.setdefault(first, []).append(form)
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
