"""The same amount or time in other words is no changed word of a provision."""

from __future__ import annotations

import pytest

from peacediff import compare, read_text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The exchange ends within 21 days of signature.",
            "The exchange ends within three weeks of signature.",
        ),
        ("The armies keep ten kilometres apart.", "The armies keep 10 km apart."),
        ("The council sits for three years.", "The council sits for a period of three years."),
    ],
)
def test_an_equal_amount_in_other_words_changes_nothing(before: str, after: str) -> None:
    (change,) = compare(read_text(f"1. {before}\n"), read_text(f"1. {after}\n")).changes
    assert (change.fate, change.shifts, change.gone, change.come) == ("reworded", (), (), ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The Federal Member Towns keep the roads open.", "The FMTs keep the roads open."),
        ("The United Harbour patrol team reports weekly.", "The UHPT reports weekly."),
        ("Owners may hire privately trained armed river pilots.", "Owners may hire PTARP."),
    ],
)
def test_an_abbreviation_for_the_words_of_the_other_side_changes_nothing(before: str, after: str) -> None:
    (change,) = compare(read_text(f"1. {before}\n"), read_text(f"1. {after}\n")).changes
    assert (change.fate, change.shifts, change.gone, change.come) == ("reworded", (), (), ())


def test_an_abbreviation_of_other_words_is_told() -> None:
    old, new = "1. The Federal Member Towns keep the roads.\n", "1. The FNTs keep the roads.\n"
    (change,) = compare(read_text(old), read_text(new)).changes
    assert change.fate == "changed"


def test_another_one_of_several_events_is_told() -> None:
    """Words of an event stay, as they tell best which one is meant."""
    old = "1. The interim council ends after the second general election.\n"
    (change,) = compare(read_text(old), read_text(old.replace("second", "first"))).changes
    assert [(shift.aspect, shift.before, shift.after) for shift in change.shifts] == [
        ("deadline", "second", "first")
    ]
