"""Cutting a paragraph's lines into clauses: a line that opens with a label may begin a new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from peacediff.model import Span
from peacediff.readers.bare_numbers import bare_label
from peacediff.readers.ends import ends_in_mark, ends_sentence
from peacediff.readers.initials import opens_initials
from peacediff.readers.labels import Label
from peacediff.readers.lexicon import label_words
from peacediff.readers.lines import soft_lines, trimmed
from peacediff.readers.numbering import label_at
from peacediff.readers.scopes import names_scope
from peacediff.readers.sections import section_label
from peacediff.readers.surroundings import opens_surroundings

_LEAST_WIDTH, _MOST_HEADING_WORDS = 60, 8
_DELIBERATE = 0.75
_AROUND_TITLE = " \t-–—"


@attrs.define
class ClauseCutter:
    """Cuts one paragraph after the other; it remembers how far each style has counted, and which open in lower case.

    ``width`` is the column at which the text is wrapped. A break is deliberate where the line ends well before it.
    ``bare`` is where lines open with numbers without a mark that count on.
    """

    text: str
    width: int
    bare: frozenset[int] = frozenset()
    _last: dict[str, tuple[int, ...]] = attrs.field(factory=dict, init=False)
    _lower: set[str] = attrs.field(factory=set, init=False)

    def cut(self, lines: Sequence[Span]) -> Iterator[Span]:
        """The clauses of a paragraph, given the spans of its lines."""
        start, bullet, named = 0, "", -1
        lines = [part for line in lines for part in soft_lines(self.text, line)]
        for index, line in enumerate(lines):
            label = self._label(trimmed(self.text, line))
            if label and index and label.text != bullet and not self._opens(lines[index - 1], line, label):
                label = None
            apart = (
                label or opens_surroundings(self.text[slice(*line)]) or self._is_headed(lines, named, index)
            )
            if apart and index > start:
                yield trimmed(self.text, (lines[start][0], lines[index - 1][1]))
                start = index
            if label:
                named = index if label.readings[0].kind == "keyword" else -1
                bullet = label.text if label.readings[0].kind == "bullet" else ""
                self._count(label, line)
        yield trimmed(self.text, (lines[start][0], lines[-1][1]))

    def _count(self, label: Label, line: Span) -> None:
        styles = {reading.style: reading.value for reading in label.readings}
        self._last.update(styles)
        self._lower = self._lower | {*styles} if self._in_lower_case(label, line) else self._lower - {*styles}

    def _label(self, line: Span) -> Label | None:
        bare = bare_label(self.text, line) if line[0] in self.bare else None
        return label_at(self.text, line) or bare or section_label(self.text, line)

    def _is_headed(self, lines: Sequence[Span], named: int, index: int) -> bool:
        """Whether the lines from ``Article 3`` up to this one are its heading: few words, and a deliberate break."""
        if named < 0 or index - named > 2 or not self._is_deliberate(lines[index - 1]):  # noqa: PLR2004
            return False
        first = self.text[slice(*trimmed(self.text, lines[named]))]
        label = label_at(self.text, trimmed(self.text, lines[named]))
        behind = first[len(label.text) :].strip(_AROUND_TITLE) if label else first
        own = behind if index - named == 1 else "" if behind else self.text[slice(*lines[index - 1])].strip()
        short = 0 < len(own.split()) <= _MOST_HEADING_WORDS and not ends_in_mark(own)
        return short and own[0].isupper() and self.text[slice(*lines[index])].lstrip()[:1].isupper()

    def _is_deliberate(self, line: Span) -> bool:
        """Whether a line ends well before the column at which the text is wrapped."""
        return line[1] - line[0] < _DELIBERATE * max(self.width, _LEAST_WIDTH)

    def _opens(self, before: Span, line: Span, label: Label) -> bool:
        """Whether a labelled line is a clause of its own and not the rest of a wrapped sentence."""
        if opens_initials(self.text, label):
            return False
        previous = self.text[slice(*trimmed(self.text, before))]
        last_word = previous[-20:].rpartition(" ")[2].casefold()
        if last_word in label_words().before_number:
            return False
        if self._may_be_amount(label, line):
            return self._continues(label, line)
        return bool(
            ends_in_mark(previous)
            or last_word in label_words().conjunctions
            or (self._is_deliberate(before) and label.readings[0].style not in label_words().uncertain)
            or self._continues(label, line)
        )

    def _may_be_amount(self, label: Label, line: Span) -> bool:
        """Whether a label may be a year, or an amount such as ``3.5 million`` or ``thirty / (30) days``."""
        if label.text[0] == "(" and label.readings[0].kind == "number" and label.readings[0].value[-1] > 1:
            return self._in_lower_case(label, line)
        if label.text[-1].isdecimal() and label.readings[0].kind == "levels":
            return self._in_lower_case(label, line)
        return label.doubtful and label.text[:-1].isdecimal() and label.text[-1] in ".)"

    def _in_lower_case(self, label: Label, line: Span) -> bool:
        return self.text[label.span[1] : line[1]].lstrip()[:1].islower()

    def _continues(self, label: Label, line: Span) -> bool:
        """Whether the label counts on exactly, before words that open a clause as those before it do."""
        if self._in_lower_case(label, line) and label.readings[0].style not in self._lower:
            return False
        return any(
            self._last.get(reading.style, ()) == (*reading.value[:-1], reading.value[-1] - 1)
            for reading in label.readings
        )


def stands_apart(text: str, paragraph: Sequence[Span], line: Span) -> bool:
    """Whether a line stands apart from the paragraph before it.

    It opens a closing, one of them is ``Annex B``, or what is before it is a title in capitals.
    """
    before, content = (text[slice(*each)] for each in (paragraph[-1], line))
    if names_scope(content) or label_words().closing.match(content.lstrip()):
        return ends_sentence(before.rstrip())
    if content.lstrip()[:1].islower():
        return False
    return (len(paragraph) == 1 and names_scope(before)) or _ends_capitals(text, paragraph, content)


def _ends_capitals(text: str, paragraph: Sequence[Span], content: str) -> bool:
    """Whether all lines before are in capitals throughout, as a title is, and this one is not."""
    lines = [text[slice(*span)].strip() for span in paragraph]
    return (
        all(line.isupper() for line in lines)
        and len(" ".join(lines).split()) > 1
        and not ends_in_mark(lines[-1])
        and any(map(str.islower, content))
    )
