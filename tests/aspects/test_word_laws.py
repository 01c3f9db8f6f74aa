"""Laws of duty, condition, polarity and scope on drawn sentences, however long."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff.aspects import shifts
from peacediff.knowledge import load
from peacediff.model import TURNED, Aspect, Shift

_PLAIN = (
    "the parties observers valley harbour bridge council forces government of in and to with from report repair "
    "leave guard share meet open border river prisoners funds quickly jointly its their is are by"
)
_CUES = (
    "not no never without neither refrain from prohibited must shall will may should requests urges encourages "
    "welcomes decides if unless provided that subject to in peacetime as appropriate all some full partial only "
    "permanent temporary except throughout or , . ;"
)

PLAIN = st.lists(st.sampled_from(_PLAIN.split()), min_size=1, max_size=60)
TEXTS = st.lists(st.sampled_from(f"{_PLAIN} {_CUES}".split()), min_size=1, max_size=40).map(" ".join)


def told(before: str, after: str, aspect: Aspect) -> list[Shift]:
    return [shift for shift in shifts(before, after, load()) if shift.aspect == aspect]


def put(words: list[str], added: str, place: float) -> tuple[str, str]:
    """The words, and the words with others put between them, both as a sentence."""
    at = round(place * len(words))
    return (f"{' '.join(words)}.", " ".join([*words[:at], added, *words[at:]]) + ".")


@pytest.mark.parametrize("aspect", ["duty", "condition", "polarity", "scope"])
def test_no_phrase_shows_and_hides(aspect: Aspect) -> None:
    """A phrase belongs to one cue, and none that shows something is listed as showing nothing."""
    shown = [phrase for cue in load().cues[aspect] for phrase in cue.forms]
    hidden = {phrase for cue in load().cues[aspect] for phrase in cue.never}
    assert [phrase for phrase, count in Counter(shown).items() if count > 1 or phrase in hidden] == []


@given(PLAIN, st.floats(0, 1), st.sampled_from(["not", "never", "no", "without"]))
def test_no_denial_is_missed(words: list[str], place: float, denial: str) -> None:
    """A denial put anywhere into a sentence that has none is told once, as added."""
    before, after = put(words, denial, place)
    assert [shift.direction for shift in told(before, after, "polarity")] == ["added"]


@given(PLAIN, st.floats(0, 1), st.sampled_from(["in peacetime", "if they agree", "unless it rains"]))
def test_no_condition_is_missed(words: list[str], place: float, condition: str) -> None:
    """A condition put anywhere into a sentence that has none is told once, as added, in its own words first."""
    before, after = put(words, condition, place)
    (shift,) = told(before, after, "condition")
    assert (shift.direction, shift.after[: len(condition)]) == ("added", condition)


@given(TEXTS, TEXTS)
def test_words_mirror(before: str, after: str) -> None:
    """With the sides changed every shift is told the other way round, and a text has no shift against itself."""
    there = [
        (s.aspect, TURNED[s.direction], s.after_span, s.before_span) for s in shifts(before, after, load())
    ]
    back = [(s.aspect, s.direction, s.before_span, s.after_span) for s in shifts(after, before, load())]
    assert sorted(there, key=str) == sorted(back, key=str)
    assert shifts(before, before, load()) == ()


@given(TEXTS, TEXTS)
def test_words_are_quoted(before: str, after: str) -> None:
    """Every shift quotes its words at their spans, and there are some."""
    for shift in shifts(before, after, load()):
        assert shift.before == (before[slice(*shift.before_span)] if shift.before_span else "")
        assert shift.after == (after[slice(*shift.after_span)] if shift.after_span else "")
        assert shift.before or shift.after
