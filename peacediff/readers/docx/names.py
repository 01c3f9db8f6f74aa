"""The names of WordprocessingML: elements as ``w:p``, whichever of its namespaces a file uses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PREFIXES = {
    _WORD[0]: "w",
    _WORD[1]: "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_OFF = {"0", "false", "off", "none"}


@lru_cache(maxsize=1024)
def _named(tag: str) -> str:
    space, _, local = tag.rpartition("}")
    return f"{_PREFIXES.get(space[1:], '')}:{local}"


def tag(element: etree._Element) -> str:
    """The name of an element: ``w:`` for Word's own, ``m:`` for formulas, ``:`` for all others."""
    return _named(str(element.tag))


def attr(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of Word's own, or None."""
    if element is None:
        return None
    found = element.get(f"{{{_WORD[0]}}}{name}")
    return str(found) if found is not None else element.get(f"{{{_WORD[1]}}}{name}")


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """An attribute as a whole number of at most seven digits, or None."""
    said = attr(element, name) or ""
    digits = said.removeprefix("-")
    return int(said) if digits.isdecimal() and digits.isascii() and len(digits) <= 7 else None  # noqa: PLR2004


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The element at the end of a path of names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if tag(each) == name), None)
    return element


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children with a name."""
    return (each for each in element if tag(each) == name) if element is not None else iter(())


def switched(element: etree._Element | None) -> bool | None:
    """Whether a property is on or off; None where it is not stated."""
    return None if element is None else (attr(element) or "1").casefold() not in _OFF
