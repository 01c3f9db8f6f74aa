"""Plain text: paragraphs, wrapped lines, headings, indentation."""

from __future__ import annotations

import pytest

from tests.readers.outline import headings, ids, passages, read_plain, texts


def test_wrapped_lines_are_one_provision() -> None:
    text = "1. The garrison of Korr will be limited to four hundred soldiers, as was agreed in\nNeuwick.\n\n2. Next.\n"
    assert texts(read_plain(text))["1"].endswith("as was agreed in\nNeuwick.")


@pytest.mark.parametrize(
    "rest",
    [
        "1945. They agree on all of it.",
        "12. february and later on.",
        "a) in the text above.",
        "– as before – on all of it.",
    ],
)
def test_a_wrapped_line_that_looks_labelled_is_no_point(rest: str) -> None:
    text = f"1. The parties recall with regret what has been done to the people of the valley in\n{rest}\n\n2. Next.\n"
    assert ids(read_plain(text)) == ["1", "2"]


def test_points_count_on_beyond_999_and_a_year_is_no_point() -> None:
    text = "998. Lamps are lit.\n999. Bells are rung in\n2031. Then not.\n1000. Tolls are paid.\n1001. So it is.\n"
    assert ids(read_plain(text)) == ["998", "999", "1000", "1001"]


def test_a_dash_behind_a_line_with_the_same_dash_is_the_next_of_the_list() -> None:
    text = "1. The aid has terms:\n– the harbour pays for the lamps of the mole and its\n– if not, it ends\n"
    assert ids(read_plain(text)) == ["1", "1.-1", "1.-2"]


def test_signatories_next_to_each_other_are_no_points() -> None:
    text = (
        "1. Peace.\n\nDone at Korr.\n\nFor Korr:             For Neuwick:\nA. Brook              B. Storm\n"
    )
    assert ids(read_plain(text)) == ["1", "closing"]


def test_a_part_and_an_annex_need_no_blank_line_over_their_points() -> None:
    text = "1. Peace.\n2. Guards:\n• lamps\n• bells\nAnnex I\n1. The map.\nPart II. Money\n2. Tolls.\n"
    assert ids(read_plain(text)) == [
        "1",
        "2",
        "2.-1",
        "2.-2",
        "annex-1",
        "annex-1/1",
        "annex-1/part-2",
        "annex-1/2",
    ]


@pytest.mark.parametrize(
    ("opening", "heading"),
    [("Article 2. Scope", "Scope"), ("Article 2\nScope", "Scope"), ("Article 2 bis\nThe Scope", "The Scope")],
)
def test_a_short_line_behind_the_number_of_an_article_is_its_heading(opening: str, heading: str) -> None:
    draft = read_plain(f"Article 1\nPeace is kept.\n\n{opening}\nThis applies\nto all.\n")
    assert [p.text for p in draft.provisions][1:] == [heading, "This applies\nto all."]


def test_a_sentence_that_goes_on_behind_a_short_line_is_no_heading_and_its_rest() -> None:
    assert (
        len(read_plain("Article 1\nThe parties\nkeep the peace.\n\nArticle 2\nBread is shared.\n").provisions)
        == 2
    )


def test_an_amount_that_opens_a_line_goes_on_with_the_sentence() -> None:
    assert (
        texts(read_plain("1. It costs\n3.5 million crowns.\n2. Peace.\n"))["1"]
        == "It costs\n3.5 million crowns."
    )


def test_numbers_in_words_with_a_full_stop_are_labels() -> None:
    assert ids(read_plain("PRIMERO. La paz.\nSEGUNDO. El pan.\n")) == ["1", "2"]


def test_page_numbers_and_running_heads_are_notes() -> None:
    page = "\n{}. Lamps are lit.\n\n{}. Bells ring, as said in\n\n\n     {}\n\n\fDraft of 3 May   SECRET\nthe map.\n"
    pages = "".join(page.format(2 * p - 1, 2 * p, p) for p in (1, 2, 3))
    draft = read_plain(f"Draft of 3 May      SECRET\n{pages}")
    assert ids(draft) == ["1", "2", "3", "4", "5", "6"]
    assert [text[:5] for kind, text in passages(draft)] == ["Draft", "1", "Draft", "2", "Draft", "3", "Draft"]


