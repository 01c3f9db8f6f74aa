"""The frozen values that knowledge is made of, but for those that hold phrases."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

import attrs

from peacediff.knowledge.phrases import strings

VariantKind = Literal["translation", "synonym", "abbreviation", "spelling", "transliteration", "name"]


@attrs.frozen
class Variant:
    """Forms that are one and the same as far as a comparison goes; the first is the canonical one."""

    kind: VariantKind
    note: str
    forms: tuple[str, ...] = attrs.field(converter=strings)

    @property
    def canonical(self) -> str:
        """The form that stands for all."""
        return self.forms[0]


@attrs.frozen
class Entry:
    """A place, a party or an instrument (a treaty, an agreement) of the gazetteer.

    ``country`` is the id of the state under whose ISO 3166 code a place is listed and ``within`` the id of the
    entry around it; both are empty where that is disputed or makes no sense, and neither makes a claim. A form
    may belong to several entries: alone it is ambiguous.
    """

    id: str
    name: str
    kind: str
    country: str = ""
    within: str = ""
    aliases: tuple[str, ...] = attrs.field(default=(), converter=strings)
    adjectives: tuple[str, ...] = attrs.field(default=(), converter=strings)

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and all its aliases."""
        return (self.name, *self.aliases)


@attrs.frozen
class Unit:
    """What is counted in: ``factor`` times the first unit of its dimension; only one dimension is compared.

    ``before`` tells that the unit may stand before its number.
    """

    id: str
    dimension: str
    forms: tuple[str, ...] = attrs.field(converter=strings)
    factor: Fraction = attrs.field(default=Fraction(1), converter=Fraction)
    before: bool = False


@attrs.frozen
class Numerals:
    """The number words of a language by their values.

    ``multipliers`` multiply the number before them, ``denominators`` are what a share is counted in, ``ordinals``
    name a place in an order, and ``ordinal_endings`` make such a name of digits (th). ``joints`` tie the parts of a
    number, ``partitives`` follow a share, ``among`` stands inside one ("one out of three"), ``pairing`` words are
    said of two; ``one_behind`` stands before an article that is one ("within a week").
    """

    words: Mapping[str, int]
    multipliers: Mapping[str, int]
    denominators: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_endings: tuple[str, ...] = attrs.field(converter=strings)
    joints: tuple[str, ...] = attrs.field(converter=strings)
    partitives: tuple[str, ...] = attrs.field(converter=strings)
    among: tuple[str, ...] = attrs.field(converter=strings)
    pairing: tuple[str, ...] = attrs.field(converter=strings)
    one_behind: tuple[str, ...] = attrs.field(converter=strings)


@attrs.frozen
class Calendar:
    """The months by their names; ``verbal`` are those that are other words as well (may)."""

    months: Mapping[str, int]
    verbal: tuple[str, ...] = attrs.field(converter=strings)
