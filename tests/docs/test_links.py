"""Every relative link leads to a file, and to a heading of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.docs.pages import PAGES, ROOT, name

LINKED = (*PAGES, *sorted((ROOT / "examples").rglob("README.md")))


def links(page: Path) -> list[str]:
    tokens = MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))
    inline = (child for token in tokens for child in token.children or ())
    return [str(child.attrs["href"]) for child in inline if child.type == "link_open"]


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives to the headings of a page."""
    tokens = MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8"))
    heads = (tokens[n + 1].content for n, token in enumerate(tokens) if token.type == "heading_open")
    return {re.sub(r"[^\w\- ]", "", head.casefold()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", LINKED, ids=name)
def test_every_relative_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    for link in links(page):
        if link.partition(":")[0] in ("http", "https", "mailto"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{name(page)}: {link} leads nowhere"
        assert target.is_relative_to(ROOT), f"{name(page)}: {link} leads out of the project"
        assert not anchor or anchor in anchors(target), f"{name(page)}: {link} has no such heading"


def test_every_page_of_the_docs_can_be_reached_from_their_index() -> None:
    index = ROOT / "docs" / "README.md"
    waiting, seen = [index], {index}
    while waiting:
        page = waiting.pop()
        for link in links(page):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target in PAGES and target not in seen:
                seen.add(target)
                waiting.append(target)
    assert {page for page in PAGES if page.is_relative_to(ROOT / "docs")} <= seen


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_path_of_the_project_that_a_page_names_is_there(page: Path) -> None:
    named = re.findall(r"`((?:peacediff|tests|docs|examples)/[\w./-]*)`", page.read_text(encoding="utf-8"))
    missing = [path for path in named if "NN-" not in path and not (ROOT / path).exists()]
    assert not missing
