"""A `Page` and a `Flow` as one HTML file that needs nothing else: no network, no other file, and no script to be read.

What the documents say is text: htpy escapes it, and the page's own policy lets no style and no script run but the two
whose digests it names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import htpy as h
from markupsafe import Markup

from peacediff import packaged
from peacediff.present.findings import FindingsPage
from peacediff.present.flow import Flow
from peacediff.present.page import GLYPHS, LedgerRow, Observation, Page, PointRow, Side
from peacediff.renderers import picture
from peacediff.renderers.html import judged
from peacediff.renderers.html.cards import section_title, sections
from peacediff.renderers.html.controls import controls
from peacediff.renderers.html.markup import anchor, reference, sentence, shown
from peacediff.renderers.html.sealed import head

_LEGEND = (
    "Old points on the left, new points on the right; a ribbon is as wide as the provisions in it. A spike, or "
    "a bar where many are small, is dropped on the left and added on the right; a dashed edge is "
    "doubtful. The same in words: "
)
_LONG = 1000
"""Of more provisions than this, the browser lays out only the changes that come near."""


def render(page: Page, flow: Flow, findings: FindingsPage | None = None) -> str:
    """The page as HTML; where it was judged, with the findings beside the changes."""
    style, script = picture.style() + packaged.text("report.css"), packaged.text("report.js")
    known = frozenset(_anchors(page))
    document = h.html(lang="en")[
        head(_title(page), style, script),
        h.body[_body(page, flow, findings, known), h.script[Markup(script)]],  # noqa: S704 (our own file)
    ]
    return f"{document}\n"


def _anchors(page: Page) -> Iterator[str]:
    for entry in (e for section in page.sections for group in section.groups for e in group.entries):
        yield from (anchor(held.ref) for held in (*entry.old, *entry.new))


def _title(page: Page) -> str:
    return f"{shown(page.old.title)} → {shown(page.new.title)}"


def _body(page: Page, flow: Flow, findings: FindingsPage | None, known: Collection[str]) -> Iterator[h.Node]:
    beside = judged.beside(findings)
    yield h.a(".skip", href="#changes")["Skip to the changes"]
    yield h.header[_head(page)]
    yield h.main[
        _overview(page, flow),
        _contents(page, findings),
        judged.overview(findings, page, known),
        controls(page, beside),
        h.div("#changes", class_={"long": len(known) > _LONG})[sections(page, known, beside)],
        _observations(page.observations, known),
        _points("points", "Point by point", page.points, known),
        _points("new-points", "Wholly new points", page.new_points, known),
    ]


def _head(page: Page) -> Iterator[h.Node]:
    yield h.h1[h.span(dir="auto")[shown(page.old.title)], " → ", h.span(dir="auto")[shown(page.new.title)]]
    yield h.dl[_side("old", page.old), _side("new", page.new)]
    yield h.p(".summary")[shown(page.summary)]
    yield h.p(".left-out")[shown(page.left_out)] if page.left_out else None
    yield h.p(".caveats")[shown(" ".join(page.caveats))] if page.caveats else None


def _side(name: str, side: Side) -> Iterator[h.Node]:
    yield h.dt[name]
    yield h.dd[shown(side.facts)]
    yield from (h.dd(".aside")[shown(aside)] for aside in side.asides)


def _overview(page: Page, flow: Flow) -> h.Node:
    return h.section({"aria-labelledby": "overview"})[
        h.h2("#overview")["The whole revision"],
        h.div(".overview")[
            h.figure[
                picture.inside(flow),
                h.figcaption[
                    _LEGEND,
                    h.a(href="#points" if page.points else "#changes")["point by point"],
                    ".",
                ],
            ],
            _ledger(page.ledger),
        ],
    ]


def _ledger(rows: tuple[LedgerRow, ...]) -> h.Node:
    head = h.tr[h.th(scope="col")["Fate"], h.th(scope="col")["Old"], h.th(scope="col")["New"]]
    return h.table(".ledger")[h.caption["Ledger of provisions"], h.thead[head], h.tbody[map(_count, rows)]]


def _count(row: LedgerRow) -> h.Node:
    name = f"{GLYPHS[row.fate]} {row.fate}" if row.fate else "total"
    cells = ("–" if count is None else str(count) for count in (row.old, row.new))
    return h.tr(class_=row.fate or "total")[h.th(scope="row")[name], (h.td[cell] for cell in cells)]


def _contents(page: Page, findings: FindingsPage | None) -> h.Node:
    links = [("findings", f"Findings ({findings.summary.rstrip('.')})")] if findings else []
    links += [
        (f"section-{number}", f"{section_title(section)} ({section.summary or 'nothing'})")
        for number, section in enumerate(page.sections, start=1)
    ]
    links += [("remarks", f"Remarks ({len(page.observations)})")] * bool(page.observations)
    links += [("points", "Point by point")] * bool(page.points)
    links += [("new-points", "Wholly new points")] * bool(page.new_points)
    return h.nav({"aria-label": "Contents"})[h.ul[(h.li[h.a(href=f"#{to}")[said]] for to, said in links)]]


def _observations(observations: tuple[Observation, ...], known: Collection[str]) -> h.Node:
    if not observations:
        return None
    return h.section({"aria-labelledby": "remarks"})[
        h.h2("#remarks")[f"Remarks on what belongs together ({len(observations)})"],
        h.ul(".observations")[(_observation(each, known) for each in observations)],
    ]


def _observation(observation: Observation, known: Collection[str]) -> h.Node:
    quotes = h.ul[(h.li(dir="auto")[sentence(quote, known)] for quote in observation.quotes)]
    return h.li[shown(observation.said), quotes if observation.quotes else None]


def _points(name: str, title: str, rows: tuple[PointRow, ...], known: Collection[str]) -> h.Node:
    if not rows:
        return None
    columns = ("Point", "Fate", "Answered by", "Begins")
    head = h.tr[(h.th(scope="col")[column] for column in columns)]
    return h.section({"aria-labelledby": name})[
        h.h2(id=name)[title],
        h.table(".points")[h.thead[head], h.tbody[(_point(row, known) for row in rows)]],
    ]


def _point(row: PointRow, known: Collection[str]) -> h.Node:
    fate = f"{GLYPHS[row.fate]} {row.fate}" if row.fate else "empty"
    return h.tr[
        h.th(scope="row", class_=f"level-{min(row.level, 3)}")[reference(row.point, known)],
        h.td(class_=row.fate or "empty")[fate],
        h.td[sentence(row.answer, known)],
        h.td(dir="auto")[shown(row.opening)],
    ]
