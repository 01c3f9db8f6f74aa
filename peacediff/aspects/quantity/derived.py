"""A share that one side gives and the other has reckoned out: half of 8,000 fighters, 4,000 of the 8,000."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from peacediff.aspects.measures import SHARE
from peacediff.aspects.quantity.amounts import Amount

Pair = tuple[Amount | None, Amount | None]


def without_derived(pairs: Sequence[Pair], old: Sequence[Amount], new: Sequence[Amount]) -> Iterator[Pair]:
    """The pairs but for a share on one side and what it makes on the other of an amount that both have."""
    both = [one for one in old if one.value in {other.value for other in new}]
    gone = [before for before, after in pairs if before and not after]
    come = [after for before, after in pairs if after and not before]
    gone += [before for before, after in pairs if before and after and before.dimension != after.dimension]
    come += [after for before, after in pairs if before and after and before.dimension != after.dimension]
    derived = {
        (id(one), id(other))
        for one, other in product(gone, come)
        if any(_makes(one, other, whole) or _makes(other, one, whole) for whole in both)
    }
    told = {known for pair in derived for known in pair}
    yield from (pair for pair in pairs if not all(one is None or id(one) in told for one in pair))


def _makes(share: Amount, part: Amount, whole: Amount) -> bool:
    """Whether a share of a whole is the part."""
    if share.dimension != SHARE or share.bound != part.bound or whole.low != whole.high:
        return False
    is_of_its_kind = part.dimension in (whole.dimension, "count")
    return is_of_its_kind and (share.low * whole.low, share.high * whole.low) == (part.low, part.high)
