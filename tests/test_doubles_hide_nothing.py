"""However much of a provision is explained by doubles, a number, a denial, a condition or a bound is told."""

from __future__ import annotations

import pytest

from peacediff import compare, read_text

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


@pytest.mark.parametrize("aspect", PAIRS)
@pytest.mark.parametrize("turned", [False, True])
def test_what_shifts_among_doubles_is_told(aspect: str, turned: bool) -> None:  # noqa: FBT001 (a parameter of pytest)
    old, new = PAIRS[aspect][:: -1 if turned else 1]
    (change,) = compare(read_text(f"1. {old}\n"), read_text(f"1. {new}\n")).changes
    assert aspect in {shift.aspect for shift in change.shifts}
