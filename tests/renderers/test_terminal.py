from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff.model import Change, Changes, Comparison
from peacediff.renderers import RENDERERS, Style
from peacediff.renderers.wrapping import columns
from peacediff.text.edits import edits
from tests.comparisons import by_id, comparisons, draft

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def small(before: str = "The force is limited to 600,000.") -> Comparison:
    old = draft({"1": [before], "2": ["Crimea is Ukrainian."], "3": ["Peace."]})
    new = draft({"1": ["The force stays at 800,000."], "3": ["Peace."], "4": ["Elections."]}, name="new.md")
    first = Change(by_id(old, "1"), by_id(new, "1"), "changed", topics=("military-limits",))
    changes = [
        Change(first.old, first.new, "changed", topics=first.topics, edits=edits(first.before, first.after)),
        Change(by_id(old, "2"), (), "dropped"),
        Change(by_id(old, "3"), by_id(new, "3"), "unchanged"),
        Change((), by_id(new, "4"), "added"),
    ]
    return Comparison(old, new, Changes(changes))


def text(comparison: Comparison, width: int = 80, *, color: bool = False) -> str:
    return RENDERERS["text"](comparison, Style(width, color))


EXPECTED = """\
old.md
→ new.md

old  old.md, 3 points, 3 provisions
new  new.md, 3 points, 3 provisions

1 dropped, 1 changed, 1 added, 1 unchanged.
A dropped and an added provision can be one that was heavily rewritten.

✗ DROPPED (1)

✗ 2: dropped
    [-Crimea is Ukrainian.-]
    nothing in the new draft holds much of its wording

~ CHANGED (1)

~ 1: changed · military-limits
    The force [-is limited to 600,000-] {+stays at 800,000+}.

+ ADDED (1)

+ 4: added
    {+Elections.+}
    nothing in the old draft holds much of its wording

= UNCHANGED (1)
  3

LEDGER of provisions
                   old    new
  ✗ dropped          1      –
  ~ changed          1      1
  + added            –      1
  ≈ reworded         0      0
  = unchanged        1      1
    total            3      3

POINT BY POINT
  1  ~ changed    → 1  The force is limited to 600,000.
  2  ✗ dropped         Crimea is Ukrainian.
  3  = unchanged  → 3  Peace.

WHOLLY NEW POINTS
  4  + added       Elections.
"""


def test_a_comparison_reads_well() -> None:
    """The whole text of a small comparison, as a reader sees it."""
    assert text(small()) == EXPECTED


def test_colour_only_repeats_what_words_say() -> None:
    """Without its colours the coloured text is the plain one, byte for byte."""
    colored = text(small(), color=True)
    assert colored != EXPECTED
    assert ANSI.sub("", colored) == EXPECTED


@given(comparisons(), st.integers(1, 200))
def test_no_line_is_wider_than_the_screen(comparison: Comparison, width: int) -> None:
    """Lines keep to the width, though never to less than 40 columns or more than 100."""
    for line in text(comparison, width=width).split("\n"):
        assert columns(line) <= min(max(width, 40), 100)


@given(comparisons())
def test_nothing_of_a_document_acts_on_the_terminal(comparison: Comparison) -> None:
    """No control character of the texts, titles, names or words reaches the screen."""
    plain = text(comparison)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", plain)
    assert ANSI.sub("", text(comparison, color=True)) == plain


@pytest.mark.parametrize("width", [80, 200])
def test_the_same_comparison_gives_the_same_bytes(width: int) -> None:
    """Rendering depends on nothing but its arguments."""
    assert text(small(), width=width) == text(small(), width=width)


def test_an_escape_sequence_in_a_document_is_shown() -> None:
    """A document cannot clear the screen or hide a line."""
    assert "<U+001B>[2J" in text(small("\x1b[2JThe force is limited."))
