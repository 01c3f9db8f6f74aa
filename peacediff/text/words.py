"""Words of a text with their places, and the keys by which words are compared."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

import regex

from peacediff.model import Span

_TOKEN = regex.compile(
    r"""
    \p{N}{1,3}(?:[\ ,.\u00a0\u202f’']\p{N}{3})+(?!\p{N})   # 600,000 or 600.000 or 600 000: one number
  | \p{N}+(?:[.,:]\p{N}+)*                                 # 3.5 and 50:50
  | \p{Han}                                                # no spaces to cut at
  | [\p{L}\p{M}]+(?:[’'ʼ‘][\p{L}\p{M}]+)*                  # зобов’язується is one word
  | [$€£¥₴₽%§&\[\]]                                        # signs that say something; brackets hold open text
    """,
    regex.VERBOSE,
)
_POSSESSIVE = ("'s", "’s")


class Word(NamedTuple):
    """A word of a text: its literal place and the key that equal words share.

    A named tuple, as there is no other value of which a draft holds so many.
    """

    span: Span
    key: str


@lru_cache(maxsize=64)
def words(text: str) -> tuple[Word, ...]:
    """All words, numbers and telling signs of a text, in order; punctuation and mark-up are none.

    Several stages ask for those of one text in turn, so the last ones are remembered.
    """
    spans = (match.span() for match in _TOKEN.finditer(text))
    return tuple(map(Word, spans, keys(text)))


@lru_cache(maxsize=1 << 14)
def keys(text: str) -> tuple[str, ...]:
    """The keys of all words of a text; every stage asks for them, so those of some drafts' texts are remembered."""
    return tuple(map(key, _TOKEN.findall(text)))


@lru_cache(maxsize=1 << 16)
def key(token: str) -> str:
    """The form in which a word is compared: NFKC, case folded, digits joined, no possessive."""
    plain = unicodedata.normalize("NFKC", token).casefold()
    if plain[0].isdigit():
        return _number(plain)
    for ending in _POSSESSIVE:
        plain = plain.removesuffix(ending)
    return plain.replace("’", "'").replace("ʼ", "'").replace("‘", "'")


def _number(plain: str) -> str:
    groups = regex.split(r"[ ,.’']", plain)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):  # noqa: PLR2004 (thousands)
        return "".join(groups)
    return plain
