"""Small words that oppose each other: "to Korr" is not "from Korr", though no word of content went or came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from peacediff.knowledge import Knowledge
from peacediff.knowledge.groups import is_english
from peacediff.model import Span
from peacediff.substance.doubles import Doubles, doubles_of
from peacediff.text.words import keys, words

_DENYING = 2
"""The rank up to which a cue of polarity is a word of denial."""
_REACH = 12
"""So many words a denial goes on."""


class _Small(NamedTuple):
    """A small word, what stands before it, its place, and whether what it says is denied."""

    before: str
    key: str
    span: Span
    is_denied: bool


def opposed(texts: tuple[str, str], knowledge: Knowledge, language: str = "") -> Iterator[tuple[Span, Span]]:
    """The places of small words that gave way to an opposite, before one word and behind one or two doubles."""
    if not is_english(language):
        return
    doubles = doubles_of(knowledge, language)
    old, new = (_small(text, knowledge) for text in texts)
    for behind in sorted(old.keys() & new.keys()):
        kept = {one.key for one in old[behind]} & {one.key for one in new[behind]}
        for one in old[behind]:
            for other in new[behind]:
                if not kept & {one.key, other.key} and _oppose(one, other, knowledge, doubles):
                    yield one.span, other.span


def around(text: str, span: Span, knowledge: Knowledge) -> tuple[str, str]:
    """The words before and behind a place, as keys without articles; none at the ends of a text."""
    before = [key for key in keys(text[: span[0]]) if key not in knowledge.articles]
    behind = [key for key in keys(text[span[1] :]) if key not in knowledge.articles]
    return before[-1] if before else "", behind[0] if behind else ""


def _oppose(one: _Small, other: _Small, knowledge: Knowledge, doubles: Doubles) -> bool:
    grammar = knowledge.grammar
    undenied = not (one.is_denied or other.is_denied) and other.key in grammar.opposed_undenied.get(
        one.key, ()
    )
    if not undenied and other.key not in grammar.opposed.get(one.key, ()):
        return False
    return one.before == other.before or _are_doubles(one.before, other.before, doubles)


def _are_doubles(one: str, other: str, doubles: Doubles) -> bool:
    if not one or not other:
        return False
    first, second = map(doubles.groups.alone, doubles.groups.stems([one, other]))
    return first is not None and second is not None and not first.groups.isdisjoint(second.groups)


def _small(text: str, knowledge: Knowledge) -> Mapping[str, Sequence[_Small]]:
    """By the words behind them, the small words that have an opposite."""
    grammar = knowledge.grammar
    denying = {form for cue in knowledge.cues["polarity"] if 0 < cue.rank <= _DENYING for form in cue.forms}
    read = [word for word in words(text) if word.key not in knowledge.articles]
    ends = "", *(word.key for word in read), ""
    found: dict[str, list[_Small]] = {}
    for at, word in enumerate(read):
        if word.key in grammar.opposed or word.key in grammar.opposed_undenied:
            is_denied = not denying.isdisjoint(ends[max(at + 1 - _REACH, 0) : at + 1])
            found.setdefault(ends[at + 2], []).append(_Small(ends[at], word.key, word.span, is_denied))
    return found
