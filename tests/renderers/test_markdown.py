from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from peacediff.model import Change, Changes, Comparison, Draft
from peacediff.present import lay_out
from peacediff.present.page import Run
from peacediff.renderers import RENDERERS, Style, markdown
from peacediff.renderers.visible import visible
from tests.comparisons import comparisons, draft
from tests.renderers.test_terminal import small

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
NASTY = st.text(st.sampled_from("ab1.*_~`#|<>[]()!\\&$+-=:;,^\n \"'/@é。停"), max_size=25) | st.text(
    max_size=15
)


def inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from inline(token.children) if token.children else [token]


def shown(tokens: list[Token]) -> str:
    return "".join(" " if t.type == "softbreak" else t.content for t in inline(tokens) if not t.hidden)


def words(text: str) -> str:
    return "".join(visible(text).split())


@given(NASTY)
@example("1. not a list")
@example("# not a heading #")
@example("<script>alert(1)</script> & &amp; https://example.org www.example.org")
@example("- [x] a | b")
@example("===")
@example("$1 and $2")
def test_a_text_is_shown_as_it_is(text: str) -> None:
    """Escaped text is one paragraph that shows its characters and nothing else."""
    tokens = GITHUB.parse(markdown.escaped(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {token.type for token in inline(tokens)} <= {
        "paragraph_open",
        "text",
        "text_special",
        "paragraph_close",
    }
    assert words(shown(tokens)) == words(text)


def roles() -> st.SearchStrategy[list[Run]]:
    marked = NASTY.map(lambda text: " ".join(text.split())).filter(bool)
    equal = NASTY.filter(bool).map(lambda text: re.sub(r"\s+", " ", text))
    run = st.builds(Run, marked, st.sampled_from(["deleted", "inserted"]))
    return st.lists(st.tuples(st.builds(Run, equal, st.just("equal")), run)).map(
        lambda pairs: [run for pair in pairs for run in pair]
    )


@given(roles())
@example([Run("peace", "equal"), Run(",", "deleted"), Run("x", "equal"), Run("*", "inserted")])
def test_marks_count_as_marks(runs: list[Run]) -> None:
    """Whatever stands around or inside of them, deleted runs are struck and inserted ones bold, and no others."""
    (line, *_) = [*markdown.marked(tuple(runs)), ""]
    tokens = [t for token in GITHUB.parse(line.strip()) for t in token.children or []]
    found: dict[str, list[str]] = {"s": [], "strong": []}
    open_: list[str] = []
    for token in tokens:
        if token.type.endswith("_open"):
            open_.append(token.tag)
            found[token.tag].append("")
        elif token.type.endswith("_close"):
            open_.pop()
        elif open_:
            found[open_[-1]][-1] += token.content
    for tag, role in (("s", "deleted"), ("strong", "inserted")):
        assert [words(text) for text in found[tag]] == [words(r.text) for r in runs if r.role == role]


@given(comparisons())
def test_the_whole_page_has_the_shape_of_its_groups(comparison: Comparison) -> None:
    """No text of a document adds a heading, link, image, code or HTML to the page."""
    page = RENDERERS["markdown"](comparison, Style())
    tokens = list(inline(GITHUB.parse(page)))
    kinds = {token.type for token in tokens}
    assert not kinds & {
        "html_block",
        "html_inline",
        "code_inline",
        "link_open",
        "image",
        "fence",
        "code_block",
    }
    sections = lay_out(comparison).sections
    titles = sum(bool(section.title) for section in sections)
    assert sum(t.type == "heading_open" and t.tag == "h1" for t in tokens) == 1
    headed = sum(t.type == "heading_open" and t.tag in ("h2", "h3") for t in tokens)
    tables = sum(t.type == "table_open" for t in tokens)
    assert headed == titles + sum(len(section.groups) for section in sections) + tables


def test_a_change_is_struck_and_bold() -> None:
    """Deleted words are struck, inserted ones bold, in one paragraph with what stays."""
    page = RENDERERS["markdown"](small(), Style())
    assert "  The force ~~is limited to 600,000~~ **stays at 800,000**.\n" in page
    assert "- ✗ **2**: dropped\n\n  ~~Crimea is Ukrainian.~~\n" in page
    assert "| ✗ dropped | 1 | – |\n" in page


@pytest.mark.parametrize("title", ["Plan #", "a | b", "*Plan*", "Plan\nB"])
def test_a_title_stays_a_title(title: str) -> None:
    """Whatever the title holds, the page has one first heading, and it shows the title."""
    old = draft({"1": ["a"]})
    change = Change(old.provisions, (), "dropped")
    named = Draft("new.md", "", "", title=title)
    page = RENDERERS["markdown"](Comparison(old, named, Changes([change])), Style())
    _, heading, *_ = GITHUB.parse(page)
    assert words(shown([heading])) == words(f"old.md → {title}")
