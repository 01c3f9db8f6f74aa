"""Three drafts as CSV: a row for each answer."""

from __future__ import annotations

import csv
from io import StringIO

from peacediff.present.answers import AnswerPage, Row
from peacediff.present.page import Entry, Held
from peacediff.renderers.findings.csv import cell

HEAD = ("stand", "base", "base text", "a", "a text", "a did", "b", "b text", "b did", "topics")


def render(page: AnswerPage) -> str:
    """The rows under a head."""
    lines = StringIO()
    rows = (tuple(map(cell, _row(row))) for block in page.blocks for row in block.rows)
    csv.writer(lines, lineterminator="\n").writerows((HEAD, *rows))
    return lines.getvalue()


def _row(row: Row) -> tuple[str, ...]:
    a, b = (_side(entries) for entries in (row.a, row.b))
    return row.stand, _ids(row.base), _texts(row.base), *a, *b, " ".join(row.topics)


def _side(entries: tuple[Entry, ...]) -> tuple[str, str, str]:
    held = tuple(each for entry in entries for each in entry.new)
    said = "; ".join(
        ", ".join((*entry.words, *(f"{line.label}: {line.said}" for line in entry.shifts)))
        for entry in entries
    )
    return _ids(held), _texts(held), said


def _ids(held: tuple[Held, ...]) -> str:
    return " ".join(str(each.ref) for each in held)


def _texts(held: tuple[Held, ...]) -> str:
    return " ".join("".join(run.text for run in each.runs if run.role != "deleted") for each in held)
