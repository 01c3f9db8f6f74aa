"""Whatever stands in a draft comes out of every format of a comparison as text, and never as markup or a formula."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from io import StringIO
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from peacediff import Draft, compare, compare3, history, read_text
from peacediff.renderers import RENDERERS, Style
from peacediff.renderers.answers import ANSWER_RENDERERS
from peacediff.renderers.history import HISTORY_RENDERERS
from tests.renderers.findings.test_hostile import LIKELY

DRAFTS = st.lists(LIKELY, min_size=1, max_size=4).map(
    lambda said: read_text(
        "".join(f"{n}. The flag {text} here.\n" for n, text in enumerate(said, 1)), name="d"
    )
)


def outputs(base: Draft, a: Draft, b: Draft) -> Iterator[tuple[str, str]]:
    """Every format of the comparison of two drafts, of three that answer one another and of three in a row."""
    style = Style()
    for form, render in RENDERERS.items():
        yield form, render(compare(base, a), style)
    for form, answer in ANSWER_RENDERERS.items():
        yield form, answer(compare3(base, a, b), style)
    for form, live in HISTORY_RENDERERS.items():
        yield form, live(history([base, a, b]), style)


@given(DRAFTS, DRAFTS, DRAFTS)
def test_any_draft_comes_out_inert(base: Draft, a: Draft, b: Draft) -> None:
    for form, said in outputs(base, a, b):
        said.encode("utf-8")
        assert form == "json" or not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\u2028]", said), form
        CHECKS.get(form, _nothing)(said)


def _nothing(_: str) -> None:
    """A format that has no grammar of its own."""


def _csv(said: str) -> None:
    """Every row is whole, and no cell opens a formula."""
    rows = list(csv.reader(StringIO(said)))
    assert len({len(row) for row in rows}) <= 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


class _Tags(HTMLParser):
    """The elements of a page, and the names of their attributes."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.named: set[str] = set()
        self.feed(said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.named.update(name for name, _ in attrs)


def _markdown(said: str) -> None:
    tags = _Tags(MarkdownIt("commonmark", {"html": True}).enable("table").render(said)).tags
    assert not tags & {"script", "img", "a", "iframe", "style", "object"}, tags


def _html(said: str) -> None:
    """No element but the page's own: one script and one style at most, nothing that loads, nothing that acts."""
    page = _Tags(said)
    assert said.count("<script") <= 1
    assert said.count("<style") <= 1
    assert not page.tags & {"img", "iframe", "object", "link", "base"}
    assert not {name for name in page.named if name.startswith("on")}


def _svg(said: str) -> None:
    names = {element.tag.rpartition("}")[2] for element in ET.fromstring(said).iter()}  # noqa: S314 (our own)
    assert not names & {"script", "foreignObject", "image", "iframe"}


CHECKS: Mapping[str, Callable[[str], object]] = {
    "html": _html,
    "svg": _svg,
    "json": json.loads,
    "markdown": _markdown,
    "table-markdown": _markdown,
    "csv": _csv,
    "table-csv": _csv,
}
