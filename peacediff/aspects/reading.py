"""A text read once for all aspects: its words with their places, in one spelling, and the names among them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property

import attrs

from peacediff.knowledge import Entry, Knowledge
from peacediff.knowledge.folding import Keys
from peacediff.model import Span
from peacediff.text.stems import stems
from peacediff.text.words import Word, words

_ENDING = (";", ".", "!", "?", "\n", "؛", "。")
_PARTING = (*_ENDING, ",", ":", " – ", "—", " - ", "،", "，")

_PLAIN = ("", " ")
_WHITE = re.compile(r"\s+")
_JOINING = ("-", "‐", "‑")
_SHORT = 3
"""Letters of an abbreviation that may be a common word where it is written small."""

Answers = Mapping[str, Collection[str]]
"""By the id of a point: the ids of the points of the other draft that it is linked with."""


@attrs.frozen
class Mention:
    """A name of the gazetteer in a text; of several entries where it is ambiguous alone.

    ``first`` and ``end`` are indices of words, ``end`` after the last one.
    """

    entries: tuple[Entry, ...]
    first: int
    end: int


@attrs.frozen(slots=False)
class Reading:
    """The words of one side of a change; its text tells it apart.

    ``text`` is `Change.before` or `Change.after`, and spans count in it.
    """

    text: str
    words: tuple[Word, ...] = attrs.field(eq=False)
    keys: Keys = attrs.field(eq=False)
    """One for each word, in one spelling."""
    knowledge: Knowledge
    language: str = ""
    answers: Answers = attrs.field(factory=dict, eq=False)

    @classmethod
    def of(
        cls, text: str, knowledge: Knowledge, language: str = "", answers: Answers | None = None
    ) -> Reading:
        """Read a text; ``language`` is a BCP 47 tag, empty for English.

        ``answers`` gives for the id of a point of this draft the ids of the points that answer it in the other one.
        """
        found = words(text)
        keys = knowledge.spell_words(tuple([word.key for word in found]))
        return cls(text, found, keys, knowledge, language, answers or {})

    def span(self, first: int, end: int) -> Span:
        """The place of the words from index ``first`` up to, not including, ``end``."""
        return self.words[first].span[0], self.words[end - 1].span[1]

    def quote(self, first: int, end: int) -> str:
        """The words as they stand in the text."""
        return self.text[slice(*self.span(first, end))]

    def whole(self, at: int) -> int:
        """The index after the last word that a hyphen joins to a word."""
        while (
            at + 1 < len(self.words)
            and self.text[self.words[at].span[1] : self.words[at + 1].span[0]] in _JOINING
        ):
            at += 1
        return at + 1

    def gap(self, at: int) -> str:
        """The marks before the word at an index, from the end of the word before it; any white space as one space."""
        return self._gaps[at]

    def literal(self, at: int) -> str:
        """The word at an index as it stands."""
        return self.text[slice(*self.words[at].span)]

    def is_capital(self, at: int) -> bool:
        """Whether a word begins with a capital, or is of a script that has none."""
        return self._capitals[at]

    def is_name(self, first: int, end: int) -> bool:
        """Whether words are written as a name: one with a capital; one of a few letters with capitals only (``US``)."""
        if end - first == 1 and len(self.keys[first]) <= _SHORT:
            return self.quote(first, end) == self.quote(first, end).upper()
        return any(map(self.is_capital, range(first, end)))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """One for each word."""
        return tuple(stems(self.keys, self.language))

    @cached_property
    def parted(self) -> tuple[bool, ...]:
        """For each word, whether a mark (comma, full stop, dash, new line) parts it from the next one."""
        return tuple([gap != " " and any(mark in gap for mark in _PARTING) for gap in self._gaps[1:]])

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """The index of the first word after each mark, and of the first word."""
        return (0, *(at for at, mark in enumerate(self.parted[:-1], 1) if mark))

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """The index of the first word of each sentence or list clause."""
        return (
            0,
            *(
                at
                for at, gap in enumerate(self._gaps)
                if 0 < at < len(self.words) and gap != " " and any(mark in gap for mark in _ENDING)
            ),
        )

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """The indices of the words with a capital, or of a script that has none."""
        return tuple([at for at, is_one in enumerate(self._capitals) if is_one])

    @cached_property
    def _capitals(self) -> tuple[bool, ...]:
        firsts = [self.text[word.span[0]] for word in self.words]
        return tuple([first != first.lower() or first == first.upper() for first in firsts])

    @cached_property
    def _gaps(self) -> tuple[str, ...]:
        """What stands before each word and after the last one."""
        if not self.words:
            return ()
        ends = [0, *(word.span[1] for word in self.words)]
        starts = (word.span[0] for word in self.words)
        gaps = [self.text[end:start] for end, start in zip(ends, starts, strict=False)]
        return (*(gap if gap in _PLAIN else _WHITE.sub(" ", gap) for gap in gaps), self.text[ends[-1] :])

    @cached_property
    def content(self) -> tuple[int, ...]:
        """The indices of the words that are no function words."""
        ties = self.knowledge.function_words
        return tuple(at for at, key in enumerate(self.keys) if key not in ties)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The names of places and parties, leftmost first, then longest; none overlap."""
        return tuple(_mentions(self))


def _mentions(reading: Reading) -> Iterator[Mention]:
    known, keys, end = _names(reading.knowledge), reading.keys, 0
    for at, key in enumerate(keys):
        if key in known and at >= end:
            name = next((n for n in known[key] if keys[at : at + len(n)] == n), None)
            if name and reading.is_name(at, at + len(name)):
                end = at + len(name)
                yield Mention(reading.knowledge.names[name], at, end)


@cache
def _names(knowledge: Knowledge) -> Mapping[str, Sequence[Keys]]:
    """The forms of all names by their first word, the longest first."""
    by_start: dict[str, list[Keys]] = {}
    for form in knowledge.names:
        by_start.setdefault(form[0], []).append(form)
    return {start: sorted(forms, key=lambda form: (-len(form), form)) for start, forms in by_start.items()}
