"""How values show themselves in a notebook: all of it, escaped, without a script, and not too much at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given

from peacediff import (
    Changes,
    Comparison,
    Findings,
    Trouble,
    compare,
    compare3,
    history,
    judge,
    read,
    read_text,
)
from peacediff.model.delegates import Shown
from peacediff.notebook import MOST, html
from peacediff.renderers import RENDERERS, Style
from tests.comparisons import comparisons
from tests.docs.pages import ROOT

lxml = pytest.importorskip("lxml.html")

FOUNDING, CHAIN = ROOT / "examples" / "01-us-28-to-ua-20", ROOT / "examples" / "08-history"
OLD, NEW = read(FOUNDING / "old.md"), read(FOUNDING / "new.md")
CASE = compare(OLD, NEW)
DRAFTS = [read(CHAIN / f"{number}.md") for number in range(1, 5)]
TAGS = set(
    "div style table thead tbody tr th td p strong small ins del details summary".split()  # noqa: SIM905
)
NASTY = '1. <img src=x onerror="bad()"><script>bad()</script></td></style> & "quoted".\n'
VALUES: dict[str, Shown] = {
    "draft": OLD,
    "comparison": CASE,
    "changes": CASE.about("territory"),
    "no changes": Changes(()),
    "change": CASE.changed[0],
    "findings": judge(CASE),
    "no findings": Findings(),
    "history": history(DRAFTS),
    "three": compare3(DRAFTS[0], DRAFTS[1], DRAFTS[2]),
}


def texts(value: Shown, path: str) -> list[str]:
    return [
        str(element.text_content()) for element in lxml.fragment_fromstring(value._repr_html_()).xpath(path)
    ]


def unwanted(value: Shown) -> Iterator[str]:
    """Elements and attributes that do more than show text."""
    for element in lxml.fragment_fromstring(value._repr_html_()).iter():
        yield from {str(element.tag)} - TAGS
        yield from set(element.attrib) - {"class", "dir", "scope", "open"}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_shows_itself_without_script_name_or_address(name: str) -> None:
    """Many outputs stand in one page: nothing runs, nothing is loaded, no name is given twice."""
    assert list(unwanted(VALUES[name])) == []


@given(comparisons())
def test_whatever_the_drafts_hold_is_text(comparison: Comparison) -> None:
    for value in (comparison, comparison.old, comparison.changes, *comparison.changes[:1]):
        assert list(unwanted(value)) == []


def test_a_draft_full_of_markup_stays_text() -> None:
    nasty = read_text(NASTY, name="<b>old</b>")
    value = compare(nasty, read_text(f"{NASTY}\n2. More.\n", name="</style><script>bad()"))
    for each in (nasty, value, value.changes, judge(value), history([value.old, value.new])):
        assert list(unwanted(each)) == []
    assert any("<script>bad()</script>" in text for text in texts(value.changes, "//td"))
    assert "<script" not in value.plot()._repr_html_()
    assert "<script" not in value.plot().svg


def test_words_that_went_and_came_are_marked() -> None:
    cap = CASE.at("6")
    assert texts(cap, "//del") == ["be limited to 600,000"]
    assert texts(cap, "//ins") == ["strength of the", "stay at 800,000", "in peacetime"]
    assert "▸ quantity higher: 600,000 → 800,000 (+33 %)" in texts(cap, "//small")


def test_an_absence_from_reports_is_worded_so() -> None:
    """With the comparison at hand and without."""
    for value in (CASE, CASE.dropped, judge(CASE)):
        assert any(
            text.startswith("✗ dropped: not in the reported text") for text in texts(value, "//td | //small")
        )


def test_a_comparison_counts_as_the_page_does_and_tells_every_change_once() -> None:
    page = RENDERERS["text"](CASE, Style())
    assert texts(CASE, "//p/strong")[-1] in page.replace("\n", " ")
    assert len(texts(CASE, "//details//tbody/tr")) == len(CASE.changes)
    assert texts(CASE, "//details[@open]/summary") == texts(CASE, "//details/summary")[:2]


def test_of_many_rows_the_first_are_shown_and_the_rest_counted() -> None:
    text = "".join(f"{number}. Crossing number {number} stays open.\n" for number in range(1, MOST + 51))
    long = read_text(text, name="long")
    for value in (long, compare(long, long), compare(long, long).changes):
        rows = texts(value, "//table[thead/tr/th[.='Text' or .='Words']]/tbody/tr")
        assert len(rows) == MOST
        assert "… and 50 more: filter or slice to see them" in texts(value, "//p")


def test_a_value_that_shows_nothing_is_refused() -> None:
    with pytest.raises(TypeError, match="no HTML is made of int"):
        html(1)


def test_the_plot_is_the_picture_of_the_page() -> None:
    plot = CASE.plot()
    assert plot.svg == plot._repr_svg_() == RENDERERS["svg"](CASE, Style())
    (image,) = lxml.fragments_fromstring(plot._repr_html_())
    assert image.get("alt") == f"{OLD.title} → {NEW.title}"
    assert image.get("src").startswith("data:image/svg+xml;base64,")
    assert "<svg" in history(DRAFTS).plot().svg


def test_changes_are_looked_up_by_the_id_of_a_point_or_of_a_provision() -> None:
    """A point brings what stands below it; a provision is one."""
    assert {p.id for change in CASE.at("21") for p in change.old} == {p.id for p in OLD.at("21")}
    assert [p.id for p in OLD.at("21.d")] == ["21.d", "21.d#2", "21.d#3"]
    assert [p.id for p in OLD.at("21.d#2")] == ["21.d#2"]
    (change,) = CASE.at("25")
    assert change in CASE.at(new="18")


@pytest.mark.parametrize("asked", [{"old": "21.z"}, {"new": "99"}, {}, {"old": "1", "new": "1"}])
def test_an_id_that_there_is_not_is_trouble(asked: dict[str, str]) -> None:
    with pytest.raises(Trouble):
        CASE.at(**asked)


def test_changes_are_chosen_by_a_function_too() -> None:
    wanted = CASE.changes.where(lambda change: any(shift.aspect == "quantity" for shift in change.shifts))
    assert wanted.changed.about("military-limits") == CASE.at("6")


def test_a_name_of_a_file_is_no_draft() -> None:
    """Whether a text or a path is meant cannot be told, so neither is guessed."""
    for given_ in (["old.md", "new.md"], [OLD, FOUNDING / "new.md"]):
        for function in (compare, lambda *drafts: history(drafts)):
            with pytest.raises(Trouble, match=r"is no draft; read a file with peacediff\.read\(path\)"):
                function(*given_)
