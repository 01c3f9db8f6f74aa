"""The pages that people read, and the fenced blocks in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs
from markdown_it import MarkdownIt

ROOT = Path(__file__).parent.parent.parent
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md")))


@attrs.frozen
class Block:
    """A fenced block: its language, the words behind it, its text, and its lines in the page, counted from 0."""

    page: Path
    language: str
    words: tuple[str, ...]
    text: str
    first: int
    after: int

    @property
    def place(self) -> str:
        """Page and line, as an editor opens them."""
        return f"{name(self.page)}:{self.first + 1}"


def name(page: Path) -> str:
    """The path of a page below the root of the project."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in its order."""
    for token in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")):
        if token.type == "fence" and token.map:
            language, *words = token.info.split() or [""]
            yield Block(page, language, tuple(words), token.content, *token.map)


def section(page: Path, heading: str) -> str:
    """The text below a heading, up to the next one of its level or a higher one."""
    level, text = heading.partition(" ")[0], page.read_text(encoding="utf-8")
    found = re.search(
        rf"^{re.escape(heading)}$\n(.*?)(?=^#{{1,{len(level)}}} |\Z)", text, re.DOTALL | re.MULTILINE
    )
    assert found, f"{name(page)} has no section {heading!r}"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """The cells of all tables, line by line, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    rules = [n for n, row in enumerate(cells) if all(set(cell) <= {"-", ":"} for cell in row)]
    return [row for n, row in enumerate(cells) if n not in rules and n + 1 not in rules]
