"""The walk over the article of a page: blocks, lists and tables, written in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

import attrs
from lxml import etree

from peacediff.readers.blocks import Block, BlockKind
from peacediff.readers.headings import looks_like_heading
from peacediff.readers.html.inline import Inline
from peacediff.readers.html.lists import List
from peacediff.readers.html.notes import is_mark, is_sign, is_title, notes_of, text_of
from peacediff.readers.html.page import HEADINGS, count_words, kind_left_out
from peacediff.readers.raised import off_the_line
from peacediff.readers.scopes import scope_of
from peacediff.readers.transcript import Tracked
from peacediff.readers.writer import Writer

_BLOCKS = frozenset(
    {*HEADINGS, "p", "div", "li", "ol", "ul", "menu", "dl", "dt", "dd", "table", "tr", "td", "th", "caption"}
    | {
        "pre",
        "blockquote",
        "address",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "figure",
        "figcaption",
    }
    | {"details", "summary", "fieldset", "legend", "hr", "center", "form", "body", "hgroup", "thead", "tbody"}
)
_LISTS = frozenset({"ol", "ul", "menu"})
_CELLS = frozenset({"td", "th"})
_PLAIN = frozenset({"p", "div", "td", "th", "center"})
_PARAGRAPHS = frozenset({"p", "div", "center"})
_BOLD = frozenset({"b", "strong"})
_MOST_LINK_WORDS = 8
_ASIDES = frozenset({"aside", "footer"})
_WAYS: Mapping[str, Literal["up", "down"]] = MappingProxyType({"sup": "up", "sub": "down"})
_LINE_LIMIT = 65535
"""The parser counts no further than this."""


@attrs.frozen
class _End:
    """Where an element ends while its content is read from a stack; ``note`` where it holds notes."""

    name: str
    note: bool = False


@attrs.define
class Walk:
    """One walk. ``words`` counts words left out by their kind, ``things`` what is no text, ``revisions`` changes."""

    article: etree._Element
    tracked: Tracked
    writer: Writer = attrs.field(factory=Writer)
    words: Counter[str] = attrs.field(factory=Counter)
    things: Counter[str] = attrs.field(factory=Counter)
    revisions: Counter[str] = attrs.field(factory=Counter)
    _inline: Inline = attrs.field(factory=Inline)
    _lists: list[List] = attrs.field(factory=list)
    _label: tuple[str, int | None] = ("", None)
    _fresh: bool = False
    _level: int = 0
    _literal: int = 0
    _bold: bool = False
    _row: list[bool] = attrs.field(factory=list)
    _line: int = 1
    _notes: frozenset[etree._Element] = attrs.field(init=False)
    _in_notes: int = 0

    @_notes.default
    def _(self) -> frozenset[etree._Element]:
        return notes_of(self.article) - {self.article}

    def write(self) -> None:
        """Read the whole article."""
        waiting: list[etree._Element | _End | str] = [self.article]
        while waiting:
            each = waiting.pop()
            if isinstance(each, str):
                self._line = self._inline.add(each, self._line, literal=self._literal > 0)
            elif isinstance(each, _End):
                self._close(each)
            else:
                waiting += reversed(self._read(each))
        self._flush()

    def _read(self, element: etree._Element) -> Sequence[etree._Element | _End | str]:
        """Open an element; what is to be read of it, with what stands behind it."""
        behind = [element.tail] if element.tail and element is not self.article else []
        if isinstance(element, etree._Comment):
            self._line += (element.text or "").count("\n")
            return behind
        line = _line_of(element)
        if line < _LINE_LIMIT:
            self._line = max(self._line, line)
        if self._leaves_out(element):
            self._line += sum(str(text).count("\n") for text in element.itertext())
            return behind
        if element.tag in _WAYS:
            text = "".join(map(str, element.itertext()))
            if (moved := off_the_line(text, _WAYS[element.tag])) != text:
                return [moved.strip(), *behind]
        note = element in self._notes
        if self._in_notes and element.tag == "a" and is_sign(element):
            return [f"{text_of(element)} ", *behind]
        if note:
            self._flush()
        self._open(element, element.tag)
        self._in_notes += note
        inside: list[etree._Element | _End | str] = [element.text] if element.text else []
        return [*inside, *element, _End(element.tag, note), *behind]

    def _leaves_out(self, element: etree._Element) -> bool:
        gone = {"accept": "del", "reject": "ins"}[self.tracked]
        if element.tag in {"ins", "del"}:
            self.revisions["insertion" if element.tag == "ins" else "deletion"] += 1
        kind = kind_left_out(element, self.article) if element is not self.article else ""
        if not kind and element.tag in _LISTS and element is not self.article and _only_leads_away(element):
            kind = "lists of links"
        if kind in _ASIDES and element in self._notes:
            kind = ""
        if kind:
            self.words[kind] += count_words(element)
        elif element.tag == "sup" and not self._in_notes and is_mark(element):
            self.things["footnote mark"] += 1
            return True
        return bool(kind) or element.tag == gone

    def _open(self, element: etree._Element, name: str) -> None:
        if name == "br":
            self._inline.break_line()
        elif name == "img":
            self.things["picture"] += 1
        elif name in _CELLS and self._row and self._row[-1]:
            self._inline.add("\t", self._line, literal=True)
        elif name in _BLOCKS and not self._in_simple_row():
            self._flush()
            self._open_block(element, name)
        elif name == "tr":
            self._row.append(False)

    def _open_block(self, element: etree._Element, name: str) -> None:
        if name in HEADINGS:
            self._level = int(name[1])
        elif name in _LISTS:
            self._flush_label()
            self._lists.append(List.of(element, len(self._lists)))
        elif name == "li" and self._lists:
            self._flush_label()
            self._label, self._fresh = self._lists[-1].label(element), True
        elif name == "p" and is_title(element):
            self._level = 1
        elif name == "tr":
            self._row.append(_is_simple(element))
        elif name == "pre":
            self._literal += 1
        self._bold = name in _PARAGRAPHS and _is_bold(element)

    def _close(self, end: _End) -> None:
        name = end.name
        if name == "tr" and self._row:
            self._flush()
            self._row.pop()
        elif name in _BLOCKS and not self._in_simple_row():
            self._flush()
            self._close_block(name)
        if end.note:
            self._flush()
            self._in_notes -= 1

    def _close_block(self, name: str) -> None:
        if name in HEADINGS or name == "p":
            self._level = 0
        elif name in _LISTS and self._lists:
            self._flush_label()
            self._lists.pop()
        elif name == "li":
            self._flush_label()
        elif name == "pre":
            self._literal -= 1

    def _in_simple_row(self) -> bool:
        return bool(self._row and self._row[-1])

    def _flush(self) -> None:
        """Write the block that was read, behind the label of its item if it is the first of it."""
        text, places = self._inline.taken()
        if text:
            self._put(text, places)

    def _heads(self, text: str) -> bool:
        """Whether a paragraph is a heading in all but its element: a short line all in bold, or such as ``Annex 1``."""
        emphatic = not self._in_simple_row() and (self._bold or scope_of(text))
        return bool(emphatic) and looks_like_heading(text, (0, len(text)))

    def _flush_label(self) -> None:
        """Write the label of an item to which no text has come."""
        if self._fresh:
            self._put("", [])

    def _put(self, text: str, places: Sequence[tuple[int, int]]) -> None:
        (label, number), fresh = self._label, self._fresh
        self._label, self._fresh = ("", None), False
        depth = len(self._lists) - fresh + (self._lists[-1].level if self._lists else 0)
        heads = self._level or (not self._lists and not label and self._heads(text))
        kind: BlockKind = "note" if self._in_notes else "heading" if heads else "text"
        block = Block(kind, (0, 0), self._level, max(0, depth), 0, ordinal=number)
        at = self.writer.write(block, text, label)
        self.writer.places += [(at + offset, line) for offset, line in places or [(0, self._line)]]


def _line_of(element: etree._Element) -> int:
    line: object = element.sourceline  # the stubs take it for a method
    return line if isinstance(line, int) else 1


def _only_leads_away(element: etree._Element) -> bool:
    """Whether a list holds nothing but short links, two at least: a menu, a table of contents, other articles."""
    links = [text_of(link) for link in element.iter("a")]
    short = all(len(link.split()) <= _MOST_LINK_WORDS and link[-1:] not in {*".;,:"} for link in links)
    return len(links) > 1 and short and count_words(element) == sum(len(link.split()) for link in links)


def _is_bold(element: etree._Element) -> bool:
    """Whether all words of a paragraph stand in bold."""
    bare = [element.text, *(child.tail for child in element)]
    bold = len(element) > 0 and all(child.tag in _BOLD for child in element)
    return bold and not any(text and text.strip() for text in bare)


def _is_simple(row: etree._Element) -> bool:
    """Whether no cell of a row holds more than one paragraph."""
    for cell in row:
        blocks = [each.tag for each in cell.iterdescendants(*_BLOCKS)] if isinstance(cell.tag, str) else []
        if len(blocks) > 1 or any(name not in _PLAIN for name in blocks):
            return False
    return len(row) > 1
