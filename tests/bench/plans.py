"""How right the links are on the plans of ``tests/plans``, aligned by hand, and how far their confidence holds.

    python -m tests.bench.plans [--write PAGE]

Nothing is fitted on them. A pair is an old and a new provision of one link; a link is right if all of it is. With
``--write`` both tables replace those on a page.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from pathlib import Path

import attrs
import tomli

from peacediff.align import align
from peacediff.knowledge import load
from peacediff.model import Draft, Link, Provision
from peacediff.readers import read
from tests.bench.reliability import BINS
from tests.bench.tables import share, show, table

PLANS = Path(__file__).parents[1] / "plans"
Pair = tuple[str, str]


@attrs.frozen
class Plan:
    """Two drafts, and the ids of each old provision with each new one that answers it."""

    name: str
    old: Draft
    new: Draft
    gold: frozenset[Pair]

    @classmethod
    def at(cls, folder: Path) -> Plan:
        """The plan in a folder; an id that names no provision is an error."""
        old, new = (read(folder / f"{side}.md") for side in ("old", "new"))
        links = tomli.loads((folder / "gold.toml").read_text(encoding="utf-8"))["link"]
        gold = frozenset(pair for link in links for pair in product(link["old"], link["new"]))
        unknown = {i for i, _ in gold} - _ids(old.provisions) | {j for _, j in gold} - _ids(new.provisions)
        if unknown:
            raise ValueError(f"{folder.name}: no provision is called {', '.join(sorted(unknown))}")
        return cls(folder.name, old, new, gold)

    def links(self) -> tuple[Link, ...]:
        """What the aligner links."""
        return align(self.old, self.new, load()).links


def _ids(provisions: Sequence[Provision]) -> set[str]:
    return {provision.id for provision in provisions}


def plans() -> Iterator[Plan]:
    """All plans by name."""
    for gold in sorted(PLANS.glob("*/gold.toml")):
        yield Plan.at(gold.parent)


def pairs(link: Link) -> set[Pair]:
    """The old and new ids of a link, each with each."""
    return set(product(_ids(link.old), _ids(link.new)))


def row(plan: Plan, links: Sequence[Link]) -> list[str]:
    """Precision, recall and F1 of a plan."""
    found = {pair for link in links for pair in pairs(link)}
    return [plan.name, str(len(plan.gold)), *_figures(len(found & plan.gold), len(found), len(plan.gold))]


def _figures(hit: int, said: int, true: int) -> list[str]:
    return [share(hit, said), share(hit, true), share(2 * hit, said + true)]


def bands(judged: Sequence[tuple[float, bool]]) -> list[list[str]]:
    """How many links are right, by confidence; those that are word for word the same are left out."""
    rows = []
    for low, high in pairwise(BINS):
        right = [is_right for confidence, is_right in judged if low <= confidence < high]
        name = f"{low:.2f} to {high:.2f}" if high <= 1 else f"{low:.2f} and more"
        rows.append(
            [name, f"{sum(right)} of {len(right)}", f"{sum(right) / len(right):.0%}" if right else "–"]
        )
    return rows


def main() -> None:
    """Read the command line, measure, show."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", type=Path, metavar="PAGE")
    args = parser.parse_args()
    linked = [(plan, plan.links()) for plan in plans()]
    rows = [row(plan, links) for plan, links in linked]
    judged = [
        (link.confidence, pairs(link) <= plan.gold)
        for plan, links in linked
        for link in links
        if link.found != "exact"
    ]
    show("plans", table(["Plan", "Pairs", "Precision", "Recall", "F1"], rows), args.write)
    show("plans-confidence", table(["Confidence", "Right", "Share"], bands(judged)), args.write)


if __name__ == "__main__":
    main()
