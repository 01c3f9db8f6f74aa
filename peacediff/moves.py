"""Which links moved: those outside of every heaviest chain that keeps its order in both drafts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from hashlib import blake2b

import attrs

from peacediff.model import Alignment, Draft, Link, Provision

_FINGERPRINT = 1 << 64


@attrs.frozen
class _Step:
    """A link as a step of a chain: its places in both drafts and its weight."""

    old: int
    new: int
    weight: int


def moved(old: Draft, new: Draft, alignment: Alignment) -> list[bool]:
    """For each link whether it moved: it belongs to no heaviest increasing chain of links.

    What went to a paper of a package or left one has moved, and is no part of the chain.

    A link weighs what its texts have letters, so the few words that moved are flagged and not the many that stayed.
    Between chains of equal weight the texts themselves decide, so the answer mirrors. O(n log n).
    """
    old_place = {p.id: n for n, p in enumerate(old.provisions)}
    new_place = {p.id: n for n, p in enumerate(new.provisions)}
    staying = [n for n, link in enumerate(alignment.links) if not _leaves(old, new, link)]
    links = (alignment.links[n] for n in staying)
    steps = [_Step(old_place[link.old[0].id], new_place[link.new[0].id], _weight(link)) for link in links]
    stayed = {staying[step] for step in _of_heaviest_chains(steps)}
    return [n not in stayed for n in range(len(alignment.links))]


def papers_left(
    draft: Draft, provisions: Sequence[Provision], other: Draft, answers: Sequence[Provision]
) -> tuple[str, ...]:
    """The papers of a draft that hold some of the provisions, and that hold none of their answers in the other."""
    if not draft.papers:
        return ()
    there = {paper.prefix for p in answers if (paper := other.paper_at(p.span[0]))}
    held = (paper for p in provisions if (paper := draft.paper_at(p.span[0])))
    return tuple(dict.fromkeys(paper.name for paper in held if paper.prefix not in there))


def _leaves(old: Draft, new: Draft, link: Link) -> bool:
    return bool(papers_left(old, link.old, new, link.new) or papers_left(new, link.new, old, link.old))


def _weight(link: Link) -> int:
    """Letters first; the low bits are a digest of both texts in sorted order, which breaks ties alike both ways."""
    sides = ["\n".join(p.text for p in side) for side in (link.old, link.new)]
    digest = blake2b("\0".join(sorted(sides)).encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return (sum(map(len, sides)) + 1) * _FINGERPRINT + int.from_bytes(digest)


def _of_heaviest_chains(steps: Sequence[_Step]) -> set[int]:
    """Indices of the steps of every heaviest chain that rises on both sides.

    There are several only where texts are alike to the letter: of such no one can say which moved.
    """
    up = _ending(steps)
    down = _ending([_Step(-step.old, -step.new, step.weight) for step in steps])
    heaviest = max(up, default=0)
    return {n for n, step in enumerate(steps) if up[n] + down[n] - step.weight == heaviest}


def _ending(steps: Sequence[_Step]) -> list[int]:
    """The weight of the heaviest rising chain that ends with each step (a Fenwick tree of best prefixes)."""
    places = sorted(step.new for step in steps)
    best, weights = [0] * (len(steps) + 1), [0] * len(steps)
    for n in sorted(range(len(steps)), key=lambda n: steps[n].old):
        place = bisect_left(places, steps[n].new)
        weights[n] = _best_up_to(best, place) + steps[n].weight
        _raise_from(best, place + 1, weights[n])
    return weights


def _best_up_to(best: Sequence[int], place: int) -> int:
    found = 0
    while place > 0:
        found = max(found, best[place])
        place -= place & -place
    return found


def _raise_from(best: list[int], place: int, value: int) -> None:
    while place < len(best):
        best[place] = max(best[place], value)
        place += place & -place
