"""What no reader sees: signs of direction and joining, and breaks that other programs make in a line."""

from __future__ import annotations

import pytest

from tests.readers.outline import ids, read_markdown, read_plain, texts


@pytest.mark.parametrize(
    "text",
    [
        "1.\u200f Peace.\n2.\u200f Bread.\n",
        "1\u200f. Peace.\n2\u200f. Bread.\n",
        "\u200b1\u200b. Peace.\u200b\n\u200b2\u200b. Bread.\n",
        "\u2066Article 1\u2069\nPeace.\n\n\u2066Article 2\u2069\nBread.\n",
        "Art\u00adicle 1\nPeace.\n\nArt\u00adicle 2\nBread.\n",
        "\u200b\n1. Peace.\n\u200e\n2. Bread.\n",
    ],
)
def test_invisible_signs_hide_no_label_and_are_no_text(text: str) -> None:
    assert texts(read_plain(text)) == {"1": "Peace.", "2": "Bread."}
    assert texts(read_markdown(text)) == {"1": "Peace.", "2": "Bread."}


def test_a_dash_behind_an_invisible_sign_opens_a_point() -> None:
    assert ids(read_plain("1. Guards:\n\u200f- here\n\u200f- there\n")) == ["1", "1.-1", "1.-2"]


@pytest.mark.parametrize("sign", ["\v", "\f", "\x85", "\u2028", "\u2029"])
def test_a_label_behind_a_break_of_another_program_opens_a_point(sign: str) -> None:
    draft = read_plain(f"4. Four\n5. Five{sign}6. Six{sign}(a) here{sign}(b) there")

    assert ids(draft) == ["4", "5", "6", "6.a", "6.b"]
    assert [point.line for point in draft.walk()] == [1, 2, 2, 2, 2]


def test_a_labelled_line_in_a_list_item_is_no_deeper_than_it_is_indented() -> None:
    assert ids(read_markdown("1. Peace\nArticle 2\nBread.\n")) == ["1", "2"]
    assert ids(read_markdown("1. Guards:\n(a) here\n(b) there\n")) == ["1", "1.a", "1.b"]
