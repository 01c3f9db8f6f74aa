"""Entries to a tree of points, by the numbering that is open and by the depth that the format states."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from peacediff.model import IrregularityKind, PointKind, ProvisionKind, Span
from peacediff.readers.entries import Entry
from peacediff.readers.frames import ROOT, Frame, Frames, Place, Run
from peacediff.readers.labels import Label, Reading
from peacediff.readers.scopes import scope_of

_PLAIN_LEVEL = 9
"""The level of a heading whose format states none; scopes such as an annex stand above it."""


@attrs.frozen
class Branch:
    """A point to be.

    ``parent`` is the index of the one above, or ROOT; ``heading`` the words of a bare heading; ``open`` where it is
    one of several options, or stands in one.
    """

    parent: int
    kind: PointKind
    label: Label | None
    reading: Reading | None
    start: int
    heading: str = ""
    open: bool = False


@attrs.frozen
class Leaf:
    """A stretch of text that belongs to the branch with index ``owner``."""

    owner: int
    kind: ProvisionKind
    span: Span


@attrs.frozen
class Oddity:
    """The label of a branch does not count on from the one before, or opens a list and is not its first."""

    branch: int
    kind: IrregularityKind
    after: str = ""


@attrs.frozen
class Tree:
    """All branches and leaves in the order of the text, and what is odd about the labels."""

    branches: tuple[Branch, ...]
    leaves: tuple[Leaf, ...]
    oddities: tuple[Oddity, ...] = ()


def nest(text: str, entries: Sequence[Entry]) -> Tree:
    """Arrange entries into a tree, whatever their order; no deeper than 32 labels."""
    builder = _Builder(text)
    for entry, after in zip(entries, _following_labels(text, entries), strict=True):
        builder.add(entry, after)
    return Tree(tuple(builder.branches), tuple(builder.leaves), tuple(builder.oddities))


def _following_labels(text: str, entries: Sequence[Entry]) -> list[Entry | None]:
    """For each entry the next one that bears a label, as long as no scope's heading stands between."""
    following: list[Entry | None] = []
    after: Entry | None = None
    for entry in reversed(entries):
        following.append(after)
        if entry.label:
            after = entry
        elif entry.block.kind == "heading" and scope_of(text[slice(*entry.body)]):
            after = None
    return following[::-1]


