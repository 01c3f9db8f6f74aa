"""Cutting a paragraph's lines into clauses: a line that opens with a label may begin a new one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from peacediff.model import Span
from peacediff.readers.lexicon import label_words
from peacediff.readers.lines import trimmed
from peacediff.readers.numbering import Label, label_at, opens_initials
from peacediff.readers.surroundings import opens_surroundings

_CLAUSE_END = re.compile(r"[.;:,!?…。；：，、！？؛،؟।](?:[\"'”’»)\]*_]{0,4})\Z")
_LEAST_WIDTH = 60
_DELIBERATE = 0.75


@attrs.define
class ClauseCutter:
    """Cuts one paragraph after the other; it remembers how far each style has counted.

    ``width`` is the column at which the text is wrapped. A break is deliberate where the line ends well before it.
    """

    text: str
    width: int
    _last: dict[str, tuple[int, ...]] = attrs.field(factory=dict, init=False)

    def cut(self, lines: Sequence[Span]) -> Iterator[Span]:
        """The clauses of a paragraph, given the spans of its lines."""
        start, bullet = 0, ""
        for index, line in enumerate(lines):
            label = label_at(self.text, trimmed(self.text, line))
            if label and index and label.text != bullet and not self._opens(lines[index - 1], line, label):
                label = None
            if (label or opens_surroundings(self.text[slice(*line)])) and index > start:
                yield trimmed(self.text, (lines[start][0], lines[index - 1][1]))
                start = index
            if label:
                bullet = label.text if label.readings[0].kind == "bullet" else ""
                self._last.update((reading.style, reading.value) for reading in label.readings)
        yield trimmed(self.text, (lines[start][0], lines[-1][1]))

    def _opens(self, before: Span, line: Span, label: Label) -> bool:
        """Whether a labelled line is a clause of its own and not the rest of a wrapped sentence."""
        if opens_initials(self.text, label):
            return False
        previous = self.text[slice(*trimmed(self.text, before))]
        last_word = previous[-20:].rpartition(" ")[2].casefold()
        if last_word in label_words().before_number:
            return False
        if label.text[:-1].isdecimal() and label.doubtful:
            return self._continues(label, line)
        return bool(
            _CLAUSE_END.search(previous[-8:])
            or last_word in label_words().conjunctions
            or before[1] - before[0] < _DELIBERATE * max(self.width, _LEAST_WIDTH)
            or self._continues(label, line)
        )

    def _continues(self, label: Label, line: Span) -> bool:
        """Whether the label counts on exactly, before words that can open a clause."""
        rest = self.text[label.span[1] : line[1]].lstrip()
        if rest[:1].islower():
            return False
        return any(
            self._last.get(reading.style, ()) == (*reading.value[:-1], reading.value[-1] - 1)
            for reading in label.readings
        )
