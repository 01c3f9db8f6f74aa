"""The dates of a text: ``19 November 2025``, ``Nov. 19th``, ``2025-11-19``, ``the end of 2026``, ``in May``."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

import attrs

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.narrowed import narrowed
from peacediff.aspects.reading import Reading
from peacediff.aspects.unit_words import before_units, unit_words

_YEAR = re.compile(r"(?:1[6-9]|20|21)\d\d")
_NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_LEAP = 2000
_DAYS, _MONTHS = 31, 12
_TENS = (20, 30)
_DASHES = frozenset({"-", "‑", "–", "—"})


@attrs.frozen
class Date:
    """A time of the calendar from its first day to its last one, both as ordinals of the proleptic calendar.

    A date without a year (``dated`` is False) stands in one leap year, so that two such can be told apart. The
    ``season`` before a year has no days of its own: it is another one across the equator.
    """

    first: int
    end: int
    start: int
    stop: int
    dated: bool = True
    season: str = ""


@attrs.frozen
class _Parts:
    """A date in parts as far as they are written, with the index after its last word."""

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: int | None = None
    """The last day of a range within one month: ``13-14 October 2015``."""


@lru_cache(maxsize=8)
def dates(reading: Reading) -> tuple[Date, ...]:
    """All dates in order; a lone number is a year only where its neighbours say so."""
    return tuple(_dates(reading)) if _may_hold_any(reading) else ()


def _may_hold_any(reading: Reading) -> bool:
    months = reading.knowledge.calendar.months
    return any(key[0].isdigit() or key in months for key in reading.keys)


def _dates(reading: Reading) -> Iterator[Date]:
    ended = {hit.end: hit for hit in hits("deadline", reading)}
    end, months, numerals = 0, reading.knowledge.calendar.months, reading.knowledge.numerals
    for at, key in enumerate(reading.keys):
        may_be = at >= end and (
            key[0].isdigit() or key in months or key in numerals.ordinals or key in numerals.words
        )
        parts = _at(reading, at, ended) if may_be else None
        if parts and (found := _date(at, parts, ended)):
            yield found
            end = parts.end


def _at(reading: Reading, at: int, ended: Mapping[int, Hit]) -> _Parts | None:
    key = reading.keys[at]
    if key[0].isdigit():
        return _numeric(reading, at) or _day_first(reading, at) or _year_alone(reading, at, ended)
    if key in reading.knowledge.calendar.months:
        return _month_first(reading, at, ended)
    return _ordinal_first(reading, at)


def _numeric(reading: Reading, at: int) -> _Parts | None:
    """``2025-11-19``, ``19.11.2025``, ``19/11/2025``; the order of day and month is day first unless it cannot be."""
    if match := _NUMERIC.fullmatch(reading.literal(at)):
        return _day_month(at + 1, int(match[3]), int(match[1]), int(match[2]))
    three = reading.keys[at : at + 3]
    if len(three) < 3 or not all(key.isdigit() for key in three):  # noqa: PLR2004
        return None
    marks = {reading.gap(at + 1), reading.gap(at + 2)}
    one, two, three_ = map(int, three)
    if marks == {"-"} and _YEAR.fullmatch(three[0]) and two <= _MONTHS and three_ <= _DAYS:
        return _Parts(at + 3, one, two, three_)
    if marks in ({"/"}, {"-"}) and _YEAR.fullmatch(three[2]):
        return _day_month(at + 3, three_, one, two)
    return None


def _day_month(end: int, year: int, day: int, month: int) -> _Parts | None:
    if month > _MONTHS:
        day, month = month, day
    return _Parts(end, year, month, day) if 0 < month <= _MONTHS and 0 < day <= _DAYS else None


def _day_first(reading: Reading, at: int) -> _Parts | None:
    """``19 November 2025``, ``the 19th of November``; ``13-14 March 2026`` and ``1 to 15 March`` are one."""
    day, end = _day(reading, at)
    if day is None:
        return None
    if last := _range_end(reading, end):
        return attrs.evolve(last, day=day, last=last.day)
    end += end < len(reading.keys) and reading.keys[end] in reading.knowledge.numerals.partitives
    month = _month(reading, end)
    return _with_year(reading, _Parts(end + 1, None, month, day)) if month else None


def _ordinal_first(reading: Reading, at: int) -> _Parts | None:
    """``the nineteenth of November``: a day in words needs the small word behind it."""
    day, end = _day(reading, at)
    is_tied = day is not None and {*reading.keys[end : end + 1]} & {*reading.knowledge.numerals.partitives}
    return _day_first(reading, at) if is_tied else None


def _range_end(reading: Reading, end: int) -> _Parts | None:
    """The date that a dash or a word joins to a day."""
    if end < len(reading.keys) and reading.gap(end).strip() in _DASHES:
        return _day_last(reading, end)
    return _day_last(reading, end + 1) if end + 1 < len(reading.keys) and reading.gap(end) == " " else None


def _day_last(reading: Reading, at: int) -> _Parts | None:
    day, end = _day(reading, at)
    month = _month(reading, end) if day else 0
    return _with_year(reading, _Parts(end + 1, None, month, day)) if month else None


def _day(reading: Reading, at: int) -> tuple[int | None, int]:
    """The day of a month in digits, or as a place in an order, and the index after it."""
    numerals = reading.knowledge.numerals
    tens, last = ((*reading.keys[at : at + 2], "", ""))[:2]
    if tens in numerals.ordinals:
        return numerals.ordinals[tens], at + 1
    if numerals.words.get(tens) in _TENS and numerals.ordinals.get(last, _DAYS) < _TENS[0] // 2:
        return numerals.words[tens] + numerals.ordinals[last], at + 2
    if at >= len(reading.keys) or not reading.keys[at].isdigit() or not 0 < int(reading.keys[at]) <= _DAYS:
        return None, at
    after = reading.keys[at + 1 : at + 2]
    ordinal = bool(after) and after[0] in reading.knowledge.numerals.ordinal_endings
    return int(reading.keys[at]), at + 1 + ordinal


def _month(reading: Reading, at: int) -> int:
    """The month named at a word, 0 for none; one that is another word as well needs its capital."""
    if at >= len(reading.keys) or reading.gap(at).strip(" -,."):
        return 0
    calendar, key = reading.knowledge.calendar, reading.keys[at]
    is_other = key in calendar.verbal and not reading.literal(at)[0].isupper()
    return 0 if is_other else calendar.months.get(key, 0)


def _month_first(reading: Reading, at: int, ended: Mapping[int, Hit]) -> _Parts | None:
    """``November 19, 2025``, ``November 2025``, ``in November``."""
    month = reading.knowledge.calendar.months[reading.keys[at]]
    day, end = _day(reading, at + 1)
    if day and reading.gap(at + 1).strip() in {"", "."} and not _is_counting(reading, end):
        last, after = _day(reading, end)
        ranged = last is not None and reading.gap(end).strip() in _DASHES
        return _with_year(
            reading, _Parts(after if ranged else end, None, month, day, last if ranged else None)
        )
    if reading.keys[at] in reading.knowledge.calendar.verbal and not reading.literal(at)[0].isupper():
        return None
    dated = _with_year(reading, _Parts(at + 1, None, month))
    if dated.year or reading.keys[at] not in reading.knowledge.calendar.verbal:
        return dated if dated.year or reading.literal(at)[0].isupper() else None
    timed = at in ended and ended[at].cue.id in _TIMED
    return dated if timed and reading.literal(at)[0].isupper() else None


_SEASON = "season-"
_NAMING = ("at", "since", "determiner")
"""What stands before a year that names what follows: ``the 2015 elections``."""
_COUNTS_BELOW, _ROUND = 1900, 50
"""``1700 vehicles`` and ``2000 troops`` are counted, ``2012 elections`` are dated."""
_TIMED = ("at", "by", "until", "from", "since", "before", "after", "part-start", "part-middle", "part-end")


def _is_counting(reading: Reading, end: int) -> bool:
    """Whether what looks like a day counts what follows: ``in May 20 vehicles``."""
    if end >= len(reading.keys) or reading.gap(end) != " " or _YEAR.fullmatch(reading.keys[end]):
        return False
    return reading.literal(end).islower() and reading.keys[end] not in reading.knowledge.function_words


def _with_year(reading: Reading, parts: _Parts) -> _Parts:
    at = parts.end
    if (
        at < len(reading.keys)
        and reading.gap(at).strip() in {"", ",", "."}
        and _YEAR.fullmatch(reading.literal(at))
    ):
        return attrs.evolve(parts, end=at + 1, year=int(reading.keys[at]))
    return parts


def _year_alone(reading: Reading, at: int, ended: Mapping[int, Hit]) -> _Parts | None:
    literal = reading.literal(at)
    if not _YEAR.fullmatch(literal) or _is_number_beside(reading, at):
        return None
    named = at in ended and ended[at].cue.id in _NAMING
    round_ = int(literal) < _COUNTS_BELOW or int(literal) % _ROUND == 0
    counts = round_ and _is_counting(reading, at + 1) and not named
    return None if counts else _Parts(at + 1, int(literal))


def _is_number_beside(reading: Reading, at: int) -> bool:
    """Whether a unit, a multiplier or a sign makes a count of what looks like a year."""
    beside = {*reading.keys[max(at - 1, 0) : at]} & before_units(reading)
    after = {*reading.keys[at + 1 : at + 2]} & {*unit_words(reading), *reading.knowledge.numerals.multipliers}
    return bool(beside or after) or (at > 0 and reading.gap(at) in {"/", "."})


def _date(at: int, parts: _Parts, ended: Mapping[int, Hit]) -> Date | None:
    """The days of a date, less where only its end, its middle or a quarter is meant."""
    year = parts.year or _LEAP
    months = (parts.month, parts.month) if parts.month else (1, _MONTHS)
    try:
        start, stop = _days(year, *months)
        if parts.day:
            start = stop = date(year, months[0], parts.day).toordinal()
        if parts.last:
            stop = max(start, date(year, months[0], parts.last).toordinal())
    except ValueError:
        return None
    season = ended.get(at)
    if season and season.cue.id.startswith(_SEASON):
        return Date(season.first, parts.end, start, stop, season=season.cue.id.removeprefix(_SEASON))
    first, start, stop = narrowed(at, start, stop, ended)
    return Date(first, parts.end, start, stop, parts.year is not None)


def _days(year: int, first_month: int, last_month: int) -> tuple[int, int]:
    last_day = monthrange(year, last_month)[1]
    return date(year, first_month, 1).toordinal(), date(year, last_month, last_day).toordinal()
