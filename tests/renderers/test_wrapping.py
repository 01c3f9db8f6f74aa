from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff.renderers.wrapping import Piece, columns, cut, wrap

PIECES = st.lists(st.builds(Piece, st.text(st.characters(codec="utf-8")), st.sampled_from(["", "strong"])))


def lines(text: str, width: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in wrap([Piece(text)], width)]


@pytest.mark.parametrize(
    ("text", "taken"),
    [("abc", 3), ("停火", 4), ("й", 1), ("e\u0301", 1), ("한국", 4), ("می‌خواهم", 7), ("ＡＢ", 4)],
)
def test_columns_are_those_of_a_screen(text: str, taken: int) -> None:
    """Wide characters take two columns, combining ones none."""
    assert columns(text) == taken


@given(st.text(st.characters(codec="utf-8")), st.integers(1, 30))
def test_what_is_cut_fits_and_shows_that_it_was_cut(text: str, width: int) -> None:
    found = cut(text, width)
    assert columns(found) <= width
    assert found == text if columns(text) <= width else text.startswith(found[:-1]) and found[-1] == "…"


def test_lines_are_broken_at_spaces() -> None:
    """A line takes as many words as fit."""
    assert lines("one two three four", 9) == ["one two", "three", "four"]


def test_a_word_too_long_is_cut() -> None:
    """A word wider than the line goes on in the next."""
    assert lines("ab abcdefghij", 4) == ["ab", "abcd", "efgh", "ij"]


def test_chinese_is_broken_without_spaces() -> None:
    """Text without spaces is broken between wide characters, never before a full stop."""
    assert lines("双方将停火。", 10) == ["双方将停", "火。"]


def test_pieces_that_touch_stay_together() -> None:
    """A mark is not parted from the word that it touches, whatever their styles."""
    found = list(wrap([Piece("in peace"), Piece("[-time-]", "deleted"), Piece(", now")], 14))
    assert ["".join(p.text for p in line) for line in found] == ["in", "peace[-time-],", "now"]


def test_a_no_break_space_is_no_break() -> None:
    """Words joined by a no-break space stay on one line."""
    assert lines("a 600\u00a0000 b", 7) == ["a", "600\u00a0000", "b"]


def test_the_space_between_words_of_one_style_has_it() -> None:
    """So a coloured phrase is one coloured run."""
    (line,) = wrap([Piece("two words", "strong")], 80)
    assert {piece.style for piece in line} == {"strong"}


@given(PIECES, st.integers(2, 30))
def test_no_line_is_too_wide(pieces: list[Piece], width: int) -> None:
    """Whatever the text, no line takes more columns than it may."""
    for line in wrap(pieces, width):
        assert line
        assert columns("".join(piece.text for piece in line)) <= width


@given(st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1)), st.integers(2, 30))
def test_no_character_is_lost(words: list[str], width: int) -> None:
    """All that is no space is still there, in order."""
    assert "".join(lines(" ".join(words), width)).replace(" ", "") == "".join(words)
