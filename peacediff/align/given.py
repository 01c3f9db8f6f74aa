"""What the user has said of links, in the aligner's own terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import attrs

from peacediff.align.exact import Pair
from peacediff.model import Pins, Provision

Ends = tuple[tuple[int, ...], tuple[int, ...]]
"""Old and new indices that belong together."""


@attrs.frozen
class Given:
    """Groups of indices that belong together, and index pairs that do not."""

    groups: tuple[Ends, ...] = ()
    forbidden: frozenset[Pair] = frozenset()

    @property
    def pairs(self) -> list[Pair]:
        """Every old index of a group with every new one of it."""
        return [pair for old, new in self.groups for pair in product(old, new)]


def given(pins: Pins, old: Sequence[Provision], new: Sequence[Provision]) -> Given:
    """The pins by the places of the provisions; every id must be of one."""
    olds, news = _places(old), _places(new)
    groups = [_group(pin.old, olds, pin.new, news) for pin in pins.pinned]
    forbidden = [_group(pin.old, olds, pin.new, news) for pin in pins.forbidden]
    return Given(tuple(groups), frozenset(pair for group in forbidden for pair in product(*group)))


def _places(provisions: Sequence[Provision]) -> Mapping[str, int]:
    return {provision.id: place for place, provision in enumerate(provisions)}


def _group(old: Sequence[str], olds: Mapping[str, int], new: Sequence[str], news: Mapping[str, int]) -> Ends:
    """The places in draft order, however the ids are given."""
    return tuple(sorted(olds[i] for i in old)), tuple(sorted(news[i] for i in new))
