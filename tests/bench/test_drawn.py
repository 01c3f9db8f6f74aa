"""The drafts that speed is measured on: what is called true of them is true."""

from __future__ import annotations

import pytest

from tests.bench.drawn import HOSTILE, friendly, one_template, reversed_order, shuffled, unrelated
from tests.bench.peers import Peer


def test_what_a_revision_keeps_stands_on_both_sides_and_moves_are_among_it() -> None:
    drawn = friendly(300)
    old, new = [i for olds, _ in drawn.truth for i in olds], [j for _, news in drawn.truth for j in news]
    assert len(set(old)) == len(old)
    assert len(set(new)) == len(new)
    assert drawn.moved < drawn.truth
    same = sum(drawn.old[o[0]] == drawn.new[n[0]] for o, n in drawn.truth if len(o) == len(n) == 1)
    assert same > 150
    assert {len(o) for o, _ in drawn.truth} == {len(n) for _, n in drawn.truth} == {1, 2}


@pytest.mark.parametrize("turned", [reversed_order, shuffled])
def test_another_order_leaves_the_same_texts_together(turned: type) -> None:
    plain, other = friendly(100), turned(100)
    told = [
        {(tuple(d.old[i] for i in o), tuple(sorted(d.new[j] for j in n))) for o, n in d.truth}
        for d in (plain, other)
    ]
    assert told[0] == told[1]
    assert plain.new != other.new


def test_unrelated_drafts_share_nothing_and_one_template_everything() -> None:
    assert unrelated(20).truth == frozenset()
    assert len(one_template(20).truth) == 20
    assert all(len(make(20).old) == 20 for make in HOSTILE.values())


def test_a_peer_that_is_not_installed_is_known_to_lack_it() -> None:
    assert Peer("none", ("no-such-program",), ("no_such_program",), 10).lacks == "no_such_program"
