"""The examples of rules as comparisons."""

from __future__ import annotations

import attrs

from peacediff import History, compare, history, read_text
from peacediff.model import ASPECTS, DIRECTIONS, Change, Comparison, Example, Shift

BEFORE = {"came-back": "n", "dropped-again": "on", "oscillating": "n"}
"""For what a history alone tells: the drafts before the old and the new one of an example, each one of these."""


def compared(example: Example) -> Comparison | History:
    """The two drafts of an example compared, or its history where the rule asks for one."""
    for told in example.told:
        if told in BEFORE:
            texts = {"o": example.old, "n": example.new}
            return history([read_text(texts[which], name=which) for which in f"{BEFORE[told]}on"])
    return compared_pair(example)


def compared_pair(example: Example) -> Comparison:
    """The two drafts of an example compared; what is told as data is laid over the links."""
    comparison = compare(read_text(example.old, name="old"), read_text(example.new, name="new"))
    changes = [_told(change, example.told) for change in comparison.changes]
    return attrs.evolve(comparison, changes=attrs.evolve(comparison.changes, items=changes))


def _told(change: Change, told: tuple[str, ...]) -> Change:
    if not told or change.fate != "changed":
        return change
    if "doubtful" in told:
        return attrs.evolve(change, confidence=0.5)
    if "to-paper" in told:
        return attrs.evolve(change, to_papers=("side-paper.md",))
    if "from-paper" in told:
        return attrs.evolve(change, from_papers=("side-paper.md",))
    shifts = (
        Shift(aspect, direction, change.before, change.after)
        for aspect in ASPECTS
        for direction in DIRECTIONS
        if f"{aspect} {direction}" in told
    )
    return attrs.evolve(change, shifts=tuple(shifts))
