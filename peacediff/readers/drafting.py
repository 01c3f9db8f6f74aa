"""From the tree of branches to the points, provisions and passages of a Draft."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from peacediff.model import (
    Irregularity,
    IrregularityKind,
    Passage,
    PassageKind,
    Point,
    Provision,
    ProvisionKind,
    Span,
    is_shown,
)
from peacediff.readers.frames import ROOT
from peacediff.readers.lines import Lines, trimmed
from peacediff.readers.nesting import Branch, Leaf, Tree
from peacediff.readers.openness import OpenText, is_rival
from peacediff.readers.statements import is_bare_remark, is_remark
from peacediff.readers.struck import Struck
from peacediff.text.sentences import sentences

Piece = tuple[ProvisionKind, Span]
"""A stretch of a point's text that makes a provision."""

_MOST_LEAD_WORDS, _HAN_PER_WORD = 8, 2
_HAN = re.compile(r"[\u3400-\u9fff]")


@attrs.frozen
class Content:
    """What has been found in a text: points, what of it is none, sentences on it, and oddities of the numbering."""

    points: tuple[Point, ...]
    aside: tuple[Passage, ...]
    remarks: tuple[str, ...]
    numbering: tuple[Irregularity, ...]


def content(text: str, lines: Lines, tree: Tree, ids: Sequence[str], struck: Struck) -> Content:
    """The points of the tree, children in their parents; statements about provisions, and what is struck, are none."""
    leaves: dict[int, list[Leaf]] = defaultdict(list)
    for leaf in tree.leaves:
        leaves[leaf.owner].append(leaf)
    below: dict[int, list[Point]] = defaultdict(list)
    aside: list[Passage] = []
    writer = _Writer(text, lines, OpenText.of(text))
    for index in range(len(tree.branches) - 1, -1, -1):
        branch, children = tree.branches[index], below.pop(index, [])[::-1]
        cut = writer.clauses(branch, _with_lead(text, branch, leaves[index], children))
        standing = [piece for piece in cut if not struck.holds(piece[1])]
        kept = [piece for piece in standing if not writer.is_remark(piece, branch, alone=len(cut) == 1)]
        aside += [passage("note", text, lines, span) for _, span in {*cut} - {*standing}]
        aside += [passage("remark", text, lines, span) for _, span in {*standing} - {*kept}]
        provisions = writer.provisions(ids[index], branch, kept)
        below[branch.parent].append(_point(branch, ids[index], lines, provisions, children))
    points = tuple(below[ROOT][::-1])
    spans = (provision.span for point in points for each in point.walk() for provision in each.provisions)
    return Content(points, tuple(aside), struck.remarks(spans), tuple(_irregularities(lines, tree, ids)))


def _irregularities(lines: Lines, tree: Tree, ids: Sequence[str]) -> Iterator[Irregularity]:
    odd = {oddity.branch: oddity for oddity in tree.oddities}
    for index, (branch, own) in enumerate(zip(tree.branches, ids, strict=True)):
        repeats = branch.kind == "point" and "~" in own.rpartition(".")[2]
        if index in odd or repeats:
            kind: IrregularityKind = odd[index].kind if index in odd else "repeat"
            after = odd[index].after if index in odd else ""
            label = branch.label.text if branch.label else ""
            yield Irregularity(kind, own, lines.number(branch.start), label, after)


def passages(
    text: str, lines: Lines, stated: Iterable[Passage], points: Sequence[Point]
) -> tuple[Passage, ...]:
    """The stated passages, and as remainder whatever else stands in the text outside of the points."""
    known = tuple(stated)
    covered = sorted([*(p.span for p in known), *(span for point in points for span in _spans(point))])
    rest = [passage("remainder", text, lines, span) for span in _gaps(text, covered)]
    return tuple(sorted([*known, *rest], key=lambda p: p.span))


def passage(kind: PassageKind, text: str, lines: Lines, span: Span) -> Passage:
    """The passage of ``kind`` at ``span``."""
    return Passage(kind, text[slice(*span)], span, lines.number(span[0]))


