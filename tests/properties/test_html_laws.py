"""The laws of reading hold for web pages of any shape, and every shown word is read."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import example, given, settings
from hypothesis import strategies as st

from peacediff import Trouble
from peacediff.readers import read_bytes, read_text
from tests.readers.laws import assert_reading_laws

TAGS = [
    *[
        "p",
        "div",
        "ol",
        "ul",
        "li",
        "h1",
        "h2",
        "h3",
        "table",
        "tr",
        "td",
        "br",
        "b",
        "a",
        "sup",
        "pre",
        "span",
    ],
    *[
        "ol start=4 type=i",
        "ol reversed",
        "li value=9",
        "div hidden",
        "ins",
        "del",
        "article",
        "nav",
        "header",
        "dl",
        "dt",
    ],
    *["ol class=footnotes", "aside role=doc-footnote", "a href=#x id=y", "a href=#y id=x", "li id=x"],
]
WORDS = [
    "Peace.",
    "1. ",
    "(b) ",
    "Annex I",
    "limited to 600,000;",
    "\n",
    "\t",
    " ",
    "\xa0",
    "&nbsp;",
    "&#8203;",
    "\x0c",
    "<",
]
opened = st.sampled_from(TAGS).map(lambda tag: f"<{tag}>")
closed = st.sampled_from(TAGS).map(lambda tag: f"</{tag.split()[0]}>")
pages = st.lists(opened | closed | st.sampled_from(WORDS), max_size=30).map("".join)


@settings(max_examples=400)
@given(pages, st.sampled_from(["accept", "reject"]))
@example("<h1>1.<ul><li><ol class=footnotes>See.", "accept")
def test_any_page_keeps_the_laws_of_reading(page: str, tracked: str) -> None:
    with suppress(Trouble):
        assert_reading_laws(read_bytes(page.encode(), "a.html", tracked=tracked))  # type: ignore[arg-type]


@settings(max_examples=200)
@given(pages)
def test_lines_grow_with_the_text_and_stand_in_the_page(page: str) -> None:
    with suppress(Trouble):
        draft = read_text(page, "a.html")
        lines = [provision.line for provision in draft.provisions]
        assert lines == sorted(lines)
        assert all(1 <= line <= page.count("\n") + 1 for line in lines)


@settings(max_examples=200)
@given(st.binary(max_size=80))
def test_any_bytes_are_a_draft_or_trouble_in_one_line(data: bytes) -> None:
    try:
        draft = read_bytes(b"<html>" + data, "a.html")
    except Trouble as trouble:
        said = str(trouble)
    else:
        assert_reading_laws(draft)
        said = draft.name
    assert "\n" not in said


SHOWN = st.sampled_from(
    ["p", "div", "li", "ol", "ul", "h2", "td", "table", "b", "pre", "span", "dd", "blockquote"]
)


@settings(max_examples=200)
@given(st.lists(st.tuples(SHOWN, st.booleans(), st.integers(1, 999)), min_size=1, max_size=12))
def test_every_shown_word_is_read_in_order(parts: list[tuple[str, bool, int]]) -> None:
    """Whatever blocks it stands in, closed or not."""
    inside = "".join(
        f"<{tag}>w{n} {f'</{tag}>' * close}" for tag, close, n in parts if tag not in {"td", "table"}
    )
    words = [f"w{n}" for tag, _, n in parts if tag not in {"td", "table"}]
    draft = read_text(f"<html><article><p>1. Start</p>{inside}</article></html>", "a.html")
    assert [word for word in draft.text.split() if word.startswith("w")] == words
