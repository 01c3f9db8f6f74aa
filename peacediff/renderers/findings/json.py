"""A page of findings as JSON, as ``peacediff schema findings`` describes it."""

from __future__ import annotations

from typing import Any

import attrs

from peacediff.present.findings import FindingsPage, Hit
from peacediff.renderers import Style
from peacediff.renderers.findings.inert import data
from peacediff.version import __version__

SCHEMA = "peacediff/findings"
SCHEMA_VERSION = "1.0"


def render(page: FindingsPage, style: Style) -> str:  # noqa: ARG001 (every renderer is asked alike)
    """The findings as data; the words are those of the drafts, white space in single spaces."""
    return data(
        {
            "schema": SCHEMA,
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "peacediff", "version": __version__},
            "old": page.old,
            "new": page.new,
            "summary": page.summary,
            "caveats": list(page.caveats),
            "fail_on": page.fail_on or "never",
            "left_out": page.left_out,
            "register": list(page.register),
            "findings": [_hit(hit) | {"fails": page.fails(hit)} for hit in page.hits],
            "accepted": [_hit(hit) | {"reason": hit.reason} for hit in page.accepted],
        }
    )


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "rule": hit.rule,
        "title": hit.title,
        "severity": hit.severity,
        "ids": hit.ids,
        "message": hit.said,
        "quotes": [{"before": old, "after": new} for old, new in hit.quotes],
        "notes": list(hit.notes),
        "place": attrs.asdict(hit.place),
        "nearby": hit.nearby,
        "was": attrs.asdict(hit.was) if hit.was else None,
        "fingerprint": hit.fingerprint,
    }
