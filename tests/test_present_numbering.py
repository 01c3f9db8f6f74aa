"""What heads a draft tells where its numbers jump, as a point may have been lost there."""

from __future__ import annotations

import pytest

import peacediff
from peacediff.present.wording import side


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2. One.\n\n3. Two.\n", "numbering: a list begins with 2. (line 1)"),
        ("1. One.\n\n3. Two.\n", "numbering: after 1. comes 3. (line 3)"),
        (
            "\n\n".join(f"{n}. Point {n} stands." for n in range(1, 12, 2)),
            (
                "numbering: after 1. comes 3. (line 3); after 3. comes 5. (line 5); "
                "after 5. comes 7. (line 7); and 2 more"
            ),
        ),
    ],
)
def test_a_gap_in_the_numbers_heads_the_draft(text: str, told: str) -> None:
    """Each gap is named with its line, the first three of many."""
    assert told in side(peacediff.read_text(text, name="draft.txt")).asides


def test_numbers_without_a_gap_are_not_mentioned() -> None:
    """A draft that counts on says nothing of its numbering."""
    assert side(peacediff.read_text("1. One.\n\n2. Two.\n", name="draft.txt")).asides == ()
