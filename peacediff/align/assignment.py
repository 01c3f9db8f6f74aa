"""The set of one-to-one links of greatest total worth, found exactly and component by component.

Successive shortest augmenting paths over sparse edges (the Hungarian method; R. Jonker and A. Volgenant 1987 for
the potentials). scipy has the dense form only, and its import costs more than aligning a small draft.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import heappop, heappush

from peacediff.align.exact import Pair

Worth = int
"""Worths are whole numbers: sums are exact, so ties are ties on every machine."""


def assignment(worths: Mapping[Pair, Worth]) -> list[Pair]:
    """The pairs that use every index at most once and whose positive worths sum to the most, sorted."""
    edges = {pair: worth for pair, worth in worths.items() if worth > 0}
    return sorted(pair for component in _components(edges) for pair in _solved(component, edges))


def _components(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """The pairs in groups that share no index with one another."""
    by_node: dict[Pair, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_node[0, pair[0]].append(pair)
        by_node[1, pair[1]].append(pair)
    seen: set[Pair] = set()
    for node in by_node:
        if node not in seen:
            yield list(dict.fromkeys(_reached(node, by_node, seen)))


def _reached(start: Pair, by_node: Mapping[Pair, list[Pair]], seen: set[Pair]) -> Iterator[Pair]:
    seen.add(start)
    waiting = [start]
    while waiting:
        for pair in by_node[waiting.pop()]:
            yield pair
            for node in ((0, pair[0]), (1, pair[1])):
                if node not in seen:
                    seen.add(node)
                    waiting.append(node)


def _solved(component: list[Pair], worths: Mapping[Pair, Worth]) -> Iterable[Pair]:
    if len(component) == 1:
        return component
    return _Matching(component, worths).pairs()


class _Matching:
    """Min-cost matching in which leaving a row unmatched is free: each row has a column of its own for that."""

    def __init__(self, component: list[Pair], worths: Mapping[Pair, Worth]) -> None:
        self.costs: dict[int, dict[int, int]] = defaultdict(dict)
        for i, j in sorted(component):
            self.costs[i][j] = -worths[i, j]
        for i, row in self.costs.items():
            row[~i] = 0
        lowest = min(min(row.values()) for row in self.costs.values())
        self.row_potential = dict.fromkeys(self.costs, lowest)
        self.column_potential: dict[int, int] = defaultdict(int)
        self.row_of: dict[int, int] = {}
        self.column_of: dict[int, int] = {}

    def pairs(self) -> list[Pair]:
        for row in self.costs:
            self._augment(row)
        return [(i, j) for j, i in self.row_of.items() if j >= 0]

    def _augment(self, start: int) -> None:
        """Match one more row along the cheapest path (Dijkstra on reduced costs), then mend the potentials."""
        best: dict[int, int] = {}
        came: dict[int, int] = {}
        done: dict[int, int] = {}
        heap: list[Pair] = []
        row, base = start, 0
        while True:
            for column, cost in self.costs[row].items():
                through = base + cost - self.row_potential[row] - self.column_potential[column]
                if column not in done and through < best.get(column, through + 1):
                    best[column], came[column] = through, row
                    heappush(heap, (through, column))
            base, end = heappop(heap)
            while end in done:
                base, end = heappop(heap)
            done[end] = base
            if end not in self.row_of:
                break
            row = self.row_of[end]
        self._mend(start, base, done)
        self._flip(start, end, came)

    def _mend(self, start: int, total: int, done: Mapping[int, int]) -> None:
        self.row_potential[start] += total
        for column, at in done.items():
            if column in self.row_of:
                self.row_potential[self.row_of[column]] += total - at
            self.column_potential[column] -= total - at

    def _flip(self, start: int, end: int, came: Mapping[int, int]) -> None:
        row, column = came[end], end
        while row != start:
            row_before = self.column_of[row]
            self.row_of[column], self.column_of[row] = row, column
            row, column = came[row_before], row_before
        self.row_of[column], self.column_of[row] = row, column
