"""Words that stand in both texts, and once more, or in another's place, in one of them.

A rewording repeats words and puts them elsewhere as it likes. Where nearly all words are kept in their order nobody
reworded anything, and there a word is told though it stands elsewhere, too: "security", where "stability" became
"security and stability"; both names, where "Korr supplies Velin" became "Velin supplies Korr".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from peacediff.substance.doubles import Unit
from peacediff.text.kept import kept

_NEARLY = 8
"""At least all but one word in so many are kept."""

_BESIDE = 2
"""So far apart two words stand that one word parts."""

_Gap = tuple[range, range]
"""The places here and there between two words that are kept."""


def again(mine: Sequence[Unit], other: Sequence[Unit], pronouns: Container[str]) -> frozenset[int]:
    """Where the words begin that stand here once more, or in another's place; none that stands for a pronoun."""
    here, there = (tuple(unit.stem for unit in side) for side in (mine, other))
    gaps = list(_gaps(here, there))
    crossed = {*_crossed(gaps, here, there)}
    apart = sum(len(gap) for sides in gaps for gap in sides) - 2 * len(crossed)
    if not gaps or _NEARLY * apart > len(here) + len(there):
        return frozenset()
    more = Counter(here) - Counter(there)
    fresh = (gap for gap, across in gaps if not any(there[at] in pronouns for at in across))
    found = {at for gap in fresh for at in gap if more[here[at]]} | crossed
    return frozenset(mine[at].first for at in found if not mine[at].light)


def _gaps(here: tuple[str, ...], there: tuple[str, ...]) -> Iterator[_Gap]:
    """What is not kept, whichever of the two texts is asked about."""
    turned = here > there
    found = kept(there, here) if turned else kept(here, there)
    pairs = [(b, a) if turned else (a, b) for a, b in found]
    for (at, across), (end, behind) in pairwise([(-1, -1), *pairs, (len(here), len(there))]):
        if end - at > 1 or behind - across > 1:
            yield range(at + 1, end), range(across + 1, behind)


def _crossed(gaps: Sequence[_Gap], here: Sequence[str], there: Sequence[str]) -> Iterator[int]:
    """The places of two words that changed places; not those beside one word, as "and" has no order."""
    single = [(mine[0], there[other[0]]) for mine, other in gaps if len(mine) == len(other) == 1]
    for at, instead in single:
        back = (place for place, other in single if here[place] == instead and other == here[at])
        if any(abs(place - at) > _BESIDE for place in back):
            yield at
