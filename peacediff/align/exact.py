"""Provisions that are word for word the same; where several are, their neighbours decide who answers whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from peacediff.align.units import Unit

Pair = tuple[int, int]


def exact_pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Index pairs of equal units, each unit in at most one; empty ones are equal to none."""
    groups: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, members in enumerate((old, new)):
        for unit in members:
            if unit.same:
                groups[unit.same][side].append(unit.index)
    shared = [group for group in groups.values() if group[0] and group[1]]
    pairs = [(a[0], b[0]) for a, b in shared if len(a) == len(b) == 1]
    partner = dict(pairs)
    for a, b in shared:
        if len(a) > 1 or len(b) > 1:
            pairs += _by_neighbours(a, b, partner)
    return sorted(pairs)


def _by_neighbours(old: Iterable[int], new: Iterable[int], partner: Mapping[int, int]) -> Iterator[Pair]:
    """Pair duplicates: first those whose neighbours on the same side are a pair, then the rest in order.

    Looking only at pairs known beforehand keeps the cost linear and both directions alike.
    """
    free_old, free_new = dict.fromkeys(old), dict.fromkeys(new)
    for step in (-1, 1):
        for i in list(free_old):
            if i + step in partner and (j := partner[i + step] - step) in free_new:
                del free_old[i], free_new[j]
                yield i, j
    yield from zip(free_old, free_new, strict=False)
