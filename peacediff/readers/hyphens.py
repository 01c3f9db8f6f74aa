"""Words broken at the end of a line: made whole where the whole word stands elsewhere in the draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from peacediff.model import Span
from peacediff.readers.lexicon import label_words

SOFT = "\u00ad"
_SIGNS = "-\u2010" + SOFT
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_BROKEN = re.compile(rf"([^\W\d_]+(?:[-\u2010][^\W\d_]+)*)[{_SIGNS}]\Z")
_BREAK = re.compile(rf"[{_SIGNS}][ \t]*(?:\r\n|\n|\r)[ \t]*")
_LONGEST = 40
_REST = re.compile(r"[^\W\d_]+")


@attrs.frozen
class KnownWords:
    """The words of a draft, case folded, by which a broken one is told."""

    words: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> KnownWords:
        """The words within texts."""
        return cls(frozenset(word.casefold() for text in texts for word in _WORD.findall(text)))

    def are_one(self, head: str, sign: str, rest: str) -> bool:
        """Whether the parts around a hyphen at a line end are one word.

        A soft hyphen says so. A hard one does where the joined word stands elsewhere, and the hyphenated one does not;
        else it stays, as nothing tells ``cease-fire`` from ``demilitari-zation``.
        """
        joined, kept = (head + rest).casefold(), f"{head}-{rest}".casefold()
        return sign == SOFT or (joined in self.words and kept not in self.words)


def may_be_rest(word: str) -> bool:
    """Whether a word may be the rest of one that was broken before it."""
    return word[0].islower() and word not in label_words().conjunctions


def broken_words(text: str) -> Iterator[Span]:
    """Where a hyphen and a line break stand within one word of a text."""
    known: KnownWords | None = None
    for found in _BREAK.finditer(text):
        head = _BROKEN.search(text[max(0, found.start() - _LONGEST) : found.start() + 1])
        rest = _REST.match(text, found.end(), found.end() + _LONGEST)
        if head and rest and may_be_rest(rest[0]):
            known = known or KnownWords.of([text])
            if known.are_one(head[1], found[0][0], rest[0]):
                yield found.span()


@attrs.define
class Mender:
    """Joins lines; ``mended`` counts the words that it made whole. A hyphen that stays has the rest right behind it."""

    known: KnownWords
    mended: int = 0

    @classmethod
    def of(cls, texts: Iterable[str]) -> Mender:
        """A mender that knows the words within the lines."""
        return cls(KnownWords.of(texts))

    def joined(self, lines: Sequence[str]) -> list[str]:
        """The lines, the rest of a broken word drawn up to its beginning; a line may become empty."""
        whole = [lines[0]]
        for line in lines[1:]:
            broken, rest = _BROKEN.search(whole[-1]), _REST.match(line)
            if broken and rest and may_be_rest(rest[0]):
                tail, _, after = line.partition(" ")
                whole[-1] = self._whole(whole[-1], broken[1], rest[0]) + tail
                line = after  # noqa: PLW2901 (what is left of it)
            whole.append(line)
        return whole

    def _whole(self, line: str, head: str, rest: str) -> str:
        if self.known.are_one(head, line[-1], rest):
            self.mended += 1
            return line[:-1]
        return line
