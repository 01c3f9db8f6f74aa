"""Words that say little make no change alone, and hide none; roots, irregular forms and agents explain each other."""

from __future__ import annotations

import pytest

from peacediff import compare, read_text
from peacediff.aspects.naming.sounds import sound
from peacediff.knowledge import load
from peacediff.substance import differing

REWORDED = [
    (
        "The mission will report every ninety days.",
        "Every 90 days a report will be submitted by the mission.",
    ),
    ("The league will guard the ferry.", "Guarding the ferry will be the task of the league."),
    (
        "If either party breaks the calm, the board meets.",
        "In case of a breach of the calm by one party, the board meets.",
    ),
    ("Arms are banned in the market.", "Arms may not be carried in the market."),
    ("Both sides shall refrain from hostile acts.", "Neither side shall engage in hostile acts."),
    ("The Security Council extends the mandate.", "The Council extends the mandate."),
    ("It is chaired by President Ada B. Korr.", "President Korr presides over it."),
    ("Velinia will withdraw its troops.", "Velinian troops will withdraw."),
    (
        "If no accord is reached within 9 days, it ends.",
        "In the absence of an accord within nine days, it ends.",
    ),
    ("The league watches the truce.", "The league watches compliance with the truce."),
    ("The provincial governor stays.", "The governor of the province stays."),
    ("No state shall sell arms to the league.", "All states shall refrain from selling arms to the league."),
    ("The sanctions end once the retreat is verified.", "Sanctions end once the retreat has been verified."),
    ("The army shall not exceed 20,000 men.", "The army shall number no more than twenty thousand men."),
    ("Both armies pull their guns back.", "Both armies withdraw their guns."),
    ("The league hands all the maps over.", "The league surrenders all the maps."),
    ("Those who gave up their arms leave.", "Anyone who laid down arms leaves."),
    ("He gets his post back.", "He is reinstated in his post."),
]
NAMES = ("korr", "velin", "tarnia", "dallin", "belmor")
CHANGED = [
    ("Observers take part in the vote.", "Observers lead the vote."),
    ("No state shall sell arms to the league.", "All states shall sell arms to the league."),
    ("Velinia will withdraw its troops.", "Tarnian troops will withdraw."),
    ("The provincial governor stays.", "The governor of the region stays."),
    ("The league watches the truce.", "The league watches violations of the truce."),
    ("The town agrees to be neutral.", "The town confirms that it remains neutral."),
    ("Observers monitor the vote.", "Observers guarantee the vote."),
    ("The league gives notice of the vote.", "The league refuses notice of the vote."),
    ("Arms are stored at the depot.", "Arms are burnt at the depot."),
    ("The board will supervise the return.", "The board will be informed of the return."),
    ("If either party breaks the calm, the board meets.", "If either party breaks the calm, nobody meets."),
    ("It is chaired by President Ada B. Korr.", "It is chaired by President Ada B. Velin."),
    ("Both armies pull their guns back.", "Both armies sell their guns."),
    ("The league gives all the maps up.", "The league gives all the maps."),
    ("They care for the wounded of either side.", "They care for the wounded of their own side."),
    ("The league bears part of the cost.", "The league bears the cost."),
    ("The talks will succeed.", "The talks will fail."),
    ("Both sides leave the roofs.", "Part of both parties leaves the roofs."),
    ("The bank pays the second instalment.", "The bank pays part of the second tranche."),
    ("The legal forces leave.", "The political forces leave."),
]


def fate(before: str, after: str) -> str:
    (change,) = compare(read_text(f"1. {before}\n"), read_text(f"1. {after}\n")).changes
    return change.fate


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("pair", REWORDED, ids=lambda pair: pair[1][:40])
def test_what_only_ties_or_is_answered_makes_no_change(pair: tuple[str, str], turned: bool) -> None:  # noqa: FBT001 (a parameter of pytest)
    assert fate(*pair[:: -1 if turned else 1]) == "reworded"


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("pair", CHANGED, ids=lambda pair: pair[1][:40])
def test_a_word_that_says_little_hides_none_that_says_more(pair: tuple[str, str], turned: bool) -> None:  # noqa: FBT001 (a parameter of pytest)
    assert fate(*pair[:: -1 if turned else 1]) == "changed"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Korr took part.", "Korr takes part."),
        ("They leave freely.", "They leave in freedom."),
        ("The board was formed.", "The formation of the board."),
        ("France attacks Germany.", "Germany is attacked by France."),
    ],
)
def test_forms_roots_and_agents_are_the_same(before: str, after: str) -> None:
    assert not differing(before, after, load())
    assert not differing(after, before, load())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("France attacks Germany.", "France is attacked by Germany."),
        ("The governor stays.", "The government stays."),
    ],
)
def test_other_agents_and_other_roots_are_not(before: str, after: str) -> None:
    assert differing(before, after, load())
    assert differing(after, before, load())


@pytest.mark.parametrize(
    ("one", "other"),
    [("hodeidah", "hudaydah"), ("isa", "issa"), ("qamishli", "kamishly"), ("salif", "saleef")],
)
def test_a_name_sounds_the_same_in_other_letters(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_other_names_sound_otherwise() -> None:
    assert len({sound(name) for name in NAMES}) == len(NAMES)
