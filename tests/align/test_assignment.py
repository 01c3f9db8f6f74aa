"""The assignment is the best there is, as trying everything shows."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from peacediff.align.assignment import assignment

INDEX = st.integers(0, 4)
WORTHS = st.dictionaries(st.tuples(INDEX, INDEX), st.integers(-5, 30), max_size=14)


def best_by_trying(worths: dict[tuple[int, int], int]) -> int:
    """The greatest sum over all ways to give each old index a new one or none."""
    return max(
        sum(max(0, worths.get((i, j), 0)) for i, j in enumerate(order)) for order in permutations(range(5))
    )


@given(WORTHS)
def test_no_other_choice_is_worth_more(worths: dict[tuple[int, int], int]) -> None:
    assert sum(worths[pair] for pair in assignment(worths)) == best_by_trying(worths)


@given(WORTHS)
def test_every_index_is_used_at_most_once_and_no_pair_is_a_loss(worths: dict[tuple[int, int], int]) -> None:
    chosen = assignment(worths)
    assert len({i for i, _ in chosen}) == len({j for _, j in chosen}) == len(chosen)
    assert all(worths[pair] > 0 for pair in chosen)


def test_a_weak_pair_gives_way_where_two_others_are_worth_more() -> None:
    assert assignment({(0, 0): 5, (0, 1): 4, (1, 0): 4}) == [(0, 1), (1, 0)]
