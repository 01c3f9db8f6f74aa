"""A draft as read: its points, their provisions, and what was set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args
from unicodedata import category

import attrs

from peacediff.errors import unknown
from peacediff.model.delegates import Shown

Span = tuple[int, int]
"""``(start, end)`` in code points of the text it belongs to."""
Completeness = Literal["complete", "partial", "reported"]
PointKind = Literal["point", "heading", "preamble", "closing"]
ProvisionKind = Literal["clause", "heading"]
PassageKind = Literal["front-matter", "title", "note", "remark", "remainder"]
IrregularityKind = Literal["gap", "repeat", "unnumbered"]

COMPLETENESS: tuple[Completeness, ...] = get_args(Completeness)

_PART = r"(?:-?\w[\w-]*(?:~\d+)?)"
ID_GRAMMAR = re.compile(rf"(?:{_PART}/)*{_PART}(?:\.{_PART})*(?:#[2-9]|#[1-9]\d+)?")
"""``21.b`` is a point, ``12#2`` its second provision; ``annex-1/3`` stands in a scope, ``2.-1`` is a dash and
``3~2`` the second point that is labelled 3."""

_MARKERS = "#>-–—*+_=|~"


def is_shown(character: str) -> bool:
    """Whether a character must stand in a label, provision or passage of a draft.

    White space, markers and invisible signs of direction or joining may stand outside of all.
    """
    return not (character.isspace() or character in _MARKERS or category(character) == "Cf")


@attrs.frozen
class Provision:
    """The unit that is aligned: one sentence or list clause of a point, or its heading.

    ``text`` is the literal slice of the draft, markup included: ``draft.text[slice(*p.span)] == p.text``. ``open``
    where the parties have not settled it: it holds square brackets, or is one of several options.
    """

    id: str
    kind: ProvisionKind
    text: str
    span: Span
    line: int
    open: bool = False

    @property
    def point(self) -> str:
        """The id of the point that holds this provision."""
        return self.id.partition("#")[0]


@attrs.frozen
class Point:
    """A numbered, lettered, dashed or headed item of a draft; ``label`` as printed, empty for a heading."""

    id: str
    label: str
    kind: PointKind
    line: int
    label_span: Span
    provisions: tuple[Provision, ...] = ()
    points: tuple[Point, ...] = ()

    def walk(self) -> Iterator[Point]:
        """Yield the point itself, then all points below it, in draft order."""
        waiting = [self]
        while waiting:
            point = waiting.pop()
            yield point
            waiting.extend(reversed(point.points))


@attrs.frozen
class Passage:
    """Text of a draft that is no provision.

    Its front matter or title, a note, a remark (a statement about provisions), or what was not understood.
    """

    kind: PassageKind
    text: str
    span: Span
    line: int


@attrs.frozen
class Irregularity:
    """What a reader should know of the numbering, told and not judged.

    A ``gap``: ``label`` comes where another would count on, after ``after`` (empty where it opens its list). A
    ``repeat``: ``label`` has been used before. ``unnumbered``: the points from ``point`` on are counted by place.
    """

    kind: IrregularityKind
    point: str
    line: int
    label: str
    after: str = ""


@attrs.frozen
class Paper:
    """A file beside the main text of a draft; it stands at ``span`` of the text.

    ``prefix`` opens the ids of its points, as ``annex`` does in ``annex/3.b``; lines count in the file itself.
    """

    name: str
    sha256: str
    prefix: str
    span: Span
    title: str = ""
    date: str = ""
    completeness: Completeness = "complete"
    source: str = ""


@attrs.frozen
class Draft(Shown):
    """One version of a plan, as read from one input, or from several (`peacediff.package`).

    ``sha256`` is the digest of the input's bytes; ``language`` a BCP 47 tag, empty where nobody said; ``remarks`` are
    sentences about what the text does not show: tracked changes, what was left out of a page. Of a package, ``name``,
    ``sha256``, ``title`` and the like are those of its main text, and ``completeness`` is that of its least known file.
    """

    name: str
    text: str = attrs.field(repr=False)
    sha256: str = attrs.field(repr=False)
    title: str = ""
    date: str = ""
    completeness: Completeness = "complete"
    source: str = ""
    language: str = ""
    points: tuple[Point, ...] = attrs.field(default=(), repr=False)
    passages: tuple[Passage, ...] = attrs.field(default=(), repr=False)
    remarks: tuple[str, ...] = attrs.field(default=(), repr=False)
    numbering: tuple[Irregularity, ...] = attrs.field(default=(), repr=False)
    papers: tuple[Paper, ...] = attrs.field(default=(), repr=False)

    def paper_at(self, place: int) -> Paper | None:
        """The paper that holds a place of the text; None where the main text does."""
        return next((paper for paper in self.papers if paper.span[0] <= place < paper.span[1]), None)

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all its files, the main text first."""
        return self.name, *(paper.name for paper in self.papers)

    def file_at(self, place: int) -> str:
        """The name of the file that holds a place of the text."""
        paper = self.paper_at(place)
        return paper.name if paper else self.name

    def walk(self) -> Iterator[Point]:
        """All points, nested ones after their parent."""
        for point in self.points:
            yield from point.walk()

    def at(self, name: str) -> tuple[Provision, ...]:
        """The provisions of a point and all below it, or the one of an id such as ``12#2``, in draft order.

        Raises `peacediff.Trouble` for an id that this draft does not have.
        """
        if point := next((point for point in self.walk() if point.id == name), None):
            return tuple(provision for inner in point.walk() for provision in inner.provisions)
        if found := next((provision for provision in self.provisions if provision.id == name), None):
            return (found,)
        known = [point.id for point in self.walk()]
        raise unknown(self.name, "point or provision", name, known)

    def to_dict(self) -> dict[str, Any]:
        """The draft as plain values, as ``peacediff schema draft`` describes them; `peacediff.read` reads them."""
        from peacediff import codec

        return codec.draft_to_dict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Draft:
        """The draft that `to_dict` wrote; raises `peacediff.Trouble` where the data is none or is unsound."""
        from peacediff import codec

        return codec.draft_from_dict(data)

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """All provisions in the order of the text."""
        return tuple(sorted((p for point in self.walk() for p in point.provisions), key=lambda p: p.span))
