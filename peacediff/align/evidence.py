"""What is known of two drafts before anything is decided: exact pairs, compared pairs, partners."""

from __future__ import annotations

import attrs

from peacediff.align.candidates import candidates
from peacediff.align.exact import Pair, exact_pairs
from peacediff.align.partners import Partners, partners
from peacediff.align.similarity import Likeness, likenesses
from peacediff.align.units import Units


@attrs.frozen
class Evidence:
    """Equal units, and how alike the others are that are worth comparing."""

    units: Units
    exact: tuple[Pair, ...]
    pairs: tuple[Likeness, ...]
    partners: Partners


def gather(units: Units) -> Evidence:
    """Compare the units of two drafts."""
    exact = exact_pairs(units.old, units.new)
    done_old, done_new = {i for i, _ in exact}, {j for _, j in exact}
    free_old = [unit.index for unit in units.old if unit.index not in done_old and unit.bag]
    free_new = [unit.index for unit in units.new if unit.index not in done_new and unit.bag]
    pairs = likenesses(units, candidates(units, free_old, free_new))
    return Evidence(units, tuple(exact), tuple(pairs), partners(units, pairs))
