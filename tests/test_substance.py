"""Other words for the same are told from another content by the words that differ."""

from __future__ import annotations

import pytest

from peacediff.knowledge import load
from peacediff.substance import differing

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
    ("Both armies undertake to withdraw.", "Both armies commit to a withdrawal."),
    ("The truce will take effect in stages.", "The truce shall enter into force gradually."),
    ("Should Arvenia invade Corvia, aid ends.", "If Arvenia invades Corvia, aid shall cease."),
    ("Thirty observers will be stationed.", "30 observers will be deployed."),
    ("Twenty-five thousand men stay.", "25,000 men remain."),
    ("France and Germany will mediate.", "Germany and France will act as mediators."),
    (
        "The lake of Ilmet and the hills of Ruvan belong to it.",
        "The hills of Ruvan and the lake of Ilmet belong to it.",
    ),
    ("Cassory shall supply Ruvan and Ilmet with water.", "Cassory shall supply Ilmet and Ruvan with water."),
    (
        "The council shall report when it has met in Korr in May.",
        "The council shall report when the council has met in Korr in May.",
    ),
    ("It will modernise the grid and extract lithium.", "Modernization of its grid and lithium extraction."),
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
    ("Corvia is eligible for membership.", "Corvia will become a member."),
    ("The council monitors the zone.", "The council guarantees the zone."),
    ("The army will relinquish the hills.", "The army must withdraw from the hills."),
    ("The parties recognise the line.", "The parties confirm the line."),
    ("The sanctions will be lifted.", "The sanctions will be suspended."),
    ("Observers report in 20 days.", "Observers report in 25 days."),
    ("The guarantee becomes void.", "The guarantee does not become void."),
    ("They will rebuild and modernise ports.", "They will rebuild ports."),
    ("They will rebuild and restore ports.", "They will rebuild ports."),
    ("The troops may enter the zone.", "The troops must enter the zone."),
    ("A ceasefire takes effect.", "A truce takes effect."),
    ("The Security Council demands an end.", "The Security Council requests an end."),
    ("France guarantees it to Germany.", "Germany guarantees it to France."),
    # A word that stands elsewhere, too, where nearly all are kept.
    (
        "The army keeps the stability of the valley, and the council the security of the hills in May.",
        "The army keeps the security and stability of the valley, and the council the security of the hills in May.",
    ),
    (
        "Both armies respect international law and the rules of international humanitarian law in the zone of Korr.",
        "Both armies respect law and the rules of international humanitarian law in the zone of Korr.",
    ),
    (
        "This accord enters into force when both parliaments approve it and the border of Korr is marked.",
        "This accord enters into force when both parliaments approve it and the border of Korr is marked by force.",
    ),
    (
        "Cassory shall supply Ruvan with water from the Ilmet lake.",
        "Cassory shall supply Ilmet with water from the Ruvan lake.",
    ),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_translators_doubles_spellings_and_number_forms_are_the_same(before: str, after: str) -> None:
    assert not differing(before, after, load())
    assert not differing(after, before, load())


@pytest.mark.parametrize(("before", "after"), OTHER)
def test_one_number_name_negation_qualifier_or_role_is_another_content(before: str, after: str) -> None:
    assert differing(before, after, load())
    assert differing(after, before, load())


def words(before: str, after: str) -> tuple[list[str], list[str]]:
    found = differing(before, after, load())
    return [before[slice(*s)] for s in found.gone], [after[slice(*s)] for s in found.come]


def test_the_words_that_carry_the_verdict_are_named_as_printed_and_no_others() -> None:
    before = "The Parties shall maintain the 600 thousand limit."
    after = "In peacetime the parties will keep the limit of 600,000, Crimea excepted."
    assert words(before, after) == ([], ["peacetime", "Crimea excepted"])
    assert words(after, before) == (["peacetime", "Crimea excepted"], [])


def test_parties_that_only_change_places_are_all_named() -> None:
    before, after = "If Russia invades Ukraine, it ends.", "If Ukraine invades Russia, it ends."
    assert words(before, after) == (["Russia", "Ukraine"], ["Ukraine", "Russia"])


def test_a_double_explains_one_word_and_not_a_second_that_went_beside_it() -> None:
    assert words("They rebuild and restore ports.", "They reconstruct ports.") == (["restore"], [])
    assert words("Guns in the north of Korr and in Velin.", "Guns in Korr and in Velin.") == (
        ["in the north"],
        [],
    )


@pytest.mark.parametrize("language", ["en", "de", "fr", "ru"])
def test_every_double_explains_another_of_its_group_whatever_a_stemmer_makes_of_it(language: str) -> None:
    knowledge = load()
    for group in knowledge.doubles.groups:
        first, *others = (form for form in group if not any(map(knowledge.named, form.split())))
        for other in others:
            before, after = (f"Korr {form} Velin." for form in (first, other))
            assert not differing(before, after, knowledge, language), other
