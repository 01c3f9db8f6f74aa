"""Whether a draft is in the language whose words are known, by what it says of itself or by its smallest words.

In a draft of another language a word that happens to be spelled like one of ours shows nothing.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

import attrs

from peacediff.knowledge import Knowledge
from peacediff.knowledge.loading import LANGUAGE
from peacediff.model import Draft
from peacediff.text.words import words

_LEAST = 0.12
"""The share of words that tie sentences together: measured .31 and more of drafts in English, .05 and less of Arabic,
French, Russian and Spanish ones."""
_ENOUGH = 25
"""Of fewer words the share says little."""
_SAMPLE = 2000
_LETTERS = 20_000


def is_known(draft: Draft, knowledge: Knowledge) -> bool:
    """Whether words of the language are listed; a draft too short to tell is taken to be in it."""
    if draft.language:
        return draft.language.partition("-")[0].casefold() == LANGUAGE
    return _is_tied(draft.text[:_LETTERS], knowledge.function_words)


@lru_cache(maxsize=64)
def _is_tied(sample: str, function_words: frozenset[str]) -> bool:
    """Whether the words that tie sentences together are of ours; a chain of drafts asks for each of them often."""
    found = [word.key for word in islice(words(sample), _SAMPLE) if word.key[0].isalpha()]
    ties = sum(key in function_words for key in found)
    return len(found) < _ENOUGH or ties >= _LEAST * len(found)


@lru_cache(maxsize=8)
def wordless(knowledge: Knowledge) -> Knowledge:
    """The same without the words that show an aspect: numbers and names are left."""
    return attrs.evolve(knowledge, cues=dict.fromkeys(knowledge.cues, ()))
