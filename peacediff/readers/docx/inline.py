"""The content of one paragraph: its text as shown, and what hangs on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

import attrs
from lxml import etree

from peacediff.readers.docx.names import attr, child, tag
from peacediff.readers.docx.styles import Paragraph, Styles
from peacediff.readers.raised import off_the_line

_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
_REFERENCES = {"w:footnoteReference", "w:endnoteReference", "w:commentReference"}
_SKIPPED = {"w:pPr", "w:rPr", "w:sdtPr", "w:instrText", "w:delInstrText", "mc:Fallback", "w:rubyPr"}
_STRUCK = ("w:strike", "w:dstrike")
_WAYS: Mapping[str, Literal["up", "down"]] = MappingProxyType({"superscript": "up", "subscript": "down"})
_PICTURES = {":pic", ":imagedata", ":chart", ":relIds"}


@attrs.frozen
class Reference:
    """A note that a paragraph refers to: ``footnote``, ``endnote`` or ``comment``, and its id."""

    kind: str
    id: str


@attrs.define
class Content:
    """What a paragraph shows.

    ``bold`` says whether all of its words are. ``hidden`` are words that Word does not show, ``struck`` those that it
    strikes through; ``pictures`` and ``embedded`` count what is no text.
    """

    text: str = ""
    bold: bool = True
    references: list[Reference] = attrs.field(factory=list)
    boxes: list[etree._Element] = attrs.field(factory=list)
    hidden: int = 0
    struck: int = 0
    pictures: int = 0
    embedded: int = 0


def content(paragraph: etree._Element, properties: Paragraph, styles: Styles) -> Content:
    """The content of a paragraph whose tracked changes are resolved."""
    return _Walk(properties, styles).over(paragraph)


@attrs.define
class _Walk:
    """One walk over a paragraph. ``fields`` has an entry for each open field: whether its code is being read."""

    around: Paragraph
    styles: Styles
    content: Content = attrs.field(factory=Content)
    parts: list[str] = attrs.field(factory=list)
    fields: list[bool] = attrs.field(factory=list)
    hidden: bool = False
    struck: bool = False
    way: Literal["up", "down"] | None = None
    bold: bool = False

    def over(self, paragraph: etree._Element) -> Content:
        waiting: list[etree._Element | str] = [*reversed(paragraph)]
        while waiting:
            each = waiting.pop()
            if isinstance(each, str):
                self._say(each)
            else:
                waiting.extend(reversed(self._open(each, tag(each))))
        self.content.text = "".join(self.parts)
        return self.content

    def _open(self, element: etree._Element, name: str) -> Sequence[etree._Element | str]:
        """Take one element in; what is inside of it and still to be read."""
        if name in {"w:t", "w:delText", "m:t"}:
            return [_spaced(element)]
        if name in _SIGNS:
            return [_SIGNS[name]]
        if name == "w:sym":
            return [_symbol(element)]
        if name == "w:rt":  # a reading above a word stands in brackets behind it
            return ["(", *element, ")"]
        if name in _SKIPPED or self._took(element, name):
            return []
        return list(element)

    def _took(self, element: etree._Element, name: str) -> bool:
        """Note what an element says of the paragraph; whether that is all of it."""
        if name == "w:r":
            self.hidden = self.styles.run_switch(element, "w:vanish", self.around)
            self.struck = any(self.styles.run_switch(element, name, self.around) for name in _STRUCK)
            self.bold = self.styles.run_switch(element, "w:b", self.around)
            self.way = _WAYS.get(attr(child(child(element, "w:rPr"), "w:vertAlign")) or "")
        elif name == "w:fldChar":
            self._field(attr(element, "fldCharType") or "")
        elif name in _REFERENCES:
            kind = name.removeprefix("w:").removesuffix("Reference")
            self.content.references.append(Reference(kind, attr(element, "id") or ""))
        elif name == "w:txbxContent":
            self.content.boxes.append(element)
            return True
        self.content.pictures += name in _PICTURES
        self.content.embedded += name == "w:object"
        return False

    def _field(self, mark: str) -> None:
        if mark == "begin":
            self.fields.append(True)
        elif mark == "separate" and self.fields:
            self.fields[-1] = False
        elif mark == "end" and self.fields:
            self.fields.pop()

    def _say(self, text: str) -> None:
        if any(self.fields):
            return
        if self.hidden:
            self.content.hidden += len(text.split())
            return
        if self.struck:
            self.content.struck += len(text.split())
            return
        self.parts.append(off_the_line(text, self.way) if self.way else text)
        if text.strip():
            self.content.bold = self.content.bold and self.bold


def _spaced(element: etree._Element) -> str:
    """The text of an element; white space at its ends counts only where it says so."""
    text = (element.text or "").replace("\r", " ").replace("\n", " ")
    kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" or tag(element) == "m:t"
    return text if kept else text.strip()


def _symbol(element: etree._Element) -> str:
    """A sign by its number in a font; fonts of signs keep theirs in a private range."""
    digits = attr(element, "char") or ""
    try:
        code = int(digits[:6], 16)
    except ValueError:
        return ""
    return chr(code) if _is_printable(code) else ""


def _is_printable(code: int) -> bool:
    return 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE  # noqa: PLR2004 (no control, no surrogate)
