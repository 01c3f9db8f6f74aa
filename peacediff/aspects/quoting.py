"""How far a quotation goes: to the end of a name it would cut, and never to a small word that leads on."""

from __future__ import annotations

from bisect import bisect_right

from peacediff.aspects.reading import Reading
from peacediff.model import Span

_LEAST = 3
"""Shorter quotations keep all of their words: "in line with" is a cue as it stands."""
_WAITING = frozenset({"- ", "‑ "})
"""A hyphen between a word and the next: "troop- and police-contributing"."""
_NOUN = 3
"""So many words behind one that leans on the next are looked at for the noun: "all armed groups"."""
REST = 6
"""So much of a clause is quoted as well, rather than cut off near its end."""


def whole(reading: Reading, first: int, end: int, *, cut: int | None = None, leans: bool = False) -> int:
    """The index after the last word that is quoted with the words from ``first`` up to ``end``.

    Where a clause was ``cut``, up to so many words that are left of it are quoted, too. ``leans`` asks for the noun
    where the last word only leans on it.
    """
    if leans or cut:
        end = _leaning(reading, first, end)
    if cut is None:
        return _named(reading, end)
    rest = _clause_end(reading, end)
    return rest if rest - end <= cut else _without_dangling(reading, first, _named(reading, end))


def bracketed(reading: Reading, first: int, end: int) -> Span:
    """The span of words, with the bracket that closes or opens what they hold."""
    start, stop = reading.span(first, end)
    words = reading.text[start:stop]
    if words.count("(") > words.count(")") and reading.text[stop : stop + 1] == ")":
        return start, stop + 1
    if words.count(")") > words.count("(") and reading.text[start - 1 : start] == "(":
        return start - 1, stop
    return start, stop


def _clause_end(reading: Reading, end: int) -> int:
    if reading.parted[end - 1 : end] == (True,):
        return end
    place = bisect_right(reading.clauses, end - 1)
    return reading.clauses[place] if place < len(reading.clauses) else len(reading.words)


def _leaning(reading: Reading, first: int, end: int) -> int:
    """With the noun where the last word leans on it: "all armed groups", "troop- and police-contributing states"."""
    for _ in range(_NOUN):
        if end >= len(reading.keys) or end == first or not _leans(reading, end):
            break
        end += reading.keys[end] in reading.knowledge.grammar.listing
        if end >= len(reading.keys) or reading.keys[end] in reading.knowledge.function_words:
            return end - (reading.keys[end - 1] in reading.knowledge.grammar.listing)
        end = reading.whole(end)
    return end


def _leans(reading: Reading, end: int) -> bool:
    """Whether the word before leans on the one behind, by what it is or by a hyphen that waits for its noun."""
    grammar, key, gap = reading.knowledge.grammar, reading.keys[end - 1], reading.gap(end)
    if gap in _WAITING:
        return True
    return gap == " " and (key in grammar.leaning or key in grammar.stressing)


def _named(reading: Reading, end: int) -> int:
    """With all of a name that the end would cut."""
    return next((m.end for m in reading.mentions if m.first < end < m.end), end)


def _without_dangling(reading: Reading, first: int, end: int) -> int:
    dangling = reading.knowledge.grammar.dangling
    while end - first > _LEAST and reading.keys[end - 1] in dangling and not reading.is_capital(end - 1):
        end -= 1
    return end
