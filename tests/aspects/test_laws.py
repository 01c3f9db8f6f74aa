"""Laws of shifts on texts thrown together from numbers, times, references and what surrounds them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from peacediff.aspects import shifts
from peacediff.knowledge import load
from peacediff.model import TURNED

OURS = ("quantity", "deadline", "reference")
PIECES = """600,000|800 thousand|six hundred|two|one|half|50 %|50:50|3 to 5|between|and|,|.|(|)|up to|at least|
 no more than|$100 billion|EUR|million|km|miles|days|months|a year|within|until|by|after|before|of|for|every|1 May|
 31 October 2025|
 2026|2025-11-19|May|end of|immediately|as soon as possible|signature|entry into force|point|paragraphs|Article 5|
 annex II|resolution|2803 (2025)|1701|the Geneva Conventions|Pretoria Agreement|this agreement|letter dated|
 S/2015/426|/|-|F-16|troops|observers|phase|the|will|not|withdraw""".replace("\n ", "").split("|")
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


@given(TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_shifts_turn_with_the_sides(before: str, after: str) -> None:
    """What is told from the old text to the new one is told back, turned, from the new one to the old one."""
    there = [
        (s.aspect, TURNED[s.direction], s.after_span, s.before_span) for s in shifts(before, after, load())
    ]
    back = [(s.aspect, s.direction, s.before_span, s.after_span) for s in shifts(after, before, load())]
    assert sorted(there, key=repr) == sorted(back, key=repr)


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_a_text_has_no_shift_against_itself(text: str) -> None:
    """Between equal texts nothing shifts, in whatever print."""
    assert shifts(text, text, load()) == ()
    wrapped = (s for s in shifts(text, text.replace(" ", "\n"), load()) if s.aspect in OURS)
    assert list(wrapped) == []


@given(TEXTS, TEXTS)
@settings(max_examples=80, deadline=None)
def test_the_words_of_a_shift_stand_at_its_spans(before: str, after: str) -> None:
    """Every shift quotes its texts, and shows words of one of them at least."""
    for shift in shifts(before, after, load()):
        assert shift.before == (before[slice(*shift.before_span)] if shift.before_span else "")
        assert shift.after == (after[slice(*shift.after_span)] if shift.after_span else "")
        assert shift.before or shift.after
