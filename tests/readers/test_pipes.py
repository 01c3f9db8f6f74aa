"""Pipe tables in Markdown: nothing of them is lost, and a row is a paragraph."""

from __future__ import annotations

from tests.readers.outline import ids, passages, read_markdown, texts


def test_a_row_is_a_provision_of_the_point_around_the_table() -> None:
    draft = read_markdown(
        "1. The caps are:\n\n| Side | Cap |\n|---|---|\n| Korr | 600,000 |\n| Lum | 80 \\| 90 |\n\n2. End.\n"
    )

    assert texts(draft) == {
        "1": "The caps are:",
        "1#2": "Side | Cap",
        "1#3": "Korr | 600,000",
        "1#4": "Lum | 80 \\| 90",
        "2": "End.",
    }
    assert passages(draft) == []


def test_bare_numbers_that_count_on_down_the_first_column_are_labels() -> None:
    draft = read_markdown(
        "No | Text | By\n-|-|-\n4 | Korr leaves. | Monday\n5 | Tolls: (a) end; (b) rest | Friday\n"
    )

    assert ids(draft)[-4:] == ["4", "5", "5.a", "5.b"]
    assert texts(draft)["4"] == "Korr leaves."
    assert texts(draft)["4#2"] == "Monday"


def test_numbers_that_do_not_count_on_are_words() -> None:
    assert ids(read_markdown("1. Tolls:\n\n| Year | Toll |\n|-|-|\n| 2031 | 4 |\n| 2035 | 3 |\n")) == ["1"]


def test_labels_in_the_first_column_are_labels() -> None:
    draft = read_markdown("| Art. | Text |\n|-|-|\n| Article 1 | Peace. |\n| (a) | Bread. |\n| | Salt. |\n")

    assert ids(draft)[-2:] == ["1", "1.a"]
    assert texts(draft)["1.a#2"] == "Salt."


def test_the_rule_below_the_head_is_a_note_where_it_holds_more_than_a_rule() -> None:
    assert passages(read_markdown("| Text |\n|:--|\n| Peace. |\n")) == [("note", "|:--|")]
