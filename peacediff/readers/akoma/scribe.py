"""The tree of an Akoma Ntoso document written down, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import attrs

from peacediff.model import Span
from peacediff.readers.akoma.tree import Element
from peacediff.readers.akoma.words import words
from peacediff.readers.blocks import Block, BlockKind
from peacediff.readers.numbering import label_at
from peacediff.readers.remarks import left_out
from peacediff.readers.scopes import scope_of
from peacediff.readers.transcript import Tracked

_LONGEST_SCOPE = 120


@attrs.frozen
class _Place:
    """Where something stands: below how many headings, and the depths of a label and of a text there.

    A text inside a point is deeper than the point's label and less deep than a label inside it, so that it goes on
    with this point, whatever the numbering. Where points of several styles are siblings, as ``1.`` and ``(a)``, the
    document states no depth (``flat``), and the numbering tells it as in plain text.
    """

    level: int = 0
    label: int = 0
    text: int = 0
    flat: bool = False

    def inside(self, *, headed: bool) -> _Place:
        """The place inside a point or below a heading here."""
        if self.flat:
            return attrs.evolve(self, level=self.level + headed)
        return _Place(self.level + headed, self.label + 2, self.label + 1)


@attrs.define
class Scribe:
    """Writes elements down; the text so far, its blocks, and the lines of the input at which they stand."""

    tracked: Tracked
    parts: list[str] = attrs.field(factory=list)
    blocks: list[Block] = attrs.field(factory=list)
    places: list[Span] = attrs.field(factory=list)
    _length: int = 0
    _number: tuple[str, Block, int] | None = None
    _notes: list[Element] = attrs.field(factory=list)
    _has_title: bool = False
    _left_out: int = 0

    def write(self, element: Element, place: _Place = _Place(), kind: BlockKind = "text") -> None:
        """Write an element that is no part of a paragraph, and all within it."""
        name = element.name
        if name in words().silent:
            return
        if name in words().tables:
            self._put(Block("other", (0, 0)), self._table(element), element.line)
        elif name in words().headings:
            self._put(Block("heading", (0, 0), depth=place.label), self._said(element.children), element.line)
        elif name in words().points or name in words().headed:
            self._item(element, place, kind)
        else:
            self._within(element, place, "note" if name in words().asides else kind)

    def write_notes(self, element: Element) -> None:
        """Write the notes that stand somewhere in an element."""
        for each in element.walk():
            if each.name in words().notes:
                self._note(each)

    def remarks(self) -> tuple[str, ...]:
        """What the text does not show."""
        return left_out({f"marked {'deletion' if self.tracked == 'accept' else 'insertion'}": self._left_out})

    def _within(self, element: Element, place: _Place, kind: BlockKind, skip: Collection[str] = ()) -> None:
        """What an element holds: words next to each other are one paragraph."""
        place = attrs.evolve(place, flat=True) if _mixes_styles(element) else place
        run: list[Element | str] = []
        for child in element.children:
            if isinstance(child, str) or _is_inline(child):
                if isinstance(child, str) or child.name not in skip:
                    run.append(child)
            elif child.name not in skip:
                self._paragraph(run, place, kind, element.line)
                run = []
                self.write(child, place, kind)
        self._paragraph(run, place, kind, element.line)

    def _paragraph(self, run: Sequence[Element | str], place: _Place, kind: BlockKind, line: int) -> None:
        if not run:
            return
        titled = not self._has_title and any(_holds_title(child) for child in run)
        text = self._said(run)
        self._has_title = self._has_title or titled
        if text and titled:
            self._put(Block("title", (0, 0)), text, line)
        elif text:
            scope = kind == "text" and not self._number and len(text) <= _LONGEST_SCOPE and scope_of(text)
            self._put(Block("heading" if scope else kind, (0, 0), depth=place.text), text, line)
        noted, self._notes = self._notes, []
        for note in noted:
            self._note(note)

    def _note(self, note: Element) -> None:
        marker = note.said.get("marker", "")
        self._put(Block("note", (0, 0)), f"{marker} {self._said(note.children)}".strip(), note.line)

    def _table(self, element: Element) -> str:
        """A line for each row, without white space around it."""
        rows = (row for row in element.walk() if row.name in words().rows)
        lines = (" | ".join(self._said([cell]) for cell in row.elements()).strip() for row in rows)
        return "\n".join(line for line in lines if line)

    def _item(self, element: Element, place: _Place, kind: BlockKind) -> None:
        number = self._said(child for child in element.elements() if child.name == "num")
        heads = [self._said(child.children) for child in element.elements() if child.name in words().headings]
        headed = element.name in words().headed
        if headed or not number:
            lines = [f"{number} {heads[0]}".strip() if heads else number, *heads[1:]]
            level = place.level + 1 if headed else 0
            for text in lines:
                self._put(Block("heading", (0, 0), level=level, depth=place.label), text, element.line)
                level = 0
        else:
            self._number = (" ".join([number, *heads]), Block(kind, (0, 0), depth=place.label), element.line)
            if heads:
                self._flush()
        inner = place.inside(headed=headed) if number or (headed and heads) else place
        self._within(element, inner, kind, {"num", *words().headings})
        self._flush()

    def _flush(self) -> None:
        """Write a number that stands alone."""
        if self._number:
            (number, block, line), self._number = self._number, None
            self._add(block, number, line)

    def _put(self, block: Block, text: str, line: int) -> None:
        if not text:
            return
        if self._number and block.kind == self._number[1].kind:
            (number, block, line), self._number = self._number, None
            text = f"{number} {text}"
        self._flush()
        self._add(block, text, line)

    def _add(self, block: Block, text: str, line: int) -> None:
        if block.kind == "heading" and text[0].islower():  # the rest of a line that was torn in two
            block = attrs.evolve(block, kind="text", level=0)
        self.places.append((self._length, line))
        self.blocks.append(attrs.evolve(block, span=(self._length, self._length + len(text))))
        self.parts.append(f"{text}\n")
        self._length += len(text) + 1

    def _said(self, children: Iterable[Element | str]) -> str:
        """The words of some children, their notes kept for later."""
        return " ".join("".join(self._words(children)).split())

    def _words(self, children: Iterable[Element | str]) -> Iterator[str]:
        left_out = words().deleted if self.tracked == "accept" else words().inserted
        for child in children:
            if isinstance(child, str):
                yield child
            elif child.name in left_out:
                self._left_out += 1
            elif child.name in words().notes:
                self._notes.append(child)
            elif child.name not in words().silent:
                apart = "" if _is_inline(child) and child.name not in words().breaks else " "
                yield apart
                yield from self._words(child.children)
                yield apart


def _is_inline(element: Element) -> bool:
    """Whether an element is part of a paragraph; an insertion may hold paragraphs."""
    known = words()
    if element.name in known.inserted:
        return all(map(_is_inline, element.elements()))
    return element.name in known.inline | known.breaks | known.deleted | known.notes


def _holds_title(child: Element | str) -> bool:
    return not isinstance(child, str) and any(each.name in words().titles for each in child.walk())


def _mixes_styles(element: Element) -> bool:
    """Whether points next to each other in an element are numbered in several styles."""
    numbers = (
        "".join(text for each in number.walk() for text in each.children if isinstance(text, str)).strip()
        for child in element.elements()
        if child.name in words().points
        for number in child.elements()
        if number.name == "num"
    )
    labels = (label_at(number, (0, len(number))) for number in numbers)
    return len({label.readings[-1].style for label in labels if label}) > 1
