"""How probable it is that a pair belongs together: two logistic regressions, words first, then surroundings.

The coefficients are data (``data/alignment.toml``), fitted by ``tests/bench/fit.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from operator import mul
from typing import NamedTuple

import attrs

from peacediff import packaged
from peacediff.align.competition import standings
from peacediff.align.context import contexts
from peacediff.align.evidence import Evidence

_ROUNDS = 2
_DIGITS = 6


@attrs.frozen
class Regression:
    """A logistic regression: a bias and a coefficient for each named feature, in the order of the features."""

    bias: float
    coefficients: Mapping[str, float]

    def probability(self, features: Sequence[float]) -> float:
        """The probability for the values of the features, rounded so that it is the same on every machine."""
        total = self.bias + sum(map(mul, self.coefficients.values(), features))
        return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), _DIGITS)


@cache
def regressions() -> Mapping[str, Regression]:
    """The fitted regressions: ``words``, ``context`` and ``regroup``."""
    tables = packaged.tables("alignment.toml")
    return {name: Regression(table["bias"], table["coefficients"]) for name, table in tables.items()}


class WordFeatures(NamedTuple):
    """What the words say of a pair: its score, then its `Standing`."""

    score: float
    least_margin: float
    greatest_margin: float
    least_share: float
    greatest_share: float
    least_lead: float
    greatest_lead: float


class ContextFeatures(NamedTuple):
    """What the words and the surroundings say of a pair: its `WordFeatures`, then its `Context`."""

    score: float
    least_margin: float
    greatest_margin: float
    least_share: float
    greatest_share: float
    least_lead: float
    greatest_lead: float
    context_least_margin: float
    context_greatest_margin: float
    context_least_claim: float
    context_greatest_claim: float
    context_support: float
    context_sandwich: float
    context_family: float


@attrs.frozen
class Compared:
    """Two compared provisions: likeness of the words, then how sure the words alone and all evidence make it."""

    old: int
    new: int
    score: float
    by_words: float
    confidence: float


def judged(evidence: Evidence) -> list[Compared]:
    """Every compared pair with the confidence in it, 0 to 1, in the order of the evidence."""
    words, context = regressions()["words"], regressions()["context"]
    said = word_features(evidence)
    by_words = sure = list(map(words.probability, said))
    for _ in range(_ROUNDS):
        sure = list(map(context.probability, context_features(evidence, said, sure)))
    return [
        Compared(pair.old, pair.new, pair.score, unaided, confidence)
        for pair, unaided, confidence in zip(evidence.pairs, by_words, sure, strict=True)
    ]


def word_features(evidence: Evidence) -> list[WordFeatures]:
    """What the words say of each pair."""
    return [
        WordFeatures(pair.score, *standing)
        for pair, standing in zip(evidence.pairs, standings(evidence), strict=True)
    ]


def context_features(
    evidence: Evidence, said: Sequence[WordFeatures], confidences: Sequence[float]
) -> list[ContextFeatures]:
    """What the surroundings say of each pair besides what the words have said."""
    return [
        ContextFeatures(*row, *context)
        for row, context in zip(said, contexts(evidence, confidences), strict=True)
    ]
