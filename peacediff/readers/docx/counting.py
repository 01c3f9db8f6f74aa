"""Counting the items of lists as Word does, and writing their labels."""

from __future__ import annotations

import re
from collections import defaultdict

import attrs

from peacediff.readers.docx.lists import Level, List
from peacediff.readers.docx.words import words
from peacediff.readers.printing import roman

_PLACE = re.compile(r"%([1-9])")
_MOST_REPEATED = 30
_BULLET = "•"
_PRIVATE = ("\ue000", "\uf8ff")


@attrs.frozen
class Printed:
    """A label as Word prints it, and the number of its own level; None for a bullet."""

    text: str
    ordinal: int | None


@attrs.define
class Counter:
    """How far each list has counted. Lists that share a definition share its counts."""

    _counts: dict[str, dict[int, int]] = attrs.field(factory=lambda: defaultdict(dict))
    _started: set[tuple[str, int]] = attrs.field(factory=set)

    def next(self, list_: List, place: int) -> Printed:
        """The label of the next item of a list at a level, from 0."""
        counts, level = self._counts[list_.counter], list_.levels[place]
        first = (list_.id, place) not in self._started
        self._started.add((list_.id, place))
        if first and place in list_.starts:
            counts[place] = list_.starts[place]
        else:
            counts[place] = counts[place] + 1 if place in counts else level.start
        for inner in [inner for inner in counts if inner > place]:
            if _restarts(list_.levels.get(inner), place):
                del counts[inner]
        return _printed(list_, place, counts)


def _restarts(level: Level | None, place: int) -> bool:
    """Whether a level begins anew behind an item of an outer level."""
    return level is None or level.restart is None or place < level.restart


def _printed(list_: List, place: int, counts: dict[int, int]) -> Printed:
    level = list_.levels[place]
    if level.format == "bullet":
        private = len(level.text) == 1 and _PRIVATE[0] <= level.text <= _PRIVATE[1]
        return Printed(_BULLET if level.text and (private or level.symbol) else level.text.strip(), None)

    def number(found: re.Match[str]) -> str:
        outer = int(found[1]) - 1
        if outer > place or outer not in list_.levels:
            return ""
        value = counts.get(outer, list_.levels[outer].start)
        return formatted(value, "decimal" if level.legal else list_.levels[outer].format)

    return Printed(_PLACE.sub(number, level.text).strip(), counts[place])


def formatted(value: int, style: str) -> str:
    """A number in one of Word's formats; one that is not known, or too large for it, in plain digits."""
    known = words()
    written = str(value)
    if style in {"none", "bullet"}:
        written = ""
    elif style == "decimalZero":
        written = f"{value:02}"
    elif style in known.digits:
        written = written.translate(str.maketrans("0123456789", known.digits[style]))
    elif style in {"lowerRoman", "upperRoman"}:
        written = roman(value).upper() if style == "upperRoman" else roman(value)
    elif style in known.alphabets:
        written = _letter(value, known.alphabets[style])
    elif style in known.counting:
        written = _counted(value, known.counting[style])
    return written


def _letter(value: int, alphabet: str) -> str:
    times, place = divmod(value - 1, len(alphabet))
    return alphabet[place] * (times + 1) if 0 <= times < _MOST_REPEATED else str(value)


def _counted(value: int, signs: str) -> str:
    tens, ones = divmod(value, 10)
    if value < 1 or tens >= len(signs):
        return str(value)
    return f"{signs[tens] if tens > 1 else ''}{signs[0] if tens else ''}{signs[ones] if ones else ''}"
