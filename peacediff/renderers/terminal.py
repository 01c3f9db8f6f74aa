"""A `Page` as text for a terminal: words and marks say everything, colour only repeats it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import attrs

from peacediff.present.page import (
    GLYPHS,
    Entry,
    Group,
    LedgerRow,
    Observation,
    Page,
    PointRow,
    Run,
    Section,
    Side,
    plain,
)
from peacediff.renderers import Style
from peacediff.renderers.wrapping import Piece, columns, cut, wrap

NO_BREAK = "\u00a0"
"""Keeps the columns of a table apart while lines are broken; shown as a space."""

_WIDEST, _NARROWEST = 100, 40
_SGR = {
    "dropped": "31",
    "deleted": "31",
    "changed": "33",
    "added": "32",
    "inserted": "32",
    "reworded": "36",
    "unchanged": "2",
    "strong": "1",
    "faint": "2",
}
_WIDEST_CELL = 24
"""Columns of ids in a table of points, the rest of which are cut off."""
_RULE = "═"
_MARKS = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}")}


@attrs.frozen
class Block:
    """A paragraph: its pieces, and the indents of its first line and the rest.

    Where it is ``brief``, only its first line is shown.
    """

    pieces: tuple[Piece, ...] = ()
    first: str = ""
    rest: str = ""
    brief: bool = False


def render(page: Page, style: Style) -> str:
    """The page as lines of text, at most 100 columns wide however wide the screen."""
    return paint(_blocks(page), style)


def paint(blocks: Iterable[Block], style: Style) -> str:
    """Blocks wrapped and coloured; a block without pieces is an empty line."""
    width = min(max(style.width, _NARROWEST), _WIDEST)
    lines = (line for block in blocks for line in _lines(block, width, color=style.color))
    return "".join(f"{line}\n" for line in lines)


def _lines(block: Block, width: int, *, color: bool) -> Iterator[str]:
    indent = block.first
    for line in _wrapped(block, width - max(columns(block.first), columns(block.rest))):
        yield indent + _painted(line, color=color)
        indent = block.rest
    if not block.pieces:
        yield ""


def _wrapped(block: Block, width: int) -> Iterable[tuple[Piece, ...]]:
    lines = tuple(wrap(block.pieces, width))
    if not block.brief or len(lines) <= 1:
        return lines
    return [(*next(wrap(block.pieces, width - 2)), Piece(" …", "faint"))]


def _painted(line: tuple[Piece, ...], *, color: bool) -> str:
    runs = groupby(_trimmed(line), key=lambda piece: piece.style if color else "")
    painted = (_colored("".join(piece.text for piece in pieces), style) for style, pieces in runs)
    return "".join(painted).replace(NO_BREAK, " ")


def _trimmed(line: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The line without no-break spaces at its end, coloured or not."""
    while line:
        *rest, last = line
        if text := last.text.rstrip():
            return (*rest, Piece(text, last.style))
        line = tuple(rest)
    return line


def _colored(text: str, style: str) -> str:
    return f"\x1b[{_SGR[style]}m{text}\x1b[0m" if style else text


def _blocks(page: Page) -> Iterator[Block]:
    yield from _head(page)
    for section in page.sections:
        yield from _section(section)
    yield from _observations(page.observations)
    yield from _ledger(page.ledger)
    yield from _points("POINT BY POINT", page.points, "→")
    yield from _points("WHOLLY NEW POINTS", page.new_points, "")


def _head(page: Page) -> Iterator[Block]:
    yield Block((Piece(page.old.title, "strong"),))
    yield Block((Piece("→ "), Piece(page.new.title, "strong")), rest="  ")
    yield Block()
    yield from _side("old", page.old)
    yield from _side("new", page.new)
    yield Block()
    yield Block((Piece(page.summary),))
    if page.left_out:
        yield Block((Piece(page.left_out, "strong"),))
    if page.caveats:
        yield Block((Piece(" ".join(page.caveats)),))


def _side(name: str, side: Side) -> Iterator[Block]:
    yield Block((Piece(side.facts),), f"{name}  ", "     ")
    for aside in side.asides:
        yield Block((Piece(aside),), "     ", "     ")


def heading(text: str, style: str = "strong") -> Iterator[Block]:
    """A heading below an empty line."""
    yield Block()
    yield Block((Piece(text, style),))


