"""Three drafts as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.present.answers import MARKS, AnswerPage, Row
from peacediff.present.answers import Block as Stand
from peacediff.present.page import Entry, Held
from peacediff.renderers import Style
from peacediff.renderers.terminal import Block, entry_blocks, paint
from peacediff.renderers.wrapping import Piece


def render(page: AnswerPage, style: Style) -> str:
    """The page as lines of text."""
    return paint(_blocks(page), style)


def _blocks(page: AnswerPage) -> Iterator[Block]:
    for name, side in page.sides:
        yield Block((Piece(side.title, "strong"),), f"{name:<4}  ", "      ")
        yield Block((Piece(side.facts, "faint"),), "      ", "      ")
        yield from (Block((Piece(aside),), "      ", "      ") for aside in side.asides)
    yield Block()
    yield Block((Piece(page.summary),))
    if page.left_out:
        yield Block((Piece(page.left_out, "strong"),))
    yield Block((Piece(" ".join(page.caveats)),))
    for stand in page.blocks:
        yield Block()
        yield Block((Piece(f"{MARKS[stand.stand]} {stand.title.upper()} ({len(stand.rows)})", "strong"),))
        yield from _stand(stand)


def _stand(stand: Stand) -> Iterator[Block]:
    if stand.stretches:
        yield Block((Piece("; ".join(stand.stretches)),), "  ", "  ")
        return
    for row in stand.rows:
        yield Block()
        yield from _row(row)


def _row(row: Row) -> Iterator[Block]:
    topics = (Piece(f" · {', '.join(row.topics)}", "faint"),) if row.topics else ()
    yield Block((Piece(f"{MARKS[row.stand]} {row.ids}", "strong"), *topics), rest="    ")
    if row.base:
        yield from (_held(held) for held in row.base)
    for name, entries in (("A", row.a), ("B", row.b), ("A to B", row.between)):
        for entry in entries:
            yield from _entry(name, entry)


def _held(held: Held) -> Block:
    return Block((Piece("base: ", "faint"), Piece("".join(run.text for run in held.runs))), "    ", "      ")


def _entry(name: str, entry: Entry) -> Iterator[Block]:
    for block in entry_blocks(entry, f"{name}  "):
        yield Block(block.pieces, f"    {block.first}", f"    {block.rest}")
