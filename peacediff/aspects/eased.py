"""Verbs that a word of help makes softer ("contribute to protecting", "protect"), where one side has it alone."""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.aspects.facing import Term, clause_start, facing, shift
from peacediff.aspects.reading import Reading
from peacediff.model import Shift


def eased(old: Reading, new: Reading) -> Iterator[Shift]:
    """Which kept verbs somebody now does, or only helps to do."""
    if old.knowledge.grammar.easing.isdisjoint({*old.keys, *new.keys}):
        return
    across, sides = facing(old, new), (old, new)
    gone, come = dict(_found(old)), dict(_found(new))
    for verb, at in gone.items():
        bare = across.across(verb)
        if bare is not None and bare not in come and _is_verb(new, bare):
            yield shift("duty", "firmer", sides, (_term(at, verb), _term(bare, bare)))
    for verb, at in come.items():
        bare = across.turned().across(verb)
        if bare is not None and bare not in gone and _is_verb(old, bare):
            yield shift("duty", "softer", sides, (_term(bare, bare), _term(at, verb)))


def _found(reading: Reading) -> Iterator[tuple[int, int]]:
    """The verbs that are eased, each with the word of help."""
    easing, small = reading.knowledge.grammar.easing, reading.knowledge.function_words
    for at, key in enumerate(reading.keys[:-1]):
        if key in easing and _is_verb(reading, at):
            verb = at + 1 + (reading.keys[at + 1] in small)
            if (
                verb < len(reading.keys)
                and reading.keys[verb] not in small
                and not any(reading.parted[at:verb])
            ):
                yield verb, at


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a word stands where a verb does: behind one that leads to it, "and", or at the beginning of a clause."""
    if at == clause_start(reading, at):
        return True
    before = reading.keys[at - 1]
    return before in reading.knowledge.grammar.leading or before in reading.knowledge.grammar.listing


def _term(first: int, last: int) -> Term:
    return Term("eased", 0, "", first, first, last + 1)
