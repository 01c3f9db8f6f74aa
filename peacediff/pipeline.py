"""The program on one screen."""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Sequence
from itertools import pairwise

from peacediff.align import align
from peacediff.answering import answers
from peacediff.classify import classify
from peacediff.errors import Trouble
from peacediff.knowledge import Knowledge, load
from peacediff.lineage import follow
from peacediff.model import Comparison, Draft, History, Pins, ThreeWay
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
    begins: Callable[[str], None] | None = None,
) -> Comparison:
    """What became of every provision of two drafts.

    ``links`` are what the user pinned and forbade (`peacediff.read_links`); an id in them that names no provision is
    `Trouble`. Where ``robust`` is asked for, the drafts are aligned in some nearby settings too, which takes their
    time each. ``begins`` is called with the name of each stage (``aligning``) before it. Deterministic: the same drafts
    give an equal comparison, on every machine.
    """
    begins = begins or (lambda _stage: None)
    _refuse_what_is_no_draft(old, new)
    knowledge, pins = knowledge or load(), links or Pins()
    check(pins, old, new)
    begins("aligning")
    alignment = align(old, new, knowledge, pins)
    begins("telling what changed")
    changes = classify(old, new, alignment, knowledge)
    steadiness = None
    if robust:
        begins("aligning otherwise")
        steadiness = robustness(old, new, knowledge, pins, alignment)
    begins("looking for remarks")
    observed = remarks(old, new, changes, knowledge)
    return Comparison(old, new, changes, pins, observed, steadiness)


def _refuse_what_is_no_draft(*given: object) -> None:
    """A path or a text is a likely slip, and it cannot be told which of the two is meant."""
    for each in given:
        if not isinstance(each, Draft):
            problem = f"{type(each).__name__} {reprlib.repr(each)} is no draft"
            raise Trouble(
                "compare", problem, "read a file with peacediff.read(path), a text with read_text(text)"
            )


def history(
    drafts: Sequence[Draft],
    knowledge: Knowledge | None = None,
    *,
    links: Pins | None = None,
    begins: Callable[[str], None] | None = None,
) -> History:
    """The life of every provision across two or more drafts, oldest first.

    Each draft is compared with the next, so that n drafts take n - 1 alignments; the rest is linear in their text.
    ``links`` pin those of the last step. Fewer than two drafts are `Trouble`. ``begins`` is called as by `compare`.
    """
    if len(drafts) < 2:  # noqa: PLR2004 (two ends of a step)
        raise Trouble(
            "history", f"{len(drafts)} drafts make no history", "give two drafts or more, oldest first"
        )
    knowledge = knowledge or load()
    steps = [compare(old, new, knowledge, begins=begins) for old, new in pairwise(drafts[:-1])]
    steps.append(compare(drafts[-2], drafts[-1], knowledge, links=links, begins=begins))
    if begins:
        begins("following provisions")
    return follow(drafts, steps, knowledge)


def compare3(
    base: Draft,
    a: Draft,
    b: Draft,
    knowledge: Knowledge | None = None,
    *,
    begins: Callable[[str], None] | None = None,
) -> ThreeWay:
    """What A and what B did with every provision of a base, and whether they did alike: three comparisons.

    A and B change places where they are given the other way round, and nothing else does.
    """
    knowledge = knowledge or load()
    pairs = ((base, a), (base, b), (a, b))
    ours, theirs, across = (compare(*pair, knowledge, begins=begins) for pair in pairs)
    return ThreeWay(ours, theirs, across, answers(ours, theirs, across))