def _point(
    branch: Branch, own: str, lines: Lines, provisions: Sequence[Provision], below: Sequence[Point]
) -> Point:
    label = branch.label
    return Point(
        id=own,
        label=label.text if label else "",
        kind=branch.kind,
        line=lines.number(branch.start),
        label_span=label.span if label else (branch.start, branch.start),
        provisions=tuple(provisions),
        points=tuple(below),
    )


@attrs.frozen
class _Writer:
    """Cuts the leaves of branches into clauses, and writes those out as provisions."""

    text: str
    lines: Lines
    bracketed: OpenText

    def clauses(self, branch: Branch, leaves: Sequence[Leaf]) -> list[Piece]:
        return [(leaf.kind, span) for leaf in leaves for span in self._cut(branch, leaf)]

    def _cut(self, branch: Branch, leaf: Leaf) -> Iterator[Span]:
        """The spans of a leaf's provisions: headings and a preamble's comma clauses are one, else sentences."""
        start, end = leaf.span
        whole = branch.kind == "closing" or (branch.kind == "preamble" and self.text[end - 1] in ",،，;")
        if leaf.kind == "heading" or whole:
            yield leaf.span
            return
        for first, last in sentences(self.text[start:end]):
            yield start + first, start + last

    def is_remark(self, piece: Piece, branch: Branch, *, alone: bool) -> bool:
        """Whether a clause is a statement about provisions, or alone says what became of its own point."""
        kind, span = piece
        words = self.text[slice(*span)]
        bare = alone and branch.label is not None and is_bare_remark(words)
        return kind == "clause" and (bare or is_remark(words))

    def provisions(self, own: str, branch: Branch, cut: Sequence[Piece]) -> list[Provision]:
        return [
            Provision(
                id=own if n == 1 else f"{own}#{n}",
                kind=kind,
                text=(words := self.text[slice(*span)]),
                span=span,
                line=self.lines.number(span[0]),
                open=branch.open or self.bracketed.touches(span) or is_rival(words),
            )
            for n, (kind, span) in enumerate(cut, 1)
        ]


def _with_lead(text: str, branch: Branch, leaves: Sequence[Leaf], below: Sequence[Point]) -> Sequence[Leaf]:
    """The leaves, of which the first is a heading where it is a short lead over the points below.

    So is a short line behind ``Article 3`` with paragraphs below it.
    """
    leads = leaves and any(p.kind == "point" for p in below) and leaves[0].span[1] <= below[0].label_span[0]
    if (
        branch.kind == "point"
        and (leads or _is_title_of_article(text, branch, leaves))
        and _is_short_lead(text[slice(*leaves[0].span)])
    ):
        kind: ProvisionKind = "heading"
        return [attrs.evolve(leaves[0], kind=kind), *leaves[1:]]
    return leaves


def _is_title_of_article(text: str, branch: Branch, leaves: Sequence[Leaf]) -> bool:
    if branch.reading is None or branch.reading.kind != "keyword" or len(leaves) < 2:  # noqa: PLR2004
        return False
    (start, end), (below, _) = leaves[0].span, leaves[1].span
    lines = "\n" in text[start:end] or text[end - 1] in ":："
    return not (lines or text[start].islower() or text[below].islower())


def _is_short_lead(words: str) -> bool:
    count = len(words.split()) + len(_HAN.findall(words)) // _HAN_PER_WORD
    short = count <= _MOST_LEAD_WORDS and words[-1] not in ".;,!?。；，！？؟،؛।"
    return short and len(sentences(words)) == 1


def _spans(point: Point) -> Iterator[Span]:
    for each in point.walk():
        yield each.label_span
        yield from (provision.span for provision in each.provisions)


def _gaps(text: str, covered: Sequence[Span]) -> Iterator[Span]:
    """The stretches that nothing covers and that hold more than white space and markers."""
    at = 0
    for start, end in [*covered, (len(text), len(text))]:
        if start > at:
            gap = trimmed(text, (at, start))
            if any(map(is_shown, text[slice(*gap)])):
                yield gap
        at = max(at, end)
