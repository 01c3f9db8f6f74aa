"""What became of provisions: changes, one by one and many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, get_args, overload

import attrs

from peacediff.errors import unknown
from peacediff.model.alignment import Found, RunnerUp
from peacediff.model.delegates import Shown, Tabular
from peacediff.model.draft import Provision, Span

Fate = Literal["unchanged", "reworded", "changed", "dropped", "added"]
Shape = Literal["one", "split", "merged", "regrouped"]
Basis = Literal["stated", "reported"]
EditKind = Literal["insert", "delete", "replace"]
Aspect = Literal[
    "quantity",
    "deadline",
    "place",
    "party",
    "duty",
    "condition",
    "polarity",
    "status",
    "scope",
    "reference",
]
Direction = Literal[
    "higher",
    "lower",
    "earlier",
    "later",
    "firmer",
    "softer",
    "wider",
    "narrower",
    "added",
    "removed",
    "opened",
    "closed",
    "replaced",
    "incomparable",
]

FATES: tuple[Fate, ...] = get_args(Fate)
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
_LAST_OF_PAIRS = DIRECTIONS.index("closed")
TURNED: Mapping[Direction, Direction] = MappingProxyType(
    {d: DIRECTIONS[n ^ 1] if n <= _LAST_OF_PAIRS else d for n, d in enumerate(DIRECTIONS)}
)
"""Each direction as it is called when the two drafts change places: they stand above in pairs, but for the last two."""
DOUBTFUL_BELOW = 0.7
"""A link of lower confidence is told as doubtful (docs/explanation/alignment.md gives the measurement)."""


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
    """One aspect of content, before and after, with a neutral direction.

    ``before`` and ``after`` are the words that show it, as they stand in `Change.before` and `Change.after` at the
    spans; where nothing answers, the words are empty and the span is None. ``difference`` tells how far it went
    where that can be counted (``+33 %``, of the old value), and is empty elsewhere.
    """

    aspect: Aspect
    direction: Direction
    before: str = ""
    after: str = ""
    before_span: Span | None = None
    after_span: Span | None = None
    difference: str = ""


@attrs.frozen
class Trace:
    """Where content of an unlinked provision may still live in the other draft.

    ``provision`` is an id there and ``coverage`` how much of the content it holds, in per cent, rare words counting
    more; ``words`` are the phrases that show it, as printed there.
    """

    provision: str
    coverage: int
    words: tuple[str, ...]


@attrs.frozen
class Change(Shown):
    """One link, or one unlinked provision, with all that is said of it.

    ``gone`` and ``come`` are the words of a changed link, as printed, that neither a variant nor a shift explains.
    ``from_papers`` and ``to_papers`` are the names of the papers of a package that its text left or went to.
    """

    old: tuple[Provision, ...]
    new: tuple[Provision, ...]
    fate: Fate
    shape: Shape = "one"
    basis: Basis = "stated"
    moved: bool = False
    renumbered: bool = False
    from_papers: tuple[str, ...] = ()
    to_papers: tuple[str, ...] = ()
    found: Found | None = None
    score: float | None = None
    confidence: float | None = None
    runner_up: RunnerUp | None = None
    topics: tuple[str, ...] = ()
    shifts: tuple[Shift, ...] = ()
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
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


def _together(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(changes)


@attrs.frozen(repr=False)
class Changes(Tabular, Shown, Sequence[Change]):
    """Changes that filter and chain: ``comparison.about("territory").dropped``.

    ``topics`` are the ids that provisions were searched for; where none are named, any may be asked for.
    """

    items: tuple[Change, ...] = attrs.field(converter=_together)
    topics: tuple[str, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> Changes: ...
    def __getitem__(self, index: int | slice) -> Change | Changes:
        return self._those(self.items[index]) if isinstance(index, slice) else self.items[index]

    def __repr__(self) -> str:
        counts = ((len(self.of(fate)), fate) for fate in FATES)
        return f"<Changes: {', '.join(f'{count} {fate}' for count, fate in counts if count) or 'none'}>"

    def __len__(self) -> int:
        return len(self.items)

    def about(self, topic: str) -> Changes:
        """The changes that are about a topic, such as ``territory``; raises `peacediff.Trouble` for an unknown one."""
        if self.topics and topic not in self.topics:
            raise unknown("topic", "topic", topic, self.topics)
        return self._those(c for c in self.items if topic in c.topics)

    def of(self, *fates: Fate) -> Changes:
        """The changes with one of these fates."""
        return self._those(c for c in self.items if c.fate in fates)

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
        return self._those(c for c in self.items if c.doubtful)

    def where(self, fits: Callable[[Change], bool]) -> Changes:
        """The changes that a function of yours wants."""
        return self._those(filter(fits, self.items))

    def _those(self, items: Iterable[Change]) -> Changes:
        return Changes(items, self.topics)
