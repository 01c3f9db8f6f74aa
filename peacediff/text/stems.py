"""Stems: the part of a word that its inflected forms share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

_ALGORITHMS = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "ru": "russian",
}


def stems(keys: Iterable[str], language: str) -> list[str]:
    """The stem of each word key; in a language without a stemmer the key itself.

    ``language`` is a BCP 47 tag such as ``en-GB``; empty is read as English, the language most drafts are
    compared in (an English stemmer leaves other alphabets alone).
    """
    stem = _stemmer(language.partition("-")[0].casefold() or "en")
    return [stem(key) for key in keys]


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    if language not in _ALGORITHMS:
        return str
    import Stemmer

    return lru_cache(maxsize=1 << 16)(Stemmer.Stemmer(_ALGORITHMS[language]).stemWord)
