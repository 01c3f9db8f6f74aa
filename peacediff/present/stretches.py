"""Unchanged provisions by their ids alone, neighbours joined: ``3 to 6 → 4 to 7``."""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.model import Change, Comparison, Draft, Provision
from peacediff.present.page import between
from peacediff.present.wording import flags, renumbered


def stretches(changes: list[Change], comparison: Comparison) -> Iterator[str]:
    """One text for each stretch of changes that follow each other in both drafts and have the same flags."""
    old, new = _places(comparison.old), _places(comparison.new)
    stretch: list[Change] = []
    for change in changes:
        if stretch and not _follows(stretch[-1], change, old, new):
            yield _worded(stretch)
            stretch = []
        stretch.append(change)
    if stretch:
        yield _worded(stretch)


def _places(draft: Draft) -> dict[str, int]:
    return {provision.id: place for place, provision in enumerate(draft.provisions)}


def _follows(last: Change, change: Change, old: dict[str, int], new: dict[str, int]) -> bool:
    neighbours = (
        old[change.old[0].id] == old[last.old[-1].id] + 1
        and new[change.new[0].id] == new[last.new[-1].id] + 1
    )
    counted = _counts_on(last.old[-1].id, change.old[0].id) and _counts_on(last.new[-1].id, change.new[0].id)
    return neighbours and counted and _kept(last) == _kept(change)


def _kept(change: Change) -> tuple[bool, tuple[str, ...]]:
    """What all of a stretch have in common: its ends alone are named, and they must tell of every number in it."""
    return renumbered(change), tuple(flags(change))


def _counts_on(last: str, following: str) -> bool:
    """Whether the numbers leave out none: "3 to 5" must not be read to hold a 4 that the draft has not."""
    before, after = (_top(name) for name in (last, following))
    if before.isdigit() and after.isdigit():
        return int(after) - int(before) in (0, 1)
    return before == after or not (before.isdigit() or after.isdigit())


def _top(name: str) -> str:
    """The number of the outermost point that an id stands in."""
    return name.rpartition("/")[2].partition("#")[0].partition(".")[0].partition("~")[0]


def _worded(stretch: list[Change]) -> str:
    old = _ends(stretch[0].old[0].id, stretch[-1].old[-1].id)
    new = _ends(stretch[0].new[0].id, stretch[-1].new[-1].id)
    said = ", ".join(flags(stretch[0]))
    return f"{between(old, new)} ({said})" if said else between(old, new)


def _ends(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def named_stretches(provisions: list[Provision], draft: Draft) -> Iterator[str]:
    """The ids of provisions of one draft, those that follow each other joined: ``3 to 6``."""
    places, stretch = _places(draft), list[str]()
    for name in (provision.id for provision in provisions):
        if stretch and not (places[name] == places[stretch[-1]] + 1 and _counts_on(stretch[-1], name)):
            yield _ends(stretch[0], stretch[-1])
            stretch = []
        stretch.append(name)
    if stretch:
        yield _ends(stretch[0], stretch[-1])
