"""A page of findings as Markdown: a job summary, a comment, a report."""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.present.findings import FindingsPage, Hit
from peacediff.renderers import Style
from peacediff.renderers.findings.inert import inert
from peacediff.renderers.markdown import escaped


def render(page: FindingsPage, style: Style) -> str:  # noqa: ARG001 (every renderer is asked alike)
    """The page as GitHub-flavoured Markdown; nothing of the documents is taken for markup."""
    return "\n\n".join(_blocks(page)) + "\n"


def _blocks(page: FindingsPage) -> Iterator[str]:
    yield f"# Findings: {_text(page.old)} → {_text(page.new)}"
    yield f"**{_text(page.summary)}**"
    yield from (_text(said) for said in (page.left_out, *page.register, *page.caveats) if said)
    yield from (_item(hit, hit.severity) for hit in page.hits)
    if page.accepted:
        yield "## Accepted"
    for hit in page.accepted:
        yield f"{_item(hit, f'{hit.severity}, accepted')}\n  - reason: {_text(hit.reason)}"


def _item(hit: Hit, severity: str) -> str:
    place = f"{hit.place.file}:{hit.place.line}"
    lines = [
        f"- **{severity}** {_text(hit.ids)}: {_text(hit.said)} ({_text(hit.title)}, `{hit.rule}`)",
        f"  - {_text(hit.words)}",
        *(f"  - {_text(note)}" for note in hit.notes),
        f"  - {'near ' * hit.nearby}{_text(place)}, `{hit.fingerprint}`",
    ]
    return "\n".join(lines)


def _text(text: str) -> str:
    return escaped(inert(text))
