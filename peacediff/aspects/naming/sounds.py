"""How a name sounds, whatever letters a transliteration chose: ``Hodeidah``, ``Hudaydah``."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SILENT = frozenset("aeiouyhw")
_ALIKE = str.maketrans({"c": "k", "q": "k", "z": "s", "v": "f", "j": "g"})


@lru_cache(maxsize=1 << 12)
def sound(key: str) -> str:
    """The consonants of a word, those that stand for each other as one, none twice in a row; of none the word."""
    letters = unicodedata.normalize("NFD", key).translate(_ALIKE)
    found: list[str] = []
    for letter in letters:
        if letter.isalpha() and letter not in _SILENT and found[-1:] != [letter]:
            found.append(letter)
    return "".join(found) or key
