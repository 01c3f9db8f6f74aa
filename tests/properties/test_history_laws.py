"""The laws of a history: every provision in one lineage, every word of the last draft brought by one draft."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from peacediff import Draft, History, compare, history
from peacediff.testing import drafts, revisions

CHAINS = st.one_of(
    st.lists(drafts(), min_size=2, max_size=4),
    revisions("hard").map(lambda r: [r.old, r.new, r.old, r.new]),
    revisions("medium").map(lambda r: [r.old, r.new, r.old]),
)
LAWS = settings(max_examples=25)


@LAWS
@given(CHAINS)
def test_every_provision_of_every_draft_stands_in_exactly_one_lineage(chain: list[Draft]) -> None:
    found = history(chain)
    for place, draft in enumerate(chain):
        held = Counter(p.id for lineage in found.lineages for p in lineage.provisions[place])
        assert held == Counter(p.id for p in draft.provisions)


@LAWS
@given(CHAINS)
def test_a_lineage_stands_where_it_holds_provisions_and_nowhere_else(chain: list[Draft]) -> None:
    for lineage in history(chain).lineages:
        for held, standing in zip(lineage.provisions, lineage.standings, strict=True):
            assert bool(held) == (standing not in ("absent", "dropped"))


@LAWS
@given(CHAINS)
def test_the_phrases_are_the_provisions_of_the_last_draft_word_for_word(chain: list[Draft]) -> None:
    phrases, last = history(chain).phrases, chain[-1]
    for provision in last.provisions:
        assert "".join(p.text for p in phrases if p.provision == provision.id) == provision.text
    assert all(last.text[slice(*p.span)] == p.text and 0 <= p.draft < len(chain) for p in phrases)


@LAWS
@given(drafts())
def test_drafts_that_are_the_same_have_a_history_without_an_event(draft: Draft) -> None:
    found = history([draft, draft, draft])
    assert all(each.standings == ("first", "unchanged", "unchanged") for each in found.lineages)
    assert not any(each.swings for each in found.lineages)
    assert all(phrase.draft == 0 for phrase in found.phrases)
    assert not found.returns


@LAWS
@given(CHAINS)
def test_a_history_is_made_of_the_comparisons_of_neighbours(chain: list[Draft]) -> None:
    pairs = pairwise(chain)
    assert list(history(chain).steps) == [compare(*pair) for pair in pairs]


@LAWS
@given(CHAINS)
def test_what_comes_back_was_dropped_before_and_is_added_now(chain: list[Draft]) -> None:
    found = history(chain)
    for back in found.returns:
        gone = {p.id for change in found.steps[back.old].dropped for p in change.old}
        come = {p.id for change in found.steps[back.new - 1].added for p in change.new}
        assert {p.id for p in back.change.old} <= gone
        assert {p.id for p in back.change.new} <= come
        assert back.new > back.old + 1


@LAWS
@given(CHAINS)
def test_a_history_survives_its_data(chain: list[Draft]) -> None:
    found = history(chain)
    assert History.from_dict(found.to_dict()) == found
