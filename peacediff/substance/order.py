"""In which order a text names the parties: "if A attacks B" is not "if B attacks A"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacediff.knowledge import Knowledge
from peacediff.knowledge.folding import Placed
from peacediff.substance.doubles import Unit

_PASSIVE = 3
"""So near before "by" a verb such as "be" stands, where what is done is done to somebody."""


def listed(read_as: Sequence[Placed], units: Sequence[Unit], knowledge: Knowledge) -> Iterator[list[Unit]]:
    """The parties, those that only conjunctions part together."""
    names: list[Unit] = []
    at, openings = 0, knowledge.name_openings
    while at < len(read_as):
        start, span = at, read_as[at][1]
        while at < len(read_as) and read_as[at][1] == span:
            at += 1
        name = tuple([key for key, _ in read_as[start:at]])
        if name[0] in openings and any(map(knowledge.acts, knowledge.named_keys(name))):
            names.append(Unit(" ".join(unit.stem for unit in units[start:at]), *span, light=False, held=()))
        elif names and not knowledge.conjunctions.issuperset(name):
            yield names
            names = []
    if names:
        yield names


def agents_first(
    lists: Sequence[Sequence[Unit]], read_as: Sequence[Placed], knowledge: Knowledge
) -> Iterator[str]:
    """The names of lists, each list in one order; before all others those by whom something is done."""
    at = {place[0]: index for index, (_, place) in reversed(list(enumerate(read_as)))}
    acting = [_is_agent(read_as, at[names[0].first], knowledge) for names in lists]
    for agents in (True, False):
        for names, acts in zip(lists, acting, strict=True):
            if acts == agents:
                yield from sorted(unit.stem for unit in names)


def _is_agent(read_as: Sequence[Placed], at: int, knowledge: Knowledge) -> bool:
    """Whether "by" stands before a name, and near before that a verb such as "be"."""
    if not at or read_as[at - 1][0] not in knowledge.grammar.agent:
        return False
    passive = knowledge.auxiliaries - knowledge.grammar.leading
    return any(key in passive for key, _ in read_as[max(at - 1 - _PASSIVE, 0) : at - 1])
