"""A history as text for a terminal: words and marks say everything, colour only repeats it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peacediff.present.lives import MARKS, SAID, Brought, HistoryPage, Life, Told
from peacediff.renderers import Style
from peacediff.renderers.terminal import NO_BREAK, Block, heading, paint, run_piece
from peacediff.renderers.wrapping import Piece, columns

_COLORS = {"came-back": "added", "first": "", "absent": ""}
_INDENT = "    "
_WIDEST_GRID = 24
"""With more drafts than this a grid of one column for each would leave no room for words."""


def render(page: HistoryPage, style: Style) -> str:
    """The page as lines of text."""
    return paint(_blocks(page), style)


def _blocks(page: HistoryPage) -> Iterator[Block]:
    yield Block((Piece(f"History of {len(page.drafts)} drafts", "strong"),))
    yield Block()
    for number, draft in enumerate(page.drafts, start=1):
        yield Block((Piece(f"{number}  "), Piece(draft.title, "strong")), rest="   ")
        yield from (Block((Piece(said),), "   ", "   ") for said in (draft.facts, *draft.asides))
    yield Block()
    yield Block((Piece(page.summary),))
    for said in filter(None, (page.left_out, " ".join(page.caveats))):
        yield Block((Piece(said),))
    yield from _group("CAME BACK", page.came_back)
    yield from _swings(page.oscillating)
    yield from _group("GONE FROM THE LAST DRAFT", [life for life in page.gone if not life.returned])
    yield from _group("NOT AS IT WAS FIRST", page.altered)
    yield from _grid(page)
    yield from _phrases(page.brought)


def _group(title: str, lives: Iterable[Life]) -> Iterator[Block]:
    lives = tuple(lives)
    if not lives:
        return
    yield from heading(f"{title} ({len(lives)})")
    for life in lives:
        yield Block()
        about = f" · {', '.join(life.topics)}" if life.topics else ""
        yield Block((Piece(life.name, "strong"), Piece(about, "faint")), rest=_INDENT)
        for told in life.told:
            yield from _told(told)


def _told(told: Told) -> Iterator[Block]:
    mark = MARKS[told.standing]
    yield Block((Piece(f"{mark} {told.head}", _color(told.standing)),), "  ", _INDENT)
    yield Block(tuple(run_piece(run) for run in told.runs), _INDENT, _INDENT)
    for shift in told.shifts:
        yield Block((Piece(f"▸ {shift.label}: {shift.said}"),), _INDENT, f"{_INDENT}  ")
    for words in told.words:
        yield Block((Piece(words, "faint"),), _INDENT, f"{_INDENT}  ")


def _color(standing: str) -> str:
    return _COLORS.get(standing, standing)


def _swings(lives: Iterable[Life]) -> Iterator[Block]:
    lives = tuple(lives)
    if not lives:
        return
    yield from heading(f"OSCILLATING ({len(lives)})")
    yield Block()
    for life in lives:
        for swing in life.swings:
            yield Block((Piece("↔ "), Piece(life.name, "strong"), Piece(f" {swing}")), rest=_INDENT)


def _grid(page: HistoryPage) -> Iterator[Block]:
    yield from heading("THE GRID")
    yield Block((Piece(legend(), "faint"),))
    yield Block()
    names = max((columns(life.name) for life in page.lives), default=0)
    wide = len(str(len(page.drafts))) + (1 if len(page.drafts) <= _WIDEST_GRID else 0)
    numbers = "".join(str(n + 1).rjust(wide) for n in range(len(page.drafts)))
    yield Block((Piece(_kept(f"{' ' * names} {numbers}"), "strong"),), brief=True)
    for life in page.lives:
        name = Piece(_kept(life.name + " " * (names - columns(life.name)) + " "))
        cells = (Piece(_kept(MARKS[c.standing].rjust(wide)), _color(c.standing)) for c in life.cells)
        yield Block((name, *cells, Piece(_kept("  ")), Piece(life.text)), brief=True)


def legend() -> str:
    """Every sign of the grid with its word."""
    return ", ".join(f"{mark} {SAID.get(name, name)}" for name, mark in MARKS.items() if mark.strip())


def _phrases(brought: Iterable[Brought]) -> Iterator[Block]:
    yield from heading("THE LAST DRAFT, PHRASE BY PHRASE")
    yield Block((Piece("Before each phrase stands the number of the draft that brought it.", "faint"),))
    yield Block()
    for row in brought:
        parts = [
            piece
            for text, draft in row.phrases
            for piece in (Piece(f"[{draft}]{NO_BREAK}", "faint"), Piece(f"{text.strip()} "))
        ]
        yield Block((Piece(f"{row.provision}  ", "strong"), *parts), rest=_INDENT)


def _kept(text: str) -> str:
    return text.replace(" ", NO_BREAK)
