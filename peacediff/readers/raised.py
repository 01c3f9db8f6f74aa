"""Raised and lowered digits as signs of their own, so that ``10²`` does not become ``102``."""

from __future__ import annotations

from typing import Literal

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def off_the_line(text: str, way: Literal["up", "down"]) -> str:
    """A text of nothing but digits in raised or lowered ones; any other as it is."""
    table = _RAISED if way == "up" else _LOWERED
    return text.translate(table) if text.strip().isascii() and text.strip().isdigit() else text
