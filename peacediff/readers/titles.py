"""The title of a draft: stated by its format, or the heading that opens it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from peacediff.readers.blocks import Block
from peacediff.readers.numbering import label_at
from peacediff.readers.scopes import scope_of

_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")


def title_of(text: str, blocks: Sequence[Block]) -> Block | None:
    """The stated title, else the heading that opens the draft, where it names no point or annex and is no other's like.

    Where the format states levels, that is the only heading of level one. Elsewhere a blank line follows it, and
    it is the only heading before the first annex, or another heading is next, or it stands over an introduction and
    all others over labels.
    """
    stated = next((block for block in blocks if block.kind == "title"), None)
    content = [block for block in blocks if block.kind != "note"]
    if stated or len(content) < 2 or content[0].kind != "heading" or _names(text, content[0]):  # noqa: PLR2004
        return stated
    opens = _is_highest(content) if content[0].level else _stands_alone(text, content)
    return content[0] if opens else None


def _names(text: str, block: Block) -> bool:
    """Whether a heading names a point, part or annex."""
    return bool(label_at(text, block.span, heading=True) or scope_of(text[slice(*block.span)]))


def _is_highest(content: Sequence[Block]) -> bool:
    return (
        content[0].level == 1 and sum(block.kind == "heading" and block.level == 1 for block in content) == 1
    )


def _stands_alone(text: str, content: Sequence[Block]) -> bool:
    """Whether the first heading is parted from the rest and unlike the headings behind it.

    A blank line parts it, or capitals that the line below does not have.
    """
    first, second, *rest = content
    capitals = [text[slice(*block.span)].isupper() for block in (first, second)]
    if capitals != [True, False] and not _BLANK_LINE.search(text, first.span[1], second.span[0]):
        return False
    part = [second, *takewhile(lambda block: not (block.kind == "heading" and _names(text, block)), rest)]
    followers = [after for block, after in pairwise(part) if block.kind == "heading"]
    introduced = second.kind == "text" and not _is_labelled(text, second)
    alike = any(not (introduced and _is_labelled(text, after)) for after in followers)
    return second.kind == "heading" or not alike


def _is_labelled(text: str, block: Block) -> bool:
    return bool(block.marker or label_at(text, block.span))
