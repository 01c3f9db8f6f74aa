"""What is odd about the numbering is told as values, in the order of the text."""

from __future__ import annotations

from peacediff.model import Draft
from tests.readers.outline import read_markdown, read_plain


def told(draft: Draft) -> list[tuple[str, str, str]]:
    return [(odd.kind, odd.point, odd.after) for odd in draft.numbering]


def test_a_gap_is_told_with_the_label_before_it() -> None:
    draft = read_plain("1. a.\n\n2. b:\n\n(b) c;\n\n(e) d.\n\n4. e.\n")
    assert told(draft) == [("gap", "2.b", ""), ("gap", "2.e", "(b)"), ("gap", "4", "2.")]
    assert [odd.line for odd in draft.numbering] == [5, 7, 9]


def test_a_repeat_is_told_and_a_new_beginning_below_a_heading_or_in_an_annex_is_not() -> None:
    assert told(read_plain("1. a.\n\n2. b.\n\n2. c.\n\n3. d.\n")) == [("repeat", "2~2", "")]
    assert told(read_markdown("# A\n\n1. a\n2. b\n\n# B\n\n1. c\n\n# Annex\n\n1. d\n")) == []


def test_levels_articles_and_lists_that_count_on_are_not_odd() -> None:
    assert told(read_plain("Article 1\n\n1.1 a.\n\n1.2 b.\n\nArticle 2\n\n2.1 c.\n\n- d\n- e\n")) == []


def test_counting_by_place_is_told_once_for_each_part() -> None:
    draft = read_plain("1. a.\n\nAnnex 1\n\nKorr is free.\n\nLum is free.\n")
    assert told(draft) == [("unnumbered", "annex-1/1", "")]


def test_numbers_may_run_on_from_part_to_part() -> None:
    parts = "I. ARMS\n\n1. a\n\n2. b\n\nII. TRADE\n\n3. c\n\nIII. LAND\n\n{}. d\n"
    assert told(read_plain(parts.format(4))) == []
    assert told(read_plain(parts.format(5))) == [("gap", "iii.5", "")]
