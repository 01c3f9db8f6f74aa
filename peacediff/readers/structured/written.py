"""Points written by hand, as ``points.schema.json`` describes them: labels, headings and texts, nested as stated."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import attrs

from peacediff.codec.drafts import refuse_deep
from peacediff.codec.structure import Reader, Wrong, field_readers, read_list, read_record, shown
from peacediff.errors import Trouble
from peacediff.model import Completeness, Draft, ProvisionKind
from peacediff.readers.drafting import content, passages
from peacediff.readers.frames import ROOT
from peacediff.readers.labels import Label
from peacediff.readers.lines import Lines, trimmed
from peacediff.readers.naming import name_branches
from peacediff.readers.nesting import Branch, Leaf, Tree
from peacediff.readers.numbering import label_at
from peacediff.readers.struck import Struck


@attrs.frozen
class WrittenPoint:
    """A point with a label, a heading or both."""

    label: str = ""
    heading: str = ""
    text: str = ""
    points: tuple[WrittenPoint, ...] = ()


@attrs.frozen
class WrittenDraft:
    """A draft whose points are stated; every key but ``points`` may be left out."""

    points: tuple[WrittenPoint, ...]
    title: str = ""
    date: str = ""
    completeness: Completeness = "complete"
    source: str = ""
    language: str = ""
    preamble: str = ""


def draft_of_points(data: Mapping[str, Any], name: str, digest: str) -> Draft:
    """The draft of points written by hand; raises `Trouble` naming the key that is wrong."""
    refuse_deep([data], _below, name)
    try:
        written = _read(WrittenDraft, data)
        page = _Page()
        page.write_all(written)
    except Wrong as wrong:
        raise Trouble(name, wrong.problem, "see `peacediff schema points`", wrong.place) from None
    text = "".join(page.parts)
    lines = Lines.of(text)
    tree = Tree(tuple(page.branches), tuple(page.leaves))
    found = content(text, lines, tree, name_branches(tree.branches), Struck.of(text))
    return Draft(
        name=name,
        text=text,
        sha256=digest,
        title=written.title,
        date=written.date,
        completeness=written.completeness,
        source=written.source,
        language=written.language,
        points=found.points,
        passages=passages(text, lines, found.aside, found.points),
    )


def _below(holder: Any) -> list[Any]:  # noqa: ANN401
    inner = holder.get("points") if isinstance(holder, dict) else None
    return inner if isinstance(inner, list) else []


def _read(kind: Any, raw: Any) -> Any:  # noqa: ANN401
    """A record whose keys may be left out where the class knows a default."""
    if not isinstance(raw, dict):
        raise Wrong(f"must be an object, not {shown(raw)}")
    empty = {field.name: field.default for field in attrs.fields(kind) if field.default is not attrs.NOTHING}
    given = {**empty, **raw}
    if given.get("points") == ():
        given["points"] = []
    below: Reader = partial(read_list, partial(_read, WrittenPoint))
    return read_record(kind, {**field_readers(kind), "points": below}, given)


@attrs.define
class _Page:
    """The text while it is written, and the tree of its points."""

    parts: list[str] = attrs.field(factory=list)
    branches: list[Branch] = attrs.field(factory=list)
    leaves: list[Leaf] = attrs.field(factory=list)
    _length: int = 0

    def write_all(self, draft: WrittenDraft) -> None:
        if draft.preamble.strip():
            self.branches.append(Branch(ROOT, "preamble", None, None, 0))
            self._put(0, "clause", draft.preamble)
        waiting = [(point, ROOT, f"points[{n}]") for n, point in enumerate(draft.points)][::-1]
        while waiting:
            point, parent, place = waiting.pop()
            own = self._write(point, parent, place)
            inner = [(each, own, f"{place}.points[{n}]") for n, each in enumerate(point.points)]
            waiting += inner[::-1]

    def _write(self, point: WrittenPoint, parent: int, place: str) -> int:
        heading, own = " ".join(point.heading.split()), len(self.branches)
        if point.label:
            label = _label(point.label, self._length, place)
            self.branches.append(Branch(parent, "point", label, label.readings[0], self._length))
            self._add(f"{point.label} " if heading or point.text.strip() else f"{point.label}\n")
        elif heading:
            self.branches.append(Branch(parent, "heading", None, None, self._length, heading))
        else:
            raise Wrong("a point needs a label or a heading", place)
        self._put(own, "heading", heading)
        self._put(own, "clause", point.text)
        return own

    def _put(self, owner: int, kind: ProvisionKind, text: str) -> None:
        start, end = trimmed(text, (0, len(text)))
        if start < end:
            self.leaves.append(Leaf(owner, kind, (self._length, self._length + end - start)))
            self._add(f"{text[start:end]}\n")

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)


def _label(printed: str, at: int, place: str) -> Label:
    """The label as written; a bare ``3`` or ``b`` is understood as with a full stop."""
    for shape in (printed, f"{printed}."):
        found = label_at(f"{shape} -", (0, len(shape) + 2), heading=True)
        if found and found.text == shape:
            return Label(printed, (at, at + len(printed)), found.readings)
    problem = f"{shown(printed)} is no label: a number, letter, roman number, dash or word with a number"
    raise Wrong(problem, f"{place}.label")
