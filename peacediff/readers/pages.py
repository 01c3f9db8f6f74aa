"""What the pages of a text that was copied from a printed one leave in it: page numbers and running heads."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from peacediff.readers.lines import Lines
from peacediff.readers.numbering import label_at
from peacediff.readers.surroundings import surrounding_words

_LEADER = re.compile(r"(?:(?:\.[ \t]?){4,}+|…{2,}+)[ \t]*(?:\d{1,4}|[ivxl]{1,7})[ \t]*\Z")
_DOTS = ("....", ". . .", ".\t.", "……")
_DIGITS = re.compile(r"\d+")
_FEWEST, _SHORTEST_PAGE, _LONGEST_LEADER = 2, 6, 200


def page_lines(text: str, lines: Lines, first: int) -> frozenset[int]:
    """The indices, from ``first`` on, of lines that are page numbers or running heads.

    A page number stands alone beside a blank line and counts on from the one before, at least six lines above; two
    make sure. A running head stands next to it, and again next to another or at the top, but for its numbers; it
    bears no label.
    """
    said = [text[slice(*lines.span(index))].strip() for index in range(first, len(lines))]
    numbers = _numbers(said)
    if len(numbers) < _FEWEST:
        return frozenset()
    filled = [place for place, words in enumerate(said) if words]
    beside = {filled[0], *(place for number in numbers for place in _beside(filled, number))} - {*numbers}
    bare = [place for place in beside if label_at(said[place], (0, len(said[place]))) is None]
    forms = Counter(_form(said[place]) for place in bare)
    heads = [place for place in bare if forms[_form(said[place])] >= _FEWEST]
    return frozenset(first + place for place in [*numbers, *heads])


def contents_lines(text: str, lines: Lines, first: int) -> frozenset[int]:
    """The indices, from ``first`` on, of lines of a table of contents: dots that lead to a number, two at least."""
    if not any(dots in text for dots in _DOTS):  # as in most texts
        return frozenset()
    found = {
        index
        for index in range(first, len(lines))
        if _LEADER.search(text[slice(*lines.span(index))][-_LONGEST_LEADER:])
    }
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def _numbers(said: Sequence[str]) -> list[int]:
    """Where the page numbers stand: the longest row of them that counts on."""
    best: list[int] = []
    row: list[int] = []
    last = 0
    for place, value in _candidates(said):
        if row and value == last + 1 and place - row[-1] >= _SHORTEST_PAGE:
            row.append(place)
        elif not row or value != last:
            row = [place]
        last = value
        best = row if len(row) > len(best) else best
    return best


def _candidates(said: Sequence[str]) -> Iterator[tuple[int, int]]:
    number = surrounding_words().page_number
    for place, words in enumerate(said):
        found = number.fullmatch(words) if words.rstrip(" -–—")[-1:].isdecimal() else None
        alone = not all(said[beside] for beside in (place - 1, place + 1) if 0 <= beside < len(said))
        if found and (alone or place in {0, len(said) - 1}):
            yield place, int(found.group(1))


def _beside(filled: Sequence[int], number: int) -> Iterator[int]:
    """The nearest lines with words before and behind a page number."""
    at = bisect_left(filled, number)
    yield from filled[max(0, at - 1) : at]
    yield from filled[at + 1 : at + 2]


def _form(words: str) -> str:
    return " ".join(_DIGITS.sub("#", words).split())
