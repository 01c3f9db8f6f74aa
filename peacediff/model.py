"""Every noun of peacediff as a frozen value, in the order of the pipeline.

``read`` makes a `Draft`, ``align`` an `Alignment`, ``classify`` the `Changes` of a `Comparison`.
A span is ``(start, end)`` in code points of the text it belongs to, a line counts from 1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Literal, get_args, overload

import attrs

Span = tuple[int, int]
Completeness = Literal["complete", "partial", "reported"]
PointKind = Literal["point", "heading", "preamble"]
ProvisionKind = Literal["clause", "heading"]
PassageKind = Literal["front-matter", "title", "note", "remainder"]
Found = Literal["exact", "same-label", "text", "context", "regrouped", "user"]
Fate = Literal["unchanged", "reworded", "changed", "dropped", "added"]
Shape = Literal["one", "split", "merged", "regrouped"]
Basis = Literal["stated", "reported"]
EditKind = Literal["insert", "delete", "replace"]

FATES: tuple[Fate, ...] = get_args(Fate)
COMPLETENESS: tuple[Completeness, ...] = get_args(Completeness)
DOUBTFUL_BELOW = 0.7
"""A link of lower confidence is told as doubtful (docs/explanation/alignment.md gives the measurement)."""

_PART = r"(?:-?\w[\w-]*(?:~\d+)?)"
ID_GRAMMAR = re.compile(rf"(?:{_PART}/)*{_PART}(?:\.{_PART})*(?:#[2-9]|#[1-9]\d+)?")
"""``21.b`` is a point, ``12#2`` its second provision; ``annex-1/3`` stands in a scope, ``2.-1`` is a dash and
``3~2`` the second point that is labelled 3."""


@attrs.frozen
class Provision:
    """The unit that is aligned: one sentence or list clause of a point, or its heading.

    ``text`` is the literal slice of the draft, markup included: ``draft.text[slice(*p.span)] == p.text``.
    """

    id: str
    kind: ProvisionKind
    text: str
    span: Span
    line: int

    @property
    def point(self) -> str:
        """The id of the point that holds this provision."""
        return self.id.partition("#")[0]


@attrs.frozen
class Point:
    """A numbered, lettered, dashed or headed item of a draft; ``label`` as printed, empty for a heading."""

    id: str
    label: str
    kind: PointKind
    line: int
    label_span: Span
    provisions: tuple[Provision, ...] = ()
    points: tuple[Point, ...] = ()

    def walk(self) -> Iterator[Point]:
        """Yield the point itself, then all points below it, in draft order."""
        waiting = [self]
        while waiting:
            point = waiting.pop()
            yield point
            waiting.extend(reversed(point.points))


@attrs.frozen
class Passage:
    """Text of a draft that is no provision: its front matter or title, a note, or what was not understood."""

    kind: PassageKind
    text: str
    span: Span
    line: int


@attrs.frozen
class Draft:
    """One version of a plan, as read from one input.

    ``sha256`` is the digest of the input's bytes; ``language`` a BCP 47 tag, empty where nobody said.
    """

    name: str
    text: str
    sha256: str
    title: str = ""
    date: str = ""
    completeness: Completeness = "complete"
    source: str = ""
    language: str = ""
    points: tuple[Point, ...] = ()
    passages: tuple[Passage, ...] = ()

    def walk(self) -> Iterator[Point]:
        """All points, nested ones after their parent."""
        for point in self.points:
            yield from point.walk()

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """All provisions in the order of the text."""
        return tuple(sorted((p for point in self.walk() for p in point.provisions), key=lambda p: p.span))


@attrs.frozen
class RunnerUp:
    """The best rival of a link, or the nearest text to an unlinked provision: a pair of provision ids.

    ``score`` is the rival's likeness from 0 to 1; ``margin`` how far the link is ahead of it (negative where
    the rest of the drafts decided against the closer text), None for an unlinked provision.
    """

    old: str
    new: str
    score: float
    margin: float | None = None


@attrs.frozen
class Link:
    """Old provisions that answer new ones, both in draft order and none empty.

    ``score`` is the likeness of the texts, ``confidence`` the probability that the link is right, from 0 to 1.
    """

    old: tuple[Provision, ...]
    new: tuple[Provision, ...]
    score: float
    confidence: float
    found: Found
    runner_up: RunnerUp | None = None


@attrs.frozen
class Unlinked:
    """A provision that answers none of the other draft, with the nearest text there."""

    provision: Provision
    runner_up: RunnerUp | None = None


@attrs.frozen
class Alignment:
    """Every provision of both drafts, in exactly one link or unlinked."""

    links: tuple[Link, ...]
    dropped: tuple[Unlinked, ...]
    added: tuple[Unlinked, ...]


@attrs.frozen
class Edit:
    """A word-level edit inside a change.

    The spans count in `Change.before` and `Change.after`: replacing each ``old`` by its ``new`` turns one
    into the other, and back.
    """

    kind: EditKind
    old: str
    new: str
    old_span: Span
    new_span: Span


@attrs.frozen
class Shift:
    """One aspect of content, before and after, with a neutral direction."""

    aspect: str
    before: str
    after: str
    direction: str


@attrs.frozen
class Trace:
    """Where content of an unlinked provision may still live: provision id, coverage in per cent, words."""

    provision: str
    coverage: int
    words: tuple[str, ...]


@attrs.frozen
class Change:
    """One link, or one unlinked provision, with all that is said of it."""

    old: tuple[Provision, ...]
    new: tuple[Provision, ...]
    fate: Fate
    shape: Shape = "one"
    basis: Basis = "stated"
    moved: bool = False
    renumbered: bool = False
    found: Found | None = None
    score: float | None = None
    confidence: float | None = None
    runner_up: RunnerUp | None = None
    topics: tuple[str, ...] = ()
    shifts: tuple[Shift, ...] = ()
    edits: tuple[Edit, ...] = ()
    trace: tuple[Trace, ...] = ()

    @property
    def before(self) -> str:
        """The old provisions' texts in draft order, a line each."""
        return "\n".join(p.text for p in self.old)

    @property
    def after(self) -> str:
        """The new provisions' texts in draft order, a line each."""
        return "\n".join(p.text for p in self.new)

    @property
    def doubtful(self) -> bool:
        """Whether the link behind this change may well be wrong."""
        return self.confidence is not None and self.confidence < DOUBTFUL_BELOW


