"""The lists of a page: which label a browser shows before each item."""

from __future__ import annotations

import re

import attrs
from lxml import etree

from peacediff.readers.printing import alphabetic, roman

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_STYLES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
    "lower-latin": "lower-alpha",
    "upper-latin": "upper-alpha",
}
_STYLED = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))\b"
)
_LEVEL = re.compile(r"\blst-\w+-([0-8])\b")
_BULLETS = "•◦▪"
_WHOLE = re.compile(r"\s*([+-]?\d{1,7})")


@attrs.define
class List:
    """An open list; ``next`` is the number of its next item, ``style`` how it is written, empty for bullets.

    ``level`` is how deep it stands by its class where it stands next to the lists around it: Google Docs writes so.
    """

    style: str
    next: int
    step: int
    bullet: str
    level: int = 0

    @classmethod
    def of(cls, element: etree._Element, depth: int) -> List:
        """The list of an ``ol``, ``ul`` or ``menu`` in ``depth`` others."""
        beside = _LEVEL.search(str(element.get("class") or ""))
        level = int(beside[1]) if beside else 0
        bullet = _BULLETS[min(depth + level, len(_BULLETS) - 1)]
        styled = _style(element)
        if element.tag != "ol":
            return cls("none" if styled == "none" else "", 0, 0, bullet, level)
        reverse = element.get("reversed") is not None
        first = _whole(element.get("start"))
        if first is None:
            first = sum(each.tag == "li" for each in element) if reverse else 1
        return cls(styled or "decimal", first, -1 if reverse else 1, bullet, level)

    def label(self, item: etree._Element) -> tuple[str, int | None]:
        """The label of the next item as it is shown, and its number; a bullet has none, an item may have neither."""
        if not self.style or (self.style == "none" and not self.step):
            return ("" if _style(item) == "none" or self.style else self.bullet), None
        stated = _whole(item.get("value"))
        number = self.next if stated is None else stated
        self.next = number + self.step
        style = _style(item) or self.style
        return ("", None) if style == "none" else (f"{_written(number, style)}.", number)


def _style(element: etree._Element) -> str:
    styled = _STYLED.search(str(element.get("style") or "").casefold())
    said = styled[1] if styled else str(element.get("type") or "")
    found = _STYLES.get(said, said)
    return found if found in {"none", "decimal"} or found in _STYLES.values() else ""


def _whole(said: str | None) -> int | None:
    found = _WHOLE.match(said or "")
    return int(found[1]) if found else None


def _written(number: int, style: str) -> str:
    case, _, kind = style.partition("-")
    if not kind:
        return str(number)
    written = roman(number) if kind == "roman" else alphabetic(number, _LETTERS)
    return written.upper() if case == "upper" else written
