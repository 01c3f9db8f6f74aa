"""Words that stand in both texts, and once more in one of them.

A rewording repeats words as it likes. Where nearly all words are kept in their order nobody reworded anything, and a
word that came or went is told though it stands elsewhere, too: "security", where "stability" became "security and
stability".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from peacediff.substance.doubles import Unit
from peacediff.text.kept import kept

_NEARLY = 10
"""At least all but one word in so many are kept."""


def once_more(mine: Sequence[Unit], other: Sequence[Unit], pronouns: Container[str]) -> frozenset[int]:
    """Where the words begin that stand here once more than there, if nearly all are kept; none for a pronoun."""
    here, there = ([unit.stem for unit in side] for side in (mine, other))
    more = Counter(here) - Counter(there)
    if not more or _NEARLY * (len(here) + len(there) - 2 * _common(here, there)) > len(here) + len(there):
        return frozenset()
    return frozenset(mine[at].first for at in _fresh(here, there, pronouns) if more[here[at]])


def _common(here: Sequence[str], there: Sequence[str]) -> int:
    return sum((Counter(here) & Counter(there)).values())


def _fresh(here: Sequence[str], there: Sequence[str], pronouns: Container[str]) -> Iterator[int]:
    """The places of the words that are not kept, but for those that stand for a pronoun."""
    pairs = [(-1, -1), *kept(here, there), (len(here), len(there))]
    for (start, across), (end, behind) in zip(pairs, pairs[1:], strict=False):
        if not any(stem in pronouns for stem in there[across + 1 : behind]):
            yield from range(start + 1, end)
