"""Papers that are known by a date or a symbol: ``the letter dated 5 May 2009``, ``S/2009/232``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import attrs

from peacediff.aspects.cues import Hit
from peacediff.aspects.dates import Date, dates
from peacediff.aspects.reading import Reading
from peacediff.aspects.reference.values import PAPER, SYMBOL, Reference

_SYMBOL = re.compile(r"\b[A-Z]{1,8}(?:/[A-Z0-9][\w.-]*)+")
_PAPERS = frozenset({"document", "instrument", "decision", "resolution", "protocol", "law", "event"})
_FAR = 16
"""So many words may stand between a paper and its date."""
_BEHIND = 1
"""So many words may stand between a date and its paper: the 2014 final report."""
_YEAR = 364
"""Days to the end of a year: a paper that is known by its year only is told from others by its words, too."""
_STOPS = re.compile(r"[.;:]\s")


def symbols(reading: Reading) -> Iterator[Reference]:
    """Document symbols: capitals and numbers parted by slashes."""
    if "/" not in reading.text:
        return
    starts = [word.span[0] for word in reading.words]
    for match in _SYMBOL.finditer(reading.text):
        if any(character.isdigit() for character in match[0]):
            first, end = bisect_left(starts, match.start()), bisect_left(starts, match.end())
            yield Reference(first, end, SYMBOL, match[0].rstrip("."))


@attrs.frozen
class _Cues:
    """What ties papers to dates, by where it ends; kinds of papers, by where they begin and end."""

    ties: Mapping[int, Hit]
    behind: Mapping[int, Hit]
    before: Mapping[int, Hit]

    @classmethod
    def of(cls, found: Sequence[Hit]) -> _Cues:
        kinds = [hit for hit in found if hit.cue.id in _PAPERS]
        ties = {hit.end: hit for hit in found if hit.cue.id in {"dating", "of"}}
        return cls(ties, {hit.first: hit for hit in kinds}, {hit.end: hit for hit in kinds})


def papers(reading: Reading, found: Sequence[Hit], shown: Sequence[Reference]) -> Iterator[Reference]:
    """Papers by their dates, each with the symbol in brackets behind it."""
    behind = {symbol.first: symbol.end for symbol in shown}
    joints = {hit.end: hit for hit in found if hit.cue.id == "joint"}
    cues = _Cues.of(found)
    last: Reference | None = None
    for when in dates(reading):
        paper = _behind(reading, when, cues)
        if paper and when.stop - when.start >= _YEAR and not _is_titled(reading, when, cues):
            last = Reference(
                when.first, paper, PAPER, " ".join((str(when.start), *reading.stems[when.end : paper]))
            )
            yield last
        elif (
            paper or _is_dated(reading, when, cues) or (last and _continues(reading, last.end, when, joints))
        ):
            end = behind.get(when.end, when.end)
            last = Reference(when.first, end, PAPER, f"{when.start}-{when.stop}")
            yield last


def _behind(reading: Reading, when: Date, cues: _Cues) -> int:
    """After the paper behind a date (``the 5 May letter``), 0 where there is none."""
    for at in range(when.end, when.end + _BEHIND + 1):
        if at in cues.behind and _is_one_phrase(reading, when.end, at):
            return cues.behind[at].end
    return 0


def _is_titled(reading: Reading, when: Date, cues: _Cues) -> bool:
    """Whether a date stands before a text with a name of its own: the 1969 Convention on Refugees."""
    hit = cues.behind.get(when.end)
    return bool(hit and hit.cue.id == "instrument" and reading.is_capital(hit.first))


def _is_dated(reading: Reading, when: Date, cues: _Cues) -> bool:
    """Whether a paper stands before the date: ``the letter of 5 May``, ``the agreements 2000``, ``the Survey 2000``."""
    if when.first in cues.before and reading.gap(when.first) == " ":
        kind, is_year = cues.before[when.first].cue.id, when.stop - when.start >= _YEAR
        is_title = kind == "document" and is_year and reading.is_capital(when.first - 1)
        return is_title or kind == "instrument"
    tie = cues.ties.get(_before_article(reading, when.first))
    if tie is None:
        return False
    if tie.cue.id == "dating" and tie.cue.rank:
        return True
    kinds = (cues.before.get(at) for at in range(tie.first - _FAR, tie.first + 1))
    return any(hit and not _is_stopped(reading, hit, tie) for hit in kinds)


def _is_one_phrase(reading: Reading, first: int, end: int) -> bool:
    """Whether words follow each other with no mark and no small word between."""
    ties = reading.knowledge.function_words
    return all(reading.gap(at) == " " and reading.keys[at] not in ties for at in range(first, end + 1))


def _continues(reading: Reading, end: int, when: Date, joints: Mapping[int, Hit]) -> bool:
    """A further date of the same papers: ``letters dated 5 May and 6 June``."""
    if when.first == end:
        return reading.gap(end).strip() in {",", "–", "-"}
    return when.first in joints and joints[when.first].first == end


def _before_article(reading: Reading, at: int) -> int:
    return at - 1 if at and reading.keys[at - 1] in reading.knowledge.articles else at


def _is_stopped(reading: Reading, hit: Hit, tie: Hit) -> bool:
    between = reading.text[reading.words[hit.end - 1].span[1] : reading.words[tie.first].span[0]]
    return bool(_STOPS.search(between))
