"""What hangs on how the aligner is set, in the words a reader sees."""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.model import Change, Robustness, Wavering


def steadiness(robustness: Robustness | None) -> Iterator[str]:
    """In how many nearby settings the same is dropped and added, and what is in the others."""
    if robustness is None:
        return
    others = "; ".join(
        f"{each.name}: {each.dropped} dropped, {each.added} added"
        for each in robustness.settings
        if not each.stays
    )
    steady = f"In {robustness.stays} of {len(robustness.settings)} nearby settings of the aligner"
    yield f"{steady} the same provisions are dropped and added{f' (not with {others})' * bool(others)}."


def wavering(change: Change, robustness: Robustness | None) -> Iterator[str]:
    """What of a change hangs on the setting of the aligner, a sentence for each provision."""
    if robustness is None:
        return
    for each in robustness.wavering:
        if each.provision in {p.id for p in (change.old if each.side == "old" else change.new)}:
            yield f"{_otherwise(change, each, robustness)} nearby settings of the aligner"


def _otherwise(change: Change, each: Wavering, robustness: Robustness) -> str:
    """What becomes of a provision in some settings that is not so in the usual one."""
    total = len(robustness.settings)
    if change.old and change.new:
        verb = "dropped" if each.side == "old" else "added"
        return f"{each.provision} of the {each.side} draft is {verb} in {each.unlinked} of {total}"
    return f"linked in {total - each.unlinked} of {total}"