def _section(section: Section) -> Iterator[Block]:
    if section.title:
        summary = section.summary or "nothing told here"
        yield from heading(f"{section.title.upper()}: {summary}")
        yield Block((Piece(_RULE * columns(section.title)),))
    for group in section.groups:
        yield from _group(group)
    if section.above:
        yield Block()
        yield Block((Piece(plain(section.above), "faint"),), rest="  ")


def _group(group: Group) -> Iterator[Block]:
    said = f": {group.absence}" if group.absence else ""
    yield from heading(f"{GLYPHS[group.fate]} {group.fate.upper()}{said} ({group.count})")
    if group.stretches:
        yield Block((Piece("; ".join(group.stretches)),), "  ", "  ")
    for entry in () if group.stretches else group.entries:
        yield Block()
        yield from entry_blocks(entry)


def entry_blocks(entry: Entry, name: str = "") -> Iterator[Block]:
    """One change; ``name`` stands before its ids."""
    topics = (Piece(f" · {', '.join(entry.topics)}", "faint"),) if entry.topics else ()
    fate = Piece(f"{name}{GLYPHS[entry.fate]} {entry.ids}", entry.fate)
    yield Block((fate, Piece(f": {', '.join(entry.words)}"), *topics), rest="    ")
    if entry.runs:
        yield Block(tuple(map(run_piece, entry.runs)), "    ", "    ")
    for shift in entry.shifts:
        yield Block((Piece(f"▸ {shift.label}:", "strong"), Piece(f" {shift.said}")), "    ", "      ")
    for remark in entry.remarks:
        yield Block((Piece(plain(remark), "faint"),), "    ", "      ")


def run_piece(run: Run) -> Piece:
    """What is equal, taken away or put in, with its marks."""
    if run.role not in _MARKS:
        return Piece(run.text, "faint" if run.role == "elided" else "")
    left, right = _MARKS[run.role]
    return Piece(f"{left}{run.text}{right}", run.role)


def _observations(observations: tuple[Observation, ...]) -> Iterator[Block]:
    if observations:
        yield from heading(f"REMARKS on what belongs together ({len(observations)})")
    for observation in observations:
        yield Block()
        yield Block((Piece(observation.said),), "  ", "    ")
        for quote in observation.quotes:
            yield Block((Piece(plain(quote), "faint"),), "    ", "      ")


def _ledger(rows: tuple[LedgerRow, ...]) -> Iterator[Block]:
    yield from heading("LEDGER of provisions")
    yield Block((Piece(_padded("", 13)), Piece(_numbers("old", "new"))), "  ")
    for row in rows:
        name = f"{GLYPHS[row.fate]} {row.fate}" if row.fate else "  total"
        counts = ("–" if count is None else str(count) for count in (row.old, row.new))
        yield Block((Piece(_padded(name, 13), row.fate or ""), Piece(_numbers(*counts))), "  ")


def _numbers(*cells: str) -> str:
    return "".join(cell.rjust(7).replace(" ", NO_BREAK) for cell in cells)


def _points(title: str, rows: tuple[PointRow, ...], arrow: str) -> Iterator[Block]:
    if rows:
        yield from heading(title)
    ids = max((2 * row.level + columns(str(row.point)) for row in rows), default=0)
    answers = max((columns(plain(row.answer)) for row in rows), default=0)
    for row in rows:
        yield _point(row, min(ids, _WIDEST_CELL), min(answers, _WIDEST_CELL), arrow)


def _point(row: PointRow, ids: int, answers: int, arrow: str) -> Block:
    fate = f"{GLYPHS[row.fate]} {row.fate}" if row.fate else "  empty"
    answer = f"{arrow if row.answer else ' '} {plain(row.answer)}"
    pieces = (
        Piece(_padded(cut(" " * 2 * row.level + str(row.point), ids), ids + 2)),
        Piece(_padded(fate, 13), row.fate or ""),
        Piece(_padded(cut(answer, answers + 2), answers + 3) if answers else ""),
        Piece(f" {row.opening}", "faint"),
    )
    return Block(pieces, "  ", brief=True)


def _padded(text: str, width: int) -> str:
    return (text + " " * (width - columns(text))).replace(" ", NO_BREAK)
