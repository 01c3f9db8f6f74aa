"""Who answers whom: links between provisions, and those without one."""

from __future__ import annotations

from typing import Literal

import attrs

from peacediff.model.draft import Provision

Found = Literal["exact", "text", "context", "regrouped", "user"]


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
