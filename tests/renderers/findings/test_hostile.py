"""Whatever stands in a draft comes out of every format as text, and never as markup or a command."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from io import StringIO
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from peacediff import compare, judge, read_text
from peacediff.model import Comparison, Rule, When
from peacediff.present.findings import FindingsPage, lay_out_findings
from peacediff.renderers.findings import FINDINGS_RENDERERS
from peacediff.testing import Revision, revisions
from tests.comparisons import comparisons
from tests.renderers.findings.pages import rendered

NASTY = [
    "::error::boom",
    "::add-mask::x",
    "%0A::error::boom",
    "##[error]boom",
    "##vso[task.complete result=Failed]",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]>",
    "<![CDATA[",
    "<!--",
    "=cmd|'/C calc'!A0",
    "[click](javascript:alert(1))",
    "{0}",
    "`x`",
    "\u202e",
    "\ufffe",
    "\x00",
    "\x0b",
    "\u2028",
    "\n# Heading",
    "\r::error::boom",
    "a,b:c%",
]
LIKELY = st.lists(st.sampled_from(NASTY) | st.text(max_size=8), min_size=1, max_size=6).map(" ".join)
ANY = Rule(
    "any", "Any", "warning", When(fate=("dropped", "added", "changed", "reworded")), "It is so.", "Look."
)
"""Fires wherever a text differs."""


def laid_out(comparison: Comparison, said: str) -> FindingsPage:
    """The page of all that differs, every string of the document on it."""
    page = lay_out_findings(comparison, judge(comparison, [ANY]), [ANY])
    hostile = (attrs.evolve(hit, quotes=((said, said),), notes=(said,), lost=said) for hit in page.hits)
    return attrs.evolve(page, hits=tuple(hostile))


@st.composite
def pages(draw: st.DrawFn) -> FindingsPage:
    """Pages of any comparison with hostile words, as a draft or a reader of drafts may bring them."""
    return laid_out(draw(comparisons()), draw(LIKELY))


def texts() -> list[str]:
    return [f"1. The flag is {nasty} here.\n2. {nasty}\n" for nasty in NASTY]


def assert_inert(form: str, said: str) -> None:
    """No format holds what acts on a screen, and none a line or mark that a pipeline takes for a command."""
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\u2028]", said), form
    assert "##[" not in said, form
    assert "##vso[" not in said, form
    said.encode("utf-8")
    commands = [line for line in re.split(r"[\r\n]", said) if line.lstrip().startswith("::")]
    assert form == "github" or not commands, form
    CHECKS.get(form, _nothing)(said)


def _nothing(_: str) -> None:
    """A format that has no grammar of its own."""


def _github(said: str) -> None:
    """Only annotations with the three properties; nothing in them ends a property or the line."""
    *annotations, last = said.splitlines()
    for line in annotations:
        assert re.fullmatch(r"::(?:error|warning|notice) file=[^:,]*,line=\d+,title=[^:,]*::.*", line)
        assert not re.search("%(?!25|3A|2C)", line)
    assert last.startswith("peacediff: ")


def _xml(said: str) -> None:
    assert {element.tag for element in ET.fromstring(said).iter()} <= {  # noqa: S314 (our own)
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "skipped",
        "system-out",
    }
    assert "]]>" not in said
    assert "<!" not in said


def _json(said: str) -> None:
    json.loads(said)
    assert "</" not in said


def _csv(said: str) -> None:
    """Every row is whole, and no cell opens a formula."""
    rows = list(csv.reader(StringIO(said)))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def _markdown(said: str) -> None:
    class Tags(HTMLParser):
        found: set[str]

        def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 (of the parser)
            self.found.add(tag)

    tags = Tags()
    tags.found = set()
    tags.feed(MarkdownIt("commonmark", {"html": True}).render(said))
    assert tags.found <= {"h1", "h2", "p", "ul", "li", "strong", "code"}


def _html(said: str) -> None:
    """No element but the page's own: one script, one style, nothing that loads."""
    assert (said.count("<script"), said.count("<style")) == (1, 1)
    assert not re.search("<(?:img|iframe|object|link)", said)


CHECKS = {
    "html": _html,
    "github": _github,
    "junit": _xml,
    "json": _json,
    "sarif": _json,
    "gitlab": _json,
    "markdown": _markdown,
    "csv": _csv,
}


@given(page=pages())
def test_any_page_comes_out_inert(page: FindingsPage) -> None:
    for form in FINDINGS_RENDERERS:
        assert_inert(form, rendered(form, page))


@pytest.mark.parametrize("form", FINDINGS_RENDERERS)
def test_a_hostile_draft_comes_out_inert(form: str) -> None:
    """Read from real drafts, both ways."""
    plain = read_text("1. The bridge opens in spring.\n", name="old.md")
    for text in texts():
        draft = read_text(text, name="new.md")
        for pair in ((plain, draft), (draft, plain)):
            comparison = compare(*pair)
            page = lay_out_findings(comparison, judge(comparison, [ANY]), [ANY])
            assert page.hits
            assert_inert(form, rendered(form, page))


@given(revision=revisions(max_size=4))
def test_the_words_of_a_draft_are_still_there(revision: Revision) -> None:
    """What is inert already is shown as it stands."""
    comparison = compare(revision.old, revision.new)
    page = lay_out_findings(comparison, judge(comparison, [ANY]), [ANY])
    shown = json.loads(rendered("json", page))["findings"]
    assert [hit["quotes"][0]["after"] for hit in shown] == [hit.quotes[0][1] for hit in page.hits]
    for hit in page.hits:
        assert hit.words in rendered("oneline", page)
