"""A history as a table for spreadsheets: one row for each lineage in each draft that it touches."""

from __future__ import annotations

import csv
import io

from peacediff.model import History
from peacediff.renderers.findings.csv import cell

_HEAD = ("lineage", "draft", "title", "standing", "provisions", "oscillating", "text")


def render(history: History) -> str:
    """The history as CSV; several ids stand in one cell, joined by a space."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(_HEAD)
    for lineage in history.lineages:
        for number, (standing, held) in enumerate(zip(lineage.standings, lineage.provisions, strict=True)):
            if standing == "absent":
                continue
            draft, ids = history.drafts[number], " ".join(provision.id for provision in held)
            text = "\n".join(provision.text for provision in held)
            swings = "yes" if lineage.oscillating else "no"
            row = (lineage.name, str(number + 1), draft.title or draft.name, standing, ids, swings, text)
            writer.writerow(map(cell, row))
    return lines.getvalue()
