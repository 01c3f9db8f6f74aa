"""Fit the regressions of the aligner on documents with known alignments, and write ``data/alignment.toml``.

    python -m tests.bench.fit DIRECTORY [--leave-out SET] [--output FILE]

DIRECTORY holds ``<set>.dev.jsonl`` files: one pair of documents a line, with ``old`` and ``new`` (texts) and
``gold`` (groups of indices). Every set weighs the same. Coefficients are bound to their sign (a higher score or a
larger lead never speaks against a link), as a free fit on light and heavy rewriting together turns them round.
Needs numpy and scipy (the extra ``bench``).
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from scipy.optimize import minimize

from peacediff.align import confidence
from peacediff.align.evidence import Evidence, gather
from peacediff.align.exact import Pair
from peacediff.align.regrouping import Group, JoiningFeatures, joining_features
from peacediff.align.similarity import Likeness
from peacediff.align.units import Text, units
from peacediff.knowledge import load as load_knowledge

TARGET = Path(confidence.__file__).parent.parent / "data" / "alignment.toml"
PENALTY = 1e-3
HIGHEST = {"least_lead": 1.0, "greatest_lead": 1.0}
"""What these weigh at most: fitted freely they weigh more than twice as much on essays and laws, which seldom grow a
short text into a long one, and shuffled texts and merges are told worse."""
WINDOWS = 6
DENSE = 60_000
"""Up to so many pairs all are learned from, not a provision's best alone: what is plainly wrong would go unseen."""
SHARE = 0.15
STRANGE = 0.12
"""How much a pair of strangers counts: more of it costs recall in heavy rewriting, less links unrelated texts."""
FAMILY = 2.0
"""Set by hand: the documents are flat lists, so nothing can be learned from them about points and their sub-points.
At this weight a rest that answers in full raises even odds to 88 %."""
ROUNDS = 2
Features = confidence.WordFeatures | confidence.ContextFeatures | JoiningFeatures


@attrs.frozen
class Document:
    """A pair of documents prepared for fitting."""

    set: str
    evidence: Evidence
    gold: list[tuple[list[int], list[int]]]
    unknown: frozenset[Pair] = frozenset()
    """Pairs of which nobody says whether they belong together; nothing is learned from them."""
    whole: bool = True
    weight: float = 1.0

    def home(self, side: int, index: int) -> tuple[list[int], list[int]]:
        """The true group of a unit; its own object, so that ``is`` tells whether two share it."""
        return next((group for group in self.gold if index in group[side]), ([], []))

    @property
    def truth(self) -> list[bool]:
        """For each compared pair whether it belongs together."""
        links = {(i, j) for old, new in self.gold for i in old for j in new}
        return [(pair.old, pair.new) in links for pair in self.evidence.pairs]


@attrs.frozen
class Row:
    """One example: features, the answer, how much it counts."""

    features: Features
    answer: bool
    weight: float


def prepared(
    name: str,
    old: list[str],
    new: list[str],
    gold: list[tuple[list[int], list[int]]],
    unknown: Iterable[Sequence[int]] = (),
    families: Sequence[Sequence[str]] | None = None,
) -> Document:
    """The pair of documents with everything that does not depend on the regressions.

    Without ``families``, the names of those that each text is of, every text is a family of its own.
    """
    families = families or [[str(n) for n in range(len(texts))] for texts in (old, new)]
    olds, news = (
        [Text(*each) for each in zip(texts, names, strict=True)]
        for texts, names in zip((old, new), families, strict=True)
    )
    evidence = gather(units(olds, news, load_knowledge()), dense=DENSE, best=DENSE)
    return Document(name, evidence, gold, frozenset((i, j) for i, j in unknown))


def load(directory: Path, leave_out: str | None) -> list[Document]:
    """All pairs of documents but those of one set, and strangers: each old one with the new one of the next pair.

    Strangers teach that standing out among rivals is not enough: in unrelated texts something always stands out.
    """
    documents = []
    for path in sorted(directory.glob("*.dev.jsonl")):
        name = path.name.removesuffix(".dev.jsonl")
        if name != leave_out:
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            documents += [
                prepared(
                    name, row["old"], row["new"], row["gold"], row.get("ignore", ()), row.get("families")
                )
                for row in rows
            ]
            documents += [stranger(name, a["old"], b["new"]) for a, b in pairwise(rows)]
            documents += [window for row in rows for window in windows(name, row)]
    return documents


