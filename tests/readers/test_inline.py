"""Lists and points that run on in one paragraph, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.readers.outline import ids, read_markdown, read_plain, texts


def test_an_inline_list_is_points_and_the_sentences_behind_it_go_on_with_the_point() -> None:
    text = "1. The parties shall: (a) stop all fire; (b) leave Korr; and (c) free all. They meet again.\n\n2. Next."
    assert texts(read_plain(text)) == {
        "1": "The parties shall:",
        "1.a": "stop all fire;",
        "1.b": "leave Korr; and",
        "1.c": "free all.",
        "1#2": "They meet again.",
        "2": "Next.",
    }


def test_an_inline_list_reads_alike_in_markdown_and_in_a_continuation_paragraph() -> None:
    text = "1. Aa.\n\n   Both sides (i) stop, (ii) leave Korr\n   at once and (iii) meet. All is told.\n\n2. Next.\n"
    read = texts(read_markdown(text))
    assert list(read) == ["1", "1#2", "1.i", "1.ii", "1.iii", "1#3", "2"]
    assert read["1#3"] == "All is told."


def test_an_inline_list_may_hold_another_and_go_on_behind_it() -> None:
    text = (
        "4. It is to: (A) arrange; and (B) set up bodies, including: (1) a bank; (2) a court; and (C) report."
    )
    assert ids(read_plain(text)) == ["4", "4.a", "4.b", "4.b.1", "4.b.2", "4.c"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Los puertos: a) se abren; y b) se cierran.", ["1", "1.a", "1.b"]),
        ("1. Силы будут: a) наблюдать; и b) сообщать.", ["1", "1.a", "1.b"]),
        ("1 - تعمل القوة على: (أ) المراقبة؛ و(ب) التقرير.", ["1", "1.أ", "1.ب"]),
        ("1. 部队应：(a)监督停火；(b)提出报告。", ["1", "1.a", "1.b"]),
    ],
)
def test_inline_lists_are_found_in_any_script(text: str, expected: list[str]) -> None:
    assert ids(read_plain(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1. Under paragraphs 19 (a) and (b) above the parties meet.",
        "1. See subparagraphs (a) and (b) of the annex.",
        "1. As said in (a), (b) and (c), they meet.",
        "1. Zone (A) of Korr and Zone (B) of Lum are free.",
        "1. The fleet (a) of Korr sails.",
        "1. They meet (c) in Korr; and (d) in Lum.",
        "1. Resolution 7 (2014) and resolution 8 (2015) are recalled.",
        "1. It recalls paragraph 1. 3. is not meant.",
        "1. In 1. 2 boats sail.",
    ],
)
def test_references_and_lone_letters_open_no_list(text: str) -> None:
    assert ids(read_plain(text)) == ["1"]


def test_two_points_glued_on_one_line_are_two_points() -> None:
    draft = read_plain("1. The line is frozen. 2. Forces leave Korr.\n3. All are freed.\n")
    assert texts(draft) == {"1": "The line is frozen.", "2": "Forces leave Korr.", "3": "All are freed."}
    assert ids(read_markdown("7) Aa bb; 8) Cc dd; 9) Ee.")) == ["7", "8", "9"]


def test_a_number_that_a_later_line_bears_is_no_glued_point() -> None:
    assert ids(read_plain("1. There are two: one and 2. Yes.\n\n2. Next.\n")) == ["1", "2"]


def test_inline_options_are_rival_points() -> None:
    draft = read_plain("1. On the plant: Option A: Korr runs it. Option B: Lum runs it.\n\n2. Next.\n")
    assert ids(draft) == ["1", "1.option-a", "1.option-b", "2"]
