"""A `Draft` as plain values and back, with a check that it is sound: spans, ids, and points that hold provisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import attrs

from peacediff.codec.structure import Wrong, reader, shown
from peacediff.errors import Trouble
from peacediff.model import ID_GRAMMAR, Draft, Span, is_shown

DEEPEST = 64
"""Points may nest this deep in the plain form; JSON parsers stop not far beyond."""

_T = TypeVar("_T")


def draft_to_dict(draft: Draft) -> dict[str, Any]:
    """The draft as dicts, lists, strings and numbers; raises `Trouble` where points nest deeper than `DEEPEST`."""
    refuse_deep(draft.points, lambda point: point.points, draft.name)
    written: dict[str, Any] = plain(draft)
    return written


def draft_from_dict(data: Any, source: str = "draft data") -> Draft:  # noqa: ANN401
    """The draft that `draft_to_dict` wrote; raises `Trouble` naming the key that is wrong, or the unsound span or id.

    ``source`` is the file that the data comes from.
    """
    try:
        draft = read_draft(data, source)
        _check(draft)
    except Wrong as wrong:
        remedy = "write it anew with this version of peacediff, or see `peacediff schema draft`"
        raise Trouble(source, wrong.problem, remedy, wrong.place) from None
    return draft


def read_draft(data: Any, source: str) -> Draft:  # noqa: ANN401
    """The draft in plain values, its parts not compared with each other; raises `Wrong` or `Trouble`."""
    refuse_deep(_points_below(data), _points_below, source)
    draft: Draft = reader(Draft)(data)
    return draft


def plain(value: Any) -> Any:  # noqa: ANN401
    """A value of the model as plain values, field by field."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return {field.name: plain(getattr(value, field.name)) for field in attrs.fields(type(value))}


def refuse_deep(points: Iterable[_T], below: Callable[[_T], Sequence[_T]], name: str) -> None:
    """Raise `Trouble` where points nest deeper than `DEEPEST`."""
    level, depth = list(points), 0
    while level:
        level, depth = [inner for point in level for inner in below(point)], depth + 1
        if depth > DEEPEST:
            raise Trouble(name, f"its points nest more than {DEEPEST} deep", "flatten the innermost points")


def _points_below(holder: Any) -> list[Any]:  # noqa: ANN401
    below = holder.get("points") if isinstance(holder, dict) else None
    return below if isinstance(below, list) else []


def _check(draft: Draft) -> None:
    at = 0
    for what, text, span in sorted(_slices(draft), key=lambda each: each[2]):
        if not 0 <= span[0] < span[1] or draft.text[slice(*span)] != text or text != text.strip():
            raise Wrong(f"{what} {shown(text)} does not stand in the text at {span[0]} to {span[1]}")
        if span[0] < at or not _is_empty(draft.text[at : span[0]]):
            raise Wrong(f"the text before {what} {shown(text)} stands in no provision or passage, or in two")
        at = span[1]
    if not _is_empty(draft.text[at:]):
        raise Wrong("the end of the text stands in no provision or passage")
    for point in draft.walk():
        start, end = point.label_span
        if not point.label and not 0 <= start == end <= len(draft.text):
            raise Wrong(f"the point {shown(point.id)} has no label, but a place for one at {start} to {end}")
    _check_ids(draft)


def _is_empty(text: str) -> bool:
    return not any(map(is_shown, text))


def _check_ids(draft: Draft) -> None:
    seen: set[str] = set()
    for identity, holder in _ids(draft):
        if identity in seen or not ID_GRAMMAR.fullmatch(identity):
            raise Wrong(f"the id {shown(identity)} stands twice, or has not the form of an id")
        if identity.partition("#")[0] != holder:
            raise Wrong(f"the provision {shown(identity)} stands in the point {shown(holder)}")
        seen.add(identity)


def _slices(draft: Draft) -> Iterator[tuple[str, str, Span]]:
    for point in draft.walk():
        if point.label:
            yield "the label", point.label, point.label_span
        for provision in point.provisions:
            yield "the provision", provision.text, provision.span
    for passage in draft.passages:
        yield "the passage", passage.text, passage.span


def _ids(draft: Draft) -> Iterator[tuple[str, str]]:
    """The ids of points without provisions of that id, and of provisions, each with the id of its point."""
    for point in draft.walk():
        own = [provision.id for provision in point.provisions]
        if point.id not in own:
            yield point.id, point.id
        for identity in own:
            yield identity, point.id
