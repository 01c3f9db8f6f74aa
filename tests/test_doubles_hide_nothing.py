"""However much of a provision is explained by doubles, a number, a denial, a condition or a bound is told.

Nor do doubles make one of two words between which nobody may choose (contrasts.toml). One direction is tried: the law
of the mirror has its own tests.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from peacediff import compare, read_text
from peacediff.model import Changes

PAIRS = {
    "condition": (
        "Joint efforts will be made in peacetime to keep 400 guards.",
        "Joint efforts will be undertaken to keep 400 guards.",
    ),
    "polarity": (
        "The states will be compensated for the loss.",
        "The states shall not receive compensation for the loss.",
    ),
    "quantity": (
        "Efforts will be made to rebuild 12 towns.",
        "Efforts will be undertaken to rebuild 13 towns.",
    ),
    "scope": (
        "Prisoners will be exchanged all for all.",
        "Prisoners will be exchanged on the principle of all for all except officers.",
    ),
}


CONTRASTS = tomllib.loads(Path(__file__).with_name("contrasts.toml").read_text("utf-8"))["contrast"]
"""Sentences, and the pairs of words to be put into them."""


def changes(old: str, new: str) -> Changes:
    return compare(read_text(f"1. {old}\n"), read_text(f"1. {new}\n")).changes


@pytest.mark.parametrize("contrast", CONTRASTS, ids=lambda contrast: contrast["sentences"][0])
def test_a_word_never_stands_for_one_that_it_must_not_be_taken_for(contrast: dict[str, str]) -> None:
    pairs = [pair.split(" | ") for pair in contrast["pairs"].replace("\n", " ").split(";")]
    hidden = [
        sorted(pair)
        for pair in pairs
        for sentence in contrast["sentences"]
        if all(
            change.fate in {"reworded", "unchanged"}
            for change in changes(*(sentence.format(word.strip()) for word in pair))
        )
    ]
    assert hidden == []


@pytest.mark.parametrize("aspect", PAIRS)
@pytest.mark.parametrize("turned", [False, True])
def test_what_shifts_among_doubles_is_told(aspect: str, turned: bool) -> None:  # noqa: FBT001 (a parameter of pytest)
    old, new = PAIRS[aspect][:: -1 if turned else 1]
    (change,) = changes(old, new)
    assert aspect in {shift.aspect for shift in change.shifts}
