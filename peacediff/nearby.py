"""A fixed handful of nearby settings of the aligner: whether what is dropped and added stays.

Each varies one thing that was chosen, fitted or listed: how sure a link must be, how sure pairs are taken for, whether
surroundings count, which words are known to be variants. What changes with them is the aligner's doubt, not the text's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import attrs

from peacediff.align import align
from peacediff.align.setting import USUAL, Setting
from peacediff.knowledge import Knowledge
from peacediff.model import Alignment, Draft, Nearby, Pins, Robustness, Unlinked, Wavering


@attrs.frozen
class _Variation:
    name: str
    setting: Setting = USUAL
    variants: bool = True

    def applied(self, old: Draft, new: Draft, knowledge: Knowledge, pins: Pins) -> Alignment:
        known = knowledge if self.variants else attrs.evolve(knowledge, variants=())
        return align(old, new, known, pins, self.setting)


_STEP = 0.25
"""In log odds: what was even becomes 56 to 44."""
_VARIATIONS = (
    _Variation("lower bar", Setting(bar=0.9)),
    _Variation("higher bar", Setting(bar=1.1)),
    _Variation("surer pairs", Setting(surer=_STEP)),
    _Variation("less sure pairs", Setting(surer=-_STEP)),
    _Variation("words alone", Setting(surroundings=False)),
    _Variation("no variants", variants=False),
)


def robustness(old: Draft, new: Draft, knowledge: Knowledge, pins: Pins, usual: Alignment) -> Robustness:
    """What the usual alignment leaves unlinked, held against each nearby setting; costs an alignment for each."""
    found = [variation.applied(old, new, knowledge, pins) for variation in _VARIATIONS]
    settings = (_nearby(each.name, there, usual) for each, there in zip(_VARIATIONS, found, strict=True))
    return Robustness(
        tuple(settings), (*_wavering("old", old, usual, found), *_wavering("new", new, usual, found))
    )


def _nearby(name: str, there: Alignment, usual: Alignment) -> Nearby:
    stays = all(_ids(there, side) == _ids(usual, side) for side in ("old", "new"))
    return Nearby(name, len(there.dropped), len(there.added), stays)


def _wavering(
    side: Literal["old", "new"], draft: Draft, usual: Alignment, found: Sequence[Alignment]
) -> Iterator[Wavering]:
    here, there = _ids(usual, side), [_ids(alignment, side) for alignment in found]
    for provision in draft.provisions:
        unlinked = sum(provision.id in ids for ids in there)
        if unlinked != (len(there) if provision.id in here else 0):
            yield Wavering(side, provision.id, unlinked)


def _ids(alignment: Alignment, side: Literal["old", "new"]) -> frozenset[str]:
    unlinked: tuple[Unlinked, ...] = alignment.dropped if side == "old" else alignment.added
    return frozenset(each.provision.id for each in unlinked)
