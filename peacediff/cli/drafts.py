"""The drafts that a command line names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from peacediff.cli import options
from peacediff.cli.options import Tracked
from peacediff.cli.outputs import place
from peacediff.errors import Trouble

if TYPE_CHECKING:
    from peacediff.model import Draft
    from peacediff.readers import Tracked as Side


@attrs.frozen
class ReadOptions:
    """How files are to be read."""

    input_format: options.InputFormat = None
    encoding: options.Encoding = None
    tracked: options.TrackedChanges = Tracked.ACCEPT

    def beside(self, side: Tracked) -> ReadOptions:
        """How files beside one side of a file are read: on that side, where both are asked for."""
        return attrs.evolve(self, tracked=side) if self.tracked is Tracked.BOTH else self

    def read(self, data: bytes, name: str) -> Draft:
        """The draft in the bytes of a file; raises `Trouble` where both sides of it are asked for, or none is."""
        if self.tracked is Tracked.BOTH:
            raise Trouble("--tracked both", "makes two drafts of one", "use accept or reject")
        return self._side(data, name, "reject" if self.tracked is Tracked.REJECT else "accept")

    def read_both(self, data: bytes, name: str) -> tuple[Draft, Draft]:
        """The draft before the tracked changes in a file, and the draft after them."""
        return self._side(data, name, "reject"), self._side(data, name, "accept")

    def _side(self, data: bytes, name: str, side: Side) -> Draft:
        from peacediff.readers import read_bytes

        return read_bytes(data, name, input_format=self.input_format, encoding=self.encoding, tracked=side)


@attrs.frozen
class Papers:
    """The files beside the main texts."""

    with_: options.With = None
    old_with: options.OldWith = None

    @property
    def names(self) -> tuple[str, ...]:
        """Those of both drafts."""
        return (*(self.with_ or ()), *(self.old_with or ()))

    def beside(self, old: tuple[Draft, str], new: tuple[Draft, str], how: ReadOptions) -> tuple[Draft, Draft]:
        """Two drafts, each with the name of its file, as packages with the papers beside them."""
        return (
            with_papers(*old, self.old_with or (), how.beside(Tracked.REJECT)),
            with_papers(*new, self.with_ or (), how.beside(Tracked.ACCEPT)),
        )


@attrs.frozen
class Others:
    """The drafts before the old one, oldest first, and the revision in which one file is the old draft."""

    before: options.Before = None
    against: options.Against = None


def draft(name: str, how: ReadOptions) -> Draft:
    """The one draft that is named: a file, or a file of a revision, as ``HEAD~1:plan.md``."""
    return how.read(*_given(name))


def _given(name: str) -> tuple[bytes, str]:
    """The bytes of what is named, and the name to tell it by."""
    from peacediff.readers.decoding import bytes_of, name_of
    from peacediff.revisions import blob, is_revision

    return (blob(name), name) if is_revision(name) else (bytes_of(name), name_of(name))


def with_papers(main: Draft, name: str, papers: Sequence[str], how: ReadOptions) -> Draft:
    """A draft read from a file of this name, and the papers beside it; raises `Trouble` for a file named twice."""
    from peacediff.packages import package

    taken = [place(name)]
    for paper in papers:
        if place(paper) in taken:
            raise Trouble(paper, "is in the package already", "name every file of a draft once")
        taken.append(place(paper))
    return package(main, *(draft(paper, how) for paper in papers))


def main_texts(old: str, new: str | None, how: ReadOptions, *, against: str = "") -> tuple[Draft, Draft]:
    """The two drafts to compare, without what is beside them: two files, or the two sides of one.

    ``against`` names the option by which one file could be compared with another state of itself.
    """
    if how.tracked is Tracked.BOTH:
        if new is not None:
            raise Trouble("--tracked both", "compares the two sides of one file", f"leave {new} out")
        return how.read_both(*_given(old))
    if new is None:
        other = f", {against}" if against else ""
        remedy = f"name it behind the old one{other}, or use --tracked both for the two sides of one file"
        raise Trouble(old, "the new draft is missing", remedy)
    return draft(old, how), draft(new, how)
