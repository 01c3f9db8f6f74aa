"""The lists of a Word file, ``numbering.xml``: which level counts how, and what it prints."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
from lxml import etree

from peacediff.readers.docx.names import attr, child, children, number, switched
from peacediff.readers.docx.styles import Paragraph, Styles, indent

LEVELS = 9


@attrs.frozen
class Level:
    """One level of a list. ``text`` is the label, ``%1`` the number of the outermost level.

    ``restart`` is the level, from 1, behind which this one begins anew: None for any outer level, 0 for none.
    ``left`` and ``hanging`` are twentieths of a point; ``symbol`` where a font of signs draws the label.
    """

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    spaced: bool
    style: str | None
    left: int | None
    hanging: int | None
    symbol: bool


@attrs.frozen
class List:
    """A list: lists with the same ``counter`` count on from each other, but for what ``starts`` says anew."""

    id: str
    counter: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@attrs.frozen
class Lists:
    """All lists by their ids."""

    by_id: Mapping[str, List] = attrs.field(factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None, styles: Styles) -> Lists:
        """The lists of a part of numbering, if there is one."""
        drafts = {attr(each, "abstractNumId") or "": each for each in children(root, "w:abstractNum")}
        used = {attr(each, "numId") or "": each for each in children(root, "w:num")}
        counters = {id_: _counter(id_, used, drafts, styles) for id_ in used}
        levels = {id_: _levels(drafts[id_]) for id_ in sorted(set(counters.values())) if id_ in drafts}
        return cls({id_: _list(id_, used[id_], counters[id_], levels) for id_ in used})

    def of_paragraph(self, paragraph: Paragraph) -> tuple[List, int] | None:
        """The list that a paragraph is an item of, and its level from 0, or None."""
        stated = child(paragraph.own, "w:numPr")
        own_id, own_level = attr(child(stated, "w:numId")), number(child(stated, "w:ilvl"))
        if own_id is not None:
            return self._item(own_id, own_level or 0)
        for style in paragraph.styles:
            stated = child(style.paragraph, "w:numPr")
            if (id_ := attr(child(stated, "w:numId"))) is not None:
                level = own_level if own_level is not None else self._linked(id_, paragraph)
                return self._item(id_, level if level is not None else number(child(stated, "w:ilvl")) or 0)
        return None

    def _item(self, id_: str, level: int) -> tuple[List, int] | None:
        found = self.by_id.get(id_) if id_ != "0" else None
        return (found, level) if found and level in found.levels else None

    def _linked(self, id_: str, paragraph: Paragraph) -> int | None:
        """The level that names the nearest style of the paragraph as its own."""
        levels = self.by_id[id_].levels if id_ in self.by_id else {}
        linked = {level.style: place for place, level in levels.items() if level.style}
        return next((linked[style.id] for style in paragraph.styles if style.id in linked), None)


def _counter(
    id_: str, used: Mapping[str, etree._Element], drafts: Mapping[str, etree._Element], styles: Styles
) -> str:
    """The id of the definition that a list counts by; one that only links to a style stands for that style's."""
    counter = attr(child(used[id_], "w:abstractNumId")) or ""
    link = attr(child(drafts.get(counter), "w:numStyleLink"))
    for style in styles.chain(link):
        linked = attr(child(style.paragraph, "w:numPr", "w:numId")) or ""
        if linked in used:
            return attr(child(used[linked], "w:abstractNumId")) or ""
    return counter


def _levels(draft: etree._Element) -> dict[int, Level]:
    found = ((number(each, "ilvl"), _level(each)) for each in children(draft, "w:lvl"))
    return {place: level for place, level in found if place is not None and 0 <= place < LEVELS}


def _list(id_: str, used: etree._Element, counter: str, levels: Mapping[str, Mapping[int, Level]]) -> List:
    own, starts = dict(levels.get(counter, {})), {}
    for override in children(used, "w:lvlOverride"):
        place = number(override, "ilvl")
        if place is None or not 0 <= place < LEVELS:
            continue
        if (level := child(override, "w:lvl")) is not None:
            own[place] = _level(level)
        if (start := number(child(override, "w:startOverride"))) is not None:
            starts[place] = start
    return List(id_, counter, own, starts)


def _level(element: etree._Element) -> Level:
    start, places = number(child(element, "w:start")), child(element, "w:pPr", "w:ind")
    fonts = child(element, "w:rPr", "w:rFonts")
    drawn = {attr(fonts, "ascii") or "", attr(fonts, "hAnsi") or ""}
    plain_format = child(element, "w:numFmt")
    if plain_format is None:
        plain_format = child(element, "mc:AlternateContent", "mc:Fallback", "w:numFmt")
    return Level(
        start=0 if start is None else start,
        format=attr(plain_format) or "decimal",
        text=attr(child(element, "w:lvlText")) or "",
        restart=number(child(element, "w:lvlRestart")),
        legal=bool(switched(child(element, "w:isLgl"))),
        spaced=attr(child(element, "w:suff")) != "nothing",
        style=attr(child(element, "w:pStyle")),
        left=indent(places, "left"),
        hanging=indent(places, "hanging"),
        symbol=any(font.startswith(("Symbol", "Wingdings", "Webdings", "Courier")) for font in drawn),
    )
