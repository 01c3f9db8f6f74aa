"""Kin: other words for the same thing bring two provisions together, each of them once, the same in both directions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff import compare, read_text
from peacediff.align import align_texts
from peacediff.align.kin import kinship
from peacediff.align.similarity import score
from peacediff.align.units import Text, Units, units
from peacediff.knowledge import load, read_knowledge

KNOWLEDGE = load()
OTHERS = ["Ferries run daily.", "Fishing boats may cross the strait.", "A new harbour is dredged."]
FORMS = st.sampled_from([form for group in KNOWLEDGE.thesaurus for form in group])
TEXTS = st.lists(FORMS, min_size=1, max_size=12).map(" ".join)


def pair(old: str, new: str) -> Units:
    return units([Text(old, "1")], [Text(new, "1")], KNOWLEDGE)


def weight(old: str, new: str) -> float:
    known = pair(old, new)
    return kinship(known.old[0], known.new[0], known).weight


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Soldiers pull out of the northern towns.",
            "Troops shall be withdrawn from settlements in the north.",
        ),
        ("All captives are set free.", "Every prisoner shall be released."),
        ("Within sixty days the blockade is called off.", "The siege shall be lifted in two months at most."),
    ],
)
def test_provisions_of_kin_are_linked_wherever_they_stand(old: str, new: str) -> None:
    assert ([0], [3]) in align_texts([old, *OTHERS], [*OTHERS, new])


def test_number_words_and_figures_are_one() -> None:
    known = pair("Eighty warships stay in port.", "80 warships stay in port.")
    assert score(known.old[0], known.new[0], known) == 1.0


def test_what_both_texts_have_is_no_kin() -> None:
    assert weight("The army and the troops leave.", "Troops leave, and so does the army.") == 0


def test_a_word_has_one_partner_only() -> None:
    one, two = (
        weight("The army leaves.", "The troops leave."),
        weight("The army leaves.", "Troops and soldiers leave."),
    )
    assert 0 < two <= one


@given(TEXTS, TEXTS)
def test_kin_weigh_the_same_in_both_directions_and_never_more_than_the_texts(old: str, new: str) -> None:
    known, turned = pair(old, new), pair(new, old)
    assert score(known.old[0], known.new[0], known) == score(turned.old[0], turned.new[0], turned) <= 1
    lighter = min(known.old[0].weight, known.new[0].weight)
    assert kinship(known.old[0], known.new[0], known).weight <= lighter + 1e-9


@given(TEXTS)
def test_a_text_has_no_kin_in_itself(text: str) -> None:
    assert weight(text, text) == 0


def test_groups_of_the_user_find_what_ours_do_not(tmp_path: Path) -> None:
    own = tmp_path / "lexicon" / "en" / "thesaurus.toml"
    own.parent.mkdir(parents=True)
    own.write_text('groups = """\nzither; lyre\nbelfry; spire\n"""', encoding="utf-8")
    old, new = (
        read_text("\n\n".join(f"{n}. {text}" for n, text in enumerate(texts, 1)), name="draft.md")
        for texts in (
            ["Zithers hang in the belfry.", *OTHERS],
            [*OTHERS, "A spire keeps its lyres."],
        )
    )
    assert [p.id for change in compare(old, new).dropped for p in change.old] == ["1"]
    assert not compare(old, new, knowledge=read_knowledge(tmp_path)).dropped
