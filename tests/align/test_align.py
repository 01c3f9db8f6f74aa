"""What a link says of itself: how it was found, how sure it is, who came second."""

from __future__ import annotations

from peacediff import read_text
from peacediff.align import align
from peacediff.knowledge import load
from peacediff.model import Alignment

OLD = """
1. The garrison of Korr will be limited to 400 soldiers.
2. The ferry will run every day between Sedge and the island of Lum.
3. Every charge brought since the siege is withdrawn.
"""
NEW = """
1. The ferry will run every day between Sedge and the island of Lum.
2. In peacetime the garrison of Korr will stay at 650 soldiers.
3. A harbour police will be trained by officers of the League.
"""


def alignment(old: str, new: str) -> Alignment:
    return align(read_text(old), read_text(new), load())


def test_an_exact_link_is_certain_and_has_no_rival() -> None:
    (exact,) = (link for link in alignment(OLD, NEW).links if link.found == "exact")
    assert (exact.old[0].id, exact.new[0].id) == ("2", "1")
    assert (exact.score, exact.confidence, exact.runner_up) == (1.0, 1.0, None)


def test_another_link_tells_its_score_and_how_far_its_rival_is_behind() -> None:
    (link,) = (link for link in alignment(OLD, NEW).links if link.found != "exact")
    assert (link.old[0].id, link.new[0].id) == ("1", "2")
    assert 0 < link.confidence < 1
    if link.runner_up is not None:
        assert link.runner_up.margin == round(link.score - link.runner_up.score, 3)


def test_what_is_unlinked_is_named_on_its_side() -> None:
    found = alignment(OLD, NEW)
    assert [u.provision.id for u in found.dropped] == ["3"]
    assert [u.provision.id for u in found.added] == ["3"]


def test_spelling_and_names_do_not_stand_in_the_way() -> None:
    (link,) = alignment("1. Kiev organises the programme.", "1. Kyiv organizes the program.").links
    assert link.score == 1.0
    assert link.found != "exact"


def test_a_provision_without_words_is_equal_to_itself() -> None:
    draft = "1. The force.\n\n2. ...\n"
    assert [link.found for link in alignment(draft, draft).links] == ["exact", "exact"]


def test_a_tie_between_rivals_is_broken_alike_in_both_directions() -> None:
    old = "1. alpha beta gamma shared.\n\n2. delta epsilon zeta shared."
    new = "1. alpha beta gamma shared now.\n\n2. delta epsilon zeta shared now."
    forwards = [link.runner_up for link in alignment(old, new).links]
    backwards = [link.runner_up for link in alignment(new, old).links]
    assert all(forwards)
    assert [(r.old, r.new) for r in forwards if r] == [(r.new, r.old) for r in backwards if r]


def test_a_heading_is_no_part_of_a_provision_that_holds_its_words() -> None:
    old = (
        "## The people\n\n1. Amnesty is granted to all who bore arms, save for murder.\n\n2. Ports reopen.\n"
    )
    new = "1. Amnesty covers all who bore arms, save for murder of unarmed people.\n\n2. Ports reopen.\n"
    links = alignment(old, new).links
    assert [([p.id for p in link.old], [p.id for p in link.new]) for link in links] == [
        (["1"], ["1"]),
        (["2"], ["2"]),
    ]
