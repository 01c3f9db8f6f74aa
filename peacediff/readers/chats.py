"""What a messenger writes before each message that is copied from it: when it was sent, and by whom."""

from __future__ import annotations

import re

from peacediff.model import Span
from peacediff.readers.lines import Lines

_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
_STAMP = re.compile(
    rf"\W{{0,3}}\[?(?:{_DATE},?\s{_TIME}|{_TIME},?\s{_DATE})\]?(?:\s[-–—])?\s(?P<who>[^:\r\n]{{1,40}}):(?=\s|\Z)"
)
_FEWEST = 2


def chat_stamps(text: str, lines: Lines, first: int) -> dict[int, Span]:
    """The stamps by the index of their line, from ``first`` on, where there are two or more."""
    found = {index: _STAMP.match(text, *lines.span(index)) for index in range(first, len(lines))}
    stamps = {index: match.span() for index, match in found.items() if match}
    return stamps if len(stamps) >= _FEWEST else {}
