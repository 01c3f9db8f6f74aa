"""What is known of two drafts before anything is decided: exact pairs, compared pairs, partners."""

from __future__ import annotations

import attrs

from peacediff.align.candidates import BEST, DENSE, candidates
from peacediff.align.exact import Pair, exact_pairs
from peacediff.align.given import Given
from peacediff.align.partners import Partners, partners
from peacediff.align.similarity import Likeness, likenesses
from peacediff.align.units import Units


@attrs.frozen
class Evidence:
    """Pairs that are certain, and how alike the other units are that are worth comparing.

    ``exact`` are equal units and what the user has linked.
    """

    units: Units
    exact: tuple[Pair, ...]
    pairs: tuple[Likeness, ...]
    partners: Partners


def gather(units: Units, given: Given | None = None, dense: int = DENSE, best: int = BEST) -> Evidence:
    """Compare the units of two drafts, around what the user has said; `candidates` takes ``dense`` and ``best``."""
    given = given or Given()
    exact = [*given.pairs, *_equal(units, given)]
    done_old, done_new = {i for i, _ in exact}, {j for _, j in exact}
    free_old = [unit.index for unit in units.old if unit.index not in done_old and unit.bag]
    free_new = [unit.index for unit in units.new if unit.index not in done_new and unit.bag]
    worthwhile = [
        pair for pair in candidates(units, free_old, free_new, dense, best) if pair not in given.forbidden
    ]
    pairs = likenesses(units, worthwhile)
    return Evidence(units, tuple(sorted(exact)), tuple(pairs), partners(units, pairs))


def _equal(units: Units, given: Given) -> list[Pair]:
    """The exact pairs of what the user has not linked."""
    taken_old, taken_new = {i for i, _ in given.pairs}, {j for _, j in given.pairs}
    old = [unit for unit in units.old if unit.index not in taken_old]
    new = [unit for unit in units.new if unit.index not in taken_new]
    return [pair for pair in exact_pairs(old, new) if pair not in given.forbidden]
