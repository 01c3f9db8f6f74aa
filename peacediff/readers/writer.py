"""Writing a transcript: text and blocks grow together, one paragraph after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from peacediff.model import Span
from peacediff.readers.blocks import Block, BlockKind
from peacediff.readers.clauses import ClauseCutter
from peacediff.readers.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

_POINTS = {"heading", "text"}


@attrs.define
class Writer:
    """The text so far, and its blocks, each on lines of its own."""

    blocks: list[Block] = attrs.field(factory=list)
    places: list[Span] = attrs.field(factory=list)
    _parts: list[str] = attrs.field(factory=list)
    _length: int = 0

    def write(self, block: Block, text: str, marker: str = "", gap: str = " ") -> int:
        """Add a paragraph of the kind, level and depth of ``block`` behind its marker; the offset of its text.

        What is white space only is not written.
        """
        text, marker = text.strip(), marker.strip()
        if not text and not marker:
            return self._length
        gap = gap if text and marker else ""
        if block.kind not in _POINTS:
            text, marker, gap = f"{marker}{gap}{text}", "", ""
        start = self._length
        at = start + len(marker) + len(gap)
        self._add(f"{marker}{gap}{text}\n")
        stated = (start, start + len(marker)) if marker else None
        self.blocks.append(attrs.evolve(block, span=(at, at + len(text)), marker=stated))
        return at

    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def finished(self) -> tuple[str, tuple[Block, ...]]:
        """The text, and the blocks cut where a line in them opens a clause with a label of its own."""
        text = self.text()
        cutter = ClauseCutter(text, sys.maxsize)  # a line break inside a paragraph is always deliberate
        return text, tuple(cut for block in self.blocks for cut in _clauses(text, cutter, block))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def unwritten(kind: BlockKind) -> Block:
    """A block of a kind that is still to be written."""
    return Block(kind, (0, 0))


def _clauses(text: str, cutter: ClauseCutter, block: Block) -> Iterator[Block]:
    start, end = block.span
    if block.kind != "text" or "\n" not in text[start:end]:
        yield block
        return
    for span in cutter.cut(_lines(text, block.span)):
        yield attrs.evolve(block, span=span)
        block = attrs.evolve(block, marker=None, ordinal=None)


def _lines(text: str, span: Span) -> Sequence[Span]:
    lines = Lines.of(text[slice(*span)])
    return [(span[0] + start, span[0] + end) for start, end in zip(lines.starts, lines.ends, strict=True)]
