"""Footnotes of Markdown and plain text: paragraphs that open with a mark which stands behind a word above."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from peacediff.readers.blocks import Block

_DEFINITION = re.compile(r"\[\^[^\]\s]{1,40}\]:")
_NOTE = re.compile(r"(?P<mark>\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}|[†‡]{1,3})\s*[^\s\d]")
_BEHIND = r"(?<=[\w.,;:!?…”’\"'»)\]])[ \t]?"
_LONGEST = 4000


def without_footnotes(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks; footnotes are notes: ``[^1]: See``, and where a word bears the mark ``¹ See`` or ``[1] See``."""
    return [attrs.evolve(block, kind="note") if _is_footnote(text, block) else block for block in blocks]


def _is_footnote(text: str, block: Block) -> bool:
    if block.kind not in {"text", "heading"} or block.level or block.marker:
        return False
    start, end = block.span
    if _DEFINITION.match(text, start, end):
        return True
    found = _NOTE.match(text, start, end)
    if not found or end - start > _LONGEST:
        return False
    return re.compile(_BEHIND + re.escape(found["mark"])).search(text, 0, start) is not None


def without_headings_of_notes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks; a heading below which only notes stand, up to the next one or the end, is one of them."""
    kept: list[Block] = []
    below = 0
    for block in reversed(blocks):
        heads_notes = block.kind == "heading" and below > 0
        kept.append(attrs.evolve(block, kind="note") if heads_notes else block)
        below = 0 if block.kind == "heading" else below + 1 if block.kind == "note" and below >= 0 else -1
    return tuple(reversed(kept))
