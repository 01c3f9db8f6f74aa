"""Pairs of texts, and the shifts of one aspect between them: ``<aspect>.toml`` beside this file.

A pair's ``shifts`` are written as `shifted` tells them, without the aspect; none makes it a near miss.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import attrs
import pytest

from peacediff.aspects import shifts
from peacediff.knowledge import load
from peacediff.model import ASPECTS, TURNED, Aspect, Shift
from peacediff.substance import differing

HERE = Path(__file__).parent


@attrs.frozen
class Pair:
    """Two texts and what is told of one aspect between them."""

    aspect: Aspect
    before: str
    after: str
    shifts: list[str]
    note: str = ""


def shifted(shift: Shift) -> str:
    """A shift in one line: what, which way, the words of both sides, how far."""
    sides = f"{shift.before or '(nothing)'} → {shift.after or '(nothing)'}"
    far = f" ({shift.difference})" if shift.difference else ""
    return f"{shift.aspect} {shift.direction}: {sides}{far}"


def pairs() -> list[Pair]:
    """All pairs of all aspects."""
    found = [(aspect, HERE / f"{aspect}.toml") for aspect in ASPECTS]
    return [
        Pair(aspect, **entry)
        for aspect, file in found
        if file.is_file()
        for entry in tomllib.loads(file.read_text("utf-8"))["pair"]
    ]


def told(aspect: Aspect, before: str, after: str) -> list[Shift]:
    """The shifts of one aspect."""
    found = differing(before, after, load())
    unexplained = (found.gone, found.come)
    told = shifts(before, after, load(), unexplained=unexplained)
    return [shift for shift in told if shift.aspect == aspect]


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.aspect}: {pair.after[:40]}")
def test_pair(pair: Pair) -> None:
    """The shifts of the pair are told, and no others of its aspect."""
    found = [
        shifted(shift).removeprefix(f"{pair.aspect} ") for shift in told(pair.aspect, pair.before, pair.after)
    ]
    assert sorted(found) == sorted(pair.shifts)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.aspect}: {pair.after[:40]}")
def test_pair_turned(pair: Pair) -> None:
    """With the sides changed the same shifts are told in the other direction, and each side alone has none."""
    there = told(pair.aspect, pair.before, pair.after)
    back = told(pair.aspect, pair.after, pair.before)
    sides = sorted(
        (TURNED[s.direction], s.after, s.before, str(s.after_span), str(s.before_span)) for s in there
    )
    assert sides == sorted(
        (s.direction, s.before, s.after, str(s.before_span), str(s.after_span)) for s in back
    )
    assert told(pair.aspect, pair.before, pair.before) == told(pair.aspect, pair.after, pair.after) == []


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.aspect}: {pair.after[:40]}")
def test_words_stand_at_their_spans(pair: Pair) -> None:
    """The words of a shift are the text at its spans."""
    for shift in told(pair.aspect, pair.before, pair.after):
        for words, span, text in (
            (shift.before, shift.before_span, pair.before),
            (shift.after, shift.after_span, pair.after),
        ):
            assert words == (text[slice(*span)] if span else "")
