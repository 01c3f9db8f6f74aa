"""What is odd about the numbering of a draft, told and not judged: it may be meant so."""

from __future__ import annotations

from peacediff.model import Draft, Irregularity

_MOST = 3


def irregular(found: Irregularity) -> str:
    """One irregularity in a clause without its place."""
    said = {
        "gap": f"after {found.after} comes {found.label}"
        if found.after
        else f"a list begins with {found.label}",
        "repeat": f"{found.label} comes again",
        "unnumbered": "nothing is numbered from here on; points are counted by place",
    }
    return said[found.kind]


def numbering(draft: Draft) -> str:
    """The irregularities in one line with their places, for a reader may miss a point there; empty without any."""
    if not draft.numbering:
        return ""
    shown = [f"{irregular(found)} (line {found.line})" for found in draft.numbering[:_MOST]]
    left = len(draft.numbering) - len(shown)
    return f"numbering: {'; '.join([*shown, *([f'and {left} more'] if left else [])])}"
