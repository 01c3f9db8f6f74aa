"""Persons behind their office, in full or by their last name: ``President Ada B. Korr``, ``President Korr``."""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.aspects.reading import Reading
from peacediff.model import Span

_MARKS = frozenset({" ", ". "})
"""What may stand between two names of a person: an initial has a full stop."""


def answered(old: Reading, new: Reading) -> tuple[list[Span], list[Span]]:
    """The places of first names and initials of persons whom the other side names by the same last name."""
    before, after = dict(_persons(old)), dict(_persons(new))
    return (
        [span for last, span in before.items() if span and last in after],
        [span for last, span in after.items() if span and last in before],
    )


def _persons(reading: Reading) -> Iterator[tuple[str, Span | None]]:
    """The last name of each, and the place of the names before it."""
    offices = reading.knowledge.name_words.offices
    for at in reading.capitals:
        if reading.keys[at] not in offices:
            continue
        end = at + 1
        while end < len(reading.keys) and reading.is_capital(end) and _follows(reading, end, end > at + 1):
            end += 1
        if end > at + 1:
            yield reading.keys[end - 1], reading.span(at + 1, end - 1) if end > at + 2 else None


def _follows(reading: Reading, at: int, is_further: bool) -> bool:  # noqa: FBT001 (a state of the loop above)
    return reading.gap(at) in _MARKS if is_further else reading.gap(at) == " "
