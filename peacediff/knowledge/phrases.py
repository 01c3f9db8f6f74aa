"""The frozen values that hold phrases: what shows an aspect or a topic, and what explains or belongs to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import attrs

from peacediff.model import ASPECTS, Aspect


def strings(values: Iterable[str]) -> tuple[str, ...]:
    """A tuple of a list of strings; a bare string, whose letters would pass as a list, is refused."""
    if isinstance(values, str):
        raise TypeError(f"{values!r} stands where a list belongs")
    return tuple(values)


CueKind = Aspect | Literal["sense"]
"""What cues are listed for: an aspect, or a sense, which shows nothing alone and answers what an aspect shows."""
CUE_KINDS: tuple[CueKind, ...] = (*ASPECTS, "sense")


ALONE = ("", "never", "clause", "anew")


@attrs.frozen
class Cue:
    """Phrases that show the same thing of an aspect.

    ``id`` says what (``obligation``, ``floor``), ``rank`` orders cues where the aspect is a ladder, ``never`` lists
    phrases whose words show nothing. ``*`` ends a word that any ending may follow; alone it is any word, and ``#``
    any number; ``^`` begins a phrase that stands only where a clause begins. Of duties, ``alone`` says when
    one that nothing answers is told (`ALONE`; empty for always). Of conditions, ``negates`` is the family
    that says the same with one denial more ("unless": "if ... not"); where it is ``willed``, it may be somebody's will.
    """

    id: str
    forms: tuple[str, ...] = attrs.field(converter=strings)
    rank: int = 0
    note: str = ""
    never: tuple[str, ...] = attrs.field(default=(), converter=strings)
    alone: str = ""
    negates: str = ""
    willed: bool = False

    @property
    def family(self) -> str:
        """The part of the id before a colon, if there is one."""
        return self.id.partition(":")[0]


@attrs.frozen
class Doubles:
    """Words between which translators choose, in groups that may overlap, and what is ``light`` enough to come and go.

    A group explains why one of its forms went and another came; it does not make them equal, as a `Variant` does.
    Words that are ``weak`` make no change alone; ``irregular`` has the verbs by their forms that share no stem.
    """

    groups: tuple[tuple[str, ...], ...]
    light: tuple[str, ...]
    weak: tuple[str, ...]
    irregular: Mapping[str, str]


@attrs.frozen
class Companion:
    """Two things that are held together when they stand in one point; ``said`` tells that one of them is alone."""

    id: str
    said: str
    subject: tuple[str, ...] = attrs.field(converter=strings)
    companion: tuple[str, ...] = attrs.field(converter=strings)


@attrs.frozen
class ReferenceWords:
    """The ``labels`` before numbers that name points, what joins several, and what behind them names another text.

    ``ranges`` are those of the joining words between which all numbers are meant.
    """

    said: str
    kept: str
    labels: tuple[str, ...] = attrs.field(converter=strings)
    joining: tuple[str, ...] = attrs.field(converter=strings)
    ranges: tuple[str, ...] = attrs.field(converter=strings)
    foreign: tuple[str, ...] = attrs.field(converter=strings)
    own: tuple[str, ...] = attrs.field(converter=strings)


@attrs.frozen
class Topic:
    """What a provision can be about.

    A ``strong`` term shows the topic alone, of ``weak`` ones two different are needed, and the words of a
    ``never`` phrase count for nothing. ``*`` ends a word that any ending may follow, ``{kind}`` is any name of
    that kind in the gazetteer and ``{id}`` any of that entry. ``pax`` lists variables of the PA-X codebook.
    """

    id: str
    title: str
    definition: str
    strong: tuple[str, ...] = attrs.field(converter=strings)
    weak: tuple[str, ...] = attrs.field(default=(), converter=strings)
    never: tuple[str, ...] = attrs.field(default=(), converter=strings)
    pax: tuple[str, ...] = attrs.field(default=(), converter=strings)
    examples: tuple[str, ...] = attrs.field(default=(), converter=strings)
    near_misses: tuple[str, ...] = attrs.field(default=(), converter=strings)


def _word_set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(strings(words))


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(strings(words), key=lambda word: (-len(word), word)))


def _both_ways(pairs: Iterable[Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """By each word of pairs, those that it is paired with."""
    found: dict[str, set[str]] = {}
    for one, other in map(strings, pairs):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


@attrs.frozen
class NameWords:
    """Words by which the names of a text are read, each a word key; ``data/lexicon/<language>/names.toml`` says how.

    ``kinds`` gives for a kind of place the words that tell it from others of its name, ``deeds`` for a role of
    ``party.toml`` the verbs that say what makes one that.
    """

    locatives: frozenset[str] = attrs.field(converter=_word_set)
    movements: frozenset[str] = attrs.field(converter=_word_set)
    ways: frozenset[str] = attrs.field(converter=_word_set)
    placing: frozenset[str] = attrs.field(converter=_word_set)
    lands: frozenset[str] = attrs.field(converter=_word_set)
    parts: frozenset[str] = attrs.field(converter=_word_set)
    joiners: frozenset[str] = attrs.field(converter=_word_set)
    of: frozenset[str] = attrs.field(converter=_word_set)
    currencies: frozenset[str] = attrs.field(converter=_word_set)
    pronouns: frozenset[str] = attrs.field(converter=_word_set)
    roles: frozenset[str] = attrs.field(converter=_word_set)
    acting: frozenset[str] = attrs.field(converter=_word_set)
    dealt_with: frozenset[str] = attrs.field(converter=_word_set)
    predicates: frozenset[str] = attrs.field(converter=_word_set)
    cultural: frozenset[str] = attrs.field(converter=_word_set)
    holdings: frozenset[str] = attrs.field(converter=_word_set)
    documents: frozenset[str] = attrs.field(converter=_word_set)
    titled: frozenset[str] = attrs.field(converter=_word_set)
    bodies: frozenset[str] = attrs.field(converter=_word_set)
    inside: frozenset[str] = attrs.field(converter=_word_set)
    settlements: frozenset[str] = attrs.field(converter=_word_set)
    no_places: frozenset[str] = attrs.field(converter=_word_set)
    no_bodies: frozenset[str] = attrs.field(converter=_word_set)
    institutions: frozenset[str] = attrs.field(converter=_word_set)
    offices: frozenset[str] = attrs.field(converter=_word_set)
    renaming: frozenset[str] = attrs.field(converter=_word_set)
    programmes: frozenset[str] = attrs.field(converter=_word_set)
    realms: frozenset[str] = attrs.field(converter=_word_set)
    forums: frozenset[str] = attrs.field(converter=_word_set)
    kinds: Mapping[str, Sequence[str]]
    deeds: Mapping[str, Sequence[str]]


@attrs.frozen
class GrammarWords:
    """Small words that show the parts of a sentence; ``grammar.toml`` says how."""

    leading: frozenset[str] = attrs.field(converter=_word_set)
    qualifying: frozenset[str] = attrs.field(converter=_word_set)
    relative: frozenset[str] = attrs.field(converter=_word_set)
    conditional: frozenset[str] = attrs.field(converter=_word_set)
    consenting: frozenset[str] = attrs.field(converter=_word_set)
    carrying: frozenset[str] = attrs.field(converter=_word_set)
    stressing: frozenset[str] = attrs.field(converter=_word_set)
    easing: frozenset[str] = attrs.field(converter=_word_set)
    leaning: frozenset[str] = attrs.field(converter=_word_set)
    dangling: frozenset[str] = attrs.field(converter=_word_set)
    agent: frozenset[str] = attrs.field(converter=_word_set)
    nominal: frozenset[str] = attrs.field(converter=_word_set)
    listing: frozenset[str] = attrs.field(converter=_word_set)
    particles: frozenset[str] = attrs.field(converter=_word_set)
    opposed: Mapping[str, frozenset[str]] = attrs.field(converter=_both_ways)
    opposed_undenied: Mapping[str, frozenset[str]] = attrs.field(converter=_both_ways)
    deriving: tuple[str, ...] = attrs.field(converter=_longest_first)
    owning: frozenset[str] = attrs.field(converter=_word_set)
    adverbial: tuple[str, ...] = attrs.field(converter=_longest_first)
