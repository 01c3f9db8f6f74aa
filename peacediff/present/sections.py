"""Which change is told under which topic: each exactly once, in full, and named where else it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from peacediff.model import WATCHED, Change, Changes

REST = ""
"""Stands for the topic where a section holds what is about none of the others."""


@attrs.frozen
class Told:
    """The changes that are told under a topic, and those about it that an earlier section tells."""

    topic: str
    changes: tuple[Change, ...]
    above: tuple[Change, ...] = ()


def told(changes: Changes, topics: Sequence[str]) -> Iterator[Told]:
    """The changes by topic: those asked for, or the watched ones and then the rest.

    A change about several stands under the first of them. A topic that nothing is about is told only where it was
    asked for.
    """
    order = tuple(dict.fromkeys(topics or WATCHED))
    homes = [next((topic for topic in order if topic in change.topics), REST) for change in changes]
    for topic in order:
        here = tuple(change for change, home in zip(changes, homes, strict=True) if home == topic)
        above = tuple(
            c for c, home in zip(changes, homes, strict=True) if home != topic and topic in c.topics
        )
        if here or above or topics:
            yield Told(topic, here, above)
    rest = tuple(change for change, home in zip(changes, homes, strict=True) if home == REST)
    if rest and not topics:
        yield Told(REST, rest)
