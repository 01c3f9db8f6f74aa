"""A page of findings as text for a terminal; lines that quote the documents begin with a bar."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from peacediff.present.findings import FindingsPage, Hit
from peacediff.renderers import Style
from peacediff.renderers.findings.inert import inert
from peacediff.renderers.terminal import Block, paint
from peacediff.renderers.wrapping import Piece

_STYLES = {"error": "deleted", "warning": "changed", "info": "strong"}
_BAR = "    | "


def render(page: FindingsPage, style: Style) -> str:
    """The page as lines of text; no line of it begins with words of the documents."""
    return paint(map(_sound, _blocks(page)), style)


def _sound(block: Block) -> Block:
    return attrs.evolve(block, pieces=tuple(Piece(inert_piece(p.text), p.style) for p in block.pieces))


def inert_piece(text: str) -> str:
    """A piece without what acts, with the spaces at its ends."""
    kept = inert(text)
    lead, end = (" " if side.isspace() else "" for side in (text[:1], text[-1:]))
    return f"{lead}{kept}{end}"


def _blocks(page: FindingsPage) -> Iterator[Block]:
    yield Block((Piece(f"{page.old} → {page.new}", "strong"),), "findings  ", "          ")
    yield Block((Piece(page.summary),), "", "  ")
    for said in filter(None, (page.left_out, *page.register, *page.caveats)):
        yield Block((Piece(said),), "", "  ")
    for hit in page.hits:
        yield from _hit(hit, hit.severity)
    for hit in () if page.folded else page.accepted:
        yield from _hit(hit, f"accepted {hit.severity}")
        yield Block((Piece(f"reason: {hit.reason}"),), _BAR, _BAR)


def _hit(hit: Hit, severity: str) -> Iterator[Block]:
    place = f"{hit.place.file}:{hit.place.line}"
    yield Block()
    head = (Piece(severity, _STYLES[hit.severity]), Piece(f" {hit.rule} {hit.ids}", "strong"))
    yield Block((*head, Piece(f" {'near ' * hit.nearby}{place}", "faint")), rest=_BAR)
    yield Block((Piece(hit.said),), "    ", "    ")
    for old, new in hit.quotes:
        arrow = (Piece(" → "),) * bool(old and new)
        lead = _quoted(hit.lead(old, new), "")
        pieces = (*lead, *_quoted(old, "deleted"), *arrow, *_quoted(new, "inserted"))
        yield Block(pieces, _BAR, _BAR) if pieces else Block((Piece("(no words)"),), _BAR)
    for note in hit.notes:
        yield Block((Piece(note, "faint"),), _BAR, _BAR)
    yield Block((Piece(hit.fingerprint, "faint"),), "    ")


def _quoted(text: str, style: str) -> tuple[Piece, ...]:
    return (Piece(text, style),) if text else ()
