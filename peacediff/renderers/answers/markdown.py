"""Three drafts as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.present.answers import AnswerPage, Block, Row
from peacediff.present.page import Entry
from peacediff.renderers.markdown import escaped, inline, item


def render(page: AnswerPage) -> str:
    """The page as a document."""
    return "\n\n".join(_parts(page)) + "\n"


def _parts(page: AnswerPage) -> Iterator[str]:
    yield "# " + " / ".join(inline(side.title) for _, side in page.sides)
    yield "\n".join(
        line
        for name, side in page.sides
        for line in (f"- {name}: {inline(side.facts)}", *(f"  - {inline(aside)}" for aside in side.asides))
    )
    yield f"**{inline(page.summary)}**"
    if page.left_out:
        yield inline(page.left_out)
    yield "> " + " ".join(map(inline, page.caveats))
    for block in page.blocks:
        yield f"## {block.title} ({len(block.rows)})"
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if block.stretches:
        yield escaped("; ".join(block.stretches))
        return
    for row in block.rows:
        yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    topics = f" · {inline(', '.join(row.topics))}" if row.topics else ""
    yield f"### {inline(row.ids)}{topics}"
    for held in row.base:
        yield f"> base {inline(str(held.ref))}: {inline(''.join(run.text for run in held.runs))}"
    for name, entries in (("A", row.a), ("B", row.b), ("A to B", row.between)):
        yield from (_entry(name, entry) for entry in entries)


def _entry(name: str, entry: Entry) -> str:
    return item(entry, f"{name} ")
