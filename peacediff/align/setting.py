"""A setting of the aligner: the usual one, or one nearby that asks whether a result hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

import attrs

from peacediff.align.confidence import Compared

_DIGITS = 6


@attrs.frozen
class Setting:
    """How the aligner decides.

    ``bar`` multiplies the confidence that a link must exceed, ``surer`` shifts the log odds of every pair, and without
    ``surroundings`` the words decide alone.
    """

    bar: float = 1.0
    surer: float = 0.0
    surroundings: bool = True

    def judged(self, compared: Sequence[Compared]) -> Sequence[Compared]:
        """The compared pairs as sure as this setting takes them for."""
        if self == USUAL:
            return compared
        return [attrs.evolve(pair, confidence=self.confidence(pair)) for pair in compared]

    def confidence(self, pair: Compared) -> float:
        """How sure a pair is here, 0 to 1."""
        usual = pair.confidence if self.surroundings else pair.by_words
        odds = log(usual / (1 - usual)) if 0 < usual < 1 else 0.0
        return round(1 / (1 + exp(-odds - self.surer)), _DIGITS) if 0 < usual < 1 else usual


USUAL = Setting()
