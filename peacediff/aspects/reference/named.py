"""Texts that are known by a name: ``the Geneva Conventions``, ``the Pretoria Agreement``, ``the present Agreement``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from peacediff.aspects.bodies import OWNER
from peacediff.aspects.cues import Hit
from peacediff.aspects.reading import Mention, Reading
from peacediff.aspects.reference.values import ITSELF, NAMED, Reference
from peacediff.knowledge import Knowledge

_STATES = frozenset({"country", "continent"})
_LEAST_LETTERS = 4


def listed(reading: Reading) -> Iterator[Reference]:
    """The texts that the gazetteer names."""
    known = _ids(reading.knowledge)
    for mention in reading.mentions:
        if mention.entries[0].id in known:
            yield Reference(mention.first, mention.end, NAMED, mention.entries[0].id)


@cache
def _ids(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(entry.id for entry in knowledge.instruments)


def instruments(reading: Reading, found: Sequence[Hit]) -> Iterator[Reference]:
    """A kind of text with a capital, and the capitalised words that name it before or after."""
    ties = {hit.first: hit.end for hit in found if hit.cue.id in {"of", "about"}}
    for hit in found:
        if _goes_on(reading, hit.end):
            continue
        if hit.cue.id == "instrument" and reading.literal(hit.first)[0].isupper():
            first, end = _capitals_before(reading, hit.first), _named_after(reading, hit.end, ties)
            if (first, end) != (hit.first, hit.end):
                yield Reference(first, end, NAMED, _label(reading, first, end))
        elif hit.cue.id in {"instrument", "event"}:
            first = _capitals_before(reading, hit.first)
            small = reading.literal(hit.first)[0].islower()
            if (first, small) != (hit.first, True) and _is_proper(reading, first, hit.first, small=small):
                yield Reference(first, hit.end, NAMED, _label(reading, first, hit.end))
                yield from _sharing(reading, first, hit)


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether a body is named by the text: the North Pacific Treaty Organization."""
    if end >= len(reading.keys) or reading.gap(end) != " ":
        return False
    return reading.keys[end] in reading.knowledge.name_words.bodies and reading.is_capital(end)


def _sharing(reading: Reading, first: int, hit: Hit) -> Iterator[Reference]:
    """The names that share a word for several with the last one: ``Madrid, Oslo and Cairo Conferences``."""
    joiners = reading.knowledge.name_words.joiners
    if reading.stems[hit.end - 1] == reading.keys[hit.end - 1]:
        return
    while first > 1:
        joined = reading.keys[first - 1] in joiners
        if not joined and reading.gap(first).strip() != ",":
            return
        first -= 1 + joined
        if not _is_name_word(reading, first):
            return
        label = f"{reading.stems[first]} {_label(reading, hit.first, hit.end)}"
        yield Reference(first, first + 1, NAMED, label)


def _is_proper(reading: Reading, first: int, end: int, *, small: bool) -> bool:
    """Whether words with a capital name what follows; before a small word a place does: ``Doha agreements``."""
    if first == end or (first in reading.sentences and end - first == 1):
        return False
    if not small:
        return True
    actors = {at for m in reading.mentions if _is_actor(reading, m) for at in range(m.first, m.end)}
    words, key = reading.knowledge.name_words, reading.keys[end - 1]
    other = key in words.no_places | words.bodies | words.documents or reading.literal(end - 1).isupper()
    return end - first == 1 and first not in actors and not other and len(key) >= _LEAST_LETTERS


def _is_actor(reading: Reading, mention: Mention) -> bool:
    return any(entry.kind in _STATES or reading.knowledge.is_party(entry) for entry in mention.entries)


@lru_cache(maxsize=8)
def plain(reading: Reading) -> str:
    """The stems of a text as `_label` writes them."""
    return f" {_label(reading, 0, len(reading.keys))} "


def _label(reading: Reading, first: int, end: int) -> str:
    ties = reading.knowledge.function_words
    return " ".join(
        reading.stems[at]
        for at in range(first, end)
        if reading.keys[at] not in ties and reading.keys[at].isalpha()
    )


def _capitals_before(reading: Reading, first: int) -> int:
    """The first of the capitalised words before a word; a known name that owns it is none: Cyprus's Constitution."""
    if first and reading.literal(first - 1).endswith(OWNER) and any(m.end == first for m in reading.mentions):
        return first
    while first and reading.gap(first) in {" ", "-", "–"} and _is_name_word(reading, first - 1):
        first -= 1
    return first


def _named_after(reading: Reading, end: int, ties: dict[int, int]) -> int:
    """After ``of Amity and Commerce``: words with a capital, tied by small ones."""
    at, last = ties.get(end, end), end
    if at == end:
        return end
    while at < len(reading.keys) and reading.gap(at) in {" ", "-", "–"}:
        if _is_name_word(reading, at):
            last = at + 1
        elif reading.keys[at] not in reading.knowledge.function_words:
            break
        at += 1
    return last


def _is_name_word(reading: Reading, at: int) -> bool:
    literal, key = reading.literal(at), reading.keys[at]
    return literal[0].isupper() and literal[0].isalpha() and key not in reading.knowledge.function_words


def itself(found: Sequence[Hit], reading: Reading) -> Iterator[Reference]:
    """The text speaks of itself; what it calls itself is the last word."""
    for hit in found:
        if hit.cue.id == "itself":
            yield Reference(hit.first, hit.end, ITSELF, reading.stems[hit.end - 1])
