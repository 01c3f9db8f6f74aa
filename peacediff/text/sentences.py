"""Sentences of official prose: nupunkt, corrected by lists of abbreviations where it is wrong on such text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import attrs

from peacediff import packaged
from peacediff.model import Span

_CLOSERS = r"[\"'”’»“)\]*_]{0,6}"
_BOUNDARY = re.compile(
    rf"(?:[.!?…]{_CLOSERS}(?=\s)|[؟۔।॥]{_CLOSERS}|[。！？]{_CLOSERS.replace('“', '')}(?!\s*\Z))\s*(?=\S)",
)
_OPENERS, _EMPHASIS = '([“"«‘', "*_"
_FIRST_WORD = re.compile(r"[\"'“‘«(\[*_]*(\w*)")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_AFTER_INITIAL = re.compile(r"[^\W\d_]\.\s*\Z")
_ENUMERATOR = re.compile(r"\d{1,3}|[^\W\d_]")
_NUMERAL = re.compile(r"\d|[IVXLC]+\b")
_WITHOUT_EMPHASIS = str.maketrans("*_", "  ")
_VOWEL = re.compile(r"[aeiouy]|[^\x00-\x7f]", re.IGNORECASE)
_LOOK, _LONG_INITIAL, _SHORTEST_PLAIN = 60, 2, 4


@attrs.frozen
class _Abbreviations:
    before_word: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    lettered: frozenset[str]
    after_ordinal: frozenset[str]
    units: frozenset[str]
    months: frozenset[str]
    openers: frozenset[str]


@cache
def _abbreviations() -> _Abbreviations:
    data = packaged.tables("lexicon/sentences.toml")
    return _Abbreviations(**{name: frozenset(words) for name, words in data.items()})


def sentences(text: str) -> list[Span]:
    """The spans of the sentences of ``text``, without white space around them; empty where it is blank.

    They cover all of the text but the white space between them. A semicolon never ends a sentence.
    """
    cuts = [0, *_cuts(text), len(text)]
    stripped = (_strip(text, start, end) for start, end in pairwise(cuts))
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

    return frozenset(offset for span in sent_spans(text.translate(_WITHOUT_EMPHASIS)) for offset in span)


def _verdict(text: str, found: re.Match[str]) -> bool | None:
    """Whether a sentence ends here, as far as the words beside it tell; None leaves it to nupunkt."""
    if found.group()[0] not in ".…":
        return not text[found.end()].islower()
    after = _FIRST_WORD.match(text, found.end(), found.end() + _LOOK)
    following = after.group(1) if after else ""
    if following[:1].islower():
        return False
    previous, word = _words_before(text, found.start())
    return _by_words(previous, word, following) if word else None


def _words_before(text: str, stop: int) -> tuple[str, str]:
    """The last two words before ``stop``, without marks that open them; the first is empty behind such a mark."""
    chunks = text[max(0, stop - _LOOK) : stop].rsplit(maxsplit=2)
    if not chunks or text[stop - 1].isspace():
        return "", ""
    opening = 1 + max(map(chunks[-1].rfind, _OPENERS))
    previous = chunks[-2] if len(chunks) > 1 and not chunks[-1][:opening].strip(_OPENERS + _EMPHASIS) else ""
    return previous, chunks[-1][opening:].lstrip(_EMPHASIS)


def _by_words(previous: str, word: str, following: str) -> bool | None:
    known, folded, after = _abbreviations(), word.casefold(), following.casefold()
    if _is_enumerator(previous, word) or (word.isdecimal() and after in known.after_ordinal):
        return False
    if previous.casefold() in known.lettered and word.isupper():
        return True
    if previous[-1:].isdecimal() and folded in known.units:
        return not following[:1].isdecimal()
    if folded in known.before_word or (folded in known.before_number and _NUMERAL.match(following)):
        return False
    if folded in known.may_end or folded in known.months or _is_initial(previous, word):
        return after in known.openers
    return True if after in known.openers or _is_plain(word) else None


def _is_plain(word: str) -> bool:
    """Whether a word looks like one that is written out; abbreviations that do are listed, and have been asked for.

    Nupunkt takes some such words for abbreviations, "south" and "month" among them.
    """
    return len(word) >= _SHORTEST_PLAIN and word.isalpha() and _VOWEL.search(word) is not None


def _is_enumerator(previous: str, word: str) -> bool:
    """Whether a word numbers what follows, as in ``two duties: 1. The``, and not the paragraph named before it."""
    listed = previous[-1:] in {*":;.,"} and previous[:-1].casefold() not in _abbreviations().before_number
    return listed and bool(_ENUMERATOR.fullmatch(word))


def _is_initial(previous: str, word: str) -> bool:
    """Whether a word is an initial, alone as in ``J.`` or behind another (``M. Yu.``)."""
    if word[0].islower():
        return False
    return bool(_INITIAL.fullmatch(word) or (len(word) <= _LONG_INITIAL and _AFTER_INITIAL.search(previous)))


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
