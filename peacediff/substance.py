"""What of a text carries substance, so that other words for the same can be told from another content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

import attrs

from peacediff.knowledge import Knowledge
from peacediff.knowledge.folding import Placed
from peacediff.model import Span
from peacediff.text.stems import stems
from peacediff.text.words import Word, words


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


@attrs.frozen
class _Unit:
    """A word, or the words of a double: its stem, its groups, and the indices of its words.

    A ``light`` one may explain others and is never missed itself.
    """

    stem: str
    first: int
    end: int
    light: bool
    groups: frozenset[int] = frozenset()
    held: frozenset[str] = frozenset()
    """The stems that carry substance."""


@attrs.frozen
class _Form:
    """A double, stem by stem, the groups that it stands in, and whether it is light."""

    stems: tuple[str, ...]
    groups: frozenset[int]
    light: bool


_Doubles = Mapping[str, Sequence[_Form]]
"""The doubles by their first stem, the longest first."""


@attrs.frozen
class _Side:
    """One text as it is told from the other."""

    words: Sequence[Word]
    units: tuple[_Unit, ...]
    names: tuple[_Unit, ...]
    named: tuple[str, ...]
    """The names, those of a list in one order."""

    @classmethod
    def of(cls, text: str, knowledge: Knowledge, language: str, doubles: _Doubles) -> _Side:
        read = words(text)
        read_as = [
            key
            for key in knowledge.fold_counted([word.key for word in read])
            if key[0] not in knowledge.articles
        ]
        found = stems([key for key, _ in read_as], language)
        plain = [
            _Unit(stem, first, end, key in knowledge.function_words, held=frozenset((stem,)))
            for stem, (key, (first, end)) in zip(found, read_as, strict=True)
        ]
        lists = list(_listed(read_as, plain, knowledge))
        return cls(
            read,
            tuple(_units(plain, doubles)),
            tuple(unit for names in lists for unit in names),
            tuple(dict.fromkeys(name for names in lists for name in sorted(unit.stem for unit in names))),
        )

    def missing(self, other: _Side) -> tuple[_Unit, ...]:
        """The units that carry substance and that neither stand in the other text nor have a double to spare there."""
        there = {stem for unit in other.units for stem in unit.held}
        spare = {group for unit in other.spare(self) for group in unit.groups}
        return tuple(
            unit
            for unit in self.units
            if not (unit.light or unit.held <= there) and spare.isdisjoint(unit.groups)
        )

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


def _units(read: Sequence[_Unit], doubles: _Doubles) -> Iterator[_Unit]:
    """The words, those of a double taken together; it stands in the groups of its words as well."""
    at = 0
    while at < len(read):
        form = _form_at(read, at, doubles)
        taken = read[at : at + len(form.stems)] if form else read[at : at + 1]
        yield _together(form, taken, doubles) if form else read[at]
        at += len(taken)


def _together(form: _Form, taken: Sequence[_Unit], doubles: _Doubles) -> _Unit:
    telling = frozenset(unit.stem for unit in taken if not unit.light)
    alone = (single for unit in taken for single in doubles.get(unit.stem, ()) if len(single.stems) == 1)
    return _Unit(
        " ".join(form.stems),
        taken[0].first,
        taken[-1].end,
        form.light or not telling,
        form.groups.union(*(single.groups for single in alone)),
        telling,
    )


def _form_at(read: Sequence[_Unit], at: int, doubles: _Doubles) -> _Form | None:
    for form in doubles.get(read[at].stem, ()):
        if tuple(unit.stem for unit in read[at : at + len(form.stems)]) == form.stems:
            return form
    return None


@cache
def _doubles(knowledge: Knowledge, language: str) -> _Doubles:
    numbered: dict[tuple[str, ...], set[int]] = {}
    for number, group in enumerate((*knowledge.doubles.groups, knowledge.doubles.light)):
        for stemmed in (stemmed for form in group for stemmed in _stemmed(form, knowledge, language)):
            numbered.setdefault(stemmed, set()).add(number)
    light = len(knowledge.doubles.groups)
    by_start: dict[str, list[_Form]] = {}
    for stemmed, numbers in numbered.items():
        form = _Form(stemmed, frozenset(numbers - {light}), light in numbers)
        by_start.setdefault(stemmed[0], []).append(form)
    return {start: sorted(forms, key=_longest_first) for start, forms in by_start.items()}


def _longest_first(form: _Form) -> tuple[int, tuple[str, ...]]:
    return -len(form.stems), form.stems


def _stemmed(form: str, knowledge: Knowledge, language: str) -> Iterator[tuple[str, ...]]:
    """The stems of a form, folded and as it stands: an inflection of it may be folded or not."""
    read = tuple(word.key for word in words(form))
    for keys in ([key for key, _ in knowledge.fold_counted(read)], map(knowledge.spell_word, read)):
        yield tuple(stems((key for key in keys if key not in knowledge.articles), language))


def _listed(read_as: Sequence[Placed], units: Sequence[_Unit], knowledge: Knowledge) -> Iterator[list[_Unit]]:
    """The parties, those that only conjunctions part together."""
    names: list[_Unit] = []
    at = 0
    for (first, end), keys in groupby(read_as, key=lambda found: found[1]):
        name, start = tuple(key for key, _ in keys), at
        at += len(name)
        if any(map(knowledge.acts, knowledge.named(" ".join(name)))):
            names.append(_Unit(" ".join(unit.stem for unit in units[start:at]), first, end, light=False))
        elif names and not knowledge.conjunctions.issuperset(name):
            yield names
            names = []
    if names:
        yield names
