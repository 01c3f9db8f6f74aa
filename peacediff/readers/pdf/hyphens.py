"""Words broken at the end of a line: made whole where the whole word stands elsewhere in the draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from peacediff.readers.lexicon import label_words

SOFT = "\u00ad"
_SIGNS = "-\u2010" + SOFT
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_BROKEN = re.compile(rf"([^\W\d_]+(?:[-\u2010][^\W\d_]+)*)[{_SIGNS}]\Z")
_REST = re.compile(r"[^\W\d_]+")


@attrs.define
class Mender:
    """Joins lines; ``mended`` counts the words that it made whole.

    A soft hyphen goes. A hard one goes where the joined word stands elsewhere, and the hyphenated one does not; else
    it stays, with the rest of the word right behind it, as nothing tells ``cease-fire`` from ``demilitari-zation``.
    """

    known: frozenset[str]
    mended: int = 0

    @classmethod
    def of(cls, texts: Iterable[str]) -> Mender:
        """A mender that knows the words within the lines."""
        return cls(frozenset(word.casefold() for text in texts for word in _WORD.findall(text)))

    def joined(self, lines: Sequence[str]) -> list[str]:
        """The lines, the rest of a broken word drawn up to its beginning; a line may become empty."""
        whole = [lines[0]]
        for line in lines[1:]:
            broken, rest = _BROKEN.search(whole[-1]), _REST.match(line)
            if broken and rest and rest[0][0].islower() and rest[0] not in label_words().conjunctions:
                tail, _, after = line.partition(" ")
                whole[-1] = self._whole(whole[-1], broken[1], rest[0]) + tail
                line = after  # noqa: PLW2901 (what is left of it)
            whole.append(line)
        return whole

    def _whole(self, line: str, head: str, rest: str) -> str:
        joined, kept = (head + rest).casefold(), f"{head}-{rest}".casefold()
        if line[-1] == SOFT or (joined in self.known and kept not in self.known):
            self.mended += 1
            return line[:-1]
        return line
