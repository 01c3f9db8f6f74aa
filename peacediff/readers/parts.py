"""The parts of a draft that are numbered each for itself: what stands before the first annex, and every annex."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacediff.readers.entries import Entry
from peacediff.readers.scopes import scope_of


def parts(text: str, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """The entries before the first annex, which may be none, then those of each annex with its heading."""
    part: list[Entry] = []
    for entry in entries:
        scope = scope_of(text[slice(*entry.body)]) if entry.block.kind == "heading" else None
        if scope and scope[0].restarts:
            yield part
            part = []
        part.append(entry)
    yield part
