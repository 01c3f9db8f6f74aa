"""What a reader is shown, in order and in words, before any markup: a renderer only maps roles to markup.

Every string here is plain text, and much of it is the documents': nothing is markup, all of it is to be escaped.
"""

from __future__ import annotations

from typing import Literal

import attrs

from peacediff.model import Aspect, Fate
from peacediff.model import Side as DraftSide

Role = Literal["equal", "deleted", "inserted", "elided"]


@attrs.frozen
class Run:
    """Text in one role. White space is single spaces; no deleted or inserted run begins or ends with one."""

    text: str
    role: Role


@attrs.frozen
class Ref:
    """A provision of one draft, named in a sentence; ``shown`` where it goes by another name than its id."""

    side: DraftSide
    id: str
    shown: str = ""

    def __str__(self) -> str:
        return self.shown or self.id


Sentence = tuple[str | Ref, ...]
"""What is said, with the provisions that it names."""


def plain(sentence: Sentence) -> str:
    """A sentence as text."""
    return "".join(map(str, sentence))


@attrs.frozen
class Held:
    """A provision in full: its name and its text, with what was taken away or put in."""

    ref: Ref
    runs: tuple[Run, ...]


@attrs.frozen
class Side:
    """What heads one draft: its title, a line of facts, and what was set aside or not understood.

    ``language`` is a BCP 47 tag, empty where nobody said.
    """

    title: str
    facts: str
    asides: tuple[str, ...]
    language: str = ""


@attrs.frozen
class ShiftLine:
    """What shifted: the aspect and which way in words (``label``), and the words that show it, of either side.

    ``difference`` tells how far it went, where that can be counted.
    """

    aspect: Aspect
    label: str
    before: str
    after: str
    difference: str = ""

    @property
    def said(self) -> str:
        """The words in one line: ``600,000 → 800,000 (+33 %)``."""
        far = f" ({self.difference})" if self.difference else ""
        return (
            f"{self.before} → {self.after}{far}" if self.before and self.after else self.before or self.after
        )


@attrs.frozen
class Entry:
    """One change: both sides in full, its verdict and flags in words, what shifted, and remarks.

    ``runs`` is its text in one piece, shortened where nothing differs for long.
    """

    fate: Fate
    old: tuple[Held, ...]
    new: tuple[Held, ...]
    words: tuple[str, ...]
    topics: tuple[str, ...]
    runs: tuple[Run, ...]
    shifts: tuple[ShiftLine, ...]
    remarks: tuple[Sentence, ...]
    doubtful: bool = False

    @property
    def ids(self) -> str:
        """The ids of both sides in one line: ``2 → 3, 4``, and once where both are the same."""
        return between(*(", ".join(str(held.ref) for held in side) for side in (self.old, self.new)))


@attrs.frozen
class Group:
    """The changes of one fate; of unchanged ones also the ids in ``stretches``, neighbours joined.

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
    above: Sentence = ()


@attrs.frozen
class Observation:
    """A remark over several provisions: a sentence, and the words that show it, each with where they stand."""

    said: str
    quotes: tuple[Sentence, ...]


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
    point: Ref
    fate: Fate | None
    answer: Sentence
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
