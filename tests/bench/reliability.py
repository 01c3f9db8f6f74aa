"""How far confidence can be believed: whether of links of a confidence about .9 about 90 % are right.

    python -m tests.bench.reliability DIRECTORY [--write PAGE]

DIRECTORY is that of ``tests/bench/fit.py``. Each set is aligned by coefficients fitted on the others, so that no link
is judged by what was learned from it. Links that are word for word the same stand apart. A split or merge is right if
all of it is. With ``--write`` the table replaces the one on a page, between the comments that name it. Needs numpy and
scipy (the extra ``bench``), and some minutes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import pairwise, product
from pathlib import Path
from typing import Any
from unittest.mock import patch

import attrs

from peacediff.align.confidence import Regression
from peacediff.align.linking import link
from peacediff.align.units import Text, units
from peacediff.knowledge import load
from peacediff.model import DOUBTFUL_BELOW
from tests.bench.tables import show, table

BINS = (0.0, 0.5, DOUBTFUL_BELOW, 0.8, 0.9, 0.97, 1.01)
Pair = tuple[int, int]


@attrs.frozen
class Judged:
    """A link that was told of a set: its confidence, whether it is right, and whether its texts are the same."""

    set: str
    confidence: float
    right: bool
    exact: bool = False


def judged(directory: Path) -> Iterator[Judged]:
    """Every link told of every set, by coefficients fitted on the other sets."""
    from tests.bench import fit

    for path in sorted(directory.glob("*.dev.jsonl")):
        name = path.name.removesuffix(".dev.jsonl")
        fitted = fit.fit_all(fit.load(directory, leave_out=name))
        with coefficients(fitted):
            for line in path.read_text(encoding="utf-8").splitlines():
                yield from links(name, json.loads(line))


@contextmanager
def coefficients(fitted: Mapping[str, Regression]) -> Iterator[None]:
    """The aligner with these coefficients instead of those of its data."""
    modules = [module for name, module in sys.modules.items() if name.startswith("peacediff.align.")]
    with ExitStack() as stack:
        for module in modules:
            if hasattr(module, "regressions"):
                stack.enter_context(patch.object(module, "regressions", lambda: fitted))
        yield


def links(name: str, row: Mapping[str, Any]) -> Iterator[Judged]:
    """The links of one pair of documents, without those of which nobody says whether they are right."""
    olds, news = ([Text(text, family=str(n)) for n, text in enumerate(row[side])] for side in ("old", "new"))
    linked = link(units(olds, news, load()))
    gold = {pair for old, new in row["gold"] for pair in product(old, new)}
    unknown = {(i, j) for i, j in row.get("ignore", ())} | moves(row, linked.exact)
    for pair in linked.exact:
        if pair not in unknown:
            yield Judged(name, 1.0, pair in gold, exact=True)
    for group in linked.groups:
        pairs = set(product(group.old, group.new))
        if not pairs & unknown:
            yield Judged(name, group.confidence, pairs <= gold)


def moves(row: Mapping[str, Any], exact: Iterable[Pair]) -> set[Pair]:
    """Equal texts that are said to be dropped and added: one set tells moves so, which is neither right nor wrong."""
    dropped = {i for old, new in row["gold"] if not new for i in old}
    added = {j for old, new in row["gold"] if not old for j in new}
    return {(i, j) for i, j in exact if i in dropped and j in added}


def rows(found: Sequence[Judged], sets: Sequence[str]) -> Iterator[list[str]]:
    """A row for each slice: each set, then all, with the share that is right and the mean confidence."""
    for name, here in (*binned(found), *summed(found)):
        yield [
            name,
            *(counted(each for each in here if each.set == s) for s in sets),
            counted(here),
            *shares(here),
        ]


def binned(found: Sequence[Judged]) -> Iterator[tuple[str, list[Judged]]]:
    """The links that are not word for word the same, by their confidence."""
    for low, high in pairwise(BINS):
        name = f"{low:.2f} to {high:.2f}" if high <= 1 else f"{low:.2f} and more"
        yield name, [each for each in found if not each.exact and low <= each.confidence < high]


def summed(found: Sequence[Judged]) -> Iterator[tuple[str, list[Judged]]]:
    """The same links by whether they are told as doubtful, and the exact ones."""
    told = [each for each in found if not each.exact]
    yield f"doubtful: below {DOUBTFUL_BELOW}", [e for e in told if e.confidence < DOUBTFUL_BELOW]
    yield f"told plainly: {DOUBTFUL_BELOW} and more", [e for e in told if e.confidence >= DOUBTFUL_BELOW]
    yield "word for word the same", [e for e in found if e.exact]


def counted(found: Iterable[Judged]) -> str:
    """How many are right of how many."""
    right = [each.right for each in found]
    return f"{sum(right)} of {len(right)}" if right else "–"


def shares(found: Sequence[Judged]) -> tuple[str, str]:
    """The share that is right, and the mean confidence: alike where confidence can be believed."""
    if not found:
        return "–", "–"
    right, said = (
        sum(values) / len(found) for values in ([e.right for e in found], [e.confidence for e in found])
    )
    return f"{right:.0%}", f"{said:.0%}"


def error(found: Sequence[Judged]) -> str:
    """The expected calibration error over the bins, exact links left out (Naeini, Cooper and Hauskrecht 2015)."""
    off = [abs(sum(each.right - each.confidence for each in here)) for _, here in binned(found)]
    told = sum(not each.exact for each in found)
    return f"Expected calibration error, exact links left out: {sum(off) / told:.3f}."


def main() -> None:
    """Read the command line, judge, show."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--write", type=Path, metavar="PAGE")
    args = parser.parse_args()
    found = list(judged(args.directory))
    sets = list(dict.fromkeys(each.set for each in found))
    text = table(["Confidence", *sets, "all", "right", "said"], rows(found, sets))
    show("reliability", f"{text}\n\n{error(found)}", args.write)


if __name__ == "__main__":
    main()
