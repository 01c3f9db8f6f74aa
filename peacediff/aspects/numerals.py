"""The numbers of a text, in digits and in words, as exact values: ``800,000``, ``800 thousand``, ``two-thirds``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

import attrs

from peacediff.aspects.ratios import Numeral, is_label, ratio
from peacediff.aspects.reading import Reading
from peacediff.aspects.unit_words import is_one_unit, is_unit

_DIGITS = re.compile(r"\d{1,15}(?:[.,]\d{1,9})?")
_TIED = re.compile(r"[\s­‐‑–-]*")
_TENS = 20
_HUNDRED = 100
_THOUSAND = 1000
_LARGEST_PART = 10
"""Greater numbers are rarely a part of each other: three out of 150 posts are three."""
_SHORTEST_SPELLED = 4
"""A multiplier of fewer letters (bn) needs a number before it; ``a million`` does not."""


@lru_cache(maxsize=8)
def numerals(reading: Reading) -> tuple[Numeral, ...]:
    """All numbers that count, in order; numbers that are labels (``F-16``, ``G8``, ``(1)``, ``5th``) are left out."""
    return tuple(_numerals(reading))


def _numerals(reading: Reading) -> Iterator[Numeral]:
    end, knowledge = 0, reading.knowledge
    words, denominators, articles = (
        knowledge.numerals.words,
        knowledge.numerals.denominators,
        knowledge.articles,
    )
    for at, key in enumerate(reading.keys):
        may_be = key[0].isdigit() or key in words or key in denominators or key in articles
        found = _at(reading, at) if may_be and at >= end else None
        if found:
            yield found
            end = found.end


def _at(reading: Reading, at: int) -> Numeral | None:
    words, key = reading.knowledge.numerals, reading.keys[at]
    if key[0].isdigit():
        return None if is_label(reading, at) else ratio(reading, at) or _scaled(reading, _digits(reading, at))
    if (
        (key in words.words and not _is_ordered(reading, at))
        or _is_one(reading, at)
        or is_one_unit(reading, at)
    ):
        return _share_of(reading, _scaled(reading, _spelled(reading, at)))
    if key in words.denominators and words.denominators[key] == 2:  # noqa: PLR2004 (half needs no numerator)
        return _half(reading, at)
    return None


def _digits(reading: Reading, at: int) -> Numeral | None:
    key = reading.keys[at]
    if not _DIGITS.fullmatch(key):
        return None
    return Numeral(at, at + 1, Fraction(key.replace(",", ".")))


def _is_ordered(reading: Reading, at: int) -> bool:
    """Whether tens only begin a place in an order: ``twenty-first``; ``one-third`` is a share."""
    words, after = reading.knowledge.numerals, reading.keys[at + 1 : at + 2]
    return words.words[reading.keys[at]] >= _TENS and bool(after) and after[0] in words.ordinals


def _is_one(reading: Reading, at: int) -> bool:
    """Whether an article stands for one: ``a million``, ``a third of``."""
    knowledge, after = reading.knowledge, reading.keys[at + 1 : at + 2]
    if reading.keys[at] not in knowledge.articles or not after or len(after[0]) < _SHORTEST_SPELLED:
        return False
    if after[0] in knowledge.numerals.multipliers:
        return True
    return after[0] in knowledge.numerals.denominators and _is_partitive(reading, at + 2)


def _is_partitive(reading: Reading, at: int) -> bool:
    return at < len(reading.keys) and reading.keys[at] in reading.knowledge.numerals.partitives


def _spelled(reading: Reading, at: int) -> Numeral:
    """A number in words from its first word on."""
    words, end = reading.knowledge.numerals, at + 1
    group = Fraction(words.words.get(reading.keys[at], 1))
    while end < len(reading.keys) and _TIED.fullmatch(reading.gap(end)):
        skip = reading.keys[end] in words.joints and end + 1 < len(reading.keys) and group >= _HUNDRED
        value = words.words.get(reading.keys[end + skip])
        if value is not None and _fits(group, value):
            group += value
        elif not skip and words.multipliers.get(reading.keys[end]) == _HUNDRED:
            group *= _HUNDRED
        else:
            break
        end += 1 + skip
    return Numeral(at, end, group, weak=group == 1)


def _fits(group: Fraction, value: int) -> bool:
    """Whether a number word continues a number: sixty-five, two hundred (and) twelve."""
    if group % _HUNDRED == 0:
        return 0 < value < _HUNDRED and group > 0
    return group % 10 == 0 and group % _HUNDRED > 10 and 0 < value < 10  # noqa: PLR2004 (tens and ones)


def _scaled(reading: Reading, found: Numeral | None) -> Numeral | None:
    """With what multiplies the number, a half added to it, lower groups of it, and its own value in brackets."""
    while found:
        longer = _multiplied(reading, found) or _with_half(reading, found) or _repeated(reading, found)
        if longer is None:
            return found
        found = longer
    return None


def _multiplied(reading: Reading, found: Numeral) -> Numeral | None:
    at = found.end
    multiplier = (
        reading.knowledge.numerals.multipliers.get(reading.keys[at]) if at < len(reading.keys) else None
    )
    if multiplier is None or not _TIED.fullmatch(reading.gap(at)) or is_unit(reading, found.first, at):
        return None
    return _with_lower(reading, Numeral(found.first, at + 1, found.value * multiplier, multiplier))


def _with_lower(reading: Reading, found: Numeral) -> Numeral:
    """With the group of lower value that follows: two thousand three hundred."""
    words, at = reading.knowledge.numerals, found.end
    at += at < len(reading.keys) and reading.keys[at] in words.joints
    if found.scale < _THOUSAND or at >= len(reading.keys) or words.words.get(reading.keys[at], 0) < 1:
        return found
    lower = _spelled(reading, at)
    if lower.value >= found.scale or (at == found.end and not _TIED.fullmatch(reading.gap(at))):
        return found
    return Numeral(found.first, lower.end, found.value + lower.value, found.scale if at == found.end else 1)


def _with_half(reading: Reading, found: Numeral) -> Numeral | None:
    """``two and a half``."""
    numbers, rest = reading.knowledge.numerals, reading.keys[found.end : found.end + 3]
    if len(rest) < 3 or rest[0] not in numbers.joints or rest[1] not in reading.knowledge.articles:  # noqa: PLR2004
        return None
    if rest[2] not in numbers.denominators:
        return None
    return Numeral(found.first, found.end + 3, found.value + Fraction(1, numbers.denominators[rest[2]]))


def _repeated(reading: Reading, found: Numeral) -> Numeral | None:
    """``thirty (30)``: the same number once more."""
    at = found.end
    if at >= len(reading.keys) or "(" not in reading.gap(at) or not reading.keys[at][0].isdigit():
        return None
    again = _digits(reading, at)
    return attrs.evolve(found, end=again.end, weak=False) if again and again.value == found.value else None


def _share_of(reading: Reading, found: Numeral | None) -> Numeral | None:
    """``two-thirds``, ``one third of``, ``fifty-fifty``; the number alone where no denominator follows."""
    if found is None or found.end >= len(reading.keys) or not _TIED.fullmatch(reading.gap(found.end)):
        return found
    if part := _part_of(reading, found):
        return part
    key, at = reading.keys[found.end], found.end + 1
    denominator = reading.knowledge.numerals.denominators.get(key)
    if reading.knowledge.numerals.words.get(key) == found.value * 1 == 50:  # noqa: PLR2004 (fifty-fifty)
        return Numeral(found.first, at, Fraction(1, 2), share=True)
    if denominator is None or not (found.value > 1 or denominator == 2 or _is_partitive(reading, at)):  # noqa: PLR2004
        return found
    return Numeral(found.first, at, found.value / denominator, share=True)


def _part_of(reading: Reading, found: Numeral) -> Numeral | None:
    """``one out of three``, ``two in every five``: so many of a greater number that counts no unit."""
    for among in reading.knowledge.numerals.among:
        words = tuple(among.split())
        at = found.end + len(words)
        if reading.keys[found.end : at] != words or at >= len(reading.keys) or found.value > _LARGEST_PART:
            continue
        whole = _at(reading, at)
        if whole and found.value < whole.value <= _LARGEST_PART and not is_unit(reading, at, whole.end):
            return Numeral(found.first, whole.end, found.value / whole.value, share=True)
    return None


def _half(reading: Reading, at: int) -> Numeral | None:
    """``half``, but no ordinal half (the second half); ``half a million`` is a number."""
    if at and reading.keys[at - 1] in reading.knowledge.numerals.ordinals:
        return None
    after = reading.keys[at + 1 : at + 3]
    multiplier = reading.knowledge.numerals.multipliers.get(after[1]) if len(after) > 1 else None
    if multiplier and after[0] in reading.knowledge.articles:
        return Numeral(at, at + 3, Fraction(multiplier, 2), multiplier)
    return Numeral(at, at + 1, Fraction(1, 2), share=True)
