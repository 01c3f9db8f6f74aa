"""A page of findings as annotations of a GitHub workflow: worst first, within the platform's limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacediff.model import SEVERITIES, Severity
from peacediff.present.findings import FindingsPage, Hit
from peacediff.renderers import Style
from peacediff.renderers.findings.inert import inert

MOST = 10
"""Annotations of one kind that GitHub shows for a step; what is beyond is dropped there without a word."""
_KINDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(page: FindingsPage, style: Style) -> str:  # noqa: ARG001 (every renderer is asked alike)
    """The annotations, and a last line that says how many findings there are and how many have none."""
    kept = {severity: _kept(page.hits, severity) for severity in SEVERITIES}
    without = len(page.hits) - sum(map(len, kept.values()))
    lines = [_annotation(hit) for severity in SEVERITIES for hit in kept[severity]]
    said = [page.summary, *_without(without), page.left_out, *page.register]
    return "".join(f"{line}\n" for line in (*lines, f"peacediff: {inert(' '.join(filter(None, said)))}"))


def _kept(hits: Sequence[Hit], severity: Severity) -> list[Hit]:
    return [hit for hit in hits if hit.severity == severity][:MOST]


def _without(count: int) -> Iterator[str]:
    if count:
        are = "1 finding is" if count == 1 else f"{count} findings are"
        yield f"{are} left out of the annotations, of which GitHub shows {MOST} of a kind."


def _annotation(hit: Hit) -> str:
    told = {"file": hit.place.file, "line": str(hit.place.line), "title": f"{hit.title} ({hit.rule})"}
    properties = ",".join(f"{name}={_property(value)}" for name, value in told.items())
    return f"::{_KINDS[hit.severity]} {properties}::{_escaped(f'{hit.sentence} [{hit.fingerprint}]')}"


def _escaped(text: str) -> str:
    return inert(text).replace("%", "%25")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
