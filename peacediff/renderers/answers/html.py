"""Three drafts as one HTML file: base, A and B in columns, without a script."""

from __future__ import annotations

from collections.abc import Iterator

import htpy as h

from peacediff import packaged
from peacediff.present.answers import MARKS, AnswerPage, Block, Row
from peacediff.present.page import Entry, Held, ShiftLine, plain
from peacediff.renderers.html.markup import runs, shown
from peacediff.renderers.html.sealed import head


def render(page: AnswerPage) -> str:
    """The page as HTML."""
    style = packaged.text("answers.css")
    title = " / ".join(shown(side.title) for _, side in page.sides)
    document = h.html(lang="en")[
        head(title, style),
        h.body[h.header[_head(page)], h.main[map(_block, page.blocks)]],
    ]
    return f"{document}\n"


def _head(page: AnswerPage) -> Iterator[h.Node]:
    yield h.h1["A base and two answers"]
    yield h.dl[
        (
            (
                h.dt[name],
                h.dd(dir="auto")[h.b[shown(side.title)]],
                h.dd[shown(side.facts)],
                (h.dd[shown(aside)] for aside in side.asides),
            )
            for name, side in page.sides
        )
    ]
    yield h.p(".summary")[shown(page.summary)]
    yield h.p[shown(page.left_out)] if page.left_out else None
    yield h.p(".caveats")[shown(" ".join(page.caveats))]
    yield h.nav[(h.a(href=f"#{block.stand}")[f"{block.title} ({len(block.rows)})"] for block in page.blocks)]


def _block(block: Block) -> h.Node:
    return h.section(id=block.stand)[
        h.h2[f"{MARKS[block.stand]} {block.title} ({len(block.rows)})"], map(_row, block.rows)
    ]


def _row(row: Row) -> h.Node:
    between = h.div(".between")[h.h4["A to B"], map(_entry, row.between)] if row.between else None
    return h.article(class_=row.stand)[
        h.h3[shown(row.ids), h.span(".topics")[shown(" · ".join(row.topics))] if row.topics else None],
        h.div(".columns")[
            h.div[h.h4["base"], map(_held, row.base) if row.base else h.p(".absent")["not in the base"]],
            _side("A", row.a),
            _side("B", row.b),
        ],
        between,
    ]


def _side(name: str, entries: tuple[Entry, ...]) -> h.Node:
    told = map(_entry, entries) if entries else h.p(".absent")[f"not in {name}"]
    return h.div[h.h4[name], told]


def _held(held: Held) -> h.Node:
    return h.p(dir="auto")[h.b[shown(str(held.ref))], " ", runs(held.runs)]


def _entry(entry: Entry) -> Iterator[h.Node]:
    yield h.p(class_=f"fate {entry.fate}")[f"{shown(entry.ids)}: {', '.join(entry.words)}"]
    yield h.p(dir="auto")[runs(entry.runs)] if entry.runs else None
    yield h.ul[map(_shift, entry.shifts)] if entry.shifts else None
    yield (
        h.ul(".remarks")[(h.li[shown(plain(remark))] for remark in entry.remarks)] if entry.remarks else None
    )


def _shift(line: ShiftLine) -> h.Node:
    return h.li[h.b[f"{line.label}: "], shown(line.said)]
