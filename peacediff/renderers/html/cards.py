"""The changes of a page, side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import htpy as h

from peacediff.present.page import GLYPHS, Entry, Group, Held, Page, Section, ShiftLine, Side
from peacediff.renderers.html.judged import NOTHING, Beside, found_in, kinds, told
from peacediff.renderers.html.markup import anchor, at_once, runs, sentence, shown

Sides = tuple[tuple[str, Side], tuple[str, Side]]
"""The heads of both drafts by their names."""
_PARCEL = 100
"""Changes in one element at most."""


def sections(page: Page, known: Collection[str], findings: Beside = NOTHING) -> Iterator[h.Node]:
    """A section for each topic, with its groups and their changes, and the findings about them."""
    sides = (("old", page.old), ("new", page.new))
    for number, section in enumerate(page.sections, start=1):
        yield _section(number, section, sides, known, findings)


def section_title(section: Section) -> str:
    """How a section is headed; one alone is parted by nothing."""
    return section.title or "Changes"


def _section(number: int, section: Section, sides: Sides, known: Collection[str], findings: Beside) -> h.Node:
    counts = h.span(".counts")[section.summary or "nothing told here"]
    above = h.p(".above")[sentence(section.above, known)] if section.above else None
    return h.section(".told", {"aria-labelledby": f"section-{number}"})[
        h.h2(id=f"section-{number}")[section_title(section), " ", counts],
        (_group(group, sides, known, findings) for group in section.groups),
        above,
    ]


def _group(group: Group, sides: Sides, known: Collection[str], findings: Beside) -> h.Node:
    said = f": {group.absence}" if group.absence else ""
    return h.section(".group")[
        h.h3(class_=group.fate)[_glyph(group.fate), f" {group.fate}{said} ({group.count})"],
        _parcels([_card(entry, sides, known, findings) for entry in group.entries]),
    ]


def _parcels(cards: list[h.Node]) -> Iterator[h.Node]:
    """The changes, many of them in parcels: over thousands in one element a browser can take a minute."""
    if len(cards) <= _PARCEL:
        yield from cards
    else:
        yield from (h.div[cards[first : first + _PARCEL]] for first in range(0, len(cards), _PARCEL))


def _glyph(fate: str) -> h.Node:
    return h.span(".glyph", {"aria-hidden": "true"})[{str(f): g for f, g in GLYPHS.items()}[fate]]


def _card(entry: Entry, sides: Sides, known: Collection[str], findings: Beside) -> h.Node:
    """One change; its attributes are what the page is filtered by."""
    found = found_in(entry, findings)
    marks = {
        "data-fate": entry.fate,
        "data-topics": shown(" ".join(entry.topics)),
        "data-aspects": " ".join(dict.fromkeys(line.aspect for line in entry.shifts)),
        "data-doubtful": "yes" if entry.doubtful else "no",
    }
    if found:
        marks["data-findings"] = " ".join(kinds(found))
    card = h.article(marks, class_=f"change {entry.fate}")[
        h.h4[_glyph(entry.fate), f" {shown(entry.ids)} ", h.span(".words")[", ".join(entry.words)]],
        h.div(".sides")[(_side(name, side, entry, known) for name, side in sides)],
        _shifts(entry.shifts),
        told(found),
        _remarks(entry, known) if entry.old and entry.new else None,
        h.p(".topics")[shown(" · ".join(entry.topics))] if entry.topics else None,
    ]
    return at_once(card)


def _side(name: str, side: Side, entry: Entry, known: Collection[str]) -> h.Node:
    """The provisions of a side, or in their place what is to be said of their absence."""
    held = entry.old if name == "old" else entry.new
    if not held:
        said = "nothing linked" if entry.words[0] == entry.fate else entry.words[0]
        return h.div(class_=f"{name} absent")[h.p[f"{name}: {said}"], _remarks(entry, known)]
    return h.div(class_=name)[(_provision(name, each, side.language) for each in held)]


def _remarks(entry: Entry, known: Collection[str]) -> h.Node:
    lines = (h.li[sentence(remark, known)] for remark in entry.remarks)
    return h.ul(".remarks")[lines] if entry.remarks else None


def _provision(name: str, held: Held, language: str) -> h.Node:
    """The text of a provision, which can be cited by its name."""
    where = anchor(held.ref)
    return h.div(".provision", id=where)[
        h.a(".id", href=f"#{where}")[f"{name} {shown(str(held.ref))}"],
        h.p(dir="auto", lang=shown(language))[runs(held.runs)],
    ]


def _shifts(lines: tuple[ShiftLine, ...]) -> h.Node:
    return h.ul(".shifts")[map(_shift, lines)] if lines else None


def _shift(line: ShiftLine) -> h.Node:
    """What shifted, before and after."""
    before = h.del_(dir="auto")[shown(line.before)] if line.before else None
    after = h.ins(dir="auto")[shown(line.after)] if line.after else None
    arrow = " → " if before and after else None
    far = f" ({shown(line.difference)})" if line.difference else None
    return h.li[h.b[line.label], " ", before, arrow, after, far]
