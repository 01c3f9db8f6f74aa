"""Groups of forms, found in a text by the stems of their words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from peacediff.knowledge.folding import Keys, form_keys
from peacediff.knowledge.known import Knowledge
from peacediff.text.stems import stems

_LAST = "\U0010ffff"
"""Comes after every letter."""
_PARTED = 2
"""Stems of a verb with its particle."""


class Form(NamedTuple):
    """A form, stem by stem, and the numbers of the groups that it stands in."""

    stems: tuple[str, ...]
    groups: frozenset[int]


def is_english(language: str) -> bool:
    """Whether words end as those of the lexicon do; a draft that names no language is read as one that does."""
    return language[:2] in ("", "en")


@attrs.frozen(eq=False)
class _Beginning:
    """The forms that begin with one stem: that alone, and by their second stem the others, the longest first."""

    alone: Form | None
    by_second: Mapping[str, Sequence[Form]]

    @classmethod
    def of(cls, forms: Iterable[Form]) -> _Beginning:
        alone: Form | None = None
        by_second: dict[str, list[Form]] = {}
        for form in sorted(forms, key=lambda form: (-len(form.stems), form.stems)):
            if len(form.stems) == 1:
                alone = form
            else:
                by_second.setdefault(form.stems[1], []).append(form)
        return cls(alone, by_second)

    def every(self, found: tuple[str, ...], place: int) -> Iterator[Form]:
        """The forms that the stems of a text have at a place, the longest first."""
        for form in self.by_second.get(found[place + 1], ()) if place + 1 < len(found) else ():
            if found[place : place + len(form.stems)] == form.stems:
                yield form
        if self.alone:
            yield self.alone

    def parted(self, particle: str) -> Iterator[Form]:
        """The forms that are the first stem and a particle, which other words may part: "pull the guns back"."""
        return (form for form in self.by_second.get(particle, ()) if len(form.stems) == _PARTED)


@attrs.frozen(eq=False)
class Groups:
    """Forms with the numbers of their groups, by their first words, and these in order.

    Reading and stemming take their time and most forms are not in a text: one is read when a word is met that may
    begin it. ``irregular`` has verbs by those of their forms that share no stem with them.
    """

    numbers: Mapping[str, Sequence[int]]
    by_word: Mapping[str, Sequence[str]]
    words: Sequence[str]
    knowledge: Knowledge
    language: str
    irregular: Mapping[str, str]
    met: dict[str, _Beginning | None] = attrs.field(factory=dict)

    @classmethod
    def of(
        cls,
        groups: Iterable[Iterable[str]],
        knowledge: Knowledge,
        language: str,
        irregular: Mapping[str, str] | None = None,
    ) -> Groups:
        """The groups, numbered from 0; ``language`` is that of the texts they are looked for in."""
        irregular = irregular or {}
        numbers: dict[str, list[int]] = {}
        for number, group in enumerate(groups):
            for form in group:
                numbers.setdefault(form, []).append(number)
        by_word: dict[str, list[str]] = {}
        read_as_else = knowledge.articles | knowledge.variant_openings | irregular.keys()
        for form in numbers:
            first = form.partition(" ")[0]
            if first.isascii() and first.isalpha() and first.islower() and first not in read_as_else:
                by_word.setdefault(first, []).append(form)
                continue
            for begun in {irregular.get(read[0], read[0]) for read in _read(form, knowledge)}:
                by_word.setdefault(begun, []).append(form)
        return cls(numbers, by_word, sorted(by_word), knowledge, language, irregular)

    def stems(self, read: Iterable[str]) -> list[str]:
        """The stems of words, those of an irregular verb as one."""
        return stems([self.irregular.get(key, key) for key in read], self.language)

    def found(self, read: tuple[str, ...]) -> Iterator[tuple[int, Form]]:
        """The forms that the stems of a text have, and where: leftmost first, then longest."""
        end = 0
        for place in range(len(read)):
            form = self.at(read, place) if place >= end else None
            if form:
                end = place + len(form.stems)
                yield place, form

    def at(self, read: tuple[str, ...], place: int) -> Form | None:
        """The longest form that the stems of a text have at a place."""
        return next(self.every(read, place), None)

    def every(self, read: tuple[str, ...], place: int) -> Iterator[Form]:
        """The forms that the stems of a text have at a place, the longest first."""
        beginning = self._beginning(read[place])
        return beginning.every(read, place) if beginning else iter(())

    def parted(self, verb: str, particle: str) -> Iterator[Form]:
        """The forms that are a verb and its particle."""
        beginning = self._beginning(verb)
        return beginning.parted(particle) if beginning else iter(())

    def alone(self, stem: str) -> Form | None:
        """The form that is this word alone."""
        beginning = self._beginning(stem)
        return beginning.alone if beginning else None

    def _beginning(self, stem: str) -> _Beginning | None:
        """The forms whose first word has this stem; None for most words."""
        if stem not in self.met:
            forms = self._stemmed(stem)
            self.met[stem] = _Beginning.of(forms) if forms else None
        return self.met[stem]

    def _stemmed(self, stem: str) -> Sequence[Form]:
        # English words begin as their stem does, but for its last letters; those of other languages may not.
        start = stem[: max(2, len(stem) - 2)] if is_english(self.language) else stem[:1]
        near = self.words[bisect_left(self.words, start) : bisect_left(self.words, start + _LAST)]
        numbered: dict[tuple[str, ...], set[int]] = {}
        for word, own in zip(near, stems(near, self.language), strict=True):
            for read, form in self._begun(word) if own == stem else ():
                numbered.setdefault(tuple(self.stems(read)), set()).update(self.numbers[form])
        return [Form(stemmed, frozenset(numbers)) for stemmed, numbers in numbered.items()]

    def _begun(self, word: str) -> Iterator[tuple[Keys, str]]:
        """The forms that begin with a word, as they are read and as they are written."""
        for form in self.by_word[word]:
            for read in _read(form, self.knowledge):
                if self.irregular.get(read[0], read[0]) == word:
                    yield read, form


def _read(form: str, knowledge: Knowledge) -> Iterable[Keys]:
    """The words of a form, folded and as it stands: an inflection of it may be folded or not."""
    read = form_keys(form)
    if not knowledge.articles.isdisjoint(read):
        read = tuple(key for key in read if key not in knowledge.articles)
    if knowledge.variant_openings.isdisjoint(read):
        return (read,)
    folded = tuple(key for key, _ in knowledge.fold_counted(read))
    return dict.fromkeys((folded, tuple(map(knowledge.spell_word, read))))
