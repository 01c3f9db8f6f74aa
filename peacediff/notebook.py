"""How values show themselves in a notebook: HTML without a script, readable on light and on dark ground.

What the documents say is text: htpy escapes it. Only so much is shown as a reader scrolls through; a line tells what is
left out. Models delegate here when they are asked for their HTML (`peacediff.model.delegates`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from itertools import islice

import htpy as h
from markupsafe import Markup

from peacediff import packaged
from peacediff.model import Change, Changes, Comparison, Draft, Finding, Findings, History, Point, ThreeWay
from peacediff.present import entry, lay_out, wording
from peacediff.present.answers import Row, lay_out_answers
from peacediff.present.findings import register_lines, summary
from peacediff.present.lives import MARKS, Life, lay_out_history
from peacediff.present.page import GLYPHS, Entry, LedgerRow, Section, Side, plain
from peacediff.renderers.html.markup import runs, shown

MOST = 100
"""Rows that are shown of one table."""


@singledispatch
def html(of: object) -> str:
    """A value as HTML, to stand within a page that is not ours."""
    raise TypeError(f"no HTML is made of {type(of).__name__}")


def _framed(*content: h.Node) -> str:
    style = packaged.text("notebook.css")
    return str(h.div(".peacediff")[h.style[Markup(style)], content])  # noqa: S704 (our own file)


def _table(heads: Sequence[str], rows: Iterable[h.Node], count: int, *, most: int = MOST) -> h.Node:
    """A table of the first rows, and a line that says how many more there are."""
    body = h.tbody[list(islice(rows, most))]
    more = h.p[f"… and {count - most} more: filter or slice to see them"] if count > most else None
    return h.table[h.thead[h.tr[(h.th(scope="col")[head] for head in heads)]], body], more


def _small(said: Iterable[str]) -> list[h.Node]:
    return [h.small(dir="auto")[shown(each)] for each in said if each]


@html.register
def _(of: Draft) -> str:
    head = wording.side(of)
    rows = (row for level, point in _levels(of) for row in _provisions(level, point))
    count = sum(max(len(point.provisions), 1) for point in of.walk())
    return _framed(_side(head), _table(("Id", "Text"), rows, count))


def _side(side: Side, name: str = "") -> h.Node:
    head = f"{name}: {side.title}" if name else side.title
    return h.p(dir="auto")[h.strong[shown(head)], _small((side.facts, *side.asides))]


def _levels(draft: Draft) -> Iterator[tuple[int, Point]]:
    """Every point with how deep it stands."""
    waiting = [(0, point) for point in reversed(draft.points)]
    while waiting:
        level, point = waiting.pop()
        waiting += [(level + 1, below) for below in reversed(point.points)]
        yield level, point


def _provisions(level: int, point: Point) -> Iterator[h.Node]:
    indent = "\N{NO-BREAK SPACE}" * 3 * level
    if not point.provisions:
        yield h.tr[h.th(scope="row")[f"{indent}{shown(point.id)}"], h.td]
    for each in point.provisions:
        text = shown(each.text)
        cell = h.td(dir="auto")[h.strong[text] if each.kind == "heading" else text]
        yield h.tr[h.th(scope="row")[f"{indent}{shown(each.id)}"], cell]


@html.register
def _(of: Comparison) -> str:
    page = lay_out(of)
    told = enumerate(page.sections)
    counted = h.table[_head("Ledger", "Old", "New"), h.tbody[map(_count, page.ledger)]]
    return _framed(
        _side(page.old, "old"),
        _side(page.new, "new"),
        h.p[h.strong[shown(page.summary)]],
        _small(page.caveats),
        counted,
        (_section(section, opened=place < max(len(page.sections) - 1, 1)) for place, section in told),
    )


def _head(*names: str) -> h.Node:
    return h.thead[h.tr[(h.th(scope="col")[name] for name in names)]]


def _count(row: LedgerRow) -> h.Node:
    name = f"{GLYPHS[row.fate]} {row.fate}" if row.fate else "total"
    cells = ("–" if count is None else str(count) for count in (row.old, row.new))
    return h.tr(class_=row.fate)[h.th(scope="row")[name], (h.td(".count")[cell] for cell in cells)]


def _section(section: Section, *, opened: bool) -> h.Node:
    """The changes about a topic, which open and close without a script."""
    entries = [entry for group in section.groups for entry in group.entries]
    title = f"{section.title or 'Changes'}: {section.summary or 'nothing told here'}"
    above = h.p[shown(plain(section.above))] if section.above else None
    return h.details(open=opened)[h.summary[title], _entries(entries, len(entries)), above]


def _said(of: Entry) -> str:
    """The fate with its sign, how an absence is worded, and the flags."""
    fate = of.fate if of.words[0] == of.fate else f"{of.fate}: {of.words[0]}"
    return ", ".join([f"{GLYPHS[of.fate]} {fate}", *of.words[1:]])


def _entries(entries: Iterable[Entry], count: int) -> h.Node:
    return _table(("Old → new", "Fate", "Words"), map(_entry, entries), count)


def _entry(of: Entry) -> h.Node:
    notes = [f"▸ {line.label}: {line.said}" for line in of.shifts] + [plain(said) for said in of.remarks]
    return h.tr(class_=of.fate)[
        h.th(scope="row")[shown(of.ids)],
        h.td[_said(of), _small([" · ".join(of.topics)])],
        h.td(dir="auto")[runs(of.runs), _small(notes)],
    ]


@html.register
def _(of: Changes) -> str:
    entries = (entry(change, wording.verdict(change)) for change in of)
    said = wording.summary(of) if of else "No changes."
    return _framed(h.p[h.strong[said]], _entries(entries, len(of)) if of else None)


@html.register
def _(of: Change) -> str:
    return _framed(_entries([entry(of, wording.verdict(of))], 1))


@html.register
def _(of: Findings) -> str:
    every = (*(("", finding) for finding in of), *(("accepted", finding) for finding in of.accepted))
    rows = (_finding(*each) for each in every)
    table = _table(("Severity", "Old → new", "Finding", "Words"), rows, len(every)) if every else None
    return _framed(h.p[h.strong[summary(of)]], _small(register_lines(of)), table)


def _finding(state: str, of: Finding) -> h.Node:
    told = entry(of.change, wording.verdict(of.change))
    reason = f"accepted: {of.acceptance.reason}" if state and of.acceptance else ""
    return h.tr(class_=told.fate)[
        h.th(scope="row")[f"{of.severity}{f' ({state})' * bool(state)}"],
        h.td[shown(told.ids)],
        h.td(dir="auto")[shown(of.message), _small([_said(told), of.rule, reason])],
        h.td(dir="auto")[runs(told.runs), _small(f"▸ {line.label}: {line.said}" for line in told.shifts)],
    ]


@html.register
def _(of: History) -> str:
    page = lay_out_history(of)
    heads = ("Provision", *(str(number) for number in range(1, len(page.drafts) + 1)), "As it stands last")
    sides = (_side(side, str(number)) for number, side in enumerate(page.drafts, start=1))
    grid = _table(heads, map(_life, page.lives), len(page.lives))
    return _framed(sides, h.p[h.strong[shown(page.summary)]], _small(page.caveats), grid)


def _life(life: Life) -> h.Node:
    cells = (h.td[shown(f"{MARKS[cell.standing]} {cell.ids}")] for cell in life.cells)
    return h.tr[
        h.th(scope="row")[shown(life.name)], cells, h.td(dir="auto")[shown(life.text), _small(life.swings)]
    ]


@html.register
def _(of: ThreeWay) -> str:
    page = lay_out_answers(of)
    sides = (_side(side, name) for name, side in page.sides)
    blocks = (
        h.details(open=number == 0)[
            h.summary[f"{block.title} ({len(block.rows)})"],
            _table(("Base", "A", "B"), map(_answer, block.rows), len(block.rows)),
        ]
        for number, block in enumerate(page.blocks)
    )
    return _framed(sides, h.p[h.strong[shown(page.summary)]], _small(page.caveats), blocks)


def _answer(row: Row) -> h.Node:
    return h.tr[
        h.th(scope="row")[shown(row.ids)],
        (h.td(dir="auto")[map(_answered, side)] for side in (row.a, row.b)),
    ]


def _answered(of: Entry) -> h.Node:
    notes = _small(f"▸ {line.label}: {line.said}" for line in of.shifts)
    return h.div[_small([f"{of.ids}: {_said(of)}"]), h.p(class_=of.fate)[runs(of.runs)], notes]
