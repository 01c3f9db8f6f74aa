"""How labels and paragraphs find their place, by the numbering that is open."""

from __future__ import annotations

from tests.readers.outline import headings, ids, read_plain, texts


def blocks(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_a_label_that_counts_on_returns_to_its_level_and_may_leave_a_gap() -> None:
    assert ids(read_plain(blocks("1. a", "(a) b", "(i) c", "(ii) d", "(b) e", "4. f"))) == [
        "1", "1.a", "1.a.i", "1.a.ii", "1.b", "4",
    ]  # fmt: skip


def test_a_number_that_does_not_count_on_is_marked_as_a_repeat() -> None:
    draft = read_plain(blocks("1. a", "2. b", "2. c", "(a) d", "1. e"))
    assert ids(draft) == ["1", "2", "2~2", "2~2.a", "1~2"]


def test_a_list_of_the_same_style_opens_below_a_colon() -> None:
    assert ids(read_plain(blocks("1. a", "2. b:", "1. c", "2. d", "3. e", "3. f"))) == [
        "1",
        "2",
        "2.1",
        "2.2",
        "2.3",
        "3",
    ]


def test_levels_nest_by_their_own_numbers() -> None:
    draft = read_plain(blocks("1. A", "1.1 b", "1.1.1 c", "1.2 d", "2. E", "2.1 f"))
    assert ids(draft) == ["1", "1.1", "1.1.1", "1.2", "2", "2.1"]
    assert draft.points[0].points[0].points[0].id == "1.1.1"


def test_the_same_dash_in_other_forms_is_one_style() -> None:
    assert ids(read_plain(blocks("1 - a", "2 – b", "3 — c:", "- d;", "– e."))) == [
        "1",
        "2",
        "3",
        "3.-1",
        "3.-2",
    ]


def test_bullets_of_another_sign_nest() -> None:
    draft = read_plain("Arms\n\n• a\n– b\n– c\n• d\n\nTrade\n\n• e\n")
    assert ids(draft) == ["arms", "arms.-1", "arms.-1.-1", "arms.-1.-2", "arms.-2", "trade", "trade.-1"]


def test_a_number_never_opens_below_a_bullet() -> None:
    assert ids(read_plain(blocks("- a", "- b", "1. c"))) == ["-1", "-2", "1"]


def test_a_list_whose_start_is_missing_stands_below_the_point_of_outer_rank() -> None:
    assert ids(read_plain(blocks("1. a", "(ii) b", "(b) c", "(i) d", "2. e"))) == [
        "1",
        "1.ii",
        "1.b",
        "1.b.i",
        "2",
    ]


def test_a_paragraph_behind_dashes_belongs_to_the_number() -> None:
    draft = read_plain(blocks("1. a:", "– b;", "– c;", "All.", "2. g"))
    assert texts(draft)["1#2"] == "All."


def test_a_paragraph_behind_open_clauses_belongs_to_the_number_and_behind_a_sentence_to_the_letter() -> None:
    assert "1#2" in texts(read_plain(blocks("1. a:", "(a) b;", "(b) c;", "All of it.")))
    assert "1.b#2" in texts(read_plain(blocks("1. a:", "(a) b.", "(b) c.", "All of it.")))


def test_a_paragraph_behind_open_numbers_belongs_to_their_article_and_never_leaves_the_outer_number() -> None:
    draft = read_plain(blocks("Article 1", "The parties:", "1) a;", "2) b;", "And so on.", "Article 2", "C."))
    assert texts(draft)["1#2"] == "And so on."
    assert "2#2" in texts(read_plain(blocks("1. a;", "2. b;", "And so on.")))


def test_a_short_lead_is_a_heading_and_a_sentence_a_clause() -> None:
    draft = read_plain(blocks("1. Territories:", "(a) b.", "2. Territories.", "(a) c.", "3. Alone"))
    assert headings(draft) == ["1"]
    long = "The strength of the forces of the two states will be as follows:"
    assert headings(read_plain(blocks(f"1. {long}", "(a) b."))) == []


def test_articles_hold_numbers_and_chapters_hold_articles() -> None:
    draft = read_plain(
        blocks("Chapter I", "Peace", "Article 1", "1. a.", "2. b.", "Chapter II", "Article 2", "1. c.")
    )
    assert ids(draft) == ["chapter-1", "1", "1.1", "1.2", "chapter-2", "2", "2.1"]


def test_labels_nest_no_deeper_than_a_limit_and_none_is_lost() -> None:
    text = "".join(f"{' ' * depth}1. a\n\n" for depth in range(500))
    draft = read_plain(text)
    assert len(ids(draft)) == 500
    assert max(id_.count(".") for id_ in ids(draft)) < 40


def test_the_id_of_an_annex_with_a_number_of_two_levels_holds_no_dot() -> None:
    draft = read_plain("1. Peace.\n\nAnnex 1.1\n\n1. The map.\n\nAnnex 1.2\n\n1. The scale.\n")
    assert ids(draft) == ["1", "annex-1-1", "annex-1-1/1", "annex-1-2", "annex-1-2/1"]
