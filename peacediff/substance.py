"""What of a text carries substance, so that other words for the same can be told from another content."""

from __future__ import annotations

from peacediff.knowledge import Knowledge
from peacediff.text.stems import stems


def same_substance(before: str, after: str, knowledge: Knowledge, language: str = "") -> bool:
    """Whether two texts say the same as far as their words can show it.

    They do where the same stems remain once function words are left out and known variants (spellings, names,
    translators' doubles) are folded, and where places and parties first come in the same order: "if A attacks B" is
    not "if B attacks A". One content word more, less or other, however small, is another substance.
    """
    old, new = knowledge.fold(before), knowledge.fold(after)
    if set(_telling(old, knowledge, language)) != set(_telling(new, knowledge, language)):
        return False
    return _named(old, knowledge) == _named(new, knowledge)


def _telling(folded: tuple[str, ...], knowledge: Knowledge, language: str) -> list[str]:
    return stems((key for key in folded if key not in knowledge.function_words), language)


def _named(folded: tuple[str, ...], knowledge: Knowledge) -> list[str]:
    """Names of one word in the order in which they first come."""
    return [key for key in dict.fromkeys(folded) if knowledge.named(key)]
