"""Which links moved: those outside the heaviest chain that keeps its order in both drafts."""

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
    """For each link whether it moved: it does not belong to the heaviest increasing chain of links.

    What went to a paper of a package or left one has moved, and is no part of the chain.

    A link weighs what its texts have letters, so the few words that moved are flagged and not the many that stayed.
    Between chains of equal weight the texts themselves decide, so the answer mirrors. O(n log n).
    """
    old_place = {p.id: n for n, p in enumerate(old.provisions)}
    new_place = {p.id: n for n, p in enumerate(new.provisions)}
    staying = [n for n, link in enumerate(alignment.links) if not _leaves(old, new, link)]
    links = (alignment.links[n] for n in staying)
    steps = [_Step(old_place[link.old[0].id], new_place[link.new[0].id], _weight(link)) for link in links]
    stayed = {staying[step] for step in _heaviest_chain(steps)}
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


def _heaviest_chain(steps: Sequence[_Step]) -> set[int]:
    """Indices of the steps of the heaviest chain that rises on both sides (a Fenwick tree of best prefixes)."""
    order = sorted(range(len(steps)), key=lambda n: steps[n].old)
    places = sorted(step.new for step in steps)
    best: list[tuple[int, int]] = [(0, -1)] * (len(steps) + 1)
    before = [-1] * len(steps)
    for n in order:
        place = bisect_left(places, steps[n].new)
        weight, before[n] = _best_up_to(best, place)
        _raise_from(best, place + 1, (weight + steps[n].weight, n))
    return _traced(_best_up_to(best, len(steps))[1], before)


def _best_up_to(best: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    found = (0, -1)
    while place > 0:
        found = max(found, best[place])
        place -= place & -place
    return found


def _raise_from(best: list[tuple[int, int]], place: int, value: tuple[int, int]) -> None:
    while place < len(best):
        best[place] = max(best[place], value)
        place += place & -place


def _traced(last: int, before: Sequence[int]) -> set[int]:
    chain = set()
    while last >= 0:
        chain.add(last)
        last = before[last]
    return chain
