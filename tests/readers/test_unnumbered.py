"""Drafts in which nothing is numbered, and lists whose every item is written ``1.``."""

from __future__ import annotations

import pytest

from tests.readers.outline import ids, read_markdown, read_plain, texts


def test_a_draft_without_numbers_is_counted_by_paragraphs() -> None:
    text = "The line is frozen. It stays.\n\nForces leave Korr in ten\ndays.\n\nAll prisoners are freed.\n"
    for draft in (read_plain(text), read_markdown(text)):
        assert list(texts(draft)) == ["1", "1#2", "2", "3"]
        assert {point.label for point in draft.walk()} == {""}


@pytest.mark.parametrize("stop", [".", ""])
def test_lines_that_stand_alone_are_provisions(stop: str) -> None:
    text = f"Freeze of the line{stop}\nWithdrawal from Korr{stop}\nRelease of all prisoners{stop}\n"
    assert ids(read_plain(text)) == ["1", "2", "3"]


def test_wrapped_lines_of_an_unnumbered_draft_are_one_provision() -> None:
    assert list(texts(read_plain("The parties met in\nKorr and agreed.\n\nAll is well.\n"))) == ["1", "2"]


def test_a_title_and_a_lead_stay_before_the_points_of_an_unnumbered_draft() -> None:
    draft = read_plain("The parties agree:\n\nThe line is frozen.\n\nAll are freed.\n")
    assert texts(draft) == {
        "preamble": "The parties agree:",
        "1": "The line is frozen.",
        "2": "All are freed.",
    }


def test_the_title_of_an_unnumbered_annex_belongs_to_its_heading() -> None:
    long = (
        "A full and final plan of the Elder of Korr for the lasting peace of all of the valley of the river"
    )
    draft = read_plain(f"1. a.\n\nAnnex 1\n\n{long}\n\nKorr is free.\n\nLum is free.\n\nAll meet.\n")
    assert ids(draft) == ["1", "annex-1", "annex-1/1", "annex-1/2", "annex-1/3"]


def test_items_of_plain_text_that_are_all_written_1_are_counted_on() -> None:
    draft = read_plain("1. Aa\n  1. Bb\n  1. Cc\n1. Dd\n  1. Ee\n  1. Ff\n")
    assert ids(draft) == ["1", "1.1", "1.2", "2", "2.1", "2.2"]
    assert {point.label for point in draft.walk()} == {"1."}
