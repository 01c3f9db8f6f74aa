"""All references of a text, none overlapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from peacediff.aspects.cues import hits
from peacediff.aspects.reading import Reading
from peacediff.aspects.reference.labels import labelled, resolved
from peacediff.aspects.reference.named import instruments, itself, listed
from peacediff.aspects.reference.papers import papers, symbols
from peacediff.aspects.reference.values import Reference


@lru_cache(maxsize=8)
def found(reading: Reading) -> tuple[Reference, ...]:
    """The references in order; where two readings of the same words rival, the surer kind wins."""
    cues = tuple(hits("reference", reading))
    shown = tuple(symbols(reading))
    rivals = chain(
        listed(reading),
        papers(reading, cues, shown),
        shown,
        labelled(reading, cues),
        resolved(reading),
        instruments(reading, cues),
        itself(cues, reading),
    )
    return tuple(sorted(_first_come(rivals), key=lambda reference: reference.first))


def _first_come(rivals: Iterable[Reference]) -> Iterator[Reference]:
    taken: set[int] = set()
    for reference in rivals:
        place = range(reference.first, reference.end)
        if taken.isdisjoint(place):
            taken.update(place)
            yield reference
