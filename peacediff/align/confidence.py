"""How probable it is that a pair belongs together: two logistic regressions, words first, then surroundings.

The coefficients are data (``data/alignment.toml``), fitted by ``tests/bench/fit.py``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from math import exp

import attrs

from peacediff.align.competition import standings
from peacediff.align.context import contexts
from peacediff.align.evidence import Evidence

_ROUNDS = 2
_DIGITS = 6


@attrs.frozen
class Regression:
    """A logistic regression: a bias and a coefficient for each named feature."""

    bias: float
    coefficients: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability for features of the same names, rounded so that it is the same on every machine."""
        total = self.bias + sum(c * features[name] for name, c in self.coefficients.items())
        return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), _DIGITS)


@cache
def regressions() -> Mapping[str, Regression]:
    """The fitted regressions: ``words``, ``context`` and ``regroup``."""
    source = resources.files("peacediff").joinpath("data/alignment.toml")
    tables = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: Regression(table["bias"], table["coefficients"]) for name, table in tables.items()}


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
    by_words = [regressions()["words"].probability(row) for row in word_features(evidence)]
    sure = by_words
    for _ in range(_ROUNDS):
        rows = context_features(evidence, sure)
        sure = [regressions()["context"].probability(row) for row in rows]
    return [
        Compared(pair.old, pair.new, pair.score, words, confidence)
        for pair, words, confidence in zip(evidence.pairs, by_words, sure, strict=True)
    ]


def word_features(evidence: Evidence) -> list[Mapping[str, float]]:
    """What the words say of each pair, by feature name."""
    return [
        {"score": pair.score, **attrs.asdict(standing)}
        for pair, standing in zip(evidence.pairs, standings(evidence), strict=True)
    ]


def context_features(evidence: Evidence, confidences: Sequence[float]) -> list[Mapping[str, float]]:
    """What the words and the surroundings say of each pair, by feature name."""
    return [
        {**row, **{f"context_{name}": value for name, value in attrs.asdict(context).items()}}
        for row, context in zip(word_features(evidence), contexts(evidence, confidences), strict=True)
    ]
