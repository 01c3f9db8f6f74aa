"""XML to a tree of elements, with bounds: no document type, so no entities; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

import attrs

from peacediff.errors import Trouble

MOST_DEEP, MOST_ELEMENTS = 100, 1_000_000


@attrs.define(eq=False)
class Element:
    """An element by its local name, and the line on which it begins; its children are elements and strings."""

    name: str
    line: int
    said: dict[str, str] = attrs.field(factory=dict)
    children: list[Element | str] = attrs.field(factory=list)

    def elements(self) -> Iterator[Element]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator[Element]:
        """The element itself, then all below it, in the order of the document."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(list(element.elements())))


def parse(data: bytes, name: str, encoding: str | None = None) -> Element:
    """The root of an XML document; raises `Trouble` with the place where it is malformed, refused or too large."""
    builder = _Builder(name)
    try:
        parser = builder.parser(encoding)
        parser.Parse(data, True)  # noqa: FBT003 (the signature of expat)
    except expat.ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        problem = f"this is no well-formed XML ({expat.ErrorString(error.code)})"
        raise Trouble(name, problem, "mend the XML, or give --input-format", place) from None
    except (LookupError, ValueError) as error:
        raise Trouble(name, f"the XML cannot be decoded ({error})", "save it as UTF-8") from None
    assert builder.root is not None  # noqa: S101 (expat refuses a document without an element)
    return builder.root


@attrs.define
class _Builder:
    source: str
    root: Element | None = None
    _open: list[Element] = attrs.field(factory=list)
    _count: int = 0

    def parser(self, encoding: str | None) -> expat.XMLParserType:
        """A parser that builds the tree."""
        parser = expat.ParserCreate(encoding)
        parser.buffer_text = True

        def start(name: str, said: dict[str, str]) -> None:
            self._start(Element(_local(name), parser.CurrentLineNumber, said))

        def doctype(*_: object) -> None:
            problem = "the XML declares a document type, which is refused as it may hold entities"
            raise Trouble(self.source, problem, "remove the DOCTYPE", f"line {parser.CurrentLineNumber}")

        parser.StartElementHandler = start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = doctype
        return parser

    def _start(self, element: Element) -> None:
        self._count += 1
        if len(self._open) >= MOST_DEEP or self._count > MOST_ELEMENTS:
            problem = f"the XML nests more than {MOST_DEEP} deep or has more than {MOST_ELEMENTS:,} elements"
            raise Trouble(self.source, problem, "give only the draft", f"line {element.line}")
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].children.append(text)


def _local(name: str) -> str:
    return name.rpartition(":")[2]
