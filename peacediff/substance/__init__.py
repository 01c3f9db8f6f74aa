"""What of a text carries substance, so that other words for the same can be told from another content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

import attrs

from peacediff.knowledge import Knowledge
from peacediff.knowledge.groups import is_english
from peacediff.model import Span
from peacediff.substance.again import again
from peacediff.substance.doubles import Doubles, Unit, doubles_of, units
from peacediff.substance.opposed import around
from peacediff.substance.order import agents_first, listed
from peacediff.substance.overlaps import Overlaps
from peacediff.substance.pairing import paired
from peacediff.text.stems import stems
from peacediff.text.words import Word, words

_ROOT = 4
"""Letters that a root has at least."""


@attrs.frozen
class Differing:
    """The content words of one text that nothing in the other explains, as printed, with their places."""

    gone: tuple[Span, ...] = ()
    come: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gone or self.come)

    def joined(self, swaps: Iterable[tuple[Span, Span]]) -> Differing:
        """With words more, each of which gave way to another one."""
        gone, come = {*self.gone}, {*self.come}
        for old, new in swaps:
            gone.add(old)
            come.add(new)
        return Differing(tuple(sorted(gone)), tuple(sorted(come)))


def differing(before: str, after: str, knowledge: Knowledge, language: str = "") -> Differing:
    """The content words that are gone and come: those that carry the verdict that something changed.

    Left out are function words, variants (spellings, names, number forms) and, as each explains the other, two
    doubles between which a translator chooses. Where no such word differs, the parties must still come in the same
    order, listed ones in any: "if A attacks B" is not "if B attacks A"; otherwise all of them are named.
    """
    doubles = doubles_of(knowledge, language)
    old, new = (_Side.of(text, knowledge, language, doubles) for text in (before, after))
    found = Differing(old.spans(old.missing(new)), new.spans(new.missing(old)))
    if found or old.names_alike(new):
        return found
    return Differing(old.spans(old.names), new.spans(new.names))


def is_weak(texts: tuple[str, str], found: Differing, knowledge: Knowledge, language: str = "") -> bool:
    """Whether the words found in two texts say so little that they alone make no change."""
    if not is_english(language) or _is_swapped(texts, found, knowledge):
        return False
    parts = (
        text[slice(*span)]
        for text, spans in zip(texts, (found.gone, found.come), strict=True)
        for span in spans
    )
    keys = [knowledge.spell_word(word.key) for part in parts for word in words(part)]
    said = [key for key in keys if key not in knowledge.function_words]
    return knowledge.weak.issuperset(stems(said, language))


def _is_swapped(texts: tuple[str, str], found: Differing, knowledge: Knowledge) -> bool:
    """Whether one of the words gave way to another between the same two words: "give the land", "take the land"."""
    gone, come = (
        {around(text, span, knowledge) for span in spans}
        for text, spans in zip(texts, (found.gone, found.come), strict=True)
    )
    return not gone.isdisjoint(come)


@attrs.frozen
class _Side:
    """One text as it is told from the other."""

    words: Sequence[Word]
    is_single: bool
    """Whether it is one provision: of several, each may say again what was said once."""
    plain: Sequence[Unit]
    """Its words one by one."""
    units: tuple[Unit, ...]
    doubles: Doubles
    names: tuple[Unit, ...]
    named: tuple[str, ...]
    """The names, those of a list in one order."""
    acting: tuple[str, ...]
    """The names, those by whom something is done before all others."""
    pronouns: Container[str]
    """What stands for a noun, which is no other word."""
    endings: tuple[str, ...]
    """The endings of stems that make another kind of word of a root, the longest first."""

    @classmethod
    def of(cls, text: str, knowledge: Knowledge, language: str, doubles: Doubles) -> _Side:
        read = words(text)
        read_as = [
            key
            for key in knowledge.fold_counted([word.key for word in read])
            if key[0] not in knowledge.articles
        ]
        found = doubles.groups.stems([key for key, _ in read_as])
        ties = knowledge.function_words
        plain = [
            Unit(stem, first, end, key in ties, (stem,))
            for stem, (key, (first, end)) in zip(found, read_as, strict=True)
        ]
        lists = list(listed(read_as, plain, knowledge))
        return cls(
            read,
            "\n" not in text,
            plain,
            tuple(units(plain, tuple(found), doubles)),
            doubles,
            tuple(unit for names in lists for unit in names),
            tuple(dict.fromkeys(name for names in lists for name in sorted(unit.stem for unit in names))),
            tuple(dict.fromkeys(agents_first(lists, read_as, knowledge))),
            knowledge.name_words.pronouns,
            knowledge.grammar.deriving if is_english(language) else (),
        )

    def names_alike(self, other: _Side) -> bool:
        """Whether both name the parties in one order; of two, who does something to the other must be the same."""
        in_order = self.named == other.named and len(self.named) > 2  # noqa: PLR2004 (as said)
        return in_order or self.acting == other.acting

    def missing(self, other: _Side) -> tuple[Unit, ...]:
        """The units that carry substance and that neither stand in the other text nor have a double to spare there.

        Nor are those missing to which the other text has a word of the same root to spare.
        """
        own = self.own(other)
        lacking = [
            unit for unit in self.units if not (unit.light or own.isdisjoint(range(unit.first, unit.end)))
        ]
        if not lacking:
            return ()
        spare, here = list(other.spare(self)), {stem for unit in self.units for stem in unit.held}
        wanted = [[at for at, one in enumerate(spare) if self.explains(one, unit, here)] for unit in lacking]
        # Words that say little take no room.
        telling = [places if self.says(unit) else () for unit, places in zip(lacking, wanted, strict=True)]
        found = paired(telling, [len(one.stem.split()) for one in spare])
        untold = [unit for at, unit in enumerate(lacking) if telling[at] and at not in found]
        alone = [unit for unit, places in zip(lacking, wanted, strict=True) if not places]
        if alone:
            untold += self.overlaps.unexplained(alone, other.overlaps, own)
        return tuple(sorted(untold, key=lambda unit: unit.first))

    def own(self, other: _Side) -> frozenset[int]:
        """Where the words begin that another text has not, has once less or elsewhere, if nearly all are kept."""
        there = {stem for unit in other.units for stem in unit.held}
        lacking = frozenset(word.first for word in self.plain if not (word.light or word.stem in there))
        if not (self.is_single and other.is_single):
            return lacking
        named = {at for unit in self.names for at in range(unit.first, unit.end)}
        return lacking | again(self.plain, other.plain, self.pronouns) - named

    def says(self, unit: Unit) -> bool:
        """Whether a word says more than little."""
        return unit.stem not in self.doubles.weak

    def explains(self, spare: Unit, unit: Unit, here: Container[str]) -> bool:
        """Whether what the other text has to spare is a double of a unit, or of its root."""
        if any(not unit.groups.isdisjoint(groups) for groups in spare.spared(here)):
            return True
        return _root(unit.stem, self.endings) == _root(spare.stem, self.endings)

    @cached_property
    def overlaps(self) -> Overlaps:
        """All that can be read in it; read late, as most texts need it not."""
        return Overlaps.of(self.plain, self.doubles)

    def spare(self, other: _Side) -> Iterator[Unit]:
        """The units that stand here more often than in the other text."""
        left = Counter(unit.stem for unit in other.units)
        for unit in self.units:
            left[unit.stem] -= 1
            if left[unit.stem] < 0:
                yield unit

    def spans(self, units: Sequence[Unit]) -> tuple[Span, ...]:
        """The places of the units, neighbours joined."""
        joined: list[tuple[int, int]] = []
        for unit in units:
            if joined and unit.first <= joined[-1][1]:
                joined[-1] = joined[-1][0], max(unit.end, joined[-1][1])
            else:
                joined.append((unit.first, unit.end))
        return tuple((self.words[first].span[0], self.words[end - 1].span[1]) for first, end in joined)


@lru_cache(maxsize=1 << 13)
def _root(stem: str, endings: tuple[str, ...]) -> str:
    """A stem without the ending that makes another kind of word of it: form, formation; free, freedom, freely."""
    for ending in endings:
        if stem.endswith(ending) and len(stem) - len(ending) >= _ROOT:
            return stem.removesuffix(ending)
    return stem
