"""Reading the label that opens a point: ``21.``, ``(b)``, ``iv)``, ``–``, ``Article 3``."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import numeric

import attrs

from peacediff.model import Span
from peacediff.readers.labels import Label, Reading
from peacediff.readers.lexicon import INSERTED, label_words
from peacediff.readers.lines import INVISIBLE
from peacediff.readers.numerals import HAN, key_of, letter, roman, worth
from peacediff.readers.statements import is_bare_remark
from peacediff.readers.worded import keyword_label, worded_label

QUOTES = "\"“”„‟«»‘‚'"
"""Signs before a label that is quoted with its text."""
_DIGITS = r"\d{1,3}"
_HAN = rf"[{HAN}]{{1,3}}"
_TOKEN = rf"(?:{_DIGITS}(?:{INSERTED}|[a-h])?|{_HAN}|[^\W\d_]|[a-z]{{2}}|[ivxl]{{1,7}}|[IVXL]{{1,7}})"
_APART = r"(?![^\W\u3400-\u9fff])"  # no letter follows; Han text is written without spaces
_SHAPES = re.compile(
    rf"""
      (?P<levels>{_DIGITS}(?:\.{_DIGITS}){{1,5}})(?P<close_levels>[.)]?)(?=[*_]*(?:\s|\Z))
    | [(（](?P<inside>{_TOKEN})\.?[)）]{_APART}
    | (?P<before>{_TOKEN})(?:\s|\.)?\\?[)）]{_APART}
    | (?P<range>(?P<from>{_DIGITS})\s?[-–]\s?(?P<to>{_DIGITS}))(?:[.):](?=[*_]*(?:\s|\Z))|(?=\s*[\[(]))
    | (?P<ordinal>{_DIGITS})\.?[ºª°][.)]?(?=\s+[^\W\d_](?:\w|\s[^\W\d_])|\s*\Z|[-–—]\s)
    | (?P<dotted>{_TOKEN}|{_DIGITS}\s[a-h](?=\.\s[^\W\d_a-z]))\\?\.(?:-(?=\s)|[–—](?=\s|[^\W\d_])|(?=[*_]*(?:\s|\Z)))
    | (?P<full>{_DIGITS}|{_HAN})(?P<mark>[．、。]|\)(?=[^\W\d_a-zа-яёіїєґ])|\.(?=[(（]|[^\W\d_a-zа-яёіїєґ]))
    | (?P<keycaps>(?:\d\ufe0f?\u20e3){{1,3}}|🔟)
    | (?P<circled>[①-⒇⓪⓵-⓾❶-❿㉑-㉟])[.)]?(?=[*_]*(?:\s|\Z|[^\W\d]))
    | (?P<long>\d{{4,7}})[.)](?=[*_]*(?:\s|\Z))
    | (?P<slashed>{_DIGITS}|[a-h])/(?=\s+[^\W\d_])
    | (?P<coloned>{_DIGITS})[:：](?=[*_]*\s+[*_"“„«\[(]{{0,3}}[^\W\d_])
    | (?P<dashed>{_DIGITS})\s?(?P<dash>[-–—])(?=\s(?!\d)|\Z)
    | (?P<parted>[^\W\d_]|[IVXL]{{1,7}})\s?[-–—](?=\s+[^\W\d_])
    | (?P<spaced>{_DIGITS})\s\.(?=\s+[^\W\d_])
    """,
    re.VERBOSE,
)
_TOKENS = (
    "inside",
    "before",
    "ordinal",
    "dotted",
    "full",
    "long",
    "slashed",
    "coloned",
    "dashed",
    "parted",
    "spaced",
)
_DOUBTFUL = ("long", "coloned", "parted", "spaced")
"""What may as well be a year, an amount, a word of one letter before a dash, or the end of a sentence."""
_LONGEST, _TEN = 80, 10
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_OPENING = re.compile(rf"(?:(?:[*_]{{1,3}}|~~)(?=\S))?(?P<sign>[\[{QUOTES}](?=\S))?")


def label_at(text: str, span: Span, *, heading: bool = False) -> Label | None:
    """The label at the start of ``span``, or None; in a heading words may follow a keyword's number directly."""
    start, end = span
    opening = _OPENING.match(text, start, end)
    at = opening.end() if opening else start
    limit = min(end, at + _LONGEST)
    if _INVISIBLE.search(text, start, limit):
        return _among_invisible(text, (start, limit), heading=heading)
    named = text[at : at + 1] in label_words().openers
    signed = (worded_label(text, at, limit, heading=heading) if named else None) or _sign_label(
        text, at, limit
    )
    if signed and opening and opening["sign"]:
        return attrs.evolve(signed, text=f"{opening['sign']}{signed.text}", span=(at - 1, signed.span[1]))
    return signed or _bullet_label(text, start, end)


def _among_invisible(text: str, span: Span, *, heading: bool) -> Label | None:
    """The label at the start of ``span`` among signs that are not seen, such as a mark of direction behind a number."""
    places = [at for at in range(*span) if not _INVISIBLE.match(text[at])]
    seen = "".join(text[at] for at in places)
    label = label_at(seen, (0, len(seen)), heading=heading)
    if label is None:
        return None
    start, end = places[label.span[0]], places[label.span[1] - 1] + 1
    while end < span[1] and _INVISIBLE.match(text[end]):
        end += 1
    return attrs.evolve(label, text=text[start:end], span=(start, end))


def marker_label(text: str, span: Span, ordinal: int | None) -> Label:
    """The label of a list item whose format states the marker.

    ``ordinal``, where stated, replaces a number that only repeats, and tells whether ``i`` is a number or a letter.
    """
    printed = text[slice(*span)]
    if printed[:-1].isdecimal() and not printed[-1].isalnum():
        value = int(printed[:-1]) if ordinal is None else ordinal
        return Label(printed, span, (Reading("number", f"1{printed[-1]}", (value,), str(value)),))
    known = keyword_label(text, *span, heading=True) or _sign_label(text, *span)
    if known is None or known.span != span:
        return Label(printed, span, (_bullet(printed) if ordinal is None else _stated(printed, ordinal),))
    return known if ordinal is None else attrs.evolve(known, readings=_with_ordinal(known.readings, ordinal))


def _with_ordinal(readings: tuple[Reading, ...], ordinal: int) -> tuple[Reading, ...]:
    """The readings that agree with a stated ordinal, or all where none does."""
    return tuple(reading for reading in readings if reading.value[-1] == ordinal) or readings


def _stated(printed: str, ordinal: int) -> Reading:
    """A label that only its format understands, such as ``First``: the ordinal stands for it."""
    return Reading(
        "number", f"stated {printed[-1:] if not printed[-1:].isalnum() else ''}", (ordinal,), str(ordinal)
    )


def _sign_label(text: str, at: int, end: int) -> Label | None:
    found = _SHAPES.match(text, at, end)
    if not found or _is_abbreviation(found) or _is_amount(found, end):
        return None
    printed = found.group()
    if levels := found["levels"]:
        readings: tuple[Reading, ...] = (_levels(levels, closed=printed != levels),)
    elif found["range"]:
        readings = _range(int(found["from"]), int(found["to"]))
    elif sign := found["keycaps"] or found["circled"]:
        readings = (_signed(sign, "keycap" if found["keycaps"] else "circled"),)
    else:
        token = next(value for name in _TOKENS if (value := found[name]))
        readings = _readings(token, _frame(found))
    return (
        Label(printed, found.span(), readings, doubtful=any(map(found.group, _DOUBTFUL)))
        if readings
        else None
    )


def _is_amount(found: re.Match[str], end: int) -> bool:
    """Whether two numbers without a mark are no label, which they are only before a word such as ``(deleted)``."""
    rest = found.string[found.end() : end].partition("\n")[0]
    return found.group() == found["range"] and not is_bare_remark(rest)


def _range(first: int, last: int) -> tuple[Reading, ...]:
    """Several numbers of one text, such as ``4-6. [deleted]``; it counts on as the last of them does."""
    key = f"{first}-{last}"
    return (Reading("number", "1.", (last,), key, first),) if first < last else ()


def _signed(sign: str, style: str) -> Reading:
    """A number in one sign, such as ``①``, or in keycaps, a digit each."""
    decimals = "".join(filter(str.isdecimal, sign))
    value = int(decimals) if decimals else int(numeric(sign, _TEN))
    return Reading("number", style, (value,), str(value))


def _is_abbreviation(found: re.Match[str]) -> bool:
    """Whether a number follows what only looks like a letter, as in ``p. 4``."""
    rest = found.string[found.end() : found.end() + 3].lstrip()
    return rest[:1].isdecimal() and found.group().casefold() in label_words().before_number


def _frame(found: re.Match[str]) -> str:
    """What stands around a number, one form for all that look alike."""
    if found["inside"]:
        return "({})"
    if found["ordinal"]:
        return "{}º"
    last = found.group()[-1]
    return "{}" + _bullet_families().get(last, {"）": ")", "．": "."}.get(last, last))


def _bullet_label(text: str, at: int, end: int) -> Label | None:
    found = None if text[at : at + 1].isalnum() else label_words().bullet.match(text, at, end)
    if not found or (found.end() < end and not text[found.end()].isspace()):
        return None
    return Label(found.group(), found.span(), (_bullet(found["sign"]),))


@cache
def _bullet_families() -> dict[str, str]:
    return {sign: family[0] for family in label_words().bullets for sign in family}


def _bullet(sign: str) -> Reading:
    return Reading("bullet", _bullet_families().get(sign, sign), (0,), "")


def _levels(token: str, *, closed: bool) -> Reading:
    """An amount such as ``3.5`` has the same form, so a mark behind the numbers is part of the style."""
    values = tuple(int(part) for part in token.split("."))
    return Reading("levels", f"levels {len(values)}" + "." * closed, values, ".".join(map(str, values)))


def _readings(token: str, frame: str) -> tuple[Reading, ...]:
    """A number has one reading; ``i`` is a roman number first and a letter second."""
    if token[0].isdecimal() or token[0] in HAN:
        style = frame.format("1" if token[0].isdecimal() else HAN[0])
        key = key_of(token)
        return (Reading("number", style, worth(key), key),)
    key, case = token.casefold(), "A" if token[0].isupper() else "a"
    readings = []
    if value := roman(key):
        readings.append(Reading("roman", frame.format("I" if case == "A" else "i"), (value,), key))
    if place := letter(key):
        readings.append(Reading("letter", frame.format(case), (place,), key))
    return tuple(readings)
