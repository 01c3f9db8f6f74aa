"""A table of correspondence as text, Markdown or CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from peacediff.present.correspondence import Correspondence, Row
from peacediff.renderers import Style
from peacediff.renderers.markdown import table
from peacediff.renderers.terminal import NO_BREAK, Block, paint
from peacediff.renderers.wrapping import Piece, columns

_NONE = "–"
_WIDEST = 40
_DIRECTIONS = (("Old", "New"), ("New", "Old"))


def text(found: Correspondence, style: Style) -> str:
    """Both directions as columns of text."""
    return paint(_blocks(found), style)


def markdown(found: Correspondence) -> str:
    """Both directions as Markdown tables."""
    parts = (
        f"## {here} → {there}\n\n{table((here, there, 'Fate'), map(_cells, rows))}"
        for (here, there), rows in _both(found)
    )
    return "\n\n".join(parts) + "\n"


def separated(found: Correspondence) -> str:
    """Both directions as CSV, one line for each point; several answers stand in one cell."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(("draft", "point", "answered by", "fate"))
    for (here, _), rows in _both(found):
        writer.writerows((here.lower(), row.point, "; ".join(row.answers), row.fate) for row in rows)
    return lines.getvalue()


def _both(found: Correspondence) -> Iterator[tuple[tuple[str, str], tuple[Row, ...]]]:
    return zip(_DIRECTIONS, (found.old, found.new), strict=True)


def _cells(row: Row) -> tuple[str, str, str]:
    return row.point, ", ".join(row.answers) or _NONE, row.fate


def _blocks(found: Correspondence) -> Iterator[Block]:
    for number, ((here, there), rows) in enumerate(_both(found)):
        cells = [(here, there, "Fate"), *map(_cells, rows)]
        widths = [min(max(columns(line[place]) for line in cells), _WIDEST) for place in (0, 1)]
        if number:
            yield Block()
        yield Block((Piece(f"{here} → {there}".upper(), "strong"),))
        for line in cells:
            yield _line(line, widths)


def _line(cells: tuple[str, str, str], widths: list[int]) -> Block:
    padded = (f"{cell}{' ' * (width - columns(cell))}" for cell, width in zip(cells, widths, strict=False))
    return Block((Piece(f"{'   '.join(padded)}   ".replace(" ", NO_BREAK)), Piece(cells[2])), "  ", "      ")