@attrs.frozen
class Changes(Sequence[Change]):
    """Changes that filter and chain: ``comparison.about("territory").dropped``."""

    items: tuple[Change, ...] = attrs.field(converter=tuple)

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> Changes: ...
    def __getitem__(self, index: int | slice) -> Change | Changes:
        return Changes(self.items[index]) if isinstance(index, slice) else self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def about(self, topic: str) -> Changes:
        """The changes that are about a topic, such as ``territory``."""
        return Changes(c for c in self.items if topic in c.topics)

    def of(self, *fates: Fate) -> Changes:
        """The changes with one of these fates."""
        return Changes(c for c in self.items if c.fate in fates)

    @property
    def unchanged(self) -> Changes:
        """The changes whose words are the same."""
        return self.of("unchanged")

    @property
    def reworded(self) -> Changes:
        """The changes that say the same in other words."""
        return self.of("reworded")

    @property
    def changed(self) -> Changes:
        """The changes that say something else."""
        return self.of("changed")

    @property
    def dropped(self) -> Changes:
        """The old provisions that no new one answers."""
        return self.of("dropped")

    @property
    def added(self) -> Changes:
        """The new provisions that answer no old one."""
        return self.of("added")

    @property
    def doubtful(self) -> Changes:
        """The changes that rest on a doubtful link."""
        return Changes(c for c in self.items if c.doubtful)


@attrs.frozen
class Ledger:
    """Provisions counted by fate, old and new; every fate is named, and each side adds up."""

    old: tuple[tuple[Fate, int], ...]
    new: tuple[tuple[Fate, int], ...]


@attrs.frozen
class Comparison:
    """Two drafts and what became of every provision of both."""

    old: Draft
    new: Draft
    changes: Changes

    @property
    def ledger(self) -> Ledger:
        """The counts of all fates."""
        old, new = Counter[Fate](), Counter[Fate]()
        for change in self.changes:
            old[change.fate] += len(change.old)
            new[change.fate] += len(change.new)
        return Ledger(
            old=tuple((fate, old[fate]) for fate in FATES if fate != "added"),
            new=tuple((fate, new[fate]) for fate in FATES if fate != "dropped"),
        )

    @property
    def dropped(self) -> Changes:
        """The old provisions that no new one answers."""
        return self.changes.dropped

    @property
    def added(self) -> Changes:
        """The new provisions that answer no old one."""
        return self.changes.added

    @property
    def changed(self) -> Changes:
        """The changes that say something else."""
        return self.changes.changed

    def about(self, topic: str) -> Changes:
        """The changes that are about a topic, such as ``territory``."""
        return self.changes.about(topic)

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain values, as ``peacediff schema comparison`` describes them."""
        from peacediff import codec

        return codec.to_dict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Comparison:
        """The comparison that `to_dict` wrote; raises `peacediff.Trouble` where the data is none."""
        from peacediff import codec

        return codec.from_dict(data)

    def to_records(self) -> list[dict[str, Any]]:
        """One flat row per change, for data frames."""
        from peacediff import codec

        return codec.to_records(self)
