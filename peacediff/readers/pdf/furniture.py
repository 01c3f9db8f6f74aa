"""Headers, footers and page numbers: what stands at the edge of several pages alike, but for a number that counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from peacediff.readers.numbering import label_at
from peacediff.readers.pdf.rows import rows
from peacediff.readers.pdf.segments import Page, Segment
from peacediff.readers.scopes import scope_of

_DEEPEST_ROW = 3
_SAME_HEIGHT = 6.0
_LEAST_PAGES, _LEAST_SHARE = 2, 1 / 3
_NUMBER = re.compile(r"\d{1,9}")
_ALONE = re.compile(r"[-–—\s\[(]*(\d{1,9})(?:\s*/\s*\d{1,9})?[-–—\s\])]*")
_ROMAN = re.compile(r"[-–—\s]*((?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))[-–—\s]*", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


@attrs.frozen
class _Seen:
    """A segment at the edge of a page, with the numbers in it."""

    page: int
    segment: Segment
    numbers: tuple[int, ...]


def without_furniture(pages: Sequence[Page]) -> tuple[tuple[Page, ...], tuple[Segment, ...]]:
    """The pages without what belongs to their edges, and what was taken out, in the order of the pages.

    Nothing is taken where nothing would be left.
    """
    alike = _alike(pages)
    kept: list[Page] = []
    taken: list[Segment] = []
    for page in pages:
        gone = _taken(page, alike)
        taken += gone
        chosen = set(map(id, gone))
        left = tuple(segment for segment in page.segments if id(segment) not in chosen)
        kept.append(attrs.evolve(page, segments=left))
    if not any(page.segments for page in kept):
        return tuple(pages), ()
    return tuple(kept), tuple(taken)


def _taken(page: Page, alike: set[int]) -> list[Segment]:
    """From each edge inwards, as long as nothing else stands in the row."""
    gone: list[Segment] = []
    for edge in _edges(page):
        for row in edge:
            found = [segment for segment in row if id(segment) in alike]
            gone += found
            if len(found) < len(row):
                break
    return list({id(segment): segment for segment in gone}.values())


def _alike(pages: Sequence[Page]) -> set[int]:
    """The identities of segments that may be furniture."""
    groups: dict[tuple[str, str], list[_Seen]] = defaultdict(list)
    for pattern, side, seen in _at_edges(pages):
        groups[pattern, side].append(seen)
    return {
        id(seen.segment)
        for (pattern, _), group in groups.items()
        for level in _levels(group)
        for seen in _recurring(pattern, level, len(pages))
    }


def _at_edges(pages: Sequence[Page]) -> Iterator[tuple[str, str, _Seen]]:
    for page in pages:
        for side, edge in zip(("top", "bottom"), _edges(page), strict=True):
            for segment in (segment for row in edge for segment in row):
                pattern, numbers = _pattern(segment.text)
                yield pattern, side, _Seen(page.number, segment, numbers)


def _edges(page: Page) -> tuple[list[list[Segment]], list[list[Segment]]]:
    """The outermost rows at the top and at the bottom, each from the edge inwards."""
    listed = rows(page.segments)
    return listed[:_DEEPEST_ROW], listed[::-1][:_DEEPEST_ROW]


def _levels(group: list[_Seen]) -> Iterator[list[_Seen]]:
    """Those of a group that stand at the same height."""
    together: list[_Seen] = []
    for seen in sorted(group, key=lambda seen: (seen.segment.base, seen.page)):
        if together and seen.segment.base - together[-1].segment.base > _SAME_HEIGHT:
            yield together
            together = []
        together.append(seen)
    if together:
        yield together


def _recurring(pattern: str, group: list[_Seen], total: int) -> list[_Seen]:
    """All of a group if it recurs, else those that are nothing but the number of their page."""
    if _recurs(pattern, group, total):
        return group
    return [seen for seen in group if _alone(seen.segment.text) == seen.page]


def _recurs(pattern: str, group: list[_Seen], total: int) -> bool:
    """Whether a group stands on enough pages and its numbers stay, or one of them counts with the pages."""
    if not _is_frequent({seen.page for seen in group}, total):
        return False
    columns = list(zip(*(seen.numbers for seen in group), strict=True))
    counting = [numbers for numbers in columns if len(set(numbers)) > 1]
    if not counting:
        return True
    pages = [seen.page for seen in group]
    steps = all(
        len({number - page for number, page in zip(numbers, pages, strict=True)}) == 1 for numbers in counting
    )
    return steps and not _opens_point(pattern, group[0].segment.text)


def _is_frequent(on: set[int], total: int) -> bool:
    """Whether pages are many enough of all, or of those of a chapter: every other one, and three at least."""
    if len(on) >= max(_LEAST_PAGES, total * _LEAST_SHARE):
        return True
    return len(on) > _LEAST_PAGES and 2 * len(on) > max(on) - min(on)


def _opens_point(pattern: str, text: str) -> bool:
    """Whether a text that counts is the heading of an article or annex, as where each stands on a page of its own."""
    if not any(sign.isalpha() for sign in pattern):
        return False
    label = label_at(text, (0, len(text)), heading=True)
    stated = label is not None and (label.readings[0].kind == "keyword" or label.text[-1] in ".)")
    return stated or scope_of(text) is not None


def _pattern(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with its numbers left out, and the numbers; a roman number alone counts as one."""
    if roman := _ROMAN.fullmatch(text):
        return "roman", (_roman(roman[1].lower()),)
    return _NUMBER.sub("#", text), tuple(int(number) for number in _NUMBER.findall(text))


def _alone(text: str) -> int:
    """The page number that is all of the text, else 0."""
    found = _ALONE.fullmatch(text)
    return int(found[1]) if found else 0


def _roman(token: str) -> int:
    values = [_ROMAN_VALUES[sign] for sign in token]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