def test_numbers_over_their_texts_are_no_page_numbers() -> None:
    assert passages(read_plain("1\n\nPeace.\n\n2\n\nBread.\n\n3\n\nSalt.\n")) == []


def test_a_number_behind_its_abbreviation_is_no_label() -> None:
    text = "1. The parties recall with regret what has been said of it in resolution No.\n5. They agree.\n"
    assert ids(read_plain(text)) == ["1"]


def test_a_line_that_names_an_annex_parts_it_from_its_title_and_from_the_points_before() -> None:
    text = "1. Both fleets may enter.\nANNEX A\nThe map\n1. Small.\n\nANNEX B\nRules of the pilots\n\n1. Taken.\n"
    draft = read_plain(text)
    assert ids(draft) == ["1", "annex-a", "annex-a/1", "annex-b", "annex-b/1"]
    assert texts(draft)["annex-b#2"] == "Rules of the pilots"


def test_a_wrapped_line_that_is_only_the_name_of_an_annex_is_no_heading() -> None:
    text = (
        "1. Both fleets may enter, as is said in more words in\nAnnex 2\nof this plan.\n2. The mole is lit.\n"
    )
    assert ids(read_plain(text)) == ["1", "2"]


def test_signatures_before_an_annex_close_the_text_before_it() -> None:
    text = "1. Both fleets may enter.\n\nDone at Korr.\n\nA. W. Brook\n\nANNEX A\nThe map\n\n1. The scale is small.\n"
    assert ids(read_plain(text)) == ["1", "closing", "annex-a", "annex-a/1"]


def test_a_closing_needs_no_blank_line_before_it() -> None:
    assert ids(read_plain("1. Both fleets may enter.\n2. So it is.\nDone at Korr, 12 June 2031.\n")) == [
        "1",
        "2",
        "closing",
    ]


def test_the_points_of_a_quoted_mail_are_points() -> None:
    text = "Dear,\n\n> 1. The port\n>    is open.\n> 2. Ends:\n>    a) for fish;\n>    b) for salt.\n>\n> 3. Done.\n"
    draft = read_plain(text)
    assert ids(draft) == ["1", "2", "2.a", "2.b", "3"]
    assert texts(draft)["2.a"] == "for fish;"


def test_a_lone_sign_before_an_amount_is_no_quotation() -> None:
    draft = read_plain("1. Boats pay where they are longer, and only then.\n> 100 feet\n2. Others.\n")
    assert texts(draft)["1#2"] == "> 100 feet"


def test_a_labelled_line_needs_no_blank_line_before_it() -> None:
    text = "The parties agree\n1. to stop;\n2. to leave:\n(a) Korr, and\n(b) Lum.\n"
    assert ids(read_plain(text)) == ["the-parties-agree", "1", "2", "2.a", "2.b"]


def test_a_labelled_line_counts_on_also_behind_a_long_line_without_a_mark() -> None:
    long = "The garrison of Korr will be limited to four hundred soldiers for as long as this"
    assert ids(read_plain(f"1. {long}\n2. {long}\n3. {long}\n")) == ["1", "2", "3"]


def test_short_lines_without_a_mark_are_headings_of_what_follows() -> None:
    draft = read_plain("Security and protection\n\n1. a.\n\nReturn of Korr\n\n2. b.\n\nJ. Smith\n")
    assert ids(draft) == ["security-and-protection", "1", "return-of-korr", "2"]
    assert headings(draft) == ["security-and-protection", "return-of-korr"]
    assert texts(draft)["2#2"] == "J. Smith"


def test_lines_behind_a_colon_are_a_list_and_no_headings() -> None:
    draft = read_plain("1. a.\n\nSigned by:\n\nThe Elder of Korr\n\nThe Envoy of Lum\n\nAnnex I\n\n1. b.\n")
    assert ids(draft) == ["1", "closing", "annex-1", "annex-1/1"]
    assert texts(draft)["closing#3"] == "The Envoy of Lum"


def test_heading_lines_in_a_row_are_one_heading() -> None:
    draft = read_plain("1. a.\n\nAnnex I\n\nPlan for the valley\n\nNeuwick, 12 June 2031\n\n1. b.\n")
    assert headings(draft) == ["annex-1", "annex-1#2", "annex-1#3"]


