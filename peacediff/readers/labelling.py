"""From blocks to entries: which text opens a point, and under which label, before any is put into its place."""

from __future__ import annotations

from collections.abc import Sequence

from peacediff.readers.blocks import Block
from peacediff.readers.closing import with_closing
from peacediff.readers.entries import Entry, entries
from peacediff.readers.inline import cut_inline
from peacediff.readers.repeats import counted_on
from peacediff.readers.scanned import as_numbers
from peacediff.readers.unnumbered import numbered


def labelled(text: str, blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """The entries of all blocks: numbers mended and counted on, closings marked, bare text counted, lists cut."""
    found = with_closing(text, counted_on(as_numbers(entries(text, blocks))))
    return cut_inline(text, numbered(text, found))
