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
    """None for a phrase whose words show nothing."""
    opening: bool = False
    """Whether it stands only where a clause begins."""

    def stands(self, reading: Reading, at: int) -> bool:
        window = reading.keys[at : at + len(self.parts)]
        if len(window) < len(self.parts) or (self.opening and at and not reading.parted[at - 1]):
            return False
        return all(map(_fits, self.parts, window))


@lru_cache(maxsize=32)
def hits(aspect: Aspect, reading: Reading) -> tuple[Hit, ...]:
    """The cues of an aspect in a text, leftmost first, then longest; none overlap.

    A phrase listed under ``never`` takes its words away from all cues of the aspect.
    """
    found, at = [], 0
    while at < len(reading.keys):
        form = _form_at(reading, aspect, at)
        if form and form.cue:
            found.append(Hit(form.cue, at, at + len(form.parts)))
        at += len(form.parts) if form else 1
    return tuple(found)


def _form_at(reading: Reading, aspect: Aspect, at: int) -> _Form | None:
    forms = _beginning(reading.knowledge, aspect, reading.keys[at])
    return next((form for form in forms if form.stands(reading, at)), None)


@lru_cache(maxsize=1 << 16)
def _beginning(knowledge: Knowledge, aspect: Aspect, key: str) -> tuple[_Form, ...]:
    """The phrases that can begin with a word, the longest first; most words begin none."""
    forms = _forms(knowledge, aspect).get(_NUMBER if key[0].isdigit() else key[0], ())
    return tuple(form for form in forms if _fits(form.parts[0], key))


def _fits(part: str, key: str) -> bool:
    if part == _NUMBER:
        return key[0].isdigit()
    return key.startswith(part[:-1]) if part.endswith("*") else key == part


@cache
def _forms(knowledge: Knowledge, aspect: Aspect) -> Mapping[str, Sequence[_Form]]:
    """The phrases of an aspect by the first letter (``#`` for a number), the longest first."""
    by_start: dict[str, list[_Form]] = {}
    for cue in knowledge.cues[aspect]:
        for phrases, meant in ((cue.forms, cue), (cue.never, None)):
            for phrase in phrases:
                parts = _parts(phrase.removeprefix(_OPENING), knowledge)
                form = _Form(parts, meant, phrase.startswith(_OPENING))
                by_start.setdefault(form.parts[0][:1], []).append(form)
    return {start: sorted(forms, key=_longest_first) for start, forms in by_start.items()}


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


def _longest_first(form: _Form) -> tuple[int, int, tuple[str, ...]]:
    """Longer first; of equally long ones what must not count, so that it can take a cue's words away."""
    return -len(form.parts), form.cue is not None, form.parts
