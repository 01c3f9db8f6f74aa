"""Which references answer each other in lists and where several papers are named: none is paired across.

A list that lost and gained unlike numbers pairs nothing, as nobody can say which answers which. Papers known by their
dates, which are named one after the other, answer each other in the order of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from peacediff.aspects.reading import Reading
from peacediff.aspects.reference.found import found
from peacediff.aspects.reference.values import PAPER, Reference

Pair = tuple[Reference | None, Reference | None]
_NEXT = 1
"""So many words may stand between a reference and its date: 1310 (2000) of 27 July 2000."""


def uncrossed(pairs: Sequence[Pair], sides: tuple[Reading, Reading]) -> Iterator[Pair]:
    """The pairs, those parted that stand in lists of unlike length, and the dates of such."""
    pairs = _in_order(pairs)
    olds, news = (_lists(side) for side in sides)
    gone = Counter(olds[before] for before, _ in pairs if before)
    come = Counter(news[after] for _, after in pairs if after)
    uneven = {pair for pair in pairs if all(pair) and gone[olds[pair[0]]] != come[news[pair[1]]]}  # type: ignore[index]
    alone = {ref for pair in pairs if pair in uneven or not all(pair) for ref in pair if ref}
    dated = [_dated(side) for side in sides]
    for before, after in pairs:
        owners = {dates.get(ref) for dates, ref in zip(dated, (before, after), strict=True) if ref}
        if (before, after) in uneven or (before and after and not alone.isdisjoint(owners)):
            yield before, None
            yield None, after
        else:
            yield before, after


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """With papers that answer papers in the order of the text on both sides."""
    papers = [pair for pair in pairs if all(ref is not None and ref.kind == PAPER for ref in pair)]
    olds, news = (
        (sorted({ref for ref in side if ref}, key=_first) for side in zip(*papers, strict=True))
        if papers
        else ((), ())
    )
    return [*(pair for pair in pairs if pair not in papers), *zip(olds, news, strict=True)]


def _first(reference: Reference) -> int:
    return reference.first


def _lists(reading: Reading) -> dict[Reference, int]:
    """For each reference the place of the first one of its list; one alone is a list of one."""
    starts: dict[Reference, int] = {}
    last: dict[str, Reference] = {}
    for reference in found(reading):
        before = last.get(reference.kind)
        goes_on = before is not None and _ties(reading, before.end, reference.first)
        starts[reference] = starts[before] if before and goes_on else reference.first
        last[reference.kind] = reference
    return starts


def _ties(reading: Reading, first: int, end: int) -> bool:
    """Whether only small words and dates stand between."""
    small, months = reading.knowledge.function_words, reading.knowledge.calendar.months
    return all(key in small or key in months or key.isdigit() for key in reading.keys[first:end])


def _dated(reading: Reading) -> dict[Reference, Reference]:
    """For each date right behind a reference that reference."""
    refs, of = found(reading), reading.knowledge.name_words.of
    return {
        after: before
        for before, after in pairwise(refs)
        if after.kind == PAPER and after.first - before.end == _NEXT and reading.keys[before.end] in of
    }
