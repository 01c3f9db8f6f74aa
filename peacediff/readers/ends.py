"""How a text ends: with which mark of the scripts that are read, what may close behind it left aside."""

from __future__ import annotations

import re
from collections.abc import Callable

FULL = ".!?…。！？؟।"
"""Marks that end a sentence."""
STOPS = FULL + ";:；：؛"
"""Marks that end a sentence or a clause, or open a list."""
MARKS = STOPS + ",，、،"
"""All marks."""
_CLOSERS = "\"'”’»)\\]*_"
_MOST_CLOSERS = 4


def ending(marks: str) -> Callable[[str], bool]:
    """What tells whether a text ends with one of some marks; it looks at the end alone, however long the text."""
    mark = re.compile(rf"[{marks}][{_CLOSERS}]{{0,{_MOST_CLOSERS}}}\Z")
    return lambda text: mark.search(text[-1 - _MOST_CLOSERS :]) is not None


ends_sentence, ends_in_stop, ends_in_mark = map(ending, (FULL, STOPS, MARKS))
