"""Doubles: words between which a translator chooses, alone or several together, found in the words of a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import attrs

from peacediff.knowledge import Knowledge
from peacediff.knowledge.folding import Keys, form_keys
from peacediff.text.stems import stems

_NEAR = 2
"""Doubles are looked up by so many letters."""


class Unit(NamedTuple):
    """A word, or the words of a double: its stem, its groups, and the indices of its words.

    A ``light`` one may explain others and is never missed itself.
    """

    stem: str
    first: int
    end: int
    light: bool
    held: tuple[str, ...]
    """The stems that carry substance."""
    groups: frozenset[int] = frozenset()
    loose: frozenset[int] = frozenset()
    """The groups of its words, each taken alone, but for those that say little."""
    all: frozenset[int] = frozenset()
    """Its groups and those of all its words."""

    def is_loosely(self, other: Unit) -> bool:
        """Whether a word of it is a double of another unit, which is none of its own words."""
        return other.stem not in self.held and not self.loose.isdisjoint(other.groups)


class Form(NamedTuple):
    """A double, stem by stem, the groups that it stands in, and whether it is light."""

    stems: tuple[str, ...]
    groups: frozenset[int]
    light: bool


def is_english(language: str) -> bool:
    """Whether words end as those of the lexicon do; a draft that names no language is read as one that does."""
    return language[:2] in ("", "en")


def units(read: Sequence[Unit], found: tuple[str, ...], doubles: Doubles) -> Iterator[Unit]:
    """The words, those of a double taken together; it stands in the groups of its words as well."""
    end, met = 0, doubles.met
    for at, stem in enumerate(found):
        if at < end:
            continue
        beginning = met[stem] if stem in met else doubles.beginning(stem)
        form = beginning.standing(found, at) if beginning else None
        end = at + len(form.stems) if form else at + 1
        if form and form.light and _is_cut(read, range(at + 1, end), found, doubles):
            form, end = None, at + 1
        yield _together(form, read[at:end], doubles) if form else read[at]


def _is_cut(read: Sequence[Unit], rest: range, found: tuple[str, ...], doubles: Doubles) -> bool:
    """Whether one that carries substance begins in the rest of a light double: "be made" and "made known"."""
    for at in rest:
        beginning = None if read[at].light else doubles.beginning(found[at])
        form = beginning.standing(found, at) if beginning else None
        if form and not form.light and at + len(form.stems) > rest.stop:
            return True
    return False


def _together(form: Form, taken: Sequence[Unit], doubles: Doubles) -> Unit:
    if len(taken) == 1:
        stem, first, end, light, *_ = taken[0]
        return Unit(
            stem, first, end, light or form.light, () if light else (stem,), form.groups, all=form.groups
        )
    telling = tuple(unit.stem for unit in taken if not unit.light)
    alone = [one for unit in taken if not unit.light and (one := doubles.alone(unit.stem))]
    loose = frozenset(group for one in alone if one.stems[0] not in doubles.weak for group in one.groups)
    groups = form.groups.union(*(one.groups for one in alone))
    light = form.light or not telling
    return Unit(
        " ".join(form.stems), taken[0].first, taken[-1].end, light, telling, form.groups, loose, groups
    )


@attrs.frozen(eq=False)
class _Beginning:
    """The doubles that begin with one stem: that alone, and by their second stem the others, the longest first."""

    alone: Form | None
    by_second: Mapping[str, Sequence[Form]]

    @classmethod
    def of(cls, forms: Sequence[Form]) -> _Beginning:
        by_second: dict[str, list[Form]] = {}
        for form in forms:
            if len(form.stems) > 1:
                by_second.setdefault(form.stems[1], []).append(form)
        return cls(next((form for form in forms if len(form.stems) == 1), None), by_second)

    def standing(self, found: tuple[str, ...], at: int) -> Form | None:
        """The longest double that stands at a word."""
        for form in self.by_second.get(found[at + 1], ()) if at + 1 < len(found) else ():
            if len(form.stems) == 2 or found[at : at + len(form.stems)] == form.stems:  # noqa: PLR2004 (both are met)
                return form
        return self.alone


@attrs.frozen(eq=False)
class Doubles:
    """The doubles with the numbers of their groups, by the first letters of their first word.

    A stemmer takes its time and most doubles are not in a text: one is stemmed when a word is met that may begin it.
    """

    near: Mapping[str, Sequence[tuple[Keys, int]]]
    light: int
    language: str
    irregular: Mapping[str, str]
    weak: frozenset[str]
    met: dict[str, _Beginning | None] = attrs.field(factory=dict)

    def beginning(self, stem: str) -> _Beginning | None:
        """The doubles whose first word has this stem; None for most words."""
        if stem not in self.met:
            forms = self._stemmed(stem)
            self.met[stem] = _Beginning.of(forms) if forms else None
        return self.met[stem]

    def alone(self, stem: str) -> Form | None:
        """The double that is this word alone."""
        beginning = self.beginning(stem)
        return beginning.alone if beginning else None

    def stems(self, read: Sequence[str]) -> list[str]:
        """The stems of words, those of an irregular verb as one."""
        return stems([self.irregular.get(key, key) for key in read], self.language)

    def _stemmed(self, stem: str) -> Sequence[Form]:
        # English words begin as their stem does, but for its last letters; those of other languages may not.
        start = stem[: max(2, len(stem) - 2)] if is_english(self.language) else stem[:1]
        numbered: dict[tuple[str, ...], set[int]] = {}
        for read, number in self.near.get(start[:_NEAR], ()):
            if read[0].startswith(start) and self.stems(read[:1]) == [stem]:
                numbered.setdefault(tuple(self.stems(read)), set()).add(number)
        forms = [
            Form(stemmed, frozenset(numbers - {self.light}), self.light in numbers)
            for stemmed, numbers in numbered.items()
        ]
        return sorted(forms, key=lambda form: (-len(form.stems), form.stems))


@cache
def doubles_of(knowledge: Knowledge, language: str) -> Doubles:
    """The doubles as a text in a language is read by them."""
    irregular = knowledge.doubles.irregular if is_english(language) else {}
    near: dict[str, list[tuple[Keys, int]]] = {}
    groups = (*knowledge.doubles.groups, knowledge.doubles.light)
    reads = {form: list(_read(form, knowledge, irregular)) for group in groups for form in group}
    for number, group in enumerate(groups):
        for read in (read for form in group for read in reads[form]):
            for length in range(1, min(len(read[0]), _NEAR) + 1):
                near.setdefault(read[0][:length], []).append((read, number))
    return Doubles(near, len(knowledge.doubles.groups), language, irregular, knowledge.weak)


def _read(form: str, knowledge: Knowledge, irregular: Mapping[str, str]) -> Iterator[Keys]:
    """The words of a form, folded and as it stands: an inflection of it may be folded or not."""
    read = form_keys(form)
    folded = [key for key, _ in knowledge.fold_counted(read)]
    for found in dict.fromkeys((tuple(folded), tuple(map(knowledge.spell_word, read)))):
        yield tuple(irregular.get(key, key) for key in found if key not in knowledge.articles)
