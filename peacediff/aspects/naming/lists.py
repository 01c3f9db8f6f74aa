"""Which lists of names stand at one place in two texts."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from peacediff.aspects.names import Group
from peacediff.aspects.naming.sides import Side
from peacediff.text.kept import Pair, kept


@attrs.frozen
class Lists:
    """Two lists of names that stand at one place among the words that both texts keep."""

    old: Group
    new: Group
    before: bool
    """Whether the word before them is kept beside them as well."""
    after: bool

    @property
    def near(self) -> bool:
        """Whether a word next to them shows that the place is the same."""
        return self.before or self.after


def side_by_side(here: Side, there: Side) -> Iterator[Lists]:
    """The lists of two texts that stand at one place, in the order of the texts."""
    pairs = list(kept(here.tokens, there.tokens))
    known = {*pairs, (-1, -1), (len(here.tokens), len(there.tokens))}
    for i, j in pairs:
        old, new = here.owners[i], there.owners[j]
        if old and new:
            hands = (_edge(here, (i, j), hand, known) for hand in (-1, 1))
            yield Lists(old, new, *hands)


def _edge(here: Side, pair: Pair, hand: int, known: set[Pair]) -> bool:
    """Whether the next word on a hand is kept; a small word shows it with the one behind it only."""
    (i, j), last = pair, len(here.tokens)
    if (i + hand, j + hand) not in known:
        return False
    small = 0 <= i + hand < last and here.tokens[i + hand] in here.reading.knowledge.function_words
    return not small or (i + 2 * hand, j + 2 * hand) in known
