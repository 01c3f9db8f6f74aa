from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff.renderers.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("a\u202eb", "a<U+202E>b"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("\x9b2J", "<U+009B>2J"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("tag\U000e0041", "tag<U+E0041>"),
        ("lone\udc80", "lone<U+DC80>"),
        ("\x85", "<U+0085>"),
    ],
)
def test_what_would_act_on_a_screen_is_shown_as_its_code(text: str, shown: str) -> None:
    """Escapes, overrides, invisible characters and broken ones stand as their code points."""
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["Україна, 100 €", "می‌خواهم", "שלום\u200f!", "👩‍🚀", "a\tb\nc\u00a0d", ""])
def test_what_scripts_need_stays(text: str) -> None:
    """Letters of all scripts, joiners, direction marks and white space are left alone."""
    assert visible(text) == text


@given(st.text(st.characters()))
def test_no_control_character_is_left(text: str) -> None:
    """Beyond white space, nothing that a terminal obeys is left."""
    left = {c for c in visible(text) if unicodedata.category(c) in {"Cc", "Cs"}}
    assert left <= set("\t\n\r\v\f")
