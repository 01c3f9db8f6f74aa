"""A link moved if it is not part of the heaviest chain that keeps its order."""

from __future__ import annotations

from peacediff import Pin, Pins, compare, read_text

LONG = "The demarcation along the river Tal will be watched by observers of the League day and night."
SHORT = "Peace will last."
OTHER = "The town of Korr is open to traders of both sides."


def moved(old: list[str], new: list[str]) -> list[str]:
    """The old ids that moved, points being numbered in the given order."""
    before, after = (
        read_text("\n".join(f"{n}. {text}" for n, text in enumerate(texts, start=1))) for texts in (old, new)
    )
    return [change.old[0].id for change in compare(before, after).changes if change.moved]


def test_nothing_moves_where_the_order_stays() -> None:
    assert moved([LONG, SHORT, OTHER], [LONG, OTHER]) == []


def test_the_point_with_fewer_words_is_the_one_that_moved() -> None:
    assert moved([LONG, SHORT], [SHORT, LONG]) == ["2"]
    assert moved([SHORT, LONG], [LONG, SHORT]) == ["1"]


def test_one_point_that_jumps_does_not_make_the_others_move() -> None:
    assert moved([LONG, OTHER, SHORT], [SHORT, LONG, OTHER]) == ["3"]


def test_a_new_number_alone_is_no_move() -> None:
    (first, second) = compare(
        read_text(f"1. {LONG}\n2. {OTHER}"), read_text(f"4. {LONG}\n5. {OTHER}")
    ).changes
    assert (first.moved, first.renumbered, second.moved, second.renumbered) == (False, True, False, True)


def test_a_half_of_a_character_is_a_text_like_any_other() -> None:
    assert moved([LONG, f"{SHORT} \ud800"], [f"{SHORT} \ud800", LONG]) == ["2", "2#2"]


def test_of_texts_alike_to_the_letter_that_cross_none_is_said_to_have_moved() -> None:
    """Which of them moved cannot be told, and the mirror would tell the other one."""
    draft = read_text(f"1. {SHORT}\n2. {SHORT}")
    crossed = Pins("links.toml", (Pin(("1",), ("2",)), Pin(("2",), ("1",))))
    changes = compare(draft, draft, links=crossed).changes
    assert [(change.old[0].id, change.new[0].id, change.moved) for change in changes] == [
        ("1", "2", False),
        ("2", "1", False),
    ]
