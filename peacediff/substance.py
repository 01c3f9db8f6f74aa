"""What of a text carries substance, so that other words for the same can be told from another content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import attrs

from peacediff.knowledge import Knowledge
from peacediff.knowledge.folding import Keys, Placed, form_keys
from peacediff.model import Span
from peacediff.text.stems import stems
from peacediff.text.words import Word, words

_NEAR = 2
"""Doubles are looked up by so many letters."""
_PASSIVE = 3
"""So near before "by" a verb such as "be" stands, where what is done is done to somebody."""
_ROOT = 4
"""Letters that a root has at least."""


@attrs.frozen
class Differing:
    """The content words of one text that nothing in the other explains, as printed, with their places."""

    gone: tuple[Span, ...] = ()
    come: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gone or self.come)


def same_substance(before: str, after: str, knowledge: Knowledge, language: str = "") -> bool:
    """Whether two texts say the same as far as their words can show it."""
    return not differing(before, after, knowledge, language)


def differing(before: str, after: str, knowledge: Knowledge, language: str = "") -> Differing:
    """The content words that are gone and come: those that carry the verdict that something changed.

    Left out are function words, variants (spellings, names, number forms) and, as each explains the other, two
    doubles between which a translator chooses. Where no such word differs, the parties must still come in the same
    order, listed ones in any: "if A attacks B" is not "if B attacks A"; otherwise all of them are named.
    """
    doubles = _doubles(knowledge, language)
    old, new = (_Side.of(text, knowledge, language, doubles) for text in (before, after))
    found = Differing(old.spans(old.missing(new)), new.spans(new.missing(old)))
    if found or old.named == new.named:
        return found
    return Differing(old.spans(old.names), new.spans(new.names))


def is_weak(texts: tuple[str, str], found: Differing, knowledge: Knowledge, language: str = "") -> bool:
    """Whether the words found in two texts say so little that they alone make no change."""
    if not _is_english(language):
        return False
    parts = (
        text[slice(*span)]
        for text, spans in zip(texts, (found.gone, found.come), strict=True)
        for span in spans
    )
    keys = [knowledge.spell_word(word.key) for part in parts for word in words(part)]
    said = [key for key in keys if key not in knowledge.function_words]
    return knowledge.weak.issuperset(stems(said, language))


class _Unit(NamedTuple):
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

    def is_loosely(self, other: _Unit) -> bool:
        """Whether a word of it is a double of another unit, which is none of its own words."""
        return other.stem not in self.held and not self.loose.isdisjoint(other.groups)


class _Form(NamedTuple):
    """A double, stem by stem, the groups that it stands in, and whether it is light."""

    stems: tuple[str, ...]
    groups: frozenset[int]
    light: bool


@attrs.frozen
class _Side:
    """One text as it is told from the other."""

    words: Sequence[Word]
    units: tuple[_Unit, ...]
    names: tuple[_Unit, ...]
    named: tuple[str, ...]
    """The names, those of a list in one order."""
    endings: tuple[str, ...]
    """The endings of stems that make another kind of word of a root, the longest first."""

    @classmethod
    def of(cls, text: str, knowledge: Knowledge, language: str, doubles: _Doubles) -> _Side:
        read = words(text)
        read_as = [
            key
            for key in knowledge.fold_counted([word.key for word in read])
            if key[0] not in knowledge.articles
        ]
        found = doubles.stems([key for key, _ in read_as])
        ties = knowledge.function_words
        plain = [
            _Unit(stem, first, end, key in ties, (stem,))
            for stem, (key, (first, end)) in zip(found, read_as, strict=True)
        ]
        lists = list(_listed(read_as, plain, knowledge))
        return cls(
            read,
            tuple(_units(plain, tuple(found), doubles)),
            tuple(unit for names in lists for unit in names),
            tuple(
                dict.fromkeys(name for names in _agents_first(lists, read_as, knowledge) for name in names)
            ),
            knowledge.grammar.deriving if _is_english(language) else (),
        )

    def missing(self, other: _Side) -> tuple[_Unit, ...]:
        """The units that carry substance and that neither stand in the other text nor have a double to spare there.

        Nor are those missing to which the other text has a word of the same root to spare.
        """
        there = {stem for unit in other.units for stem in unit.held}
        lacking = [unit for unit in self.units if not (unit.light or there.issuperset(unit.held))]
        spare = list(other.spare(self)) if lacking else []
        groups = {group for unit in spare for group in unit.all}
        roots = {self.root(unit.stem) for unit in spare}
        return tuple(
            unit
            for unit in lacking
            if groups.isdisjoint(unit.groups)
            and self.root(unit.stem) not in roots
            and not (unit.loose and any(map(unit.is_loosely, spare)))
        )

    def root(self, stem: str) -> str:
        """A stem without the ending that makes another kind of word of it: form, formation; free, freedom, freely."""
        for ending in self.endings:
            if stem.endswith(ending) and len(stem) - len(ending) >= _ROOT:
                return stem.removesuffix(ending)
        return stem

    def spare(self, other: _Side) -> Iterator[_Unit]:
        """The units that stand here more often than in the other text."""
        left = Counter(unit.stem for unit in other.units)
        for unit in self.units:
            left[unit.stem] -= 1
            if left[unit.stem] < 0:
                yield unit

    def spans(self, units: Sequence[_Unit]) -> tuple[Span, ...]:
        """The places of the units, neighbours joined."""
        joined: list[tuple[int, int]] = []
        for unit in units:
            if joined and unit.first <= joined[-1][1]:
                joined[-1] = joined[-1][0], max(unit.end, joined[-1][1])
            else:
                joined.append((unit.first, unit.end))
        return tuple((self.words[first].span[0], self.words[end - 1].span[1]) for first, end in joined)


def _is_english(language: str) -> bool:
    """Whether words end as those of the lexicon do; a draft that names no language is read as one that does."""
    return language[:2] in ("", "en")


def _units(read: Sequence[_Unit], found: tuple[str, ...], doubles: _Doubles) -> Iterator[_Unit]:
    """The words, those of a double taken together; it stands in the groups of its words as well."""
    end, met = 0, doubles.met
    for at, stem in enumerate(found):
        if at < end:
            continue
        forms = met[stem] if stem in met else doubles.beginning(stem)
        form = next((f for f in forms if found[at : at + len(f.stems)] == f.stems), None) if forms else None
        end = at + len(form.stems) if form else at + 1
        if form and form.light and _is_cut(read, range(at + 1, end), found, doubles):
            form, end = None, at + 1
        yield _together(form, read[at:end], doubles) if form else read[at]


def _is_cut(read: Sequence[_Unit], rest: range, found: tuple[str, ...], doubles: _Doubles) -> bool:
    """Whether one that carries substance begins in the rest of a light double: "be made" and "made known"."""
    return any(
        not other.light
        and at + len(other.stems) > rest.stop
        and found[at : at + len(other.stems)] == other.stems
        for at in rest
        if not read[at].light
        for other in doubles.beginning(found[at])
    )


def _together(form: _Form, taken: Sequence[_Unit], doubles: _Doubles) -> _Unit:
    if len(taken) == 1:
        stem, first, end, light, *_ = taken[0]
        return _Unit(
            stem, first, end, light or form.light, () if light else (stem,), form.groups, all=form.groups
        )
    telling = tuple(unit.stem for unit in taken if not unit.light)
    alone = [one for unit in taken for one in doubles.beginning(unit.stem) if len(one.stems) == 1]
    loose = frozenset(group for one in alone if one.stems[0] not in doubles.weak for group in one.groups)
    groups = form.groups.union(*(one.groups for one in alone))
    light = form.light or not telling
    return _Unit(
        " ".join(form.stems), taken[0].first, taken[-1].end, light, telling, form.groups, loose, groups
    )


@attrs.frozen(eq=False)
class _Doubles:
    """The doubles with the numbers of their groups, by the first letters of their first word.

    A stemmer takes its time and most doubles are not in a text: one is stemmed when a word is met that may begin it.
    """

    near: Mapping[str, Sequence[tuple[Keys, int]]]
    light: int
    language: str
    irregular: Mapping[str, str]
    weak: frozenset[str]
    met: dict[str, Sequence[_Form]] = attrs.field(factory=dict)

    def beginning(self, stem: str) -> Sequence[_Form]:
        """The doubles whose first word has this stem, the longest first."""
        if stem not in self.met:
            self.met[stem] = self._stemmed(stem)
        return self.met[stem]

    def stems(self, read: Sequence[str]) -> list[str]:
        """The stems of words, those of an irregular verb as one."""
        return stems([self.irregular.get(key, key) for key in read], self.language)

    def _stemmed(self, stem: str) -> Sequence[_Form]:
        # English words begin as their stem does, but for its last letters; those of other languages may not.
        start = stem[: max(2, len(stem) - 2)] if _is_english(self.language) else stem[:1]
        numbered: dict[tuple[str, ...], set[int]] = {}
        for read, number in self.near.get(start[:_NEAR], ()):
            if read[0].startswith(start) and self.stems(read[:1]) == [stem]:
                numbered.setdefault(tuple(self.stems(read)), set()).add(number)
        forms = [
            _Form(stemmed, frozenset(numbers - {self.light}), self.light in numbers)
            for stemmed, numbers in numbered.items()
        ]
        return sorted(forms, key=lambda form: (-len(form.stems), form.stems))


@cache
def _doubles(knowledge: Knowledge, language: str) -> _Doubles:
    irregular = knowledge.doubles.irregular if _is_english(language) else {}
    near: dict[str, list[tuple[Keys, int]]] = {}
    groups = (*knowledge.doubles.groups, knowledge.doubles.light)
    reads = {form: list(_read(form, knowledge, irregular)) for group in groups for form in group}
    for number, group in enumerate(groups):
        for read in (read for form in group for read in reads[form]):
            for length in range(1, min(len(read[0]), _NEAR) + 1):
                near.setdefault(read[0][:length], []).append((read, number))
    return _Doubles(near, len(knowledge.doubles.groups), language, irregular, knowledge.weak)


def _read(form: str, knowledge: Knowledge, irregular: Mapping[str, str]) -> Iterator[Keys]:
    """The words of a form, folded and as it stands: an inflection of it may be folded or not."""
    read = form_keys(form)
    folded = [key for key, _ in knowledge.fold_counted(read)]
    for found in dict.fromkeys((tuple(folded), tuple(map(knowledge.spell_word, read)))):
        yield tuple(irregular.get(key, key) for key in found if key not in knowledge.articles)


def _agents_first(
    lists: Sequence[Sequence[_Unit]], read_as: Sequence[Placed], knowledge: Knowledge
) -> Iterator[list[str]]:
    """The names of lists, each list in one order; before all others those by whom something is done."""
    at = {place[0]: index for index, (_, place) in reversed(list(enumerate(read_as)))}
    acting = [_is_agent(read_as, at[names[0].first], knowledge) for names in lists]
    for agents in (True, False):
        for names, acts in zip(lists, acting, strict=True):
            if acts == agents:
                yield sorted(unit.stem for unit in names)


def _is_agent(read_as: Sequence[Placed], at: int, knowledge: Knowledge) -> bool:
    """Whether "by" stands before a name, and near before that a verb such as "be"."""
    if not at or read_as[at - 1][0] not in knowledge.grammar.agent:
        return False
    passive = knowledge.auxiliaries - knowledge.grammar.leading
    return any(key in passive for key, _ in read_as[max(at - 1 - _PASSIVE, 0) : at - 1])


def _listed(read_as: Sequence[Placed], units: Sequence[_Unit], knowledge: Knowledge) -> Iterator[list[_Unit]]:
    """The parties, those that only conjunctions part together."""
    names: list[_Unit] = []
    at, openings = 0, knowledge.name_openings
    while at < len(read_as):
        start, span = at, read_as[at][1]
        while at < len(read_as) and read_as[at][1] == span:
            at += 1
        name = tuple([key for key, _ in read_as[start:at]])
        if name[0] in openings and any(map(knowledge.acts, knowledge.named_keys(name))):
            names.append(_Unit(" ".join(unit.stem for unit in units[start:at]), *span, light=False, held=()))
        elif names and not knowledge.conjunctions.issuperset(name):
            yield names
            names = []
    if names:
        yield names
