"""The program on one screen."""

from __future__ import annotations

from peacediff.align import align
from peacediff.classify import classify
from peacediff.knowledge import Knowledge, load
from peacediff.model import Comparison, Draft, Pins
from peacediff.nearby import robustness
from peacediff.pinning import check
from peacediff.remarks import remarks


def compare(
    old: Draft,
    new: Draft,
    knowledge: Knowledge | None = None,
    *,
    links: Pins | None = None,
    robust: bool = False,
) -> Comparison:
    """What became of every provision of two drafts.

    ``links`` are pinned or forbidden by the user (`peacediff.read_links`); an id in them that names no provision is
    `Trouble`. Where ``robust`` is asked for, the drafts are aligned in some nearby settings too, which takes their
    time each. Deterministic: the same drafts give an equal comparison, on every machine.
    """
    knowledge, links = knowledge or load(), links or Pins()
    check(links, old, new)
    alignment = align(old, new, knowledge, links)
    changes = classify(old, new, alignment, knowledge)
    steadiness = robustness(old, new, knowledge, links, alignment) if robust else None
    observed = remarks(old, new, changes, knowledge)
    return Comparison(old, new, changes, links, observed, steadiness)
