"""Word edits are exact, cut at words, and the same in both directions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peacediff.text.edits import edits, replay

TEXTS = st.one_of(st.text(max_size=40), st.text(alphabet="ab ,.B’'-\n*", max_size=30))


@given(TEXTS, TEXTS)
def test_edits_turn_one_text_into_the_other(before: str, after: str) -> None:
    found = edits(before, after)
    assert replay(before, found) == after
    for edit in found:
        assert (before[slice(*edit.old_span)], after[slice(*edit.new_span)]) == (edit.old, edit.new)
        assert edit.old != edit.new


@given(TEXTS, TEXTS)
def test_edits_back_are_the_same_edits_turned_round(before: str, after: str) -> None:
    forwards = [(e.old, e.new, e.old_span, e.new_span) for e in edits(before, after)]
    assert [(e.new, e.old, e.new_span, e.old_span) for e in edits(after, before)] == forwards


def shown(before: str, after: str) -> list[tuple[str, str]]:
    return [(edit.old, edit.new) for edit in edits(before, after)]


def test_whole_words_are_exchanged() -> None:
    assert shown("limited to 600,000 men", "limited to 800,000 men") == [("600,000", "800,000")]


def test_an_insertion_leaves_the_full_stop_alone() -> None:
    assert shown("It stays at 800,000.", "It stays at 800,000 in peacetime.") == [("", " in peacetime")]


def test_a_rewritten_phrase_is_one_edit() -> None:
    (edit,) = edits(
        "The council was headed by a chair from Arvenia.", "The council met under no chair at all in Korr."
    )
    assert edit.kind == "replace"
