"""Several files as one draft: a main text, and the papers beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import count

import attrs

from peacediff.model import COMPLETENESS, Draft, Irregularity, Paper, Passage, Point, Provision, Span

_BETWEEN = "\n\n"
_NO_WORD = re.compile(r"[^\w]+")
_UNNAMED = "paper"


def package(main: Draft, *papers: Draft) -> Draft:
    """One draft of a main text and the papers beside it, in the order given; the ids of the main text stay.

    The text is that of all files, one after the other. Ids of a paper begin with its file's name, as ``annex/3.b``;
    lines count in their own file. The package is known as completely as the least known of its files, and its
    language is that of the main text unless a paper states another.
    """
    whole = main
    for paper in papers:
        whole = _with(whole, paper)
    return whole


def _with(main: Draft, paper: Draft) -> Draft:
    start = len(main.text) + len(_BETWEEN)
    prefix = _free(_named(paper.name), {point.id.partition("/")[0] for point in main.walk()})
    shift = _Shift(start, prefix)
    here = (start, start + len(paper.text))
    about = (paper.title, paper.date, paper.completeness, paper.source)
    inner = tuple(
        attrs.evolve(p, prefix=f"{prefix}/{p.prefix}", span=shift.span(p.span)) for p in paper.papers
    )
    return attrs.evolve(
        main,
        text=f"{main.text}{_BETWEEN}{paper.text}",
        completeness=max(main.completeness, paper.completeness, key=COMPLETENESS.index),
        language="" if paper.language not in ("", main.language) else main.language,
        points=(*main.points, *map(shift.point, paper.points)),
        passages=(*main.passages, *map(shift.passage, paper.passages)),
        remarks=(*main.remarks, *(f"{paper.name}: {remark}" for remark in paper.remarks)),
        numbering=(*main.numbering, *map(shift.irregularity, paper.numbering)),
        papers=(*main.papers, *inner, Paper(paper.name, paper.sha256, prefix, here, *about)),
    )


@attrs.frozen
class _Shift:
    """How a paper's parts go into a package: so far on, and with this before their ids."""

    start: int
    prefix: str

    def span(self, span: Span) -> Span:
        return span[0] + self.start, span[1] + self.start

    def name(self, identity: str) -> str:
        return f"{self.prefix}/{identity}"

    def point(self, point: Point) -> Point:
        return attrs.evolve(
            point,
            id=self.name(point.id),
            label_span=self.span(point.label_span),
            provisions=tuple(map(self.provision, point.provisions)),
            points=tuple(map(self.point, point.points)),
        )

    def provision(self, provision: Provision) -> Provision:
        return attrs.evolve(provision, id=self.name(provision.id), span=self.span(provision.span))

    def passage(self, passage: Passage) -> Passage:
        return attrs.evolve(passage, span=self.span(passage.span))

    def irregularity(self, found: Irregularity) -> Irregularity:
        return attrs.evolve(found, point=self.name(found.point))


def _named(file: str) -> str:
    """A part of an id after a file's name, without folder, revision and suffix."""
    name = re.split(r"[/\\:]", file)[-1]
    return _NO_WORD.sub("-", name.rpartition(".")[0] or name).strip("-_") or _UNNAMED


def _free(name: str, taken: Collection[str]) -> str:
    return next(each for each in _numbered(name) if each not in taken)


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}~{number}" for number in count(2))
