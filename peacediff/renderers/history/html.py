"""A history as one HTML file that needs nothing else: no network, no other file, no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import htpy as h

from peacediff import packaged
from peacediff.present.lives import MARKS, Brought, Cell, HistoryPage, Life, Told
from peacediff.renderers.history.picture import inside
from peacediff.renderers.history.picture import style as painted
from peacediff.renderers.history.text import legend
from peacediff.renderers.html.markup import at_once, runs, shown
from peacediff.renderers.html.sealed import head

_PICTURE = (
    "A column for each draft, a line for each provision, in the order in which they are first seen; dashed where one "
    "was gone until it came back, ↔ before the words where something went to and fro. "
)


def render(page: HistoryPage) -> str:
    """The page as HTML."""
    style, title = painted() + packaged.text("report.css"), f"History of {len(page.drafts)} drafts"
    document = h.html(lang="en")[
        head(title, style),
        h.body[h.header[_head(page, title)], h.main[_main(page)]],
    ]
    return f"{document}\n"


def _head(page: HistoryPage, title: str) -> Iterator[h.Node]:
    yield h.h1[title]
    yield h.dl[
        (
            (h.dt[str(n)], h.dd[shown(d.title)], (h.dd(".aside")[shown(s)] for s in (d.facts, *d.asides)))
            for n, d in enumerate(page.drafts, start=1)
        )
    ]
    yield h.p(".summary")[shown(page.summary)]
    yield h.p(".left-out")[shown(page.left_out)] if page.left_out else None
    yield h.p(".caveats")[shown(" ".join(page.caveats))]


def _main(page: HistoryPage) -> Iterator[h.Node]:
    drawn = h.figure[*inside(page), h.figcaption[_PICTURE, legend(), "."]]
    yield _section("picture", "All drafts in one picture", drawn)
    yield _group("came-back", "Came back", page.came_back)
    yield _swings(page.oscillating)
    yield _group("gone", "Gone from the last draft", [life for life in page.gone if not life.returned])
    yield _group("altered", "Not as it was first", page.altered)
    yield _section("grid", "The grid", h.div(".wide")[_grid(page)])
    note = h.p["Before each phrase stands the number of the draft that brought it."]
    yield _section("phrases", "The last draft, phrase by phrase", note, map(_phrases, page.brought))


def _section(name: str, title: str, *content: h.Node) -> h.Element:
    return h.section({"aria-label": title}, id=name)[h.h2[title], content]


def _group(name: str, title: str, lives: Iterable[Life]) -> h.Node:
    told = [at_once(_life(life)) for life in lives]
    if not told:
        return None
    return _section(name, f"{title} ({len(told)})", told)


def _life(life: Life) -> h.Element:
    about = h.span(".topics")[f" · {', '.join(life.topics)}"] if life.topics else None
    return h.article(".life")[h.h3[shown(life.name), about], map(_told, life.told)]


def _told(told: Told) -> h.Node:
    notes = [*(f"{shift.label}: {shift.said}" for shift in told.shifts), *told.words]
    return h.div(class_=told.standing)[
        h.h4(class_=told.standing)[shown(f"{MARKS[told.standing]} {told.head}")],
        h.p(dir="auto")[runs(told.runs)],
        h.ul[(h.li(dir="auto")[shown(note)] for note in notes)] if notes else None,
    ]


def _swings(lives: tuple[Life, ...]) -> h.Node:
    if not lives:
        return None
    lines = (h.li(dir="auto")[f"↔ {shown(life.name)} {shown(s)}"] for life in lives for s in life.swings)
    return _section("oscillating", f"Oscillating ({len(lives)})", h.ul[lines])


def _grid(page: HistoryPage) -> h.Element:
    heads = ("Provision", *(str(n + 1) for n in range(len(page.drafts))), "As it stands last")
    head = h.tr[(h.th(scope="col")[name] for name in heads)]
    return h.table(".grid")[h.thead[head], h.tbody[(at_once(_row(life)) for life in page.lives)]]


def _row(life: Life) -> h.Element:
    cells = (h.td(class_=cell.standing, title=cell.said)[_cell(cell)] for cell in life.cells)
    return h.tr[h.th(scope="row")[shown(life.name)], cells, h.td(dir="auto")[shown(life.text)]]


def _cell(cell: Cell) -> str:
    return shown(f"{MARKS[cell.standing]} {cell.ids}".strip())


def _phrases(row: Brought) -> h.Node:
    said = (
        (h.span(".phrase.later" if draft > 1 else ".phrase")[h.sup[str(draft)], shown(text.strip())], " ")
        for text, draft in row.phrases
    )
    return h.p(dir="auto")[h.strong[shown(row.provision)], " ", said]