def stranger(name: str, old: list[str], new: list[str]) -> Document:
    """Two documents that have nothing to do with one another."""
    return attrs.evolve(prepared(name, old, new, []), whole=False, weight=STRANGE)


def windows(name: str, row: Mapping[str, Any]) -> Iterator[Document]:
    """Small excerpts of a pair of documents, cut without regard to what belongs together.

    They teach what small drafts look like: a lone candidate has no rivals, and is often wrong all the same.
    """
    rnd = random.Random(len(row["old"]) * 1009 + len(row["new"]))
    for _ in range(WINDOWS):
        old_at = rnd.randrange(max(1, len(row["old"]) - 3))
        new_at = max(0, min(len(row["new"]) - 1, old_at + rnd.randint(-4, 4)))
        olds, news = range(old_at, old_at + rnd.randint(2, 8)), range(new_at, new_at + rnd.randint(2, 8))
        inside = [
            ([i - olds.start for i in old if i in olds], [j - news.start for j in new if j in news])
            for old, new in row["gold"]
        ]
        old_texts, new_texts = row["old"][olds.start : olds.stop], row["new"][news.start : news.stop]
        gold = [group for group in inside if group[0] and group[1]]
        unknown = [(i - olds.start, j - news.start) for i, j in row.get("ignore", ())]
        yield attrs.evolve(prepared(name, old_texts, new_texts, gold, unknown), whole=False)


def merged(documents: Sequence[Document]) -> Iterator[Document]:
    """The documents with merges to learn from, as real ones are rare.

    Near ones: some old texts are cut in two, both halves answering one new text. Far ones: some new texts are taken
    out and written at the end of another, wherever that stands, so that one new text answers two old ones.
    """
    rnd = random.Random(11)
    for document in documents:
        old, new = (
            [unit.same for unit in side]
            for side in (document.evidence.units.old, document.evidence.units.new)
        )
        yield _halved(document, old, new, rnd)
        yield _absorbed(document, old, new, rnd)


def _halved(document: Document, old: list[str], new: list[str], rnd: random.Random) -> Document:
    pieces: list[str] = []
    places: list[list[int]] = []
    for text in old:
        words = text.split()
        parts = [text]
        if len(words) > 11 and rnd.random() < SHARE:
            cut = rnd.randrange(4, len(words) - 4)
            parts = [" ".join(words[:cut]), " ".join(words[cut:])]
        places.append([len(pieces) + k for k in range(len(parts))])
        pieces += parts
    gold = [([p for i in group for p in places[i]], list(other)) for group, other in document.gold]
    unknown = [(p, j) for i, j in document.unknown for p in places[i]]
    return prepared(document.set, pieces, new, gold, unknown)


def _absorbed(document: Document, old: list[str], new: list[str], rnd: random.Random) -> Document:
    single = [(o[0], n[0]) for o, n in document.gold if len(o) == len(n) == 1]
    rnd.shuffle(single)
    count = int(len(single) * SHARE)
    guests, hosts = single[:count], single[count : 2 * count]
    texts = dict(enumerate(new))
    gold = {n: [o] for o, n in single}
    for (_, guest_new), (_, host_new) in zip(guests, hosts, strict=False):
        texts[host_new] += " " + texts.pop(guest_new)
        gold[host_new] += gold.pop(guest_new)
    place = {n: k for k, n in enumerate(texts)}
    several = [(o, [place[n] for n in ns]) for o, ns in document.gold if len(o) > 1 or len(ns) > 1]
    return prepared(
        document.set,
        old,
        list(texts.values()),
        [*several, *((sorted(o), [place[n]]) for n, o in gold.items())],
        [(i, place[j]) for i, j in document.unknown if j in place],
    )


