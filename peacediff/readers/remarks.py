"""Sentences about what a transcript does not show."""

from __future__ import annotations

from collections.abc import Mapping

from peacediff.readers.transcript import Tracked

_READ_AS: Mapping[Tracked, str] = {"accept": "accepted", "reject": "rejected"}
_KINDS = ("insertion", "deletion", "move", "format change")


def plural(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def listed(counts: Mapping[str, int]) -> str:
    """Counts by noun, in their order, as ``2 insertions, 1 deletion``; none that is 0."""
    return ", ".join(plural(count, noun) for noun, count in counts.items() if count)


def left_out(counts: Mapping[str, int]) -> tuple[str, ...]:
    """One sentence on what was left out, if anything was."""
    said = listed(counts)
    return (f"Left out: {said}.",) if said else ()


def tracked_changes(found: Mapping[str, int], tracked: Tracked) -> tuple[str, ...]:
    """One sentence on tracked changes by kind, if there are any, and on how they were read."""
    said = listed({kind: found.get(kind, 0) for kind in _KINDS})
    return (f"Tracked changes, read as {_READ_AS[tracked]}: {said}.",) if said else ()


def made_whole(count: int) -> tuple[str, ...]:
    """One sentence on words that were broken at line ends, if any were."""
    return (f"Made whole: {plural(count, 'word')} broken at line ends.",) if count else ()
