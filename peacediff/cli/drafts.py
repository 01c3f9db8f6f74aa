"""The drafts that a command line names."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from peacediff.errors import Trouble

if TYPE_CHECKING:
    from peacediff.model import Draft
    from peacediff.readers import Tracked as Side


class Tracked(StrEnum):
    """Which side of the tracked changes of a Word file is read; both make an old and a new draft of one file."""

    ACCEPT = "accept"
    REJECT = "reject"
    BOTH = "both"


@attrs.frozen
class Reading:
    """How files are to be read."""

    input_format: str | None = None
    encoding: str | None = None
    tracked: Tracked = Tracked.ACCEPT


def draft(name: str, how: Reading) -> Draft:
    """The one draft that is named."""
    from peacediff.readers import read

    if how.tracked is Tracked.BOTH:
        raise Trouble("--tracked both", "makes two drafts of one", "use accept or reject")
    side: Side = "reject" if how.tracked is Tracked.REJECT else "accept"
    return read(name, input_format=how.input_format, encoding=how.encoding, tracked=side)


def drafts(
    old: str, new: str | None, papers: tuple[Sequence[str], Sequence[str]], how: Reading
) -> tuple[Draft, Draft]:
    """The two drafts to compare, each with the papers beside it: files, or the two sides of one."""
    from peacediff.packages import package

    before, after = _main_texts(old, new, how)
    beside = [[draft(name, how) for name in names] for names in papers]
    return package(before, *beside[0]), package(after, *beside[1])


def _main_texts(old: str, new: str | None, how: Reading) -> tuple[Draft, Draft]:
    from peacediff.readers import read_tracked

    if how.tracked is Tracked.BOTH:
        if new is not None:
            raise Trouble("--tracked both", "compares the two sides of one file", f"leave {new} out")
        return read_tracked(old, input_format=how.input_format, encoding=how.encoding)
    if new is None:
        remedy = "name it behind the old one, or use --tracked both for the two sides of one Word file"
        raise Trouble(old, "the new draft is missing", remedy)
    return draft(old, how), draft(new, how)
