"""Tracked changes: a part of a Word file as it reads with all of them made, or with none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from peacediff.readers.docx.names import child, tag
from peacediff.readers.transcript import Tracked

_GONE = {"accept": {"w:del", "w:moveFrom"}, "reject": {"w:ins", "w:moveTo"}}
_CELLS = {"accept": "w:cellDel", "reject": "w:cellIns"}
_CONTENT = {"w:ins": "insertion", "w:del": "deletion", "w:moveFrom": "move", "w:moveTo": ""}
_CELL_CONTENT = {"w:cellIns": "insertion", "w:cellDel": "deletion"}
_MARKS = {"w:rPr": 0, "w:trPr": 2, "w:numPr": 1}
"""Where a change is a mark without content: of a paragraph, row or number. The steps up to what goes with it."""
_FORMER = {"w:pPrChange": "w:pPr", "w:rPrChange": "w:rPr"}
_KEPT = {"w:rPr", "w:sectPr"}
"""What a paragraph's properties hold that their former state does not tell."""
_TEXT = {"w:t", "w:delText", "w:sym", "w:tab", "w:footnoteReference", "w:endnoteReference", "m:t"}


def resolve(root: etree._Element, tracked: Tracked) -> Counter[str]:
    """Make or undo all tracked changes below ``root``, in place; what there was of them, counted."""
    found: Counter[str] = Counter()
    joined: list[etree._Element] = []
    for element in list(root.iter(etree.Element)):
        name = tag(element)
        if name in _CONTENT:
            found[_CONTENT[name]] += 1
            _resolve_content(element, joined, gone=name in _GONE[tracked])
        elif name in _CELL_CONTENT:
            found[_CELL_CONTENT[name]] += 1
            if name == _CELLS[tracked]:
                _remove(_above(element, 2))
        elif name in _FORMER:
            found["format change"] += 1
            _resolve_format(element, _FORMER[name], tracked)
    for paragraph in reversed(joined):
        _join_next(paragraph)
    return +Counter({what: count for what, count in found.items() if what})


def _resolve_content(element: etree._Element, joined: list[etree._Element], *, gone: bool) -> None:
    """One insertion, deletion or half of a move: a mark of a paragraph, row or number, or a stretch of content."""
    holder = element.getparent()
    place = tag(holder) if holder is not None else ""
    if place not in _MARKS:
        (_remove if gone else _unwrap)(element)
    elif gone and place == "w:rPr":
        joined += _paragraph_of_mark(element)
    elif gone:
        _remove(_above(element, _MARKS[place]))


def _paragraph_of_mark(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraph whose mark was inserted or deleted, where ``element`` says so."""
    properties, paragraph = _above(element, 2), _above(element, 3)
    if properties is not None and paragraph is not None and tag(properties) == "w:pPr":
        yield paragraph


def _resolve_format(change: etree._Element, former: str, tracked: Tracked) -> None:
    """Forget the former properties, or put them in the place of the present ones."""
    present, before = change.getparent(), child(change, former)
    if present is None:
        return
    _remove(change)
    if tracked == "accept" or before is None:
        return
    for each in list(present):
        if tag(each) not in _KEPT or former == "w:rPr":
            present.remove(each)
    for place, each in enumerate(list(before)):
        present.insert(place, each)


def _join_next(paragraph: etree._Element) -> None:
    """Join the next paragraph to this one, whose mark is gone; if nothing else is left of it, the next one rules."""
    after = next(paragraph.itersiblings(), None)
    while after is not None and tag(after) != "w:p" and not _holds_text([after]) and tag(after) != "w:tbl":
        after = next(after.itersiblings(), None)
    empty = not _holds_text(paragraph)
    if after is None or tag(after) != "w:p":
        if empty:
            _remove(paragraph)
        return
    own = child(paragraph, "w:pPr")
    if empty and own is not None:
        paragraph.remove(own)
    for each in list(after):
        if tag(each) != "w:pPr" or empty:
            paragraph.append(each)
    _remove(after)


def _holds_text(elements: Iterable[etree._Element]) -> bool:
    return any(tag(inner) in _TEXT for each in elements for inner in each.iter(etree.Element))


def _above(element: etree._Element, steps: int) -> etree._Element | None:
    above: etree._Element | None = element
    for _ in range(steps):
        above = above.getparent() if above is not None else None
    return above


def _remove(element: etree._Element | None) -> None:
    holder = element.getparent() if element is not None else None
    if element is not None and holder is not None:
        holder.remove(element)


def _unwrap(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        at = holder.index(element)
        holder[at : at + 1] = list(element)