@attrs.define
class _Builder:
    text: str
    branches: list[Branch] = attrs.field(factory=list)
    leaves: list[Leaf] = attrs.field(factory=list)
    oddities: list[Oddity] = attrs.field(factory=list)
    _latest: dict[str, tuple[int, ...]] = attrs.field(factory=dict)
    _part: int = ROOT
    _frames: Frames = attrs.field(factory=Frames)
    _in_heading_run: bool = False

    def add(self, entry: Entry, after: Entry | None) -> None:
        """Place one entry; ``after`` is the next labelled one."""
        heading = entry.block.kind == "heading"
        if entry.label:
            self._add_point(entry, entry.label)
        elif entry.closing:
            self._add_closing(entry)
        elif heading:
            self._add_heading(entry, after)
        else:
            self._add_text(entry)
        self._in_heading_run = heading and not entry.block.level

    def _add_point(self, entry: Entry, label: Label) -> None:
        block, level = entry.block, entry.block.level
        if level:
            index, reading = self._frames.around_heading(level), label.readings[0]
            self._frames.stack[index].close_headings(level)
        else:
            seat = self._frames.seat(label, self._place(entry))
            index, reading = seat.index, seat.reading
        self._frames.close_above(index)
        parent = self._frames.top
        if reading.kind != "bullet":
            parent.close_bullets()
        self._note_oddity(label, reading, parent.runs.get(reading.style))
        self._latest[reading.style] = reading.value
        parent.runs[reading.style] = Run(reading.value, block.depth, block.indent, label.text)
        within = parent.holder
        rival = reading.kind == "option" or (within != ROOT and self.branches[within].open)
        branch = self._grow(Branch(within, "point", label, reading, label.span[0], open=rival))
        stated = block.marker is not None
        self._frames.push(Frame(branch, block.depth, block.indent, level, reading.kind, reading.rank, stated))
        self._put(branch, "heading" if level else "clause", entry.body)

    def _note_oddity(self, label: Label, reading: Reading, before: Run | None) -> None:
        """Note a label that leaves a gap, and the first of points that are counted by place.

        Numbers may run on from the list of one part to that of the next: 1 and 2 below I, 3 below II.
        """
        own, first = len(self.branches), reading.first or reading.value[-1]
        if not label.text:
            if before is None:
                self.oddities.append(Oddity(own, "unnumbered"))
        elif before is None:
            if first > 1 and self._latest.get(reading.style) != (*reading.value[:-1], first - 1):
                self.oddities.append(Oddity(own, "gap"))
        elif reading.value[:-1] == before.value[:-1] and first > before.value[-1] + 1:
            self.oddities.append(Oddity(own, "gap", before.label))

    def _add_closing(self, entry: Entry) -> None:
        newest = self.branches[-1] if self.branches else None
        if newest is None or newest.kind != "closing":
            self._frames.close_above(0)
            self._grow(Branch(self._part, "closing", None, None, entry.body[0]))
        self._put(len(self.branches) - 1, "clause", entry.body)

    def _add_heading(self, entry: Entry, after: Entry | None) -> None:
        words = self.text[slice(*entry.body)]
        scope = scope_of(words)
        if not scope and not entry.block.level and self._joins_heading():
            self._put(self._frames.top.holder, "heading", entry.body)
            return
        level = entry.block.level or (scope[0].rank if scope else _PLAIN_LEVEL)
        index = self._frames.around_heading(level)
        self._frames.close_above(index if scope else max(index, self._around_run(after)))
        frame = self._frames.top
        frame.close_headings(level)
        frame.close_bullets()
        if scope and scope[0].restarts:
            frame.runs.clear()
        branch = self._grow(Branch(frame.holder, "heading", None, None, entry.body[0], words))
        frame.headings.append((level, branch))
        if scope and scope[0].restarts:
            self._part = branch
        self._put(branch, "heading", entry.body)

    def _around_run(self, after: Entry | None) -> int:
        """The frame whose run goes on behind a heading, so that the heading stands among its points."""
        if after is None or after.label is None or after.label.readings[0].kind == "bullet":
            return 0
        seat = self._frames.known_seat(after.label, self._place(after))
        return seat.index if seat and self._frames.stack[seat.index].kind != "bullet" else 0

    def _joins_heading(self) -> bool:
        """Whether the next heading line goes on with the one before, or heads a label that stood alone."""
        newest = self._frames.top.branch == len(self.branches) - 1 and self._frames.top.branch != ROOT
        alone = newest and not (self.leaves and self.leaves[-1].owner == self._frames.top.branch)
        return self._in_heading_run or alone

    def _add_text(self, entry: Entry) -> None:
        if not self.branches:
            self._grow(Branch(ROOT, "preamble", None, None, entry.body[0]))
        index = self._frames.for_text(self._place(entry))
        owner = self._frames.stack[index].holder
        if owner == ROOT:
            owner = len(self.branches) - 1
        else:
            self._frames.close_above(index)
        self._put(owner, "clause", entry.body)

    def _place(self, entry: Entry) -> Place:
        ending = self.text[self.leaves[-1].span[1] - 1] if self.leaves else ""
        return Place(entry.block.depth, entry.block.indent, ending)

    def _grow(self, branch: Branch) -> int:
        self.branches.append(branch)
        return len(self.branches) - 1

    def _put(self, owner: int, kind: ProvisionKind, span: Span) -> None:
        if span[0] < span[1]:
            self.leaves.append(Leaf(owner, kind, span))
