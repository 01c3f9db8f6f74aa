"""The lineages of a history as SVG: drafts as columns, provisions as lines, from top to bottom as they are first seen.

Places are per cents of the width, so one drawing fits a telephone and a wall; its height grows with the provisions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import htpy as h

from peacediff import packaged
from peacediff.present.lives import MARKS, SAID, Cell, HistoryPage, Life
from peacediff.renderers.html.markup import shown
from peacediff.renderers.picture import style as colours

_ROW, _HEAD = 16, 30
"""Pixels for a provision, and above each block of them, where the drafts are numbered."""
_BLOCK = 40
"""Provisions under one head: no more than a screen holds, so that a column is never without its number in sight."""
_LEFT, _RIGHT, _WORDS = 14.0, 58.0, 61.0
"""Per cent of the width where the first and the last draft stand, and where the words begin."""
_LONGEST = 54
"""Characters of a provision that are shown beside its line."""
_NOWHERE = ("absent", "dropped")


def alone(page: HistoryPage) -> str:
    """The picture as a file of its own, with a legend."""
    blocks = _blocks(page)
    tops = list(accumulate(map(_height, blocks), initial=0))
    height = tops[-1] + _ROW * 2
    titles = " → ".join(draft.title for draft in page.drafts)
    attributes = {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-label": shown(titles)}
    frame = h.svg(".picture.lives", attributes, width="960", height=str(height))
    ground = h.rect(".ground", width="100%", height="100%")
    drawn = (node for block, top in zip(blocks, tops, strict=False) for node in _drawn(page, block, top))
    return f"{frame[h.style[style()], ground, *drawn, _legend(height)]}\n"


def inside(page: HistoryPage) -> Iterator[h.Element]:
    """The picture as a part of a page that tells the same as a table: block by block, so that paper can hold it."""
    hidden = {"aria-hidden": "true", "focusable": "false"}
    for block in _blocks(page):
        frame = h.svg(".picture.lives", hidden, width="100%", height=str(_height(block)))
        yield frame[*_drawn(page, block, 0)]


def style() -> str:
    """The colours of fates and how the picture is painted, as CSS."""
    own = packaged.text("lives.css")
    return colours() + own


def _blocks(page: HistoryPage) -> list[Sequence[Life]]:
    """The provisions, as many together as stand under one head; one block at least."""
    return [page.lives[first : first + _BLOCK] for first in range(0, len(page.lives) or 1, _BLOCK)]


def _height(block: Sequence[Life]) -> int:
    return _HEAD + _ROW * len(block)


def _drawn(page: HistoryPage, block: Sequence[Life], top: int) -> Iterator[h.Node]:
    places = [_place(number, len(page.drafts)) for number in range(len(page.drafts))]
    first, end = top + _HEAD, str(top + _height(block))
    for number, (x, draft) in enumerate(zip(places, page.drafts, strict=True), start=1):
        yield h.text(".draft", x=x, y=str(first - 12))[str(number), h.title[shown(draft.title)]]
        yield h.line(".column", x1=x, x2=x, y1=str(first - 6), y2=end)
    for row, life in enumerate(block):
        yield h.g[*_life(life, places, first + _ROW * row + _ROW // 2)]


def _place(number: int, drafts: int) -> str:
    return f"{_LEFT + (_RIGHT - _LEFT) * number / max(drafts - 1, 1):.2f}%"


def _life(life: Life, places: list[str], y: int) -> Iterator[h.Node]:
    low, middle = str(y + 4), str(y)
    yield h.title[shown(f"{life.name}: {life.text}")]
    yield h.text(".id", x=f"{_LEFT - 2:g}%", y=low)[shown(life.name)]
    for (left, was), (right, now) in pairwise(zip(places, life.cells, strict=True)):
        yield _stretch(life, was, now, left, right, middle)
    for x, cell in zip(places, life.cells, strict=True):
        if cell.standing != "absent":
            yield h.text(f".mark.{cell.standing}", x=x, y=low)[MARKS[cell.standing]]
    swings = "↔ " * bool(life.swings)
    yield h.text(".opening", x=f"{_WORDS:g}%", y=low)[f"{swings}{shown(_opening(life.text))}"]


def _opening(text: str) -> str:
    """How a text begins, cut between words where there are any."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]} …"


def _stretch(life: Life, was: Cell, now: Cell, left: str, right: str, y: str) -> h.Node:
    """The line of one step: as its fate, dashed where the provision is gone for a while, and none elsewhere."""
    kind: str = now.standing
    if was.standing in _NOWHERE:
        later = life.cells[_index(life, now) :]
        kind = "gone" if any(cell.standing == "came-back" for cell in later) and _stood(life, was) else ""
    return h.line(f".{kind}", x1=left, x2=right, y1=y, y2=y) if kind else None


def _index(life: Life, cell: Cell) -> int:
    return next(n for n, each in enumerate(life.cells) if each is cell)


def _stood(life: Life, cell: Cell) -> bool:
    return any(each.standing not in _NOWHERE for each in life.cells[: _index(life, cell)])


def _legend(height: int) -> Iterator[h.Node]:
    """What each sign stands for, in words."""
    signs = [(standing, mark) for standing, mark in MARKS.items() if mark.strip()]
    for number, (standing, mark) in enumerate(signs):
        said = f"{mark} {SAID.get(standing, standing)}"
        yield h.text(f".legend.{standing}", x=f"{8 + 14 * number}%", y=str(height - _ROW // 2))[said]
