"""Score the aligner on revisions with known truth, by grade: links, splits, merges, moves, drops and additions.

    python -m tests.bench.revisions [--count N] [--write PAGE]

The revisions are those of `peacediff.testing`, by fixed seeds, of 5 to 40 points; the same on every machine. With
``--write`` the table replaces the one on a page, between the comments that name it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Literal

from peacediff.align import align
from peacediff.knowledge import load
from peacediff.model import Provision
from peacediff.moves import moved
from peacediff.testing import GRADES, Grade, Revision, Truth, revise
from tests.bench.tables import f1, share, show, table

COUNT = 400
SIZES = (5, 40)
Kind = Literal["links", "splits", "merges", "moves", "dropped", "added"]
KINDS: tuple[Kind, ...] = ("links", "splits", "merges", "moves", "dropped", "added")
Said = tuple[Kind, frozenset[str], frozenset[str]]
"""One thing that is said of a revision, or true of it: a link as a pair of ids, the others as whole groups."""


def drawn(grade: Grade, count: int) -> Iterator[Revision]:
    """So many revisions of a grade."""
    for seed in range(count):
        random = Random(seed)
        yield revise(random, random.randint(*SIZES), grade)


def true(revision: Revision) -> set[Said]:
    """What is true of a revision, as it was made."""
    stayed = [places(t) for t in revision.truth if t.old and t.new and not t.moved]
    return {
        said
        for t in revision.truth
        for said in told(t.old, t.new, is_moved=t.moved and out_of_order(places(t), stayed))
    }


def places(truth: Truth) -> tuple[int, int]:
    """Where a link begins on both sides; the ids of drawn drafts are numbers."""
    return int(truth.old[0]), int(truth.new[0])


def out_of_order(link: tuple[int, int], stayed: Iterable[tuple[int, int]]) -> bool:
    """Whether a link crosses one that stayed: what was put back in its place by chance did not move."""
    return any((old < link[0]) != (new < link[1]) for old, new in stayed)


def said(revision: Revision) -> set[Said]:
    """What the program says of it."""
    alignment = align(revision.old, revision.new, load())
    flags = moved(revision.old, revision.new, alignment)
    groups = [(ids(link.old), ids(link.new), flag) for link, flag in zip(alignment.links, flags, strict=True)]
    groups += [((each.provision.id,), (), False) for each in alignment.dropped]
    groups += [((), (each.provision.id,), False) for each in alignment.added]
    return {one for old, new, flag in groups for one in told(old, new, is_moved=flag)}


def ids(provisions: tuple[Provision, ...]) -> tuple[str, ...]:
    return tuple(provision.id for provision in provisions)


def told(old: tuple[str, ...], new: tuple[str, ...], *, is_moved: bool) -> Iterator[Said]:
    """All that a group says: its links, and what it is as a whole."""
    whole = frozenset(old), frozenset(new)
    yield from (("links", frozenset([i]), frozenset([j])) for i in old for j in new)
    if is_moved:
        yield "moves", *whole
    if not (old and new):
        yield ("dropped" if old else "added"), *whole
    elif len(new) > 1 or len(old) > 1:
        yield ("splits" if len(old) == 1 else "merges"), *whole


def scored(grade: Grade, count: int) -> list[str]:
    """A row of the table: how much was drawn, then for each kind how much there is, precision and recall."""
    hit, claimed, there = Counter[Kind](), Counter[Kind](), Counter[Kind]()
    provisions = 0
    for revision in drawn(grade, count):
        right, answer = true(revision), said(revision)
        provisions += len(revision.old.provisions) + len(revision.new.provisions)
        for counter, found in ((hit, right & answer), (claimed, answer), (there, right)):
            counter.update(kind for kind, _, _ in found)
    figures = [f"{share(hit[k], claimed[k])} / {share(hit[k], there[k])} ({there[k]})" for k in KINDS]
    return [grade, str(provisions), f1(hit["links"], claimed["links"], there["links"]), *figures]


def main() -> None:
    """Read the command line, score, show."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--write", type=Path, metavar="PAGE")
    args = parser.parse_args()
    head = ["Grade", "Provisions", "F1 of links", *(f"{kind}: P / R (of)" for kind in KINDS)]
    show("revisions", table(head, [scored(grade, args.count) for grade in GRADES]), args.write)


if __name__ == "__main__":
    main()
