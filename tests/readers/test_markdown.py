"""Markdown: lists, lines that CommonMark takes for text, headings, and what is no point."""

from __future__ import annotations

import pytest

from tests.readers.outline import headings, ids, passages, read_markdown, texts


def test_lettered_lines_in_a_list_item_are_points() -> None:
    draft = read_markdown(
        "10. Lead of the point:\n    a. First.\n    b. Second\n       goes on.\n\n11. Next.\n"
    )
    assert texts(draft) == {
        "10": "Lead of the point:",
        "10.a": "First.",
        "10.b": "Second\n       goes on.",
        "11": "Next.",
    }
    assert headings(draft) == ["10"]


@pytest.mark.parametrize("indent", ["", "  ", "    ", "        "])
def test_lettered_lines_behind_a_blank_line_are_points_at_any_indentation(indent: str) -> None:
    text = f"1. Lead of the point:\n\n{indent}a) First.\n{indent}b) Second.\n\n2. Next.\n"
    assert ids(read_markdown(text)) == ["1", "1.a", "1.b", "2"]


def test_bullets_nest_by_the_depth_of_their_list() -> None:
    draft = read_markdown("1. Lead of the point:\n\n   - a\n   - b\n     - c\n     * d\n   - e\n\n2. Next.\n")
    assert ids(draft) == ["1", "1.-1", "1.-2", "1.-2.-1", "1.-2.-2", "1.-3", "2"]


def test_bullets_nest_by_depth_also_below_a_heading() -> None:
    draft = read_markdown("## Arms\n\n- a\n- b\n  - c\n- d\n\nAll of it.\n")
    assert ids(draft) == ["arms", "arms.-1", "arms.-2", "arms.-2.-1", "arms.-3"]
    assert texts(draft)["arms#2"] == "All of it."


def test_depth_outweighs_the_style_of_numbers() -> None:
    draft = read_markdown("1. a\n   1. b\n   2. c\n   3. d\n2. e\n   1. f\n4. g\n")
    assert ids(draft) == ["1", "1.1", "1.2", "1.3", "2", "2.1", "4"]


def test_lists_whose_every_item_is_written_1_are_numbered_on() -> None:
    draft = read_markdown("1. a\n1. b\n   1. c\n   1. d\n1. e\n")
    assert ids(draft) == ["1", "2", "2.1", "2.2", "3"]
    assert {point.label for point in draft.walk()} == {"1."}


def test_bullets_that_are_not_indented_belong_to_the_point_before() -> None:
    draft = read_markdown("1. Lead of the point:\n\n- a;\n- b;\n\nThe rest of it.\n\n2. Next.\n")
    assert ids(draft) == ["1", "1.-1", "1.-2", "2"]
    assert texts(draft)["1#2"] == "The rest of it."


def test_a_paragraph_goes_on_with_the_item_that_holds_it() -> None:
    draft = read_markdown("1. One:\n   - a\n\n     More of a.\n\n   More of 1.\n\n2. Two\n")
    assert texts(draft) == {"1": "One:", "1.-1": "a", "1.-1#2": "More of a.", "1#2": "More of 1.", "2": "Two"}


def test_a_wrapped_line_that_begins_with_a_number_is_no_point() -> None:
    text = (
        "1. The parties recall the talks that were held in the city of Neuwick on the\n"
        "   12. day of the month and in the year\n   1974. They agree.\n"
    )
    assert ids(read_markdown(text)) == ["1"]


def test_a_heading_with_a_label_is_that_point() -> None:
    draft = read_markdown(
        "## 21. Territories\n\nThe line is frozen.\n\n(a) One.\n\n## Point 22\n\nText.\n\n"
        "## Article 23 Peace\n\n1. One.\n"
    )
    assert ids(draft) == ["21", "21.a", "22", "23", "23.1"]
    assert [point.label for point in draft.walk()] == ["21.", "(a)", "Point 22", "Article 23", "1."]
    assert headings(draft) == ["21", "23"]
    assert texts(draft)["22"] == "Text."


def test_headings_hold_points_and_leave_their_numbers_alone() -> None:
    draft = read_markdown(
        "## Security guarantees\n\n1. a\n\n### For both sides\n\n2. b\n\n## Return of *Korr*\n\n3. c\n"
    )
    assert [point.id for point in draft.points] == ["security-guarantees", "return-of-korr"]
    assert ids(draft) == ["security-guarantees", "1", "for-both-sides", "2", "return-of-korr", "3"]


def test_numbers_that_restart_below_a_heading_take_it_as_their_scope() -> None:
    draft = read_markdown("# Part One\n\n1. a\n2. b\n\n# Part Two\n\n## Arms\n\n1. c\n\n## Money\n\n2. d\n")
    assert ids(draft) == [
        "part-1",
        "1",
        "2",
        "part-2",
        "part-2/arms",
        "part-2/1",
        "part-2/money",
        "part-2/2",
    ]


def test_quotes_and_comments_are_notes_and_code_and_other_html_remainder() -> None:
    draft = read_markdown(
        "1. a\n\n   > Remark\n   > two\n\n<!-- c -->\n\n```\n2. x\n```\n\n| a | b |\n"
        "|---|---|\n| 1 | 2 |\n\n***\n\n<div>\n\n3. b\n"
    )
    assert ids(draft) == ["1", "3"]
    assert [kind for kind, _ in passages(draft)] == ["note", "note", "remainder", "remainder"]


def test_two_labels_in_a_row_are_two_points() -> None:
    draft = read_markdown("6. (a) One;\n(b) Two.\n7. - Three.\n- (1) Four.\n- (2) Five.\n")
    assert texts(draft) == {"6.a": "One;", "6.b": "Two.", "7.-1": "Three.", "7.1": "Four.", "7.2": "Five."}


def test_emphasis_around_a_label_is_no_part_of_it() -> None:
    draft = read_markdown("**1. Peace.** It begins.\n\n**2.** It lasts.\n")
    assert texts(draft) == {"1": "Peace.**", "1#2": "It begins.", "2": "It lasts."}


def test_a_link_definition_is_text_and_an_entity_stays_literal() -> None:
    assert texts(read_markdown("1. a &amp; b\n\n[Note]: see below\n"))["1#2"] == "[Note]: see below"


def test_a_short_line_in_bold_and_the_name_of_an_annex_are_headings() -> None:
    draft = read_markdown("**Arms**\n\n1. a\n\n**All of it ends.**\n\n**Trade**\n\n2. b\n\nAnnex 1\n\n1. c\n")
    assert ids(draft) == ["arms", "1", "trade", "2", "annex-1", "annex-1/1"]
    assert texts(draft)["1#2"] == "**All of it ends.**"


def test_a_quoted_note_that_holds_points_is_read_and_a_mere_remark_is_set_aside() -> None:
    draft = read_markdown(
        "1. Aa, as noted.\n\n> Note\n>\n> - Korr is free;\n> - Lum is\n>   free.\n\n2. Bb.\n\n> Said twice.\n"
    )
    assert ids(draft) == ["1", "note", "note.-1", "note.-2", "2"]
    assert texts(draft)["note.-2"] == "Lum is\n>   free."
    assert passages(draft) == [("note", "> Said twice.")]


def test_a_draft_that_is_quoted_as_a_whole_is_read() -> None:
    assert texts(read_markdown("> 1. The war ends.\n> 2. Forces\n> leave.\n")) == {
        "1": "The war ends.",
        "2": "Forces\n> leave.",
    }
