"""Word-level edits between two texts, exact to the character and the same in both directions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise, takewhile

import attrs

from peacediff.model import Edit, EditKind, Span
from peacediff.text.kept import kept
from peacediff.text.words import words


@attrs.frozen
class _Gap:
    """A stretch of both texts that differs."""

    old: Span
    new: Span


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """What turns ``before`` into ``after``: insertions, deletions and replacements, cut at words.

    The longest common subsequence of words is kept and what lies between is an edit; then short kept runs
    between longer edits are given up, as a reader sees one rewritten phrase rather than confetti. The pair is
    put into a fixed order first, as a longest common subsequence is not unique: so ``edits(b, a)`` mirrors
    ``edits(a, b)``.
    """
    if before == after:
        return ()
    if not before or not after:
        return (_edit(_Gap((0, len(before)), (0, len(after))), before, after),)
    if before > after:
        return tuple(_mirrored(edit) for edit in edits(after, before))
    gaps = list(_gaps(before, after))
    return tuple(_edit(gap, before, after) for gap in _joined(gaps))


def replay(before: str, changes: tuple[Edit, ...]) -> str:
    """The text that the edits make of ``before``."""
    parts, at = [], 0
    for edit in changes:
        start, end = edit.old_span
        parts += [before[at:start], edit.new]
        at = end
    return "".join([*parts, before[at:]])


def _gaps(before: str, after: str) -> Iterator[_Gap]:
    """The differing stretches between kept words, and kept words that are not letter for letter the same."""
    old, new = words(before), words(after)
    start, end = ((0, 0), (0, 0)), ((len(before),) * 2, (len(after),) * 2)
    pairs = kept([word.key for word in old], [word.key for word in new])
    spans = [start, *((old[i].span, new[j].span) for i, j in pairs), end]
    for (old_left, new_left), (old_right, new_right) in pairwise(spans):
        yield from _trimmed(before, after, (old_left[1], old_right[0]), (new_left[1], new_right[0]))
        yield from _trimmed(before, after, old_right, new_right)


def _trimmed(before: str, after: str, old: Span, new: Span) -> Iterator[_Gap]:
    """The stretch without the spaces and marks that both sides begin and end with; nothing if that is all."""
    mine, other = before[slice(*old)], after[slice(*new)]
    if mine == other:
        return
    head = _shared_marks(mine, other)
    tail = _shared_marks(mine[head:][::-1], other[head:][::-1])
    yield _Gap((old[0] + head, old[1] - tail), (new[0] + head, new[1] - tail))


def _shared_marks(mine: str, other: str) -> int:
    """The length of what both begin with before the first letter or digit."""
    from rapidfuzz.distance import Prefix

    return int(Prefix.similarity(*("".join(takewhile(_is_mark, text)) for text in (mine, other))))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] not in "LMN"


def _joined(gaps: list[_Gap]) -> list[_Gap]:
    """The gaps, where what is kept between two is at most half as long as both taken into one."""
    joined: list[_Gap] = []
    for gap in gaps:
        joined.append(gap)
        while len(joined) > 1 and _is_confetti(*joined[-2:]):
            last, first = joined.pop(), joined.pop()
            joined.append(_Gap((first.old[0], last.old[1]), (first.new[0], last.new[1])))
    return joined


def _is_confetti(left: _Gap, right: _Gap) -> bool:
    return 2 * (right.old[0] - left.old[1]) <= min(_size(left), _size(right))


def _size(gap: _Gap) -> int:
    return max(gap.old[1] - gap.old[0], gap.new[1] - gap.new[0])


def _edit(gap: _Gap, before: str, after: str) -> Edit:
    old, new = before[slice(*gap.old)], after[slice(*gap.new)]
    kind: EditKind = "replace" if old and new else "delete" if old else "insert"
    return Edit(kind, old, new, gap.old, gap.new)


def _mirrored(edit: Edit) -> Edit:
    kinds: dict[EditKind, EditKind] = {"insert": "delete", "delete": "insert", "replace": "replace"}
    return Edit(kinds[edit.kind], edit.new, edit.old, edit.new_span, edit.old_span)
