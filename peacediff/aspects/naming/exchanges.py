"""Who gives and who receives, where both change places: ``Korr hands it to Velin``, ``it is handed by Velin to Korr``.

Any word written as a name inside a sentence counts here, known or not.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.aspects.facing import sentence
from peacediff.aspects.names import Named
from peacediff.aspects.naming.swaps import Swap
from peacediff.aspects.reading import Reading

_Places = dict[str, tuple[int, int]]
"""By the last word of a name: where it stands, by the indices of its words."""


def exchanges(old: Reading, new: Reading) -> Iterator[Swap]:
    """A giver who receives across, while the one who receives gives."""
    known = _written(old) & _written(new)
    givers, receivers = (
        (_givers(old, known), _givers(new, known)),
        (_receivers(old, known), _receivers(new, known)),
    )
    for giver in givers[0].keys() & receivers[1].keys():
        for other in receivers[0].keys() & givers[1].keys() - {giver}:
            here = _around(givers[0][giver], receivers[0][other])
            there = _around(givers[1][other], receivers[1][giver])
            yield Swap(_named(giver, givers[0][giver]), here, there)
            return


def _written(reading: Reading) -> frozenset[str]:
    """The words written as a name where nothing but their being one asks for it."""
    ties = reading.knowledge.function_words
    inside = (at for at in reading.capitals if at and not reading.parted[at - 1])
    return frozenset(reading.keys[at] for at in inside if reading.keys[at] not in ties)


def _givers(reading: Reading, known: frozenset[str]) -> _Places:
    """Who is said to do something, by a verb behind or by a "by" before in the passive."""
    keys, knowledge = reading.keys, reading.knowledge
    leading = knowledge.grammar.leading - knowledge.name_words.ways
    passive = knowledge.auxiliaries - knowledge.grammar.leading
    found: _Places = {}
    for first, end in _names(reading, known):
        start = sentence(reading, first)[0]
        led = end + 1 < len(keys) and keys[end] in leading and keys[end + 1] not in passive
        by = _before(reading, first) in knowledge.grammar.agent and not passive.isdisjoint(keys[start:first])
        if led or by:
            found.setdefault(keys[end - 1], (first, end))
    return found


def _receivers(reading: Reading, known: frozenset[str]) -> _Places:
    """To whom something is said to be done."""
    knowledge = reading.knowledge
    leads = knowledge.grammar.leading & knowledge.name_words.ways
    places = ((first, end) for first, end in _names(reading, known) if _before(reading, first) in leads)
    return {reading.keys[end - 1]: (first, end) for first, end in places}


def _names(reading: Reading, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words that end in a name."""
    end = 0
    for first in reading.capitals:
        if first < end:
            continue
        end = first + 1
        while end < len(reading.keys) and reading.is_capital(end) and not reading.parted[end - 1]:
            end += 1
        if reading.keys[end - 1] in known:
            yield first, end


def _before(reading: Reading, at: int) -> str:
    """The word before this one, but for articles."""
    while at and reading.keys[at - 1] in reading.knowledge.articles:
        at -= 1
    return reading.keys[at - 1] if at else ""


def _around(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(one[0], other[0]), max(one[1], other[1])


def _named(key: str, place: tuple[int, int]) -> Named:
    ids = frozenset({key})
    return Named(ids, ids, "party", *place, listed=False)
