"""A page of findings as a table of comma-separated values, in which no cell is a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from peacediff.present.findings import FindingsPage, Hit
from peacediff.renderers import Style
from peacediff.renderers.findings.inert import inert

HEAD = (
    "state",
    "severity",
    "rule",
    "ids",
    "message",
    "before",
    "after",
    "file",
    "line",
    "fingerprint",
    "reason",
)
_FORMULA = ("=", "+", "-", "@")


def render(page: FindingsPage, style: Style) -> str:  # noqa: ARG001 (every renderer is asked alike)
    """A row for each finding under a head; what is hidden or stale stands in rows of the state ``note``."""
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows(
        [HEAD, *(tuple(map(cell, row)) for row in _rows(page))]
    )
    return written.getvalue()


def _rows(page: FindingsPage) -> Iterator[tuple[str, ...]]:
    yield from (_row("open", hit) for hit in page.hits)
    yield from (_row("accepted", hit) for hit in page.accepted)
    for said in filter(None, (page.left_out, *page.register)):
        yield ("note", "", "", "", said, *[""] * (len(HEAD) - 5))


def _row(state: str, hit: Hit) -> tuple[str, ...]:
    before, after = ("; ".join(filter(None, side)) for side in zip(*hit.quotes, strict=True))
    return (
        state,
        hit.severity,
        hit.rule,
        hit.ids,
        hit.said,
        before,
        after,
        hit.place.file,
        str(hit.place.line),
        hit.fingerprint,
        hit.reason,
    )


def cell(text: str) -> str:
    """A cell that no spreadsheet reckons: one that would open a formula is led by an apostrophe."""
    plain = inert(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
