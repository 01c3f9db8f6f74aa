"""What all aspects share: readings, cues, and directions that turn."""

from __future__ import annotations

from peacediff.aspects.reading import Reading
from peacediff.knowledge import load
from peacediff.knowledge.phrases import CUE_KINDS
from peacediff.model import DIRECTIONS, TURNED


def test_directions_turn_and_turn_back() -> None:
    """Every direction has a mirror, and the mirror's mirror is itself; only two are their own."""
    assert all(TURNED[TURNED[direction]] == direction for direction in DIRECTIONS)
    assert [d for d in DIRECTIONS if TURNED[d] == d] == ["replaced", "incomparable"]
    assert (TURNED["higher"], TURNED["added"], TURNED["opened"]) == ("lower", "removed", "closed")


def test_names_are_found_with_their_places() -> None:
    """A reading finds names of the gazetteer, the longest form first, and quotes them as they stand."""
    reading = Reading.of("Forces leave the Donetsk Region and Sevastopol.", load())
    assert [reading.quote(m.first, m.end) for m in reading.mentions] == ["Donetsk Region", "Sevastopol"]
    assert [entry.kind for m in reading.mentions for entry in m.entries] == ["region", "city"]


def test_every_aspect_has_its_cues_or_none() -> None:
    """Knowledge answers for each aspect."""
    assert tuple(load().cues) == CUE_KINDS
