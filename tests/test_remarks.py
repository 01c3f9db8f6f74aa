"""Remarks over two drafts: what held together and came apart, in either direction."""

from __future__ import annotations

import pytest

from peacediff import Comparison, compare, read_text
from peacediff.present import lay_out
from peacediff.present.page import plain

MONITORED = """1. Corvia will withdraw its forces from the northern valley within 60 days.
   a. Observers of the League will watch each step of it.
   b. The roads of the valley will be repaired.
2. Schools will reopen in spring.
"""
ALONE = """1. Corvia will withdraw its forces from the northern valley within 90 days.
   a. The roads of the valley will be repaired.
2. Schools will reopen in spring.
"""
STILL = """1. Corvia will withdraw its forces from the northern valley within 90 days.
   a. The withdrawal will be verified by a joint commission.
   b. The roads of the valley will be repaired.
2. Schools will reopen in spring.
"""
MOVED = ALONE + "3. A mission will monitor the whole agreement and report every month.\n"

GIVEN = "1. France and Germany will provide Arvenia with security guarantees for twenty years.\n2. Ports reopen.\n"
NOBODY = "1. Arvenia will enjoy security guarantees for twenty years.\n2. Ports reopen.\n"
OTHERS = "1. Italy and Germany will give Arvenia security guarantees for twenty years.\n2. Ports reopen.\n"

TRIGGER = (
    "1. The guarantee to Arvenia applies in the event of an armed attack on its land.\n2. Ports reopen.\n"
)
NO_TRIGGER = "1. The guarantee to Arvenia applies to all of its land.\n2. Ports reopen.\n"
OTHER_TRIGGER = "1. The guarantee to Arvenia applies when Russia invades its land.\n2. Ports reopen.\n"

TARGET = """1. The parties will apply the rules of point 3 to all airfields.
2. Ferries will run daily between the islands.
3. Drones heavier than ten kilos stay on the ground.
"""
GONE = """1. The parties will apply the rules of point 3 to all airfields.
2. Ferries will run daily between the islands.
3. A fund for museums opens in May.
"""
THERE = TARGET.replace("ten kilos", "twelve kilos")
ABROAD = TARGET.replace("point 3", "point 3 of the accord"), GONE.replace("point 3", "point 3 of the accord")

KEPT = (
    """---
title: Accord of Velin
---

1. Ferries run daily.
2. Drones stay on the ground.
3. Ports reopen in May.
4. Prisoners are exchanged in full.
""",
    """---
title: Second accord
---

1. Ferries run daily.
2. Paragraphs 2 to 4 of the Accord of Velin are reaffirmed.
""",
)
FIRES = {
    "withdrawal-monitoring": (MONITORED, ALONE),
    "guarantee-guarantor": (GIVEN, NOBODY),
    "guarantee-trigger": (TRIGGER, NO_TRIGGER),
    "reference-target": (TARGET, GONE),
    "kept-by-number": KEPT,
}
NEAR_MISSES = {
    "withdrawal-monitoring": (MONITORED, STILL),
    "guarantee-guarantor": (GIVEN, OTHERS),
    "guarantee-trigger": (TRIGGER, OTHER_TRIGGER),
    "reference-target": (TARGET, THERE),
    "reference-target of another text": ABROAD,
    "kept-by-number of another text": (KEPT[0], KEPT[1].replace("Velin", "Osten")),
    "kept-by-number where they stand": (
        KEPT[0],
        KEPT[1] + KEPT[0].partition("daily.\n")[2].replace("2.", "3.", 1),
    ),
}
TURNED = {"old": "new", "new": "old"}


def compared(old: str, new: str) -> Comparison:
    return compare(read_text(old, name="old"), read_text(new, name="new"))


@pytest.mark.parametrize("kind", FIRES)
def test_what_came_apart_is_told_with_the_words_of_both_drafts(kind: str) -> None:
    """The remark names the draft that lacks something and quotes words that stand in the provisions named."""
    comparison = compared(*FIRES[kind])
    found = [remark for remark in comparison.remarks if remark.id == kind and remark.lacking == "new"]
    assert len(found) == 1
    assert {quote.side for quote in found[0].quotes} == {"old", "new"}
    for quote in found[0].quotes:
        draft = comparison.old if quote.side == "old" else comparison.new
        assert quote.words in next(p.text for p in draft.provisions if p.id == quote.provision)


@pytest.mark.parametrize("kind", FIRES)
def test_the_reversed_comparison_has_the_same_remarks_reversed(kind: str) -> None:
    old, new = FIRES[kind]
    there, back = compared(old, new).remarks, compared(new, old).remarks
    assert sorted((r.id, r.lacking) for r in there) == sorted((r.id, TURNED[r.lacking]) for r in back)
    assert sorted((q.side, q.provision, q.words) for r in there for q in r.quotes) == sorted(
        (TURNED[q.side], q.provision, q.words) for r in back for q in r.quotes
    )


@pytest.mark.parametrize("kind", NEAR_MISSES)
def test_what_still_holds_together_in_other_words_is_no_remark(kind: str) -> None:
    for sides in (NEAR_MISSES[kind], NEAR_MISSES[kind][::-1]):
        assert compared(*sides).remarks == ()


def test_a_draft_beside_itself_has_no_remarks() -> None:
    assert compared(MONITORED + TARGET, MONITORED + TARGET).remarks == ()


def test_what_may_stand_for_it_elsewhere_is_named() -> None:
    """Monitoring of a whole agreement in another point is told, as it may cover the withdrawal."""
    (remark,) = compared(MONITORED, MOVED).remarks
    assert [(quote.provision, quote.words) for quote in remark.elsewhere] == [("3", "monitor")]


def test_remarks_stand_on_the_page_and_with_topics_only_where_one_of_their_provisions_is_shown() -> None:
    comparison = compared(MONITORED, MOVED)
    (shown,) = lay_out(comparison).observations
    assert shown.said.startswith("In the old draft something monitors a withdrawal")
    assert plain(shown.quotes[-1]) == "elsewhere in the new draft, 3: “monitor”"
    assert lay_out(comparison, ("nuclear",)).observations == ()


def test_a_range_of_numbers_names_all_between_its_ends() -> None:
    (remark,) = (remark for remark in compared(*KEPT).remarks if remark.id == "kept-by-number")
    assert [quote.provision for quote in remark.quotes] == ["2", "2", "3", "4"]
