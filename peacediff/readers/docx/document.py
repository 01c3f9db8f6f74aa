"""The walk over a Word document: paragraphs, tables, text boxes and notes, written in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs
from lxml import etree

from peacediff.readers.docx.counting import formatted
from peacediff.readers.docx.inline import Reference
from peacediff.readers.docx.items import Item, Items
from peacediff.readers.docx.names import attr, tag
from peacediff.readers.docx.parts import Parts
from peacediff.readers.numbering import label_at
from peacediff.readers.writer import Writer, unwritten

_NUMBERED = {"footnote": "decimal", "endnote": "lowerRoman"}
_PARAGRAPHS = frozenset({"w:p"})
_BLOCKS = frozenset({"w:p", "w:tbl", "w:altChunk"})


@attrs.define
class Document:
    """The document being written; ``left_out`` counts what is no text."""

    parts: Parts
    writer: Writer = attrs.field(factory=Writer)
    left_out: Counter[str] = attrs.field(factory=Counter)
    _items: Items = attrs.field(init=False)
    _numbers: Counter[str] = attrs.field(factory=Counter, init=False)

    def __attrs_post_init__(self) -> None:
        self._items = Items(self.parts.styles, self.parts.lists)

    def write(self) -> None:
        """Write the whole: the body, then headers and footers as notes."""
        self._blocks(self.parts.body)
        for text in dict.fromkeys(self._note_text(part) for part in self.parts.around):
            self.writer.write(unwritten("note"), text)

    def _blocks(self, holder: etree._Element) -> None:
        for element in _inner(holder, _BLOCKS):
            name = tag(element)
            if name == "w:p":
                item = self._items.item(element)
                self._put([item], [item])
            elif name == "w:tbl":
                for row in _inner(element, frozenset({"w:tr"})):
                    self._row(list(_inner(row, frozenset({"w:tc"}))))
            else:
                self.left_out["embedded file"] += 1

    def _row(self, cells: Sequence[etree._Element]) -> None:
        """A row of simple cells is one paragraph, its cells parted by tabs; else each paragraph stands for itself.

        A table says nothing of where it belongs, so a row without a label goes on with the innermost list item.
        """
        depth = self._items.depth
        if any(tag(each) != "w:p" for cell in cells for each in _inner(cell, _BLOCKS)):
            for cell in cells:
                self._blocks(cell)
            return
        read = [[self._items.item(each) for each in _inner(cell, _PARAGRAPHS)] for cell in cells]
        hanging = [item for items in read for item in items]
        shown = [kept for items in read if (kept := [each for each in items if each.text or each.label])]
        if any(len(items) > 1 for items in shown) or any(items[0].label for items in shown[1:]):
            self._put(hanging, hanging)
        else:
            text = "\t".join(items[0].text for items in shown if items[0].text)
            self._put([_as_row(items[0], text, depth) for items in shown[:1]], hanging)

    def _put(self, items: Sequence[Item], hanging: Sequence[Item]) -> None:
        """Write paragraphs, then what hangs on them: text boxes and notes."""
        for item in items:
            self.writer.write(item.block, item.text, item.label, item.gap)
        for item in hanging:
            self._count(item)
            for box in item.content.boxes:
                self._blocks(box)
            for reference in item.content.references:
                self._note(reference)

    def _count(self, item: Item) -> None:
        self.left_out["hidden word"] += item.content.hidden
        self.left_out["struck-through word"] += item.content.struck
        self.left_out["picture"] += item.content.pictures
        self.left_out["embedded file"] += item.content.embedded

    def _note(self, reference: Reference) -> None:
        """A note behind the paragraph that refers to it, with its number or its author."""
        note = self.parts.notes.get(reference)
        if note is None:
            return
        if reference.kind in _NUMBERED:
            self._numbers[reference.kind] += 1
            head = formatted(self._numbers[reference.kind], _NUMBERED[reference.kind])
        else:
            head = attr(note, "author") or reference.kind
        self.writer.write(unwritten("note"), f"[{head}] {self._note_text(note)}")

    def _note_text(self, holder: etree._Element) -> str:
        """The text of a note, header or footer, a paragraph a line."""
        lines: list[str] = []
        waiting = [holder]
        while waiting:
            for paragraph in _inner(waiting.pop(), _PARAGRAPHS):
                item = self._items.item(paragraph)
                self._count(item)
                lines.append(" ".join(filter(None, (item.label, item.text))))
                waiting += reversed(item.content.boxes)
                self.left_out["note inside a note"] += len(item.content.references)
        return "\n".join(filter(None, lines))


def _as_row(first: Item, text: str, depth: int) -> Item:
    if "\t" in text and first.block.kind == "heading":  # the head of a table is often in bold
        first = attrs.evolve(first, block=attrs.evolve(first.block, kind="text", level=0))
    labelled = first.label or label_at(text, (0, len(text)))
    if labelled or first.block.kind != "text":
        return attrs.evolve(first, text=text)
    return attrs.evolve(first, text=text, block=attrs.evolve(first.block, depth=depth))


def _inner(holder: etree._Element, names: frozenset[str]) -> Iterator[etree._Element]:
    """The elements with one of these names below ``holder``, in order, none inside another."""
    waiting = [*reversed(holder)]
    while waiting:
        element = waiting.pop()
        name = tag(element)
        if name in names:
            yield element
        elif name != "mc:Fallback":
            waiting.extend(reversed(element))
