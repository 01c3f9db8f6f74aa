"""Words and the keys that equal words share."""

from __future__ import annotations

import pytest

from peacediff.text.words import keys, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("600,000; 600.000; 600 000; 600’000", ["600000"] * 4),
        ("3.5 million at 50:50", ["3.5", "million", "at", "50:50"]),
        ("зобов’язується", ["зобов'язується"]),
        ("Ukraine’s Ukraine's", ["ukraine", "ukraine"]),
        ("50% or $100", ["50", "%", "or", "$", "100"]),
        ("**bold** and _light_", ["bold", "and", "light"]),
        ("停火", ["停", "火"]),
        ("ﬁve ＡＢ", ["five", "ab"]),
        ("[open]", ["[", "open", "]"]),
        ("in 2015 200 men", ["in", "2015", "200", "men"]),
    ],
)
def test_keys_of_words(text: str, expected: list[str]) -> None:
    assert list(keys(text)) == expected


def test_a_word_knows_where_it_stands() -> None:
    text = "The line of contact."
    assert [text[slice(*word.span)] for word in words(text)] == ["The", "line", "of", "contact"]
