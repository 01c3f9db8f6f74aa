"""The drafts that a command line names."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from peacediff.cli.outputs import place
from peacediff.errors import Trouble

if TYPE_CHECKING:
    from peacediff.model import Draft
    from peacediff.readers import Tracked as Side


class Tracked(StrEnum):
    """Which side of the tracked changes of a file is read; both make an old and a new draft of one file."""

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
    """The one draft that is named: a file, or a file of a revision, as ``HEAD~1:plan.md``."""
    from peacediff.readers import read, read_bytes
    from peacediff.revisions import blob, is_revision

    if how.tracked is Tracked.BOTH:
        raise Trouble("--tracked both", "makes two drafts of one", "use accept or reject")
    side: Side = "reject" if how.tracked is Tracked.REJECT else "accept"
    if is_revision(name):
        given = blob(name)
        return read_bytes(given, name, input_format=how.input_format, encoding=how.encoding, tracked=side)
    return read(name, input_format=how.input_format, encoding=how.encoding, tracked=side)


def drafts(
    old: str, new: str | None, papers: tuple[Sequence[str], Sequence[str]], how: Reading
) -> tuple[Draft, Draft]:
    """The two drafts to compare, each with the papers beside it: files, or the two sides of one."""
    before, after = _main_texts(old, new, how)
    return with_papers(before, old, papers[0], how), with_papers(after, new or old, papers[1], how)


def with_papers(main: Draft, name: str, papers: Sequence[str], how: Reading) -> Draft:
    """A draft read from a file of this name, and the papers beside it; raises `Trouble` for a file named twice."""
    from peacediff.packages import package

    taken = [place(name)]
    for paper in papers:
        if place(paper) in taken:
            raise Trouble(paper, "is in the package already", "name every file of a draft once")
        taken.append(place(paper))
    return package(main, *(draft(paper, how) for paper in papers))


def _main_texts(old: str, new: str | None, how: Reading) -> tuple[Draft, Draft]:
    from peacediff.readers import read_tracked

    if how.tracked is Tracked.BOTH:
        if new is not None:
            raise Trouble("--tracked both", "compares the two sides of one file", f"leave {new} out")
        return read_tracked(old, input_format=how.input_format, encoding=how.encoding)
    if new is None:
        remedy = "name it behind the old one, or use --tracked both for the two sides of one file"
        raise Trouble(old, "the new draft is missing", remedy)
    return draft(old, how), draft(new, how)
