"""The open points while a tree is built: which of them a label counts on from, or a paragraph goes on with."""

from __future__ import annotations

import attrs

from peacediff.readers.labels import Kind, Label, Reading

ROOT = -1
_DEEPEST = 32
_OVER = ";,；，،؛"


@attrs.frozen
class Run:
    """How far a style has counted below a frame, and where its last label stands, as printed."""

    value: tuple[int, ...]
    depth: int
    indent: int
    label: str = ""


@attrs.frozen
class Place:
    """Where an entry stands: its list depth, its columns of indentation, and the last character before it."""

    depth: int
    indent: int
    ending: str


@attrs.frozen
class Seat:
    """The index of the frame below which a label belongs, and how to read the label."""

    index: int
    reading: Reading


@attrs.define
class Frame:
    """An open point: its headings that are open, as (level, branch), and the runs of labels below it.

    ``level`` is that of the point's own heading, 0 where it has none; ``kind`` and ``rank`` those of its label.
    ``stated`` where the format says how far it reaches.
    """

    branch: int
    depth: int = -1
    indent: int = -1
    level: int = 0
    kind: Kind | None = None
    rank: int = -1
    stated: bool = False
    headings: list[tuple[int, int]] = attrs.field(factory=list)
    runs: dict[str, Run] = attrs.field(factory=dict)

    @property
    def holder(self) -> int:
        """The branch that takes what comes next: the innermost open heading, else the point itself."""
        return self.headings[-1][1] if self.headings else self.branch

    def close_headings(self, level: int) -> None:
        """Close the open headings of this level and of lower ones."""
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()

    def close_bullets(self) -> None:
        """Forget the bullets, so that later ones open below a later point."""
        self.runs = {style: run for style, run in self.runs.items() if any(run.value)}


@attrs.define
class Frames:
    """The stack of open points, the root first; never over 32, so that a question takes constant time."""

    stack: list[Frame] = attrs.field(factory=lambda: [Frame(ROOT)])

    @property
    def top(self) -> Frame:
        """The innermost open point."""
        return self.stack[-1]

    def push(self, frame: Frame) -> None:
        """Open a point below the top."""
        self.stack.append(frame)

    def close_above(self, index: int) -> None:
        """Close all points above ``index``; the deepest may hold none, so that its sibling takes its place."""
        del self.stack[min(index, _DEEPEST - 1) + 1 :]

    def around_heading(self, level: int) -> int:
        """The innermost frame that is the root, or a labelled heading above ``level``."""
        return max(i for i, frame in enumerate(self.stack) if i == 0 or 0 < frame.level < level)

    def seat(self, label: Label, place: Place) -> Seat:
        """Where a label at ``place`` belongs."""
        known = self.known_seat(label, place)
        return known or Seat(self._opening(label.readings[0], place.depth), label.readings[0])

    def known_seat(self, label: Label, place: Place) -> Seat | None:
        """The seat of a label that opens a list after a colon, counts on, or begins a run again; else None."""
        first, last = self._allowed(place.depth)
        reading = label.readings[0]
        if reading.value[-1] == 1 and place.ending in {":", "："}:
            return Seat(last, reading)
        counting = self._counting_seat(label, first, last, place)
        return counting or self._restarting_seat(reading, first, last, place.indent)

    def for_text(self, place: Place) -> int:
        """The frame that a paragraph without a label goes on with."""
        first, index = self._allowed(place.depth)
        if first == index - 1 and place.depth and self.stack[index].depth < place.depth:
            return index
        while index > first and _is_over(self.stack[index], place, nested=index > 1):
            index -= 1
        return index

    def _allowed(self, depth: int) -> tuple[int, int]:
        """The frames, from first to last, that may hold what the format states to be this deep."""
        last = max(i for i, frame in enumerate(self.stack) if frame.depth <= depth)
        first = max(i for i in range(last + 1) if self.stack[i].depth < depth)
        return first, last

    def _counting_seat(self, label: Label, first: int, last: int, place: Place) -> Seat | None:
        """The seat among the runs of like depth with the smallest gap, then of like indentation, then innermost."""
        options = [
            (abs(run.depth - place.depth), _gap(run, reading), abs(run.indent - place.indent), -index, rank)
            for index in range(first, last + 1)
            for rank, reading in enumerate(label.readings)
            if (run := self.stack[index].runs.get(reading.style))
            and _follows(run, reading, place.indent, rank)
        ]
        if not options:
            return None
        *_, index, rank = min(options)
        return Seat(-index, label.readings[rank])

    def _restarting_seat(self, reading: Reading, first: int, last: int, indent: int) -> Seat | None:
        """The innermost frame with a run of this style, unless a first label of inner rank opens a list of its own."""
        if reading.value[-1] == 1 and reading.rank > self.stack[last].rank >= 0:
            return None
        for index in range(last, first - 1, -1):
            run = self.stack[index].runs.get(reading.style)
            if run and indent <= run.indent + 1:
                return Seat(index, reading)
        return None

    def _opening(self, reading: Reading, depth: int) -> int:
        """The frame for a new style: innermost and no bullet, or where a list's start is missing, of outer rank."""
        first, last = self._allowed(depth)
        outranked = reading.value[-1] > 1
        while (
            last > first
            and (outranked or self.stack[last].kind == "bullet")
            and self.stack[last].rank > reading.rank
        ):
            last -= 1
        return last


def _gap(run: Run, reading: Reading) -> int:
    return reading.value[-1] - run.value[-1] if reading.value[:-1] == run.value[:-1] else 1


def _follows(run: Run, reading: Reading, indent: int, rank: int) -> bool:
    """Whether a reading counts on from a run; the less likely reading only where it does so without a gap."""
    if reading.kind == "bullet":
        return indent <= run.indent + 1
    return reading.value > run.value and (rank == 0 or _gap(run, reading) == 1)


def _is_over(frame: Frame, place: Place, *, nested: bool) -> bool:
    """Whether a paragraph stands outside of a frame: less indented, behind bullets, or clauses that end in ``;``."""
    if frame.stated and place.depth:
        return True
    if place.indent != frame.indent:
        return place.indent < frame.indent
    listed = nested or frame.kind in {"letter", "roman"}
    return frame.kind == "bullet" or (listed and place.ending != "" and place.ending in _OVER)
