"""Small words that oppose each other: "to Korr" is not "from Korr", though no word of content went or came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peacediff.knowledge import Knowledge
from peacediff.knowledge.groups import is_english
from peacediff.model import Span
from peacediff.text.words import keys, words

_DENYING = 2
"""The rank up to which a cue of polarity is a word of denial, which "until" and "before" share."""


def opposed(texts: tuple[str, str], knowledge: Knowledge, language: str = "") -> Iterator[tuple[Span, Span]]:
    """The places of small words that gave way to an opposite between the same two words."""
    if not is_english(language):
        return
    grammar = knowledge.grammar
    opposites = grammar.opposed
    if not any(_denies(text, knowledge) for text in texts):
        undenied = {
            key: opposites.get(key, frozenset()) | more for key, more in grammar.opposed_undenied.items()
        }
        opposites = {**opposites, **undenied}
    before, after = (_small(text, opposites, knowledge) for text in texts)
    for around in sorted(before.keys() & after.keys()):
        gone, come = before[around], after[around]
        for key in sorted(gone.keys() - come.keys()):
            for other in sorted(opposites[key] & (come.keys() - gone.keys())):
                yield gone[key], come[other]


def around(text: str, span: Span, knowledge: Knowledge) -> tuple[str, str]:
    """The words before and behind a place, as keys without articles; none at the ends of a text."""
    before = [key for key in keys(text[: span[0]]) if key not in knowledge.articles]
    behind = [key for key in keys(text[span[1] :]) if key not in knowledge.articles]
    return before[-1] if before else "", behind[0] if behind else ""


def _denies(text: str, knowledge: Knowledge) -> bool:
    denying = (cue.forms for cue in knowledge.cues["polarity"] if 0 < cue.rank <= _DENYING)
    return not frozenset(keys(text)).isdisjoint(form for forms in denying for form in forms)


def _small(
    text: str, listed: Mapping[str, frozenset[str]], knowledge: Knowledge
) -> dict[tuple[str, str], dict[str, Span]]:
    """By the words around them, the listed small words and where they stand."""
    read = [word for word in words(text) if word.key not in knowledge.articles]
    ends = "", *(word.key for word in read), ""
    found: dict[tuple[str, str], dict[str, Span]] = {}
    for at, word in enumerate(read):
        if word.key in listed:
            found.setdefault((ends[at], ends[at + 2]), {})[word.key] = word.span
    return found
