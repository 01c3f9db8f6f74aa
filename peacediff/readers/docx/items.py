"""One paragraph of a Word document as an item: its label, its text, its kind and how deep it stands."""

from __future__ import annotations

import attrs
from lxml import etree

from peacediff.readers.blocks import Block, BlockKind
from peacediff.readers.docx.counting import Counter
from peacediff.readers.docx.inline import Content, content
from peacediff.readers.docx.lists import Level, List, Lists
from peacediff.readers.docx.names import number
from peacediff.readers.docx.styles import Paragraph, Styles
from peacediff.readers.docx.words import words
from peacediff.readers.ends import ends_in_mark
from peacediff.readers.scopes import scope_of

_HEADINGS = 9
_COLUMN = 120
"""Twentieths of a point that count as one column of indentation."""
_MOST_WORDS, _MOST_HEADING_WORDS = 12, 30


@attrs.frozen
class Item:
    """A paragraph as it is written: ``block`` tells its kind, level and depth, ``gap`` parts label and text."""

    block: Block
    text: str
    label: str
    gap: str
    content: Content


@attrs.frozen
class _Open:
    """A list item that may hold what comes next: its counter and level, where its label and its text begin."""

    counter: str
    level: int
    label_at: int
    text_at: int


@attrs.define
class Items:
    """Makes items in the order of the document, as their numbers count on from each other."""

    styles: Styles
    lists: Lists
    counter: Counter = attrs.field(factory=Counter)
    _open: list[_Open] = attrs.field(factory=list)
    _begun: bool = False

    @property
    def depth(self) -> int:
        """How many list items are open."""
        return len(self._open)

    def item(self, paragraph: etree._Element) -> Item:
        """The next paragraph."""
        properties = self.styles.paragraph(paragraph)
        inside = content(paragraph, properties, self.styles)
        listed = self.lists.of_paragraph(properties)
        printed = self.counter.next(*listed) if listed else None
        level = listed[0].levels[listed[1]] if listed else None
        text = inside.text.strip()
        kind, rank = self._kind(properties, inside, text, labelled=bool(printed and printed.text))
        depth, indent = self._place(properties, listed, level, heading=kind == "heading")
        block = Block(kind, (0, 0), rank, depth, indent, ordinal=printed.ordinal if printed else None)
        self._begun = self._begun or bool(text and kind != "title")
        gap = " " if level is None or level.spaced else ""
        return Item(block, text, printed.text if printed else "", gap, inside)

    def _kind(
        self, properties: Paragraph, inside: Content, text: str, *, labelled: bool
    ) -> tuple[BlockKind, int]:
        """The kind of a paragraph, and its level where it is a heading."""
        if any(words().contents.fullmatch(name) for name in properties.names):
            return "note", 0
        if not self._begun and text and words().title & set(properties.names):
            return "title", 0
        level = _level(properties)
        if level and not _is_clause(text):
            return "heading", level
        if level or labelled or not text or len(text.split()) > _MOST_WORDS or "\n" in text:
            return "text", 0
        emphatic = inside.bold or scope_of(text)
        return ("heading" if emphatic and not ends_in_mark(text) else "text"), 0

    def _place(
        self, properties: Paragraph, listed: tuple[List, int] | None, level: Level | None, *, heading: bool
    ) -> tuple[int, int]:
        """The depth of a paragraph among the open list items, and its indentation in columns."""
        left = properties.indent("left")
        if left is None and level:
            left = level.left
        left = left if left is not None else properties.style_indent("left") or 0
        if heading:
            self._open.clear()
            return 0, 0
        if listed is None or level is None:
            return self._depth_of_text(left), max(0, left) // _COLUMN
        hanging = properties.indent("hanging")
        label_at = left - (hanging if hanging is not None else level.hanging or 0)
        opened = _Open(listed[0].counter, listed[1], label_at, left)
        while self._open and not _is_inside(opened, self._open[-1]):
            self._open.pop()
        self._open.append(opened)
        return len(self._open) - 1, max(0, label_at) // _COLUMN

    def _depth_of_text(self, left: int) -> int:
        """How many open items a paragraph goes on with, by where it begins."""
        depth = 0
        for item in self._open:
            if not 0 < item.text_at <= left + _COLUMN // 2:
                break
            depth += 1
        return depth


def _level(properties: Paragraph) -> int:
    """The level of a heading, from 1, by its outline level or by the name of its style; else 0."""
    stated = number(properties.stated("w:outlineLvl"))
    if stated is not None:
        return stated + 1 if 0 <= stated < _HEADINGS else 0
    named = (words().heading.fullmatch(name) for name in properties.names)
    return next((int(found["n"]) for found in named if found), 0)


def _is_clause(text: str) -> bool:
    """Whether a paragraph in the style of a heading is a clause: it is long, and ends like a sentence."""
    size = len(text.split())
    return size > _MOST_HEADING_WORDS or (size > _MOST_WORDS and ends_in_mark(text))


def _is_inside(item: _Open, outer: _Open) -> bool:
    if item.counter == outer.counter:
        return item.level > outer.level
    return item.label_at > outer.label_at + _COLUMN // 2
