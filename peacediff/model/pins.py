"""What a user says of links: some are pinned, some forbidden."""

from __future__ import annotations

import attrs


@attrs.frozen
class Pin:
    """Ids of old and of new provisions, none empty: all of them one link, or none of them linked across."""

    old: tuple[str, ...]
    new: tuple[str, ...]


@attrs.frozen
class Pins:
    """Links that are pinned and links that are forbidden; ``name`` tells where they were read."""

    name: str = ""
    pinned: tuple[Pin, ...] = ()
    forbidden: tuple[Pin, ...] = ()