def fit(rows: Sequence[Row]) -> confidence.Regression:
    """Weighted logistic regression with a ridge, every coefficient bound to its sign, some to a highest value."""
    names = rows[0].features._fields
    table = np.array([row.features for row in rows])
    answers = np.array([row.answer for row in rows], dtype=float)
    weights = np.array([row.weight for row in rows])
    weights /= weights.sum()
    spread = table.std(axis=0) + 1e-9
    scaled = table / spread

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        z = theta[0] + scaled @ theta[1:]
        losses = np.logaddexp(0, -z) * answers + np.logaddexp(0, z) * (1 - answers)
        slope = (1 / (1 + np.exp(-z)) - answers) * weights
        gradient = np.concatenate([[slope.sum()], scaled.T @ slope + 2 * PENALTY * theta[1:]])
        return float((weights * losses).sum() + PENALTY * (theta[1:] ** 2).sum()), gradient

    highest = [
        HIGHEST[name] * wide if name in HIGHEST else None for name, wide in zip(names, spread, strict=True)
    ]
    bounds = [(None, None), *((0.0, most) for most in highest)]
    theta = minimize(loss, np.zeros(len(names) + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    coefficients = dict(zip(names, (round(float(c), 4) for c in theta[1:] / spread), strict=True))
    return confidence.Regression(round(float(theta[0]), 4), coefficients)


def fit_all(documents: Sequence[Document]) -> dict[str, confidence.Regression]:
    """The three regressions, each on what the one before says."""
    share = _equal_shares(document for document in documents if document.whole)
    words = [confidence.word_features(d.evidence) for d in documents]
    fitted = {"words": fit(list(_rows(documents, words, share)))}
    known = [[fitted["words"].probability(row) for row in rows] for rows in words]
    for _ in range(ROUNDS):
        rows = [
            confidence.context_features(d.evidence, said, p)
            for d, said, p in zip(documents, words, known, strict=True)
        ]
        fitted["context"] = _with_families(fit(list(_rows(documents, rows, share))))
        known = [[fitted["context"].probability(row) for row in rows] for rows in rows]
    whole = [document for document in documents if document.whole]
    learned = [*whole, *merged(whole)]
    fitted["regroup"] = fit(_joining_rows(learned))
    return fitted


def _with_families(fitted: confidence.Regression) -> confidence.Regression:
    return attrs.evolve(fitted, coefficients={**fitted.coefficients, "context_family": FAMILY})


def _equal_shares(documents: Iterable[Document]) -> Mapping[str, float]:
    links: dict[str, int] = {}
    for document in documents:
        links[document.set] = links.get(document.set, 0) + sum(document.truth)
    return {name: 1000 / count for name, count in links.items()}


def _rows(
    documents: Sequence[Document], features: Sequence[Sequence[Features]], share: Mapping[str, float]
) -> Iterator[Row]:
    for document, rows in zip(documents, features, strict=True):
        for pair, row, answer in zip(document.evidence.pairs, rows, document.truth, strict=True):
            if (pair.old, pair.new) not in document.unknown:
                yield Row(row, answer, share[document.set] * document.weight)


def _joining_rows(documents: Sequence[Document]) -> list[Row]:
    """For every true one-to-one part of a group, whether each compared leftover belongs to the group as well."""
    return [
        row for document in documents for pair in document.evidence.pairs for row in _joinings(document, pair)
    ]


def _joinings(document: Document, pair: Likeness) -> Iterator[Row]:
    for side, index, across in ((0, pair.old, pair.new), (1, pair.new, pair.old)):
        home, here = document.home(1 - side, across), document.home(side, index)
        others = [member for member in home[side] if member != index]
        if others and (not here[1 - side] or here is home) and (pair.old, pair.new) not in document.unknown:
            ends = ((others[0],), (across,))
            group = Group(*(ends if side == 0 else ends[::-1]), confidence=1.0)
            features = joining_features(document.evidence.units, group, side, index)
            yield Row(features, here is home, 1.0)


def write(fitted: Mapping[str, confidence.Regression], target: Path) -> None:
    """Write the regressions as TOML."""
    lines = [
        "# Coefficients of the aligner's regressions, written by tests/bench/fit.py. Do not edit by hand."
    ]
    for name, regression in fitted.items():
        lines += ["", f"[{name}]", f"bias = {regression.bias}", "", f"[{name}.coefficients]"]
        lines += [f"{feature} = {value}" for feature, value in regression.coefficients.items()]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Read the command line, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--leave-out")
    parser.add_argument("--output", type=Path, default=TARGET)
    args = parser.parse_args()
    write(fit_all(load(args.directory, args.leave_out)), args.output)


if __name__ == "__main__":
    main()
