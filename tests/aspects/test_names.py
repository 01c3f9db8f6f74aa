"""Names in their lists: what is a place, what a party, and that what is told of them mirrors."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacediff.aspects.bodies import bodies
from peacediff.aspects.names import groups
from peacediff.aspects.naming import compared
from peacediff.aspects.reading import Reading
from peacediff.knowledge import load

KNOWLEDGE = load()
_WORDS = st.sampled_from(
    [
        *(
            "Russia",
            "Ukraine",
            "Kherson",
            "Donbas",
            "Kyiv",
            "NATO",
            "European",
            "the",
            "of",
            "and",
            ",",
            "in",
            "by",
        ),
        *(
            "It",
            "both sides",
            "Joint Border Commission",
            "(JBC)",
            "will",
            "attack",
            "forces",
            "region",
            "as",
            ".",
        ),
    ]
)
TEXTS = st.lists(_WORDS, max_size=14).map(" ".join)


def senses(text: str) -> dict[str, str]:
    """The sense of each name by its words."""
    reading = Reading.of(text, KNOWLEDGE)
    return {reading.quote(n.first, n.end): n.sense for group in groups(reading) for n in group.names}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No troops are based in Ukraine.", {"Ukraine": "place"}),
        ("Ukraine and Poland will pay.", {"Ukraine": "party", "Poland": "party"}),
        ("Moscow will agree.", {"Moscow": "party"}),
        ("Talks are held in Moscow.", {"Moscow": "place"}),
        ("Moscow will be shelled no more.", {"Moscow": "place"}),
        ("Families return to Syria.", {"Syria": "place"}),
        ("The loan goes to Syria.", {"Syria": "party"}),
        ("Ukrainian forces stay.", {"Ukrainian": "party"}),
        ("The Ukrainian language stays.", {"Ukrainian": "none"}),
        ("The hill is recognised as Russian.", {"Russian": "status"}),
        ("The Minsk talks stay.", {"Minsk": "place"}),
        ("Forces leave the Sumy and Kharkiv regions.", {"Sumy": "place", "Kharkiv regions": "place"}),
    ],
)
def test_a_name_is_a_place_or_a_party_by_where_it_stands(text: str, expected: dict[str, str]) -> None:
    assert senses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Truth and Justice Commission meets.", ["Truth and Justice Commission"]),
        ("It joins the Joint Border Commission (JBC).", ["Joint Border Commission (JBC"]),
        ("Members of UNXYZ meet.", ["UNXYZ"]),
        ("The committee and the commission meet.", []),
        ("See S/PRST/2014/8 and Part VII.", []),
    ],
)
def test_a_body_is_known_by_its_capitals(text: str, expected: list[str]) -> None:
    reading = Reading.of(text, KNOWLEDGE)
    assert [reading.quote(body.first, body.end) for body in bodies(reading)] == expected


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_what_differs_in_names_mirrors(before: str, after: str) -> None:
    """The differences from new to old are those from old to new, turned; a text has none with itself."""
    old, new = (Reading.of(text, KNOWLEDGE) for text in (before, after))
    assert compared(old, new) == compared(new, old).turned()
    alone = compared(old, old)
    assert (alone.differences, alone.swaps) == ((), ())


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_names_stand_in_order_and_never_overlap(text: str) -> None:
    names = [name for group in groups(Reading.of(text, KNOWLEDGE)) for name in group.names]
    assert all(left.end <= right.first for left, right in pairwise(names))
    assert all(name.first < name.end and name.first < name.shown for name in names)
