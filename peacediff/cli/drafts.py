"""The drafts that a command line names."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from peacediff.errors import Trouble

if TYPE_CHECKING:
    from peacediff.model import Draft
    from peacediff.readers import Tracked as Side


class Tracked(StrEnum):
    """Which side of the tracked changes of a Word file is read; both make an old and a new draft of one file."""

    ACCEPT = "accept"
    REJECT = "reject"
    BOTH = "both"


def draft(name: str, input_format: str | None, encoding: str | None, tracked: Tracked) -> Draft:
    """The one draft that is named."""
    from peacediff.readers import read

    if tracked is Tracked.BOTH:
        raise Trouble("--tracked both", "makes two drafts of one", "use accept or reject")
    side: Side = "reject" if tracked is Tracked.REJECT else "accept"
    return read(name, input_format=input_format, encoding=encoding, tracked=side)


def drafts(
    old: str, new: str | None, input_format: str | None, encoding: str | None, tracked: Tracked
) -> tuple[Draft, Draft]:
    """The two drafts to compare: two files, or the two sides of one."""
    from peacediff.readers import read_tracked

    if tracked is Tracked.BOTH:
        if new is not None:
            raise Trouble("--tracked both", "compares the two sides of one file", f"leave {new} out")
        return read_tracked(old, input_format=input_format, encoding=encoding)
    if new is None:
        remedy = "name it behind the old one, or use --tracked both for the two sides of one Word file"
        raise Trouble(old, "the new draft is missing", remedy)
    return draft(old, input_format, encoding, tracked), draft(new, input_format, encoding, tracked)
