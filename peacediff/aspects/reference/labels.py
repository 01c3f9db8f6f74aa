"""References by a kind and a label: ``Article 5``, ``points 5 to 7``, ``annex II``, ``resolution 2803 (2025)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from peacediff.aspects.cues import Hit
from peacediff.aspects.dates import dates
from peacediff.aspects.reading import Reading
from peacediff.aspects.reference.values import Reference
from peacediff.aspects.unit_words import unit_words

_ROMAN = re.compile(r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10}
_SPACE = re.compile(r"[ .°º#*_]{0,3}[(\[]?")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_LATIN = ("bis", "ter", "quater", "quinquies")
_LONGEST_PART = 4
"""``(viii)``"""
_ORDERED = ("phase", "stage")
_OTHER = frozenset({"of", "about", "joint", "itself", "instrument", "document", "dating"})


@attrs.frozen
class _Label:
    text: str
    end: int


def labelled(reading: Reading, found: Sequence[Hit]) -> Iterator[Reference]:
    """The references by kind and label; of a list each is one."""
    joints = _joints(reading, found)
    numbers = {hit.first: hit.end for hit in found if hit.cue.id == "number"}
    for hit in found:
        kind = hit.cue.id
        if kind in _OTHER and not _numbered(reading, hit):
            continue
        first = _label(reading, numbers.get(hit.end, hit.end), spelled=hit.cue.rank == 0)
        if first and not _is_counting(reading, first.end, several=True):
            yield Reference(hit.first, first.end, kind, first.text)
            yield from _further(reading, kind, first, joints, several=hit.cue.rank > 0)
        elif kind in _ORDERED:
            yield from _ordered(reading, hit)


def _joints(reading: Reading, found: Sequence[Hit]) -> Mapping[int, int]:
    """Where ``and`` and the like stand, also behind the date of a label: ``426 of 19 March 1978 and 1461``."""
    joints = {hit.first: hit.end for hit in found if hit.cue.id == "joint"}
    dated = {when.first: when.end for when in dates(reading)}
    ties = {hit.first: dated[hit.end] for hit in found if hit.cue.id == "of" and hit.end in dated}
    return joints | {first: joints[end] for first, end in ties.items() if end in joints}


def resolved(reading: Reading) -> Iterator[Reference]:
    """A number with its year in brackets is a resolution, wherever it stands in a list: ``1502 (2003)``."""
    for at, key in enumerate(reading.keys[:-1]):
        if key.isdigit() and _YEAR.fullmatch(reading.keys[at + 1]) and _is_bracketed(reading, at + 1):
            yield Reference(at, at + 2, "resolution", key)


def _is_bracketed(reading: Reading, at: int) -> bool:
    return reading.gap(at).strip() == "(" and _is_closed(reading, at)


def _numbered(reading: Reading, hit: Hit) -> bool:
    """A paper that has a number (``Agreement No. 5``, ``Protocol II``) is known by it."""
    return (
        hit.cue.id in {"instrument", "document"}
        and hit.end < len(reading.keys)
        and bool(_roman(reading.literal(hit.end)))
        and reading.gap(hit.end) == " "
    )


def _ordered(reading: Reading, hit: Hit) -> Iterator[Reference]:
    """``the second phase``."""
    value = reading.knowledge.numerals.ordinals.get(reading.keys[hit.first - 1]) if hit.first else None
    if value:
        yield Reference(hit.first - 1, hit.end, hit.cue.id, str(value))


def _further(
    reading: Reading, kind: str, last: _Label, joints: Mapping[int, int], *, several: bool
) -> Iterator[Reference]:
    """The labels that follow the first one: of ``several`` any list, else what ``and`` or ``or`` ties to one."""
    while True:
        joint = joints.get(last.end)
        listed = last.end < len(reading.keys) and reading.gap(last.end).strip(" ()") in {",", "-", "–"}
        if not joint and not (several and listed):
            return
        at = joint or last.end
        label = _label(reading, at, spelled=False, listed=True)
        if label is None or (not several and label.text[0].isdigit() != last.text[0].isdigit()):
            return
        if _is_counting(reading, label.end, several=several or kind == "resolution"):
            return
        yield Reference(at, label.end, kind, label.text)
        last = label


def _is_counting(reading: Reading, end: int, *, several: bool) -> bool:
    """Whether the number of a further label counts what follows: ``under article 5 and 30 vehicles``."""
    if end >= len(reading.keys) or reading.gap(end) != " ":
        return False
    key = reading.keys[end]
    if key in reading.knowledge.numerals.multipliers or key in unit_words(reading):
        return True
    return not several and reading.literal(end).islower() and key not in reading.knowledge.function_words


def _label(reading: Reading, at: int, *, spelled: bool, listed: bool = False) -> _Label | None:
    """The label at a word: digits, a Roman numeral, a letter, or (``spelled``) a number word."""
    if at >= len(reading.keys):
        return None
    gap, literal, key = reading.gap(at), reading.literal(at), reading.keys[at]
    gap = gap.lstrip("),-–") if listed else gap
    if not _SPACE.fullmatch(gap) or ("." in gap and not key[0].isdigit()):
        return None
    if _NUMBER.fullmatch(literal):
        return _with_parts(reading, _slashed(reading, _with_letter(reading, literal, at + 1)))
    is_letter = len(key) == 1 and key.isalpha() and (literal.isupper() or gap.endswith("("))
    if text := str(_roman(literal) or (key if is_letter else "")):
        return _with_parts(reading, _Label(text, at + 1))
    value = reading.knowledge.numerals.words.get(key) if spelled else None
    return None if value is None else _Label(str(value), at + 1)


def _with_letter(reading: Reading, literal: str, end: int) -> _Label:
    after = _after_letter(reading, end)
    return _Label(literal + "".join(reading.keys[end:after]), after)


def _after_letter(reading: Reading, end: int) -> int:
    """After a letter that is tied to digits (``11a``, ``2-d``), or a Latin ordinal (``12 bis``)."""
    if end < len(reading.keys) and reading.keys[end] in _LATIN and reading.gap(end) in {"", " "}:
        return end + 1
    tied = end < len(reading.keys) and reading.gap(end) in {"", "-"} and len(reading.keys[end]) == 1
    return end + 1 if tied and reading.keys[end].isalpha() else end


def _slashed(reading: Reading, label: _Label) -> _Label:
    """``resolution 61/133``."""
    at = label.end
    if at < len(reading.keys) and reading.gap(at) == "/" and reading.keys[at].isdigit():
        return _Label(f"{label.text}/{reading.keys[at]}", at + 1)
    return label


def _with_parts(reading: Reading, label: _Label) -> _Label:
    """With the parts in brackets behind it: ``8 (a)``; a year there (``2803 (2025)``) is taken and adds nothing."""
    at = label.end
    while (
        at < len(reading.keys) and reading.gap(at).strip() in {"(", ")(", ") ("} and _is_closed(reading, at)
    ):
        key = reading.keys[at]
        if not _YEAR.fullmatch(key) and len(key) > _LONGEST_PART:
            break
        label = _Label(label.text if _YEAR.fullmatch(key) else f"{label.text}.{key}", at + 1)
        at += 1
    return label


def _is_closed(reading: Reading, at: int) -> bool:
    end = reading.words[at].span[1]
    return reading.text[end : end + 1] == ")"


def _roman(literal: str) -> int:
    """The value of a Roman numeral up to 39, 0 where it is none."""
    if not literal or not _ROMAN.fullmatch(literal):
        return 0
    values = [_VALUES[letter] for letter in literal]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
