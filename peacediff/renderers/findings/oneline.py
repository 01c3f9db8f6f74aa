"""A page of findings, one line each: file, line, severity, rule, what is said, fingerprint."""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.present.findings import FindingsPage, Hit
from peacediff.renderers import Style
from peacediff.renderers.findings.inert import inert


def render(page: FindingsPage, style: Style) -> str:  # noqa: ARG001 (every renderer is asked alike)
    """The findings as lines that editors and ``grep`` read, and what else must be known."""
    return "".join(f"{line}\n" for line in _lines(page))


def _lines(page: FindingsPage) -> Iterator[str]:
    for hit in page.hits:
        yield _line(hit, hit.severity)
    for hit in page.accepted:
        yield _line(hit, f"accepted {hit.severity}")
    for said in filter(None, (page.left_out, *page.register)):
        yield f"peacediff: {inert(said)}"


def _line(hit: Hit, severity: str) -> str:
    """The place first; a name that begins with colons would be a command in the log of a pipeline."""
    place = f"{hit.place.file}:{hit.place.line}"
    led = f"./{place}" if place.startswith(":") else place
    return inert(f"{led}: {severity} {hit.rule}: {hit.sentence} [{hit.fingerprint}]")
