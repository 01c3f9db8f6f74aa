"""Headings of a PDF: paragraphs in a larger or bolder font than the main text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from peacediff.readers.blocks import Block
from peacediff.readers.ends import ends_in_mark
from peacediff.readers.numbering import label_at
from peacediff.readers.pdf.paragraphs import Paragraph
from peacediff.readers.pdf.rows import Line
from peacediff.readers.scopes import scope_of

_LARGER = 1.1
_MOST_WORDS = 30
_BELOW_SCOPES = 4


def size_of_body(lines: Iterable[Line]) -> float:
    """The size of most characters."""
    weights = Counter[float]()
    for line in lines:
        weights[line.size] += len(line.text)
    return max(weights, key=lambda size: (weights[size], -size)) if weights else 0.0


@attrs.frozen
class Headings:
    """Which sizes are headings: the larger ones, the largest first. ``title`` is the paragraph that is the title."""

    sizes: tuple[float, ...]
    title: Paragraph | None

    @classmethod
    def of(cls, found: Sequence[Paragraph], body: float) -> Headings:
        """The headings of a draft; the title is the first paragraph, if it alone is in the largest size."""
        sizes = tuple(sorted({p.size for p in found if p.size > _LARGER * body}, reverse=True))
        largest = [p for p in found if sizes and p.size == sizes[0]]
        return cls(sizes, largest[0] if len(largest) == 1 and largest[0] is found[0] else None)

    def over(
        self, text: str, blocks: Iterable[Block], starts: Sequence[tuple[int, Paragraph]]
    ) -> tuple[Block, ...]:
        """The blocks of a text, of which those in a heading's font are headings."""
        offsets = [start for start, _ in starts]
        return tuple(
            self._judged(text, block, starts[max(0, bisect_right(offsets, block.span[0]) - 1)][1])
            for block in blocks
        )

    def _judged(self, text: str, block: Block, holder: Paragraph) -> Block:
        words = text[slice(*block.span)]
        if len(words.split()) > _MOST_WORDS:
            return block
        labelled = label_at(text, block.span, heading=True) is not None
        scope = scope_of(words) is not None
        if holder is self.title and not labelled and not scope:
            return attrs.evolve(block, kind="title")
        if holder.size in self.sizes:
            level = 0 if scope else self.sizes.index(holder.size) + 1 + _BELOW_SCOPES
            return attrs.evolve(block, kind="heading", level=level)
        if holder.bold and not labelled and not ends_in_mark(words):
            return attrs.evolve(block, kind="heading")
        return block