def test_an_annex_is_a_scope_with_its_number() -> None:
    draft = read_plain(
        "1. a.\n\n2. b.\n\nANNEX 1 - The Elder’s plan for J. Smith’s bridge\n\n1. c.\n\n"
        "Note\n\nAs follows:\n\n– d;\n\n– e.\n"
    )
    assert ids(draft) == [
        "1",
        "2",
        "annex-1",
        "annex-1/1",
        "annex-1/note",
        "annex-1/note.-1",
        "annex-1/note.-2",
    ]


def test_an_annex_without_numbers_is_counted_by_paragraphs() -> None:
    draft = read_plain("1. a.\n\nAnnexe 1\n\nKorr sera libre. Lum aussi.\n\nLe pont sera ouvert.\n")
    assert texts(draft)["annex-1/1#2"] == "Lum aussi."
    assert texts(draft)["annex-1/2"] == "Le pont sera ouvert."


def test_a_heading_inside_a_run_does_not_break_its_ids() -> None:
    text = "2. The mission has this mandate:\n\nProtection\n\n(a) a;\n\n(b) b;\n\nHuman rights\n\n(c) c;\n\n3. d.\n"
    draft = read_plain(text)
    assert ids(draft) == ["2", "protection", "2.a", "2.b", "human-rights", "2.c", "3"]
    assert [point.id for point in draft.points] == ["2", "3"]


def test_a_repeated_heading_gets_a_counter() -> None:
    assert ids(read_plain("Arms\n\n1. a.\n\nArms\n\n2. b.\n")) == ["arms", "1", "arms~2", "2"]


def test_a_label_alone_on_its_line_takes_the_next_block() -> None:
    draft = read_plain(
        "Point 1\n\nThe war ends. It ends now.\n\nPoint 2\n\nPrisoners\n\nAll are freed.\n\n"
        "Point 3. Peace\n\n1. a.\n"
    )
    assert texts(draft) == {
        "1": "The war ends.",
        "1#2": "It ends now.",
        "2": "Prisoners",
        "2#2": "All are freed.",
        "3": "Peace",
        "3.1": "a.",
    }


def test_text_before_the_first_point_is_the_preamble_and_a_comma_clause_one_provision() -> None:
    draft = read_plain(
        "The Council,\n\nRecalling the law etc. The law is old,\n\nIt is so. It stays so.\n\n1. a.\n"
    )
    assert draft.points[0].kind == "preamble"
    assert list(texts(draft)) == ["preamble", "preamble#2", "preamble#3", "preamble#4", "1"]


def test_an_indented_paragraph_stays_with_its_clause() -> None:
    draft = read_plain("1. Lead:\n\n   a) one;\n\n      More of a.\n\n   b) two;\n\nMore of 1.\n")
    assert texts(draft) == {
        "1": "Lead:",
        "1.a": "one;",
        "1.a#2": "More of a.",
        "1.b": "two;",
        "1#2": "More of 1.",
    }


def test_numbers_that_are_aligned_to_the_right_are_one_list() -> None:
    assert ids(read_plain(" 9. a\n10. b\n11. c\n")) == ["9", "10", "11"]


def test_indented_numbers_nest() -> None:
    draft = read_plain("1. Parties\n  1. Korr\n  2. Lum\n2. Terms\n  1. Peace\n3. End\n")
    assert ids(draft) == ["1", "1.1", "1.2", "2", "2.1", "3"]


def test_rules_of_dashes_are_structure() -> None:
    draft = read_plain("1. a.\n\n-----\n\n2. b.\n* * *\n")
    assert list(texts(draft).values()) == ["a.", "b."]
    assert not draft.passages


def test_what_signs_a_draft_is_its_closing() -> None:
    text = (
        "1. a.\n\n2. b.\n\nDone at Korr, 12 June 2031.\n\nFor Korr:\n\nJ. Storm\n\nAnnex I\n\n1. c.\n\n"
        "The envoys:\n\nElder A. Brook\n\nI.W. Hill\n"
    )
    draft = read_plain(text)
    assert ids(draft) == ["1", "2", "closing", "annex-1", "annex-1/1", "annex-1/closing"]
    assert texts(draft)["closing#3"] == "J. Storm"
    assert texts(draft)["annex-1/closing"] == "The envoys:"


