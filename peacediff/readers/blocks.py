"""What a format module makes of a text: blocks, in the order of the text."""

from __future__ import annotations

from typing import Literal

import attrs

from peacediff.model import Span

BlockKind = Literal["title", "heading", "text", "note", "other"]


@attrs.frozen
class Block:
    """The title, a heading, a paragraph or list item, a note, or something else.

    ``level`` is a heading's level where the format states it, from 1, else 0. ``depth`` counts the list items
    around the block, ``indent`` the columns before it. ``marker`` is the list marker, which is no part of ``span``;
    ``ordinal`` its number where the format states it, as a printed one may only repeat, or ``i`` be a letter.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    depth: int = 0
    indent: int = 0
    marker: Span | None = None
    ordinal: int | None = None
