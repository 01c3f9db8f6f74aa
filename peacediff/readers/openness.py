"""Text that the parties have left open: square brackets and rival options."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import attrs

from peacediff.model import Span
from peacediff.readers.lexicon import label_words
from peacediff.readers.statements import is_bare_remark, is_remark, remark_words

_BRACKET = re.compile(r"[\[\]]")
_LONGEST, _LONGEST_INSERTION = 4000, 80
_NOTE = re.compile(r"[a-z]|[^\W\d_]+\s\d{1,3}")
_NO_WORDS = re.compile(r"[\s.…xX✓✔^*-]*\Z|\^")


@attrs.frozen
class OpenText:
    """The bracketed stretches of a text, sorted and apart from each other."""

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> OpenText:
        """The stretches of ``text`` between square brackets, without insertions, citations and links."""
        spans: list[Span] = []
        for start, end in sorted(_open_brackets(text)):
            if spans and start < spans[-1][1]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], end))
            else:
                spans.append((start, end))
        return cls(tuple(spans))

    def touches(self, span: Span) -> bool:
        """Whether a bracketed stretch and ``span`` overlap."""
        after = bisect_left(self.spans, (span[1], 0))
        return after > 0 and self.spans[after - 1][1] > span[0]


def is_rival(text: str) -> bool:
    """Whether a text opens as one of several options: ``Option proposed by Korr, not agreed: …``."""
    found = label_words().rival.match(text)
    return found is not None and not text[0].islower()


def _open_brackets(text: str) -> Iterator[Span]:
    waiting: list[int] = []
    for found in _BRACKET.finditer(text):
        if found.group() == "[":
            waiting.append(found.start())
        elif waiting:
            span = (waiting.pop(), found.end())
            if span[1] - span[0] <= _LONGEST and not _is_insertion(text, span):
                yield span


def _is_insertion(text: str, span: Span) -> bool:
    """Whether brackets hold no open text: a letter changed in a quotation, a citation, a link, an editor's word."""
    start, end = span
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalpha() or after.isalpha() or after in {"(", ":"}:
        return True
    if end - start > _LONGEST_INSERTION:
        return False
    inside = text[start + 1 : end - 1].strip()
    if inside.isdecimal():
        return before not in {"", " ", "[", "]"} or not text[end : end + 2].lstrip("] ").isalnum()
    if before and before in '.,;:!?…)”’»"' and _NOTE.fullmatch(inside):
        return True
    word = inside.partition(":")[0].strip(" .*_").casefold()
    said = word in remark_words().insertions or is_remark(inside) or is_bare_remark(inside)
    return said or bool(_NO_WORDS.match(inside))