def test_paragraphs_behind_the_last_point_that_sign_nothing_go_on_with_it() -> None:
    assert ids(read_plain("1. a:\n\nThe mole\n\nThe gate\n\nDone with the work, they leave.\n")) == ["1"]


def test_the_first_heading_is_the_title_where_no_other_is_like_it() -> None:
    alone = read_plain("Plan for Korr\n\n1. a.\n\n2. b.\n")
    row = read_plain("PLAN FOR KORR\n\nPart One\n\n1. a.\n\nPart Two\n\n2. b.\n")
    introduced = read_plain("Plan for Korr\n\nThe parties agree:\n\n1. a.\n\nArms\n\n2. b.\n")
    assert [draft.title for draft in (alone, row, introduced)] == [
        "Plan for Korr",
        "PLAN FOR KORR",
        "Plan for Korr",
    ]
    assert ids(introduced) == ["preamble", "1", "arms", "2"]


def test_capitals_part_a_title_from_the_line_right_under_it() -> None:
    """What stands there, a date or who speaks, is no heading of the points."""
    said = (
        "DRAFT OF AN AGREEMENT\nON THE FERRIES\nVersion of 3 March\n\nThe Parties agree:\n\n1. Ferries run.\n"
    )
    two_lines = read_plain(said)
    assert [p.text for p in two_lines.provisions] == [
        "DRAFT OF AN AGREEMENT\nON THE FERRIES",
        "Version of 3 March",
        "The Parties agree:",
        "Ferries run.",
    ]
    one_line = read_plain(said.replace("\nON", " ON"))
    assert one_line.title == "DRAFT OF AN AGREEMENT ON THE FERRIES"
    assert [p.id for p in one_line.provisions] == ["preamble", "preamble#2", "1"]


def test_initials_of_those_who_sign_are_no_labels_though_they_count_on() -> None:
    draft = read_plain("1. Ferries run.\n\n2. Tolls end.\n\nFor Korr:\nA. Brook\n\nFor Velia:\nB. Storm\n")
    assert [p.id for p in draft.provisions if not p.id.startswith("closing")] == ["1", "2"]
    lettered = read_plain("1. Two groups meet:\n\nA. Territory\n\nB. Security\n")
    assert [p.id for p in lettered.provisions] == ["1", "1.a", "1.b"]


def test_capitals_within_a_sentence_part_nothing() -> None:
    draft = read_plain("1. The ferries of the\nFREE PORT OF KORR\nAuthority run daily.\n")
    assert [p.id for p in draft.provisions] == ["1"]


def test_the_first_of_several_like_headings_is_no_title() -> None:
    assert read_plain("Arms\n\n1. a.\n\nTrade\n\n2. b.\n").title == ""
    assert ids(read_plain("Arms\n\nAll leave.\n\nTrade\n\nTolls end.\n")) == ["arms", "trade"]


@pytest.mark.parametrize("words", [4, 9, 12])
def test_items_in_lower_case_without_a_mark_are_points_however_long(words: int) -> None:
    lines = [f"{n}. {' '.join(['guards'] * (words + n % 3))}" for n in range(1, 40)]
    assert len(read_plain("\n".join(lines)).points) == 39


_LONG = "Framework for the return of all prisoners and the reconciliation of the people in the valley of Korr"


def test_a_long_line_over_points_is_a_heading_where_short_ones_are() -> None:
    text = f"The Council,\n\n{_LONG}\n\n1. Peace.\n\nTolls\n\n2. Bread.\n"
    assert len(headings(read_plain(text))) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"The Council,\n\n{_LONG}\n\n1. Peace.\n\n2. Bread.\n",  # no other heading
        f"The Council,\n\n{_LONG}.\n\n1. Peace.\n\nTolls\n\n2. Bread.\n",  # a mark
        f"The Council,\n\n{_LONG}\n1. Peace.\n\nTolls\n\n2. Bread.\n",  # no line of its own
    ],
)
def test_another_long_line_is_text(text: str) -> None:
    assert len(headings(read_plain(text))) == (1 if "Tolls" in text else 0)
