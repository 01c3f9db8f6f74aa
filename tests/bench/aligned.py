"""Align one drawn revision in this process and say as JSON what it took and how right it is.

    python -m tests.bench.aligned KIND SIZE

KIND is ``friendly`` or one of `tests.bench.drawn.HOSTILE`. Run by `tests.bench.speed`, each in a process of its own,
so that the memory is its own as well.
"""

from __future__ import annotations

import json
import sys
from itertools import product
from time import process_time

from peacediff.align import align
from peacediff.knowledge import load
from peacediff.model import Link
from peacediff.moves import moved
from peacediff.readers import read_text
from tests.bench.drawn import HOSTILE, Drawn, Group, friendly, written
from tests.bench.tables import f1, share


def report(drawn: Drawn) -> dict[str, float | str]:
    """Seconds for reading both drafts and aligning them, F1 of links, precision and recall of moves."""
    old, new = (
        read_text(written(side), name=name) for side, name in ((drawn.old, "old"), (drawn.new, "new"))
    )
    knowledge = load()
    start = process_time()
    alignment = align(old, new, knowledge)
    seconds = process_time() - start
    places = {p.id: n for draft in (old, new) for n, p in enumerate(draft.provisions)}
    groups = [_group(link, places) for link in alignment.links]
    flagged = {g for g, flag in zip(groups, moved(old, new, alignment), strict=True) if flag}
    said, true = (_pairs(each) for each in (groups, drawn.truth))
    return {
        "seconds": seconds,
        "f1": f1(len(said & true), len(said), len(true)),
        "precision": share(len(flagged & drawn.moved), len(flagged)),
        "recall": share(len(flagged & drawn.moved), len(drawn.moved)),
    }


def _group(link: Link, places: dict[str, int]) -> Group:
    return tuple(places[p.id] for p in link.old), tuple(places[p.id] for p in link.new)


def _pairs(groups: list[Group] | frozenset[Group]) -> set[tuple[int, int]]:
    return {pair for group in groups for pair in product(*group)}


if __name__ == "__main__":
    kind, size = sys.argv[1], int(sys.argv[2])
    print(json.dumps(report(friendly(size) if kind == "friendly" else HOSTILE[kind](size))))  # noqa: T201
