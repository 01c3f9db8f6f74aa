"""What a careful reader would say of two drafts together."""

from __future__ import annotations

from typing import Literal

import attrs

Side = Literal["old", "new"]


@attrs.frozen
class Quote:
    """Words of a provision of one draft, as printed."""

    side: Side
    provision: str
    words: str


@attrs.frozen
class Remark:
    """An observation over several provisions, with the words that show it; it judges nothing.

    ``lacking`` is the draft in which something is not found that the other one has.
    """

    id: str
    lacking: Side
    said: str
    quotes: tuple[Quote, ...]
    elsewhere: tuple[Quote, ...] = ()
    """What may stand for it in another point of the lacking draft."""
