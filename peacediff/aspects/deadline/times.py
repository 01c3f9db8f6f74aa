"""The times of a text: dates, durations, paces, intervals and the events from which or up to which time runs."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

import attrs

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.dates import dates
from peacediff.aspects.deadline.events import Event, events
from peacediff.aspects.deadline.named import HOURS, named
from peacediff.aspects.deadline.values import Time
from peacediff.aspects.facing import clause_start
from peacediff.aspects.measures import measures
from peacediff.aspects.reading import Reading
from peacediff.aspects.reference.found import found as references

_DURATIONS = frozenset({"time", "months", "working-time"})
TIMES = _DURATIONS | HOURS.keys()
"""The dimensions of measures that are times."""
_HANDS = {
    **dict.fromkeys(("by", "by-behind", "until", "up-to", "within", "before"), "end"),
    **dict.fromkeys(("from", "since", "after"), "start"),
    **dict.fromkeys(("at", "during", "for", "every"), ""),
}
_PAST = "since"
"""What opens a span of time that has begun, and sets no deadline."""
_PERIODS = frozenset({"from", "after", "during"})
"""What opens a span of time: it bounds what it is said of even where a sentence tells of what was."""
_NEARBY = 3
"""So near in its clause must a verb of what was stand to a date."""
_MARKS = ",;:"
_ROLES = {
    "within": "within",
    "at": "within",
    "during": "within",
    "by": "within",
    "by-behind": "within",
    "for": "for",
    "every": "every",
    "after": "after",
}
_TENSES = frozenset({"telling", "coming", "going-on", "done"})
_LATEST = "by-behind"
"""The cue behind a date that makes it the last one: on 3 May at the latest."""
_NO_LATER = "within: latest"
"""The cue that makes a time before an event the least one, and any other the longest."""
_SKIPPED = 3
"""So many words may stand between a preposition and its time: within the next 30 days."""
_SENTENCE_ENDS = re.compile(r"[.!?]\s")
_DAY = Fraction(24)
_MONTH_IN_DAYS = 30


@lru_cache(maxsize=8)
def times(reading: Reading) -> tuple[Time, ...]:
    """All times in order; a date that only names a paper is none."""
    cues = tuple(hits("deadline", reading))
    taken = {at for ref in references(reading) for at in range(ref.first, ref.end)}
    amounts = sorted(_amounts(reading, cues, taken), key=lambda time: time.core)
    running = [time.end for time in amounts if time.opening == "within"]
    found = list(events(reading, cues, taken, [(time.core[0], time.end) for time in amounts], running))
    return tuple(sorted(_joined(reading, amounts, found), key=lambda time: time.first))


def _amounts(reading: Reading, cues: Sequence[Hit], taken: set[int]) -> Iterator[Time]:
    ended = {hit.end: hit for hit in cues}
    due = {hit.first for hit in cues if hit.cue.id == "due"}
    tense = [hit for hit in cues if hit.cue.id in _TENSES]
    latest = {hit.first: hit.end for hit in cues if hit.cue.id == _LATEST}
    spaced = {hit.first: hit.end for hit in cues if hit.cue.id == "intervals"}
    claimed = set(taken)
    for when in dates(reading):
        if claimed.isdisjoint(range(when.first, when.end)):
            claimed.update(range(when.first, when.end))
            dimension = "calendar" if when.dated else "year"
            days, place = (Fraction(when.start), Fraction(when.stop)), (when.first, when.end)
            time = _bounded(reading, Time(*place, "date", dimension, *days, place, name=when.season), ended)
            if when.end in latest:
                time = attrs.evolve(time, end=latest[when.end], role="end")
            time = _ended_before(time)
            bounds = time.role == "end" or time.opening in _PERIODS
            is_event = not bounds and (_is_told(reading, time, tense) or _is_name(reading, time, ended, due))
            yield attrs.evolve(
                time,
                told=is_event or time.opening == _PAST or _is_done(reading, time, tense),
                naming=_names_paper(reading, time, taken),
            )
    for measure in measures(reading):
        if measure.dimension in _DURATIONS and claimed.isdisjoint(range(measure.first, measure.end)):
            claimed.update(range(measure.first, measure.end))
            place = (measure.first, measure.end)
            time = Time(*place, "duration", measure.dimension, measure.low, measure.high, place)
            if measure.end in spaced:
                yield _interval(attrs.evolve(time, end=spaced[measure.end]))
            else:
                yield _bounded(reading, time, ended)
    yield from named(reading, cues, claimed)


def _bounded(reading: Reading, time: Time, ended: Mapping[int, Hit]) -> Time:
    """With the words that say how the time bounds, before it or (``days before``) behind it."""
    hit = next(
        (
            ended[at]
            for at in range(time.first, time.first - _SKIPPED - 1, -1)
            if _opens(reading, ended, at, time)
        ),
        None,
    )
    if hit is None:
        return time
    time = attrs.evolve(time, first=hit.first, opening=hit.cue.family)
    if time.kind == "date":
        return attrs.evolve(time, role=_HANDS.get(hit.cue.family, "") or _exact(hit))
    if hit.cue.id == "every":
        return _interval(time)
    latest = hit.cue.id == _NO_LATER
    return attrs.evolve(time, role=_NO_LATER if latest else _ROLES.get(hit.cue.family, ""))


def _ended_before(time: Time) -> Time:
    """Before a month or a year is by the end of the one before; before a day is as often by that day."""
    if time.opening != "before" or time.high == time.low:
        return time
    return attrs.evolve(time, low=time.low - 1, high=time.low - 1)


def _is_told(reading: Reading, time: Time, tense: Sequence[Hit]) -> bool:
    """Whether the clause tells of what was where the date stands (recalling, took place), not of what is to come.

    A clause that goes on with a list (as well as) tells what the sentence before it does.
    """
    goes_on = False
    for hit in reversed([hit for hit in tense if hit.first < time.first]):
        between = reading.text[reading.words[hit.first].span[1] : reading.words[time.first].span[0]]
        if _SENTENCE_ENDS.search(between):
            return False
        is_one_clause = not any(mark in between for mark in _MARKS)
        if hit.cue.id == "going-on":
            goes_on = goes_on or is_one_clause
        elif hit.cue.id == "coming" or (hit.cue.rank and (goes_on or is_one_clause)):
            return hit.cue.id == "telling"
        elif not hit.cue.rank and is_one_clause and time.first - hit.end < _NEARBY:
            return True
    return False


def _is_done(reading: Reading, time: Time, tense: Sequence[Hit]) -> bool:
    """Whether a verb of what was done stands near before a date in its clause, and no small verb leads to it."""
    start = max(clause_start(reading, time.first), time.first - _NEARBY)
    near = (hit.first for hit in tense if hit.cue.id == "done" and start <= hit.first < time.first)
    return any(at == 0 or reading.keys[at - 1] not in reading.knowledge.auxiliaries for at in near)


def _is_name(reading: Reading, time: Time, ended: Mapping[int, Hit], due: Container[int]) -> bool:
    """Whether a date only says which one is meant: "the October 2014 elections", "elections of 2012"."""
    first, end = time.core
    if first in ended and ended[first].cue.id == "occasion":
        return True
    ties = reading.knowledge.function_words
    if (
        end in due
        or time.first != first
        or not 0 < first <= end < len(reading.keys)
        or reading.gap(end) != " "
    ):
        return False
    return reading.gap(first) == " " and reading.keys[first - 1] in ties and reading.keys[end] not in ties


def _names_paper(reading: Reading, time: Time, taken: Container[int]) -> bool:
    """Whether a date stands behind a reference ("resolution 5 of 3 May"), or before one ("the 1994 Accord")."""
    at = time.core[0] - 1
    at -= at > 0 and reading.keys[at] in reading.knowledge.name_words.of
    is_behind = at in taken and not reading.parted[at]
    before = reading.gap(time.end) if time.end in taken else ""
    return is_behind or before.endswith("(") or (before == " " and time.first == time.core[0])


def _exact(hit: Hit) -> str:
    return "at" if hit.cue.id in {"at", "during"} else ""


def _opens(reading: Reading, ended: Mapping[int, Hit], at: int, time: Time) -> bool:
    if at not in ended or ended[at].cue.family not in _HANDS:
        return False
    between = reading.text[reading.words[at - 1].span[1] : reading.words[time.first].span[0]]
    may_part = time.kind == "duration" and ended[at].cue.family != "every"
    return not any(mark in between for mark in ",.;:(") and (at == time.first or may_part)


def _interval(time: Time) -> Time:
    days = Fraction(_MONTH_IN_DAYS) if time.dimension == "months" else 1 / _DAY
    return attrs.evolve(time, kind="interval", dimension="days", low=time.low * days, high=time.high * days)


def _joined(reading: Reading, amounts: Sequence[Time], found: Sequence[Event]) -> Iterator[Time]:
    """Each amount with the event it runs from or up to, and the events that stand alone."""
    behind = {event.first: event for event in found}
    backwards = {
        hit.first
        for hit in hits("deadline", reading)
        if hit.cue.id == "before" and not reading.parted[hit.end - 1]
    }
    amounts = [_within(time, found) for time in amounts]
    inside = {at for time in amounts for at in range(time.first, time.core[1])}
    for time in amounts:
        event = behind.get(time.end)
        if event and _runs_from(time, event):
            inside.add(event.first)
            place = (event.first, event.end)
            yield _least(attrs.evolve(time, end=event.end, back=event.back, event=event.name, event_at=place))
        else:
            yield _least(attrs.evolve(time, back=time.kind == "duration" and time.end in backwards))
    for event in found:
        if not event.bound and event.first not in inside:
            place = (event.first, event.end)
            yield Time(*place, "event", "event", Fraction(0), Fraction(0), place, event=event.name)


def _within(time: Time, found: Sequence[Event]) -> Time:
    """With the words of the event that it is the time of: "upon thirty days' written notice"."""
    around = (event for event in found if event.first <= time.core[0] and time.core[1] <= event.end)
    return next((attrs.evolve(time, first=event.first, end=event.end) for event in around), time)


def _least(time: Time) -> Time:
    """Not later than two months before the vote is at least two months before it."""
    if time.role != _NO_LATER:
        return time
    return attrs.evolve(time, role="for" if time.back else "within")


def _runs_from(time: Time, event: Event) -> bool:
    """Whether an event behind an amount belongs to it: any to a duration, to a pace a listed one."""
    return time.kind in {"duration", "interval"} or (time.kind == "pace" and event.listed)
