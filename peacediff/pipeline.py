"""The program on one screen."""

from __future__ import annotations

from peacediff.align import align
from peacediff.classify import classify
from peacediff.knowledge import Knowledge, load
from peacediff.model import Comparison, Draft


def compare(old: Draft, new: Draft, knowledge: Knowledge | None = None) -> Comparison:
    """What became of every provision of two drafts.

    Deterministic: the same drafts give an equal comparison, on every machine.
    """
    knowledge = knowledge or load()
    alignment = align(old, new, knowledge)
    changes = classify(old, new, alignment, knowledge)
    return Comparison(old, new, changes)
