"""What markdown-it says of a text: its block tokens, and the numbers of list items that all say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 64
"""markdown-it recurses; a list item is two levels, and what lies deeper is handed back as remainder."""


def tokens_of(text: str) -> Sequence[Token]:
    """Block tokens only: inline markup stays in the text, and a link definition is text like any other."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable("reference")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser.parse(text)


def ordinals_of(tokens: Sequence[Token]) -> dict[int, int]:
    """The ordinal of each item, by token index, of lists whose every item bears the same number."""
    ordinals: dict[int, int] = {}
    open_lists: list[list[int]] = []
    for index, token in enumerate(tokens):
        if token.type == "ordered_list_open":
            open_lists.append([])
        elif token.type == "list_item_open" and token.markup in {".", ")"} and open_lists:
            open_lists[-1].append(index)
        elif token.type == "ordered_list_close":
            items = open_lists.pop()
            numbers = {tokens[item].info for item in items}
            if len(items) > 1 and len(numbers) == 1:
                ordinals |= {item: int(min(numbers)) + place for place, item in enumerate(items)}
    return ordinals
