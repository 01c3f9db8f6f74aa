"""Other words for the same are told from another content by the words that differ."""

from __future__ import annotations

import pytest

from peacediff.knowledge import load
from peacediff.substance import same_substance

SAME = [
    (
        "Ukraine will receive reliable security guarantees.",
        "Ukraine will obtain robust security guarantees.",
    ),
    ("The army is limited to 600 thousand men.", "The army is limited to 600,000 men."),
    ("Kiev organises the programme.", "The program will be organized by Kyiv."),
    ("Sanctions follow at once.", "Penalties follow immediately."),
    (
        "The Peace Council will oversee the working group.",
        "The Board of Peace shall supervise the task force.",
    ),
]
OTHER = [
    ("The army is limited to 600,000 men.", "The army is limited to 800,000 men."),
    ("Arvenia joins the alliance.", "Arvenia never joins the alliance."),
    ("The army keeps 800,000 men.", "The army keeps 800,000 men in peacetime."),
    ("If Russia invades Ukraine, guarantees apply.", "If Ukraine invades Russia, guarantees apply."),
    ("The zone will be watched.", "The zone may be watched."),
    ("Crimea and Donetsk are named.", "Donetsk is named."),
    ("The zone [will] be neutral.", "The zone will be neutral."),
    ("Europe guarantees it.", "NATO guarantees it."),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_translators_doubles_spellings_and_number_forms_are_the_same(before: str, after: str) -> None:
    assert same_substance(before, after, load())
    assert same_substance(after, before, load())


@pytest.mark.parametrize(("before", "after"), OTHER)
def test_one_number_name_negation_qualifier_or_role_is_another_content(before: str, after: str) -> None:
    assert not same_substance(before, after, load())
    assert not same_substance(after, before, load())
