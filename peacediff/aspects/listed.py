"""Which names stand in one list: ``Russia, Ukraine and Europe``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from peacediff.aspects.atoms import ANYONE, Atom
from peacediff.aspects.reading import Reading
from peacediff.knowledge import Knowledge


def listed(reading: Reading, atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    """The names that stand in one list: commas, and between the last two a word that joins."""
    run: list[Atom] = []
    for atom in atoms:
        if run and not _joined(reading, run[-1], atom):
            yield from _lists(reading, run)
            run = []
        run.append(atom)
    yield from _lists(reading, run)


def _joined(reading: Reading, left: Atom, right: Atom) -> bool:
    if ANYONE in (left.role, right.role):
        return False
    between = [key for key in reading.keys[left.end : right.first] if key not in reading.knowledge.articles]
    if not _between(reading.knowledge).issuperset(between) or between == ["as"]:
        return False
    gap = reading.text[reading.words[left.end - 1].span[1] : reading.words[right.first].span[0]]
    return ("," in gap or bool(between)) and not set(gap) & set(".;:!?\n(")


@cache
def _between(knowledge: Knowledge) -> frozenset[str]:
    """What may stand between two names of a list."""
    words = knowledge.name_words
    return words.joiners.union(*words.kinds.values())


def _lists(reading: Reading, run: list[Atom]) -> Iterator[list[Atom]]:
    if len(run) > 1 and set(reading.keys[run[-2].end : run[-1].first]) & reading.knowledge.name_words.joiners:
        yield run
    else:
        yield from ([atom] for atom in run)
