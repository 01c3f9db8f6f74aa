from __future__ import annotations

from peacediff.model import Draft
from peacediff.readers import read_text
from peacediff.renderers import Style
from peacediff.renderers.outline import render
from tests.comparisons import Writer


def test_an_outline_shows_points_provisions_and_what_was_set_aside() -> None:
    """Ids, labels, lines and first words, nested; then the passages that are no provisions."""
    writer = Writer()
    points = (writer.point("1", ["Lead:", "More."], {"a": ["Below."]}), writer.point("2", []))
    note = writer.note("A remark.")
    draft = Draft("old.md", writer.text, "", points=points, passages=(note,))
    assert (
        render(draft, Style())
        == """\
old.md
old.md, 2 points, 1 sub-point, 3 provisions

    1  1 [1.] Lead:
    2  1#2 More.
    3    1.a [1.a.] Below.
    4  2 [2.] (no text of its own)

NO PROVISIONS
    4  note: A remark.
"""
    )


def test_a_long_provision_is_cut_to_one_line() -> None:
    """An outline has one line for each provision, so that the points are seen at a glance."""
    shown = render(read_text("1. " + "many words " * 40), Style(width=60))
    (line,) = (line for line in shown.splitlines() if "many" in line)
    assert len(line) <= 60
    assert line.endswith(" …")


def test_an_outline_tells_what_is_open_and_what_is_odd_about_the_numbering() -> None:
    """Open provisions bear a word; gaps and repeats are told with their lines, and judged by nobody."""
    shown = render(read_text("1. Korr is [free].\n\n3. Lum is free.\n\nPoint 4 is deleted.\n"), Style())
    assert "1 [1.] [open] Korr is [free]." in shown
    assert "    5  remark: Point 4 is deleted." in shown
    assert shown.endswith("NUMBERING\n    3  3 after 1. comes 3.\n")
