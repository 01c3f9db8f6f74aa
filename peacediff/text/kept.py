"""The words that two texts keep in common, in memory that grows with the texts and not with their product."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from peacediff.model import Span

Pair = tuple[int, int]
"""The places of one word in the old and in the new text."""

_MOST_CELLS = 1 << 28
"""rapidfuzz keeps a bit for each pair of words: 32 MB, which two texts of 16,000 words fill."""
_RUNS = (16, 4, 1)
"""Words that must follow each other to make an anchor; the longest are the surest and are tried first."""


def kept(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """The pairs of equal words, rising on both sides, that make a longest common subsequence.

    Texts too long for that are cut first at runs of words that stand exactly once in each, then, where there are
    none, through their middles: the subsequence is then common still, and only perhaps not the longest.
    """
    for start, stop in _stretches(old, new, (0, len(old)), (0, len(new)), _RUNS):
        yield from _longest(old[slice(*start)], new[slice(*stop)], start[0], stop[0])


def _longest(old: Sequence[str], new: Sequence[str], old_start: int, new_start: int) -> Iterator[Pair]:
    from rapidfuzz.distance import Indel

    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            yield from zip(
                range(old_start + op.src_start, old_start + op.src_end),
                range(new_start + op.dest_start, new_start + op.dest_end),
                strict=True,
            )


def _stretches(
    old: Sequence[str], new: Sequence[str], here: Span, there: Span, runs: Sequence[int]
) -> Iterator[tuple[Span, Span]]:
    """The stretches of both texts to be compared with each other, in order, none of too many pairs of words."""
    if (here[1] - here[0]) * (there[1] - there[0]) <= _MOST_CELLS:
        yield here, there
        return
    cuts = _anchors(old, new, here, there, runs[0]) if runs else [_middle(here, there)]
    bounds = [(here[0], there[0]), *cuts, (here[1], there[1])]
    for (old_left, new_left), (old_right, new_right) in pairwise(bounds):
        yield from _stretches(old, new, (old_left, old_right), (new_left, new_right), runs[1:])


def _middle(here: Span, there: Span) -> Pair:
    return sum(here) // 2, sum(there) // 2


def _anchors(old: Sequence[str], new: Sequence[str], here: Span, there: Span, run: int) -> list[Pair]:
    """Where runs of so many words stand that are found once in each stretch, as many as rise on both sides."""
    places = _once(new, there, run)
    found = ((place, places.get(words)) for words, place in _once(old, here, run).items())
    return _rising([(place, other) for place, other in found if other is not None])


def _once(words: Sequence[str], span: Span, run: int) -> dict[tuple[str, ...], int]:
    """The place of each run of words that the stretch holds once."""
    starts = range(span[0], span[1] - run + 1)
    found = [tuple(words[start : start + run]) for start in starts]
    count = Counter(found)
    return {words: start for words, start in zip(found, starts, strict=True) if count[words] == 1}


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest selection of pairs, given by their first place, whose second places rise as well."""
    lasts: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(lasts, place)
        lasts[length : length + 1], ends[length : length + 1] = [place], [index]
        before.append(ends[length - 1] if length else None)
    return _traced(pairs, before, ends[-1] if ends else None)


def _traced(pairs: Sequence[Pair], before: Sequence[int | None], at: int | None) -> list[Pair]:
    chosen = []
    while at is not None:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]
