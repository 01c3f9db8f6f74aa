"""The text of one block of a page: white space as a browser shows it, and the line of each word."""

from __future__ import annotations

import re

import attrs

from peacediff.model import Span

_WORDS = re.compile(r"[^ \t\n\r\f]+|[ \t\n\r\f]+")


@attrs.define
class Inline:
    """A growing text. ``places`` are pairs of an offset in it and the line of the page."""

    places: list[Span] = attrs.field(factory=list)
    _parts: list[str] = attrs.field(factory=list)
    _length: int = 0
    _space: bool = False

    def add(self, text: str, line: int, *, literal: bool = False) -> int:
        """Add text that begins on a line; the line on which it ends. ``literal`` keeps its white space."""
        for part in _WORDS.findall(text):
            if part[0] not in " \t\n\r\f":
                self._put(part, line)
            elif literal:
                self._parts.append(part)
                self._length += len(part)
            else:
                self._space = self._length > 0
            line += part.count("\n")
        return line

    def break_line(self) -> None:
        """Begin a new line."""
        self._space = False
        self._parts.append("\n")
        self._length += 1

    def taken(self) -> tuple[str, list[Span]]:
        """All that was added, trimmed, with the places in it; what is left is empty."""
        whole, places = "".join(self._parts), self.places
        lead = len(whole) - len(whole.lstrip())
        self._parts, self.places, self._length, self._space = [], [], 0, False
        return whole.strip(), [(max(0, at - lead), line) for at, line in places]

    def _put(self, word: str, line: int) -> None:
        if self._space and self._parts and not self._parts[-1].endswith("\n"):
            self._parts.append(" ")
            self._length += 1
        self._space = False
        if not self.places or self.places[-1][1] != line:
            self.places.append((self._length, line))
        self._parts.append(word)
        self._length += len(word)
