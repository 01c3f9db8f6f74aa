"""What a number in a label is worth: digits of any script, letters, roman and Han numerals, numbers in words."""

from __future__ import annotations

import re

from peacediff.readers.lexicon import INSERTIONS, label_words

HAN = "一二三四五六七八九十"
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


def letter(key: str) -> int:
    """The place of a letter in its alphabet from 1, of a doubled one behind all single ones, else 0."""
    if len(set(key)) != 1:
        return 0
    for alphabet in label_words().alphabets:
        if key[0] in alphabet:
            return alphabet.index(key[0]) + 1 + len(alphabet) * (len(key) - 1)
    return 0


def roman(key: str) -> int:
    """What a roman number in lower case is worth, from 1 to 89, else 0; a lone ``l`` is a letter."""
    if not (key.isascii() and _ROMAN.fullmatch(key)) or key == "l":
        return 0
    values = [_ROMAN_VALUES[sign] for sign in key]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def han(printed: str) -> int:
    """What a Han numeral up to 99 is worth."""
    tens, ten, ones = printed.rpartition("十")
    return (HAN.find(tens) + 1 if tens else len(ten)) * 10 + (HAN.find(ones) + 1 if ones else 0)


def worth(key: str) -> tuple[int, ...]:
    """What a key that begins with digits is worth, else nothing: 5, ``5bis`` and ``5ter`` grow, as 5.1 and 5.2 do."""
    if key.isdecimal():
        return (int(key),)
    numbers = tuple(int(found) for found in _DIGITS.findall(key))
    behind = key.lstrip("0123456789.")
    if not numbers or not behind:
        return numbers
    place = INSERTIONS.index(behind) + 2 if behind in INSERTIONS else letter(behind)
    return (*numbers, place)


def key_of(printed: str) -> str:
    """The part of an id that a number makes: ``4`` for ``IV`` or ``Fourth``, ``b`` for ``B``, ``5bis`` as it is."""
    key = printed.casefold()
    if printed.isdecimal():
        return str(int(printed))
    if printed[0].isdecimal():
        return "".join(_DIGITS.sub(lambda found: str(int(found.group())), key).split())
    if key in label_words().in_words:
        return str(label_words().in_words[key])
    if key.isascii():
        return str(roman(key) or key)
    return str(han(printed)) if printed[0] in HAN else key
