"""Duties that one side lays down and the other states as a fact: ``the truce shall apply``, ``are covered by it``.

Treaty English says "shall" where another translator writes the plain present. Where all other words are explained,
that is grammar; "must" and "may" are told whatever stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peacediff.aspects.cues import hits
from peacediff.aspects.reading import Reading
from peacediff.model import Shift


def without_stated(found: Iterable[Shift], old: Reading, new: Reading) -> Iterator[Shift]:
    """The shifts but for an auxiliary of duty on one side only; for sides between which no word is unexplained."""
    for shift in found:
        is_lone = shift.aspect == "duty" and shift.direction in ("added", "removed")
        span, reading = (shift.before_span, old) if shift.before_span else (shift.after_span, new)
        if not (is_lone and span and _begins_with_auxiliary(span[0], reading)):
            yield shift


def _begins_with_auxiliary(start: int, reading: Reading) -> bool:
    """Whether the word of duty at a place of the text only ties a sentence together: "shall", "will"."""
    first = next((hit for hit in hits("duty", reading) if reading.span(hit.first, hit.end)[0] == start), None)
    return first is not None and reading.knowledge.auxiliaries.issuperset(
        reading.keys[first.first : first.end]
    )
