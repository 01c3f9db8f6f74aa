"""Labels that open with a word: ``Article 3``, ``Option B:``, ``SECOND.``."""

from __future__ import annotations

import re

from peacediff.readers.labels import Label, Reading
from peacediff.readers.lexicon import label_words, number_in
from peacediff.readers.numerals import key_of, letter, worth

_KEYWORD_END = re.compile(r"[*_]*[ \t]*(?:[\r\n]|\Z|[-–—]\s)")
_BETWEEN = re.compile(r"[ \t]*[.]?[ \t]*[/|][ \t]*")
_OPTION_END = re.compile(r"(?P<mark>[.:)：．]|(?=[*_]*[ \t]*(?:[\r\n]|\Z|[-–—]\s)))")


def worded_label(text: str, at: int, end: int, *, heading: bool) -> Label | None:
    """A label that opens with a word."""
    return (
        _option_label(text, at, end)
        or keyword_label(text, at, end, heading=heading)
        or _word_label(text, at, end)
    )


def keyword_label(text: str, at: int, end: int, *, heading: bool) -> Label | None:
    """A label such as ``Article 3``; in a heading words may follow the number directly."""
    found = label_words().point.match(text, at, end)
    if not found or text[at].islower():
        return None
    stop = _behind_translations(text, found, end)
    word = text[at : found.start("number")].strip() if found.group("number") else ""
    doubtful = uncertain = word.casefold() in label_words().uncertain
    enclosed = not uncertain and not (word and text[at].isalpha())
    if stop < end and text[stop] in ".:)：．":
        stop += 1
    elif not (
        heading or _KEYWORD_END.match(text, stop, end) or (enclosed and text[stop : stop + 1].isspace())
    ):
        after = text[stop : stop + 2].strip()[:1]
        doubtful = after.isupper() or (uncertain and after.isalpha() and not after.islower())
        if not doubtful:
            return None
    key = key_of(number_in(found))
    value = worth(key) or (ord(key[0]),)
    style = word.casefold() if uncertain else text[at] if enclosed else label_words().family(word)
    return Label(text[at:stop], (at, stop), (Reading("keyword", style, value, key),), doubtful)


def _behind_translations(text: str, found: re.Match[str], end: int) -> int:
    """Where a label ends that may be said again in other languages: ``Article 1 / Стаття 1``."""
    stop = found.end()
    while gap := _BETWEEN.match(text, stop, end):
        again = label_words().point.match(text, gap.end(), end)
        if not again or key_of(number_in(again)) != key_of(number_in(found)):
            break
        stop = again.end()
    return stop


def _word_label(text: str, at: int, end: int) -> Label | None:
    """A number in words such as ``SECOND:``, ``SEGUNDO.`` or ``Segundo.-``, which may as well open a sentence."""
    found = label_words().numeral.match(text, at, end)
    if not found or text[at].islower() or (found["mark"] == "." and not found["number"].isupper()):
        return None
    reading = Reading("number", f"word{found['mark']}", worth(key := key_of(found["number"])), key)
    return Label(found.group(), found.span(), (reading,), doubtful=True)


def _option_label(text: str, at: int, end: int) -> Label | None:
    """A label such as ``Option 2:`` that opens one of several rival texts."""
    found = label_words().option.match(text, at, end)
    closed = found and _OPTION_END.match(text, found.end(), end)
    if not found or not closed or text[at].islower():
        return None
    printed, key = text[at : closed.end("mark")], key_of(number_in(found))
    word = text[at : found.start(found.lastgroup or 0)].strip().casefold()
    value = int(key) if key.isdecimal() else letter(key) or 1
    return Label(printed, (at, at + len(printed)), (Reading("option", word, (value,), f"option-{key}"),))
