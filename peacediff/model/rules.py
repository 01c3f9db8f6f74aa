"""Declared rules over changes; a rule file's name is its id."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

import attrs

from peacediff.model.changes import TURNED, Aspect, Basis, Direction, Fate, Shape

Severity = Literal["error", "warning", "info"]
Flag = Literal[
    "moved",
    "renumbered",
    "doubtful",
    "open",
    "opened",
    "closed",
    "to-paper",
    "from-paper",
    "came-back",
    "dropped-again",
    "oscillating",
]

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""Worst first: an *error* must be acknowledged by somebody, and is no verdict on the text."""
FLAGS: tuple[Flag, ...] = get_args(Flag)
"""``open``: a side leaves options or brackets open. ``opened``: only the new one does; ``closed``: only the old one.
``to-paper``: the text went to a paper of a package; ``from-paper``: it left one. ``came-back``, ``dropped-again`` and
``oscillating`` hold in a history alone."""
WATCHED = ("territory", "security-guarantees")
"""The topics that are watched unless others are named."""
WATCHED_TOPIC = "watched"
"""Stands in a rule for the topics that are watched."""
FATES_TURNED: Mapping[Fate, Fate] = MappingProxyType({"dropped": "added", "added": "dropped"})
SHAPES_TURNED: Mapping[Shape, Shape] = MappingProxyType({"split": "merged", "merged": "split"})
FLAGS_TURNED: Mapping[Flag, Flag] = MappingProxyType(
    {
        "opened": "closed",
        "closed": "opened",
        "to-paper": "from-paper",
        "from-paper": "to-paper",
        "came-back": "dropped-again",
        "dropped-again": "came-back",
    }
)


@attrs.frozen
class When:
    """What a change must be for a rule to fire: every key that is not empty, and of its values any.

    Aspect and direction are asked of one and the same shift.
    """

    topic: tuple[str, ...] = ()
    fate: tuple[Fate, ...] = ()
    shape: tuple[Shape, ...] = ()
    basis: tuple[Basis, ...] = ()
    aspect: tuple[Aspect, ...] = ()
    direction: tuple[Direction, ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def turned(self) -> When:
        """The same asked of the comparison in which the two drafts have changed places."""
        return attrs.evolve(
            self,
            fate=tuple(FATES_TURNED.get(fate, fate) for fate in self.fate),
            shape=tuple(SHAPES_TURNED.get(shape, shape) for shape in self.shape),
            direction=tuple(TURNED[direction] for direction in self.direction),
            flags=tuple(FLAGS_TURNED.get(flag, flag) for flag in self.flags),
        )

    def asks_as(self, other: When) -> bool:
        """Whether the same is asked, in whatever order the values stand."""
        return all(set(getattr(self, f.name)) == set(getattr(other, f.name)) for f in attrs.fields(When))


@attrs.frozen
class Example:
    """Two drafts on which a rule fires or, a near miss, does not; each is the text of a draft.

    ``told`` is what is taken as told of the links, for a case that texts do not show reliably: a shift such as
    ``deadline opened``, or ``doubtful`` or ``to-paper``.
    """

    old: str
    new: str
    told: tuple[str, ...] = ()


@attrs.frozen
class Rule:
    """A declared check over changes.

    ``message`` is a sentence that is true wherever the rule fires; ``help`` says what to look at. ``waiver`` is the
    reason why there is no rule for the mirrored case, empty where there is one.
    """

    id: str
    title: str
    severity: Severity
    when: When
    message: str
    help: str
    fires: tuple[Example, ...] = ()
    near_misses: tuple[Example, ...] = ()
    waiver: str = ""

    def mirrors(self, other: Rule) -> bool:
        """Whether this rule fires as severely on one comparison as the other does on the turned one."""
        return self.severity == other.severity and self.when.turned.asks_as(other.when)
