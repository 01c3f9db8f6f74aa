"""Entries to a tree of points, by the numbering that is open and by the depth that the format states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import attrs

from peacediff.model import PointKind, ProvisionKind, Span
from peacediff.readers.entries import Entry
from peacediff.readers.numbering import Label, Reading, scope_of

ROOT = -1
_DEEPEST = 32
_PLAIN_LEVEL = 9
"""The level of a heading whose format states none; scopes such as an annex stand above it."""


@attrs.frozen
class Branch:
    """A point to be: ``parent`` is the index of the branch above it, or ROOT."""

    parent: int
    kind: PointKind
    label: Label | None
    reading: Reading | None
    start: int
    heading: str = ""


@attrs.frozen
class Leaf:
    """A stretch of text that belongs to the branch with index ``owner``."""

    owner: int
    kind: ProvisionKind
    span: Span


@attrs.frozen
class Tree:
    """All branches and leaves in the order of the text, and the blocks that are neither."""

    branches: tuple[Branch, ...]
    leaves: tuple[Leaf, ...]
    passages: tuple[tuple[Literal["note", "other"], Span], ...]


def nest(text: str, entries: Sequence[Entry]) -> Tree:
    """Arrange entries into a tree, whatever their order; no deeper than 32 labels."""
    builder = _Builder(text)
    following = _following_labels(text, entries)
    for entry, after in zip(entries, following, strict=True):
        builder.add(entry, after)
    return Tree(tuple(builder.branches), tuple(builder.leaves), tuple(builder.passages))


def _following_labels(text: str, entries: Sequence[Entry]) -> list[Entry | None]:
    """For each entry the next one that bears a label, as long as no scope heading stands between."""
    following: list[Entry | None] = []
    after: Entry | None = None
    for entry in reversed(entries):
        following.append(after)
        if entry.label:
            after = entry
        elif entry.block.kind == "heading" and scope_of(text[slice(*entry.body)]):
            after = None
    return following[::-1]


@attrs.frozen
class _Run:
    """How far a style has counted below a frame."""

    value: tuple[int, ...]
    indent: int


@attrs.define
class _Frame:
    """An open branch: its headings that are open, and the runs of numbers below it."""

    branch: int
    depth: int = -1
    indent: int = -1
    level: int = 0
    kind: str = ""
    rank: int = -1
    headings: list[tuple[int, int]] = attrs.field(factory=list)
    runs: dict[str, _Run] = attrs.field(factory=dict)

    @property
    def holder(self) -> int:
        return self.headings[-1][1] if self.headings else self.branch

    def close_headings(self, level: int) -> None:
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()

    def close_bullets(self) -> None:
        self.runs = {style: run for style, run in self.runs.items() if any(run.value)}


@attrs.define
class _Builder:
    text: str
    branches: list[Branch] = attrs.field(factory=list)
    leaves: list[Leaf] = attrs.field(factory=list)
    passages: list[tuple[Literal["note", "other"], Span]] = attrs.field(factory=list)
    _frames: list[_Frame] = attrs.field(factory=lambda: [_Frame(ROOT)])
    _heading_run: bool = False

    def add(self, entry: Entry, after: Entry | None) -> None:
        """Place one entry; ``after`` is the next labelled one."""
        kind = entry.block.kind
        if kind == "note" or kind == "other":
            self.passages.append((kind, entry.body))
            return
        if entry.label:
            self._add_labelled(entry, entry.label)
        elif kind == "heading":
            self._add_heading(entry, after)
        else:
            self._add_text(entry)
        self._heading_run = kind == "heading" and not entry.block.level

    def _add_labelled(self, entry: Entry, label: Label) -> None:
        level = entry.block.level if entry.block.kind == "heading" else 0
        if level:
            index, reading = self._heading_frame(level), label.readings[0]
            self._frames[index].close_headings(level)
        else:
            index, reading = self._seat(entry, label)
        self._close_above(min(index, _DEEPEST - 1))
        parent = self._frames[-1]
        if reading.kind != "bullet":
            parent.close_bullets()
        parent.runs[reading.style] = _Run(reading.value, entry.block.indent)
        branch = self._grow(Branch(parent.holder, "point", label, reading, label.span[0]))
        self._frames.append(
            _Frame(branch, entry.block.depth, entry.block.indent, level, reading.kind, reading.rank)
        )
        self._put(branch, "heading" if level else "clause", entry.body)

    def _seat(self, entry: Entry, label: Label) -> tuple[int, Reading]:
        """The frame below which a label belongs, and how to read it."""
        first, last = self._allowed(entry.block.depth)
        seat = self._open_seat(entry, label, first, last)
        return seat or (self._opening_frame(label.readings[0], first, last), label.readings[0])

    def _opening_frame(self, reading: Reading, first: int, last: int) -> int:
        """The frame for a style that is not open: the innermost, or where a list's start is missing, one of outer rank."""
        if reading.value[-1] > 1:
            while last > first and self._frames[last].rank > reading.rank:
                last -= 1
        return last

    def _open_seat(self, entry: Entry, label: Label, first: int, last: int) -> tuple[int, Reading] | None:
        """The seat of a label that opens a list after a colon, counts on, or begins a run again."""
        reading = label.readings[0]
        if reading.value[-1] == 1 and self._awaits_list():
            return last, reading
        follows = [
            (_gap(run, r), abs(run.indent - entry.block.indent), -index, rank)
            for index in range(first, last + 1)
            for rank, r in enumerate(label.readings)
            if (run := self._frames[index].runs.get(r.style)) and _follows(run, r, entry.block.indent, rank)
        ]
        if follows:
            *_, index, rank = min(follows)
            return -index, label.readings[rank]
        if reading.value[-1] == 1 and reading.rank > self._frames[last].rank >= 0:
            return None
        for index in range(last, first - 1, -1):
            run = self._frames[index].runs.get(reading.style)
            if run and entry.block.indent <= run.indent + 1:
                return index, reading
        return None

    def _awaits_list(self) -> bool:
        return bool(self.leaves) and self.text[self.leaves[-1].span[1] - 1] in ":："

    def _allowed(self, depth: int) -> tuple[int, int]:
        """The frames, from first to last, that may hold an entry of this depth."""
        last = max(i for i, frame in enumerate(self._frames) if frame.depth <= depth)
        first = max(i for i in range(last + 1) if self._frames[i].depth < depth)
        return first, last

    def _heading_frame(self, level: int) -> int:
        """The innermost frame that is the root or a labelled heading above ``level``."""
        return max(i for i, frame in enumerate(self._frames) if i == 0 or 0 < frame.level < level)

    def _add_heading(self, entry: Entry, after: Entry | None) -> None:
        words = self.text[slice(*entry.body)]
        scope = scope_of(words)
        if not scope and not entry.block.level and self._joins_heading():
            self._put(self._open_branch(), "heading", entry.body)
            return
        level = entry.block.level or (scope[0].rank if scope else _PLAIN_LEVEL)
        index = self._heading_frame(level)
        if after and after.label and not scope:
            index = max(index, self._frame_around(after, after.label))
        self._close_above(index)
        frame = self._frames[index]
        frame.close_headings(level)
        frame.close_bullets()
        if scope and scope[0].restarts:
            frame.runs.clear()
        branch = self._grow(Branch(frame.holder, "heading", None, None, entry.body[0], words))
        frame.headings.append((level, branch))
        self._put(branch, "heading", entry.body)

    def _frame_around(self, after: Entry, label: Label) -> int:
        """The frame whose run goes on behind a heading, so that the heading stands among its points."""
        if label.readings[0].kind == "bullet":
            return 0
        seat = self._open_seat(after, label, *self._allowed(after.block.depth))
        return seat[0] if seat and self._frames[seat[0]].kind != "bullet" else 0

    def _joins_heading(self) -> bool:
        """Whether the next heading line goes on with the one before, or heads a label that stood alone."""
        alone = len(self._frames) > 1 and not (
            self.leaves and self.leaves[-1].owner == self._frames[-1].branch
        )
        return self._heading_run or (alone and self._frames[-1].branch == len(self.branches) - 1)

    def _open_branch(self) -> int:
        return self._frames[-1].holder

    def _add_text(self, entry: Entry) -> None:
        if not self.branches:
            self._grow(Branch(ROOT, "preamble", None, None, entry.body[0]))
        index = self._text_frame(entry)
        owner = self._frames[index].holder
        if owner == ROOT:
            owner = len(self.branches) - 1
        else:
            self._close_above(index)
        self._put(owner, "clause", entry.body)

    def _text_frame(self, entry: Entry) -> int:
        """The frame that a paragraph without a label goes on with."""
        first, last = self._allowed(entry.block.depth)
        if entry.block.depth and self._frames[first].depth == entry.block.depth - 1:
            first = max(first, 1)
        index = last
        while index > first and self._is_over(self._frames[index], entry.block.indent):
            index -= 1
        return index

    def _is_over(self, frame: _Frame, indent: int) -> bool:
        """Whether a paragraph at ``indent`` stands outside of a frame: behind bullets, or clauses that end in ``;``."""
        if indent != frame.indent:
            return indent < frame.indent
        if frame.kind == "bullet":
            return True
        ending = self.text[self.leaves[-1].span[1] - 1] if self.leaves else ""
        return frame.kind in {"letter", "roman"} and ending in ";,；，"

    def _close_above(self, index: int) -> None:
        del self._frames[index + 1 :]

    def _grow(self, branch: Branch) -> int:
        self.branches.append(branch)
        return len(self.branches) - 1

    def _put(self, owner: int, kind: ProvisionKind, span: Span) -> None:
        if span[0] < span[1]:
            self.leaves.append(Leaf(owner, kind, span))


def _gap(run: _Run, reading: Reading) -> int:
    return reading.value[-1] - run.value[-1] if reading.value[:-1] == run.value[:-1] else 1


def _follows(run: _Run, reading: Reading, indent: int, rank: int) -> bool:
    """Whether a reading counts on from a run; the less likely reading only where it does so without a gap."""
    if reading.kind == "bullet":
        return indent <= run.indent + 1
    return reading.value > run.value and (rank == 0 or _gap(run, reading) == 1)
