"""Three comparisons to answers: what A and B did with each provision of a base, and whether they did alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from peacediff.model import Answer, Change, Comparison, Provision, Stand
from peacediff.text.words import keys

_SAME = ("unchanged", "reworded")


def answers(a: Comparison, b: Comparison, across: Comparison) -> tuple[Answer, ...]:
    """The answers in the order of the base, then what A added in its order, then what B alone added.

    ``a`` and ``b`` compare the base with either side, ``across`` compares A with B. Both did *alike* where their words
    are the same, or differ in listed variants only. What is added is one answer where ``across`` links it.
    """
    found = _Across(across)
    told = [found.answer(group) for group in _groups(a, b)]
    return (*told, *_additions(a, b, across))


class _Across:
    """What links A and B."""

    def __init__(self, across: Comparison) -> None:
        self._of_a = {p.id: change for change in across.changes for p in change.old}
        self._of_b = {p.id: change for change in across.changes for p in change.new}

    def answer(self, group: tuple[Sequence[Change], Sequence[Change]]) -> Answer:
        a, b = group
        base = sorted({p for change in a for p in change.old}, key=lambda p: p.span)
        between, alike = self._between(_new(a), _new(b))
        touched = tuple(any(change.fate != "unchanged" for change in side) for side in group)
        return Answer(_stand(*touched, alike=alike), tuple(base), tuple(a), tuple(b), between)

    def _between(self, a: Sequence[Provision], b: Sequence[Provision]) -> tuple[tuple[Change, ...], bool]:
        """The changes from A to B that lie wholly within these provisions, and whether both say the same."""
        here = {p.id for p in a}, {p.id for p in b}
        touching = _once(chain((self._of_a[p.id] for p in a), (self._of_b[p.id] for p in b)))
        within = tuple(
            change
            for change in touching
            if change.old and change.new and _held(change.old, here[0]) and _held(change.new, here[1])
        )
        linked_alike = len(within) == len(touching) and all(change.fate in _SAME for change in within)
        return within, linked_alike or _words(a) == _words(b)


def _groups(a: Comparison, b: Comparison) -> Iterator[tuple[list[Change], list[Change]]]:
    """Changes of both sides that share provisions of the base, directly or by others, in its order."""
    sides = tuple({p.id: change for change in side.changes for p in change.old} for side in (a, b))
    seen: set[str] = set()
    for provision in a.old.provisions:
        if provision.id in seen:
            continue
        waiting, here = [provision.id], {provision.id}
        while waiting:
            name = waiting.pop()
            joined = {p.id: None for side in sides for p in side[name].old}
            waiting += [other for other in joined if other not in here]
            here.update(joined)
        seen |= here
        ordered = _in_order(here, sides[0])
        yield _once(sides[0][name] for name in ordered), _once(sides[1][name] for name in ordered)


def _in_order(names: Iterable[str], of: dict[str, Change]) -> list[str]:
    spans = {p.id: p.span for name in names for p in of[name].old}
    return sorted(spans, key=lambda name: spans[name])


def _additions(a: Comparison, b: Comparison, across: Comparison) -> Iterator[Answer]:
    of_a, of_b = ({change.new[0].id: change for change in side.added} for side in (a, b))
    both: set[str] = set()
    for change in across.changes:
        if change.old and change.new and _held(change.old, of_a) and _held(change.new, of_b):
            both |= {p.id for p in change.new}
            stand: Stand = "alike" if change.fate in _SAME else "differently"
            mine = tuple(of_a.pop(p.id) for p in change.old)
            yield Answer(stand, (), mine, tuple(of_b[p.id] for p in change.new), (change,))
    yield from (Answer("only-a", (), (change,), ()) for change in of_a.values())
    yield from (Answer("only-b", (), (), (change,)) for name, change in of_b.items() if name not in both)


def _stand(by_a: bool, by_b: bool, *, alike: bool) -> Stand:  # noqa: FBT001 (whether either side did anything)
    if by_a and by_b:
        return "alike" if alike else "differently"
    if by_a or by_b:
        return "only-a" if by_a else "only-b"
    return "neither"


def _new(changes: Iterable[Change]) -> list[Provision]:
    return [provision for change in changes for provision in change.new]


def _held(provisions: Iterable[Provision], names: Iterable[str]) -> bool:
    return all(p.id in names for p in provisions)


def _words(provisions: Iterable[Provision]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(keys(p.text) for p in provisions))


def _once(changes: Iterable[Change]) -> list[Change]:
    """Each change once, in the order of its first mention."""
    return list({id(change): change for change in changes}.values())
