"""Digits that are the parts of a share (``50:50``, ``2/3``), and those that count nothing (``F-16``, ``5th``)."""

from __future__ import annotations

import re
from fractions import Fraction

import attrs

from peacediff.aspects.reading import Reading
from peacediff.aspects.unit_words import before_units, unit_words

_RATIO = re.compile(r"(\d{1,3})[:⁄](\d{1,3})")
_LARGEST_SHARE = 10
_HUNDRED = 100
_SHORTEST = 4
"""A word of fewer letters that is tied to digits is their ending."""


@attrs.frozen
class Numeral:
    """A number at the words from index ``first`` up to, not including, ``end``.

    ``scale`` is what its last word multiplies by (thousand). A ``share`` is a part of a whole (half, 50:50). One that
    is ``weak`` is mostly no number (one).
    """

    first: int
    end: int
    value: Fraction
    scale: int = 1
    share: bool = False
    weak: bool = False


def is_label(reading: Reading, at: int) -> bool:
    """Whether digits name something and count nothing: a letter is tied to them, or brackets hold them alone."""
    before, after = reading.gap(at), reading.gap(at + 1) if at + 1 < len(reading.words) else "\n"
    if "+" in before + after or (before.endswith("(") and after.startswith(")")) or _is_slashed(reading, at):
        return True
    return _is_tied_to_letters(reading, at, before) or _is_tied_to_ending(reading, at, after)


def _is_slashed(reading: Reading, at: int) -> bool:
    """Whether a slash ties the number to others that make no share with it: ``resolution 61/133``, ``1267/1989``."""
    before = at > 0 and reading.gap(at) == "/" and reading.keys[at - 1].isdigit()
    after = at + 1 < len(reading.keys) and reading.gap(at + 1) == "/" and reading.keys[at + 1].isdigit()
    return before or (after and not ratio(reading, at))


def _is_tied_to_letters(reading: Reading, at: int, before: str) -> bool:
    if not at or before not in {"", "-", "‑", "‐"}:
        return False
    literal, key = reading.literal(at - 1), reading.keys[at - 1]
    named = literal[0].isalpha() and not literal.islower() and key not in before_units(reading)
    return named and key not in reading.knowledge.numerals.words


def _is_tied_to_ending(reading: Reading, at: int, after: str) -> bool:
    if after == "-" and at + 1 < len(reading.words) and len(reading.literal(at + 1)) == 1:
        return reading.keys[at + 1].isalpha()
    if after or at + 1 >= len(reading.words):
        return False
    key = reading.keys[at + 1]
    known = key in reading.knowledge.numerals.multipliers or key in unit_words(reading)
    return key[0].isalpha() and not known and len(key) < _SHORTEST


def ratio(reading: Reading, at: int) -> Numeral | None:
    """A share such as ``50:50``, ``60-40``, ``2/3``; what rises is a range."""
    if match := _RATIO.fullmatch(reading.keys[at]):
        return _parts(at, at + 1, int(match[1]), int(match[2]), "⁄" if "⁄" in match[0] else ":")
    end = at + 1
    if end == len(reading.keys) or not (reading.keys[at].isdigit() and reading.keys[end].isdigit()):
        return None
    return _parts(at, end + 1, int(reading.keys[at]), int(reading.keys[end]), reading.gap(end))


def _parts(first: int, end: int, part: int, other: int, mark: str) -> Numeral | None:
    if part + other == _HUNDRED and (part >= other or mark in {":", "/"}) and mark in {":", "/", "-", "–"}:
        return Numeral(first, end, Fraction(part, _HUNDRED), share=True)
    if mark in {"/", "⁄"} and 0 < part < other <= _LARGEST_SHARE:
        return Numeral(first, end, Fraction(part, other), share=True)
    return None
