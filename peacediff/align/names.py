"""Which stems are names: what two provisions share that names them both says more than a word of the same rarity."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import regex

from peacediff.knowledge import Knowledge
from peacediff.text.stems import stems

_WITHIN = regex.compile(r"(?<=[\p{L}\p{M}\p{N},] )\p{Lu}[\p{L}\p{M}]*")
"""A word with a capital that no sentence begins with."""
_SMALL = regex.compile(r"(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*")


def named_stems(texts: Collection[str], knowledge: Knowledge, language: str) -> frozenset[str]:
    """The stems of words that stand with a capital within a sentence, and nowhere in small letters.

    In a language that writes every noun so, all nouns are; where no letter is a capital, nothing is. Linear in the
    text.
    """
    names = _all(_WITHIN, (text for text in texts if not text.isupper()))
    names -= _all(_SMALL, texts)
    folded = (key for name in sorted(names) for key in knowledge.fold_names(name))
    return frozenset(stems(folded, language)) - frozenset(stems(knowledge.function_words, language))


def is_name(stem: str) -> bool:
    """Whether a stem is a known name of several words, which `Knowledge.fold_names` makes one."""
    return " " in stem


def _all(pattern: regex.Pattern[str], texts: Iterable[str]) -> set[str]:
    """All that a pattern finds, in small letters."""
    return {word.casefold() for text in texts for word in pattern.findall(text)}
