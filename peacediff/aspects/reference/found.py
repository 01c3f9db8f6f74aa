"""All references of a text, none overlapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, zip_longest

import attrs

from peacediff.aspects.cues import hits
from peacediff.aspects.reading import Reading
from peacediff.aspects.reference.labels import labelled, resolved
from peacediff.aspects.reference.named import instruments, itself, listed
from peacediff.aspects.reference.papers import papers, symbols
from peacediff.aspects.reference.values import ITSELF, Reference


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
    inner = {hit.first: hit.end for hit in cues if hit.cue.id == "of"}
    return tuple(_led(reading, sorted(_first_come(rivals), key=lambda reference: reference.first), inner))


def _led(reading: Reading, rest: Sequence[Reference], inner: Mapping[int, int]) -> Iterator[Reference]:
    """Each reference with whether another text, named behind it, holds what it leads to."""
    for reference, after in zip_longest(rest, rest[1:]):
        start = inner.get(reference.end, 0)
        start += start < len(reading.keys) and reading.keys[start] in reading.knowledge.function_words
        led = after is not None and start == after.first and after.kind != ITSELF
        yield attrs.evolve(reference, elsewhere=True) if led else reference


def _first_come(rivals: Iterable[Reference]) -> Iterator[Reference]:
    taken: set[int] = set()
    for reference in rivals:
        place = range(reference.first, reference.end)
        if taken.isdisjoint(place):
            taken.update(place)
            yield reference
