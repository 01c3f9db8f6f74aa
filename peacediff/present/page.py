"""What a reader is shown, in order and in words, before any markup: a renderer only maps roles to markup.

Every string here is plain text, and much of it is the documents': nothing is markup, all of it is to be escaped.
"""

from __future__ import annotations

from typing import Literal

import attrs

from peacediff.model import Aspect, Fate

Role = Literal["equal", "deleted", "inserted", "elided"]


@attrs.frozen
class Run:
    """Text in one role. White space is single spaces; no deleted or inserted run begins or ends with one."""

    text: str
    role: Role


@attrs.frozen
class Side:
    """What heads one draft: its title, a line of facts, and what was set aside or not understood."""

    title: str
    facts: str
    asides: tuple[str, ...]


@attrs.frozen
class ShiftLine:
    """What shifted: the aspect and which way in words (``label``), and the words that show it."""

    aspect: Aspect
    label: str
    said: str


@attrs.frozen
class Entry:
    """One change: the ids of both sides, its verdict and flags in words, its text, what shifted, and remarks."""

    fate: Fate
    old: tuple[str, ...]
    new: tuple[str, ...]
    words: tuple[str, ...]
    topics: tuple[str, ...]
    runs: tuple[Run, ...]
    shifts: tuple[ShiftLine, ...]
    remarks: tuple[str, ...]

    @property
    def ids(self) -> str:
        """The ids of both sides in one line: ``2 → 3, 4``, and once where both are the same."""
        return between(", ".join(self.old), ", ".join(self.new))


@attrs.frozen
class Group:
    """The changes of one fate; of unchanged ones only the ids, neighbours joined.

    ``absence`` words an absence from a draft that is not known in full; empty elsewhere.
    """

    fate: Fate
    absence: str
    count: int
    entries: tuple[Entry, ...] = ()
    stretches: tuple[str, ...] = ()


@attrs.frozen
class Section:
    """The changes about one topic in groups; ``title`` is empty where nothing is parted by topics.

    ``summary`` counts them, ``above`` names those about the topic that an earlier section tells.
    """

    title: str
    summary: str
    groups: tuple[Group, ...]
    above: str = ""


@attrs.frozen
class Observation:
    """A remark over several provisions: a sentence, and the words that show it, each with where they stand."""

    said: str
    quotes: tuple[str, ...]


@attrs.frozen
class LedgerRow:
    """How many provisions of each side have a fate, None where the side cannot have it; the last is the sum."""

    fate: Fate | None
    old: int | None
    new: int | None


@attrs.frozen
class PointRow:
    """A point in one line: its fate (None: it is empty), where it went, and how it begins."""

    level: int
    id: str
    fate: Fate | None
    answer: str
    opening: str


@attrs.frozen
class Page:
    """A comparison as it is read: from the heads of both drafts down to the table of points.

    ``left_out`` says what is not shown where topics were asked for; the ledger counts everything.
    """

    old: Side
    new: Side
    summary: str
    caveats: tuple[str, ...]
    sections: tuple[Section, ...]
    left_out: str
    observations: tuple[Observation, ...]
    ledger: tuple[LedgerRow, ...]
    points: tuple[PointRow, ...]
    new_points: tuple[PointRow, ...]


GLYPHS: dict[Fate, str] = {"dropped": "✗", "changed": "~", "added": "+", "reworded": "≈", "unchanged": "="}


def between(old: str, new: str) -> str:
    """Ids of both sides in one line."""
    return old or new if old == new or not (old and new) else f"{old} → {new}"
