"""Sentences of official prose: nupunkt, corrected by lists of abbreviations where it is wrong on such text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import attrs

from peacediff.model import Span

_CLOSERS = r"[\"'”’»“)\]*_]{0,6}"
_BOUNDARY = re.compile(
    rf"(?:[.!?…]{_CLOSERS}(?=\s)|[؟۔।॥]{_CLOSERS}|[。！？]{_CLOSERS.replace('“', '')}(?!\s*\Z))\s*(?=\S)",
)
_WORD_BEFORE = re.compile(r"[^\s(\[“\"«]+\Z")
_FIRST_WORD = re.compile(r"[\"'“‘«(\[*_]*(\w*)")
_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.)?[^\W\d_]")
_LOOK = 60


@attrs.frozen
class _Abbreviations:
    before_word: frozenset[str]
    may_end: frozenset[str]
    units: frozenset[str]
    months: frozenset[str]
    openers: frozenset[str]


@cache
def _abbreviations() -> _Abbreviations:
    data = tomllib.loads((files("peacediff") / "data" / "lexicon" / "sentences.toml").read_text("utf-8"))
    return _Abbreviations(**{name: frozenset(words) for name, words in data.items()})


def sentences(text: str) -> list[Span]:
    """The spans of the sentences of ``text``, without white space around them; empty where it is blank.

    They cover all of the text but the white space between them. A semicolon never ends a sentence.
    """
    cuts = [0, *_cuts(text), len(text)]
    stripped = (_strip(text, start, end) for start, end in zip(cuts, cuts[1:], strict=False))
    return [span for span in stripped if span[0] < span[1]]


def _cuts(text: str) -> Iterator[int]:
    """The offsets at which a new sentence opens."""
    doubtful: frozenset[int] | None = None
    for found in _BOUNDARY.finditer(text):
        certain = _verdict(text, found)
        if certain is None:
            doubtful = _nupunkt_cuts(text) if doubtful is None else doubtful
            certain = any(at in doubtful for at in range(found.start(), found.end() + 1))
        if certain:
            yield found.end()


def _nupunkt_cuts(text: str) -> frozenset[int]:
    from nupunkt import sent_spans

    return frozenset(start for start, _ in sent_spans(text)) | frozenset(end for _, end in sent_spans(text))


def _verdict(text: str, found: re.Match[str]) -> bool | None:
    """Whether a sentence ends here, as far as the words beside it tell; None leaves it to nupunkt."""
    mark = found.group()[0]
    if mark not in ".…":
        return not text[found.end()].islower()
    before = _WORD_BEFORE.search(text, max(0, found.start() - _LOOK), found.start())
    after = _FIRST_WORD.match(text, found.end(), found.end() + _LOOK)
    return _by_words(before.group() if before else "", after.group(1) if after else "")


def _by_words(before: str, after: str) -> bool | None:
    known, word = _abbreviations(), before.casefold()
    if after[:1].islower() or (word in known.before_word and after):
        return False
    opens = after.casefold() in known.openers
    if word in known.may_end or _INITIAL.fullmatch(before):
        return opens
    if word in known.months:
        return not after[:1].isdigit() and opens
    if word in known.units:
        return not after[:1].isdigit()
    return True if opens else None


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
