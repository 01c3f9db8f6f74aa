"""Tracked changes: a part of a Word file as it reads with all of them made, or with none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
    _join(joined)
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


def _join(joined: Sequence[etree._Element]) -> None:
    """Join each paragraph whose mark is gone to the next one, whole runs of them at once."""
    gone = set(joined)
    taken: set[etree._Element] = set()
    for paragraph in joined:
        if paragraph in taken:
            continue
        run = [paragraph]
        while run[-1] in gone and (after := _next_paragraph(run[-1])) is not None:
            run.append(after)
        taken.update(run)
        _merge(run, whole=run[-1] not in gone)


def _merge(run: Sequence[etree._Element], *, whole: bool) -> None:
    """Put all content into the first paragraph; the properties are those of the first that holds text, else the last.

    A run is ``whole`` where it ends in a mark; one without text and mark is gone.
    """
    ruling = next((each for each in run if _holds_text(each)), run[-1] if whole else None)
    properties = child(ruling, "w:pPr")
    content = [inner for each in run for inner in each if tag(inner) != "w:pPr"]
    for each in run[1:] if ruling is not None else run:
        _remove(each)
    run[0][:] = ([properties] if properties is not None else []) + content


def _next_paragraph(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph right behind one, past bookmarks and the like; None before a table or at the end."""
    for after in paragraph.itersiblings():
        if tag(after) == "w:p":
            return after
        if tag(after) == "w:tbl" or _holds_text([after]):
            return None
    return None


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
    for each in list(element):
        element.addprevious(each)
    _remove(element)
