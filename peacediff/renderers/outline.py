"""How a draft was understood, as text for a terminal, so that a misreading is seen before it misleads."""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.model import Draft, Irregularity, Passage, Point, Provision
from peacediff.present.numbering import irregular
from peacediff.present.wording import side
from peacediff.renderers import Style
from peacediff.renderers.terminal import Block, paint
from peacediff.renderers.wrapping import Piece

_KINDS = {"front-matter": "front matter", "remainder": "not understood"}


def render(draft: Draft, style: Style) -> str:
    """What is said of a draft, its points and provisions with ids, lines and first words, then all other passages."""
    return paint(_blocks(draft), style)


def _blocks(draft: Draft) -> Iterator[Block]:
    head = side(draft)
    yield Block((Piece(head.title, "strong"),))
    yield Block((Piece(head.facts),))
    yield from (Block((Piece(remark, "faint"),)) for remark in draft.remarks)
    yield Block()
    waiting = [(0, point) for point in reversed(draft.points)]
    while waiting:
        level, point = waiting.pop()
        waiting += [(level + 1, below) for below in reversed(point.points)]
        yield from _point(point, level)
    if draft.passages:
        yield Block()
        yield Block((Piece("NO PROVISIONS", "strong"),))
    for passage in draft.passages:
        yield _passage(passage)
    if draft.numbering:
        yield Block()
        yield Block((Piece("NUMBERING", "strong"),))
    for irregularity in draft.numbering:
        yield _irregularity(irregularity)


def _point(point: Point, level: int) -> Iterator[Block]:
    """A line for each provision; the first also tells the point's label and, where it is no plain one, its kind."""
    printed = [point.label, *([point.kind] if point.kind != "point" else [])]
    if not point.provisions:
        yield _line(level, point.line, [point.id, *printed], "(no text of its own)")
    for place, provision in enumerate(point.provisions):
        head = [provision.id, *([] if place else printed), *_kind(provision, point)]
        yield _line(level, provision.line, head, provision.text)


def _kind(provision: Provision, point: Point) -> list[str]:
    heading = provision.kind == "heading" and point.kind != "heading"
    return [*(["heading"] if heading else []), *(["open"] if provision.open else [])]


def _line(level: int, line: int, head: list[str], text: str) -> Block:
    name, *said = head
    printed = "".join(f" [{word}]" for word in said if word)
    pieces = (Piece(name, "strong"), Piece(printed, "faint"), Piece(f" {text}"))
    return Block(pieces, f"{line:>5}  {'  ' * level}", brief=True)


def _passage(passage: Passage) -> Block:
    kind = _KINDS.get(passage.kind, passage.kind)
    return Block((Piece(f"{kind}:", "strong"), Piece(f" {passage.text}")), f"{passage.line:>5}  ", brief=True)


def _irregularity(found: Irregularity) -> Block:
    said = f" {irregular(found)}"
    return Block((Piece(found.point, "strong"), Piece(said)), f"{found.line:>5}  ", brief=True)
