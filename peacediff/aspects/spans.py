"""How places in a text lie to each other, and those of two shifts."""

from __future__ import annotations

from peacediff.model import Shift, Span

Pair = tuple[Span | None, Span | None]


def meets(one: Span | None, other: Span | None) -> bool:
    """Whether two places share a character; a place that is not there shares none."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def holds(whole: Span | None, inner: Span | None) -> bool:
    """Whether a place lies in another one."""
    return whole is not None and inner is not None and whole[0] <= inner[0] and inner[1] <= whole[1]


def paired(one: Shift, other: Shift) -> tuple[Pair, Pair]:
    """What two shifts quote before, and what they quote after."""
    return (one.before_span, other.before_span), (one.after_span, other.after_span)
