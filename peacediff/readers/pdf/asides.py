"""Lines that are no part of the running text: footnotes, and the lines of a table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from peacediff.readers.pdf.rows import Line

_SMALL, _FAR = 0.92, 40
_MARK = re.compile(r"[\[(]?(?:(?P<number>\d{1,3})|[*†‡§]{1,3})[\])]?(?:\s|(?=[^\W\d_]))")
_LEADER = re.compile(r"(?:[. ]{8}|[.…]{4})[.…\s]*(?:\d{1,4}|[ivxl]{1,7})\Z")


@attrs.frozen
class Parted:
    """Lines in reading order: the running text, and what was set aside."""

    main: tuple[Line, ...]
    footnotes: tuple[Line, ...]
    contents: tuple[Line, ...]


def parted(lines: Sequence[Line], body: float) -> Parted:
    """The lines, parted; ``body`` is the size of the main text."""
    contents = tuple(line for line in lines if _LEADER.search(line.text[-40:]))
    rest = [line for line in lines if not _LEADER.search(line.text[-40:])]
    main: list[Line] = []
    notes: list[Line] = []
    for start, end in _stretches(rest):
        at = _foot(rest, start, end, body, _number(notes))
        main += rest[start:at]
        notes += rest[at:end]
    return Parted(tuple(main), tuple(notes), contents)


def _foot(lines: Sequence[Line], start: int, end: int, body: float, last: int) -> int:
    """Where the footnotes of a stretch begin: small lines at its end, of which the first counts on, or anew."""
    at = end
    while at > start and lines[at - 1].size < _SMALL * body:
        at -= 1
    if at == start:  # a stretch that is small as a whole has no foot
        return end
    while at < end and not _opens_note(lines[at].text, last):
        at += 1
    return at


def _opens_note(text: str, last: int) -> bool:
    found = _MARK.match(text)
    return found is not None and (not found["number"] or int(found["number"]) in {1, last + 1})


def _number(notes: Sequence[Line]) -> int:
    """The number of the last footnote so far, 0 where there is none."""
    marks = (_MARK.match(note.text) for note in notes[:-_FAR:-1])
    return next((int(mark["number"]) for mark in marks if mark and mark["number"]), 0)


def _stretches(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where the lines of each stretch begin and end."""
    starts = [n for n, line in enumerate(lines) if not n or lines[n - 1].stretch != line.stretch]
    return list(pairwise([*starts, len(lines)]))
