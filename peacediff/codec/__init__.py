"""A `Comparison` as plain values and back: what JSON carries and ``comparison.schema.json`` describes.

The plain form follows the model field by field, so that a new field needs no line here. Three things differ:
the whole stands in an envelope, a change names its provisions by id, and the ledger is written out for those
who only count.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import attrs

from peacediff.codec.drafts import DEEPEST, draft_from_dict, draft_to_dict, plain, read_draft, refuse_deep
from peacediff.codec.schemas import SCHEMAS, schema
from peacediff.codec.structure import (
    Reader,
    Wrong,
    at,
    check_keys,
    field_readers,
    read_list,
    read_record,
    reader,
    shown,
)
from peacediff.errors import Trouble
from peacediff.model import Change, Changes, Comparison, Draft, Pins, Provision, Remark, Robustness
from peacediff.version import __version__

__all__ = [
    "DEEPEST",
    "SCHEMA",
    "SCHEMAS",
    "SCHEMA_VERSION",
    "draft_from_dict",
    "draft_to_dict",
    "from_dict",
    "schema",
    "to_dict",
]

SCHEMA = "peacediff/comparison"
SCHEMA_VERSION = "1.0"

_BODY = ("links", "topics", "changes", "remarks", "ledger", "robustness")
_KEYS = ("schema", "schema_version", "tool", "inputs", "old", "new", *_BODY)


@attrs.frozen
class _Tool:
    name: str
    version: str


def to_dict(comparison: Comparison) -> dict[str, Any]:
    """The comparison as dicts, lists, strings, numbers, booleans and None.

    Raises `Trouble` where points nest deeper than `DEEPEST`.
    """
    for draft in (comparison.old, comparison.new):
        refuse_deep(draft.points, lambda point: point.points, draft.name)
    return {
        "schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "tool": plain(_Tool("peacediff", __version__)),
        "inputs": _inputs(comparison),
        "old": plain(comparison.old),
        "new": plain(comparison.new),
        **body_to_dict(comparison),
    }


def body_to_dict(comparison: Comparison) -> dict[str, Any]:
    """What is said of two drafts, without them."""
    return {
        "links": plain(comparison.links),
        "topics": list(comparison.changes.topics),
        "changes": [change_to_dict(change) for change in comparison.changes],
        "remarks": plain(comparison.remarks),
        "ledger": _ledger(comparison),
        "robustness": plain(comparison.robustness),
    }


def from_dict(data: Mapping[str, Any]) -> Comparison:
    """The comparison that `to_dict` wrote; raises `Trouble` naming the key that is wrong."""
    try:
        return _comparison(data)
    except Wrong as wrong:
        remedy = "write it anew with this version of peacediff, or see `peacediff schema comparison`"
        raise Trouble("comparison data", wrong.problem, remedy, wrong.place) from None


def change_to_dict(change: Change) -> dict[str, Any]:
    """A change with its provisions named by id."""
    ids = {"old": [p.id for p in change.old], "new": [p.id for p in change.new]}
    rest = (field.name for field in attrs.fields(Change) if field.name not in ids)
    return {**ids, **{name: plain(getattr(change, name)) for name in rest}, "doubtful": change.doubtful}


def _inputs(comparison: Comparison) -> dict[str, Any]:
    sides = {"old": comparison.old, "new": comparison.new}
    return {side: {"name": draft.name, "sha256": draft.sha256} for side, draft in sides.items()}


def _ledger(comparison: Comparison) -> dict[str, Any]:
    return {"old": dict(comparison.ledger.old), "new": dict(comparison.ledger.new)}


def _comparison(data: Any) -> Comparison:  # noqa: ANN401
    if isinstance(data, dict):
        _expect("schema", SCHEMA, data.get("schema"))
        _expect("schema_version", SCHEMA_VERSION, data.get("schema_version"))
    check_keys(_KEYS, data)
    at(".tool", reader(_Tool), data["tool"])
    old, new = (
        at(f".{side}", partial(read_draft, source="comparison data"), data[side]) for side in ("old", "new")
    )
    comparison = read_body(old, new, {key: data[key] for key in _BODY})
    _expect("inputs", _inputs(comparison), data["inputs"])
    return comparison


def read_body(old: Draft, new: Draft, data: Any) -> Comparison:  # noqa: ANN401
    """The comparison of which `body_to_dict` wrote what is said; raises `Wrong`."""
    check_keys(_BODY, data)
    changes = at(".changes", partial(read_list, change_reader(old, new)), data["changes"])
    topics = at(".topics", partial(read_list, reader(str)), data["topics"])
    links = at(".links", reader(Pins), data["links"])
    remarks = at(".remarks", partial(read_list, reader(Remark)), data["remarks"])
    robustness = at(".robustness", reader(Robustness | None), data["robustness"])
    comparison = Comparison(old, new, Changes(changes, topics), links, remarks, robustness)
    _expect("ledger", _ledger(comparison), data["ledger"])
    return comparison


def _expect(key: str, expected: Any, found: Any) -> None:  # noqa: ANN401
    if found != expected:
        raise Wrong(f"must be {shown(expected)}, not {shown(found)}", f".{key}")


def change_reader(old: Draft, new: Draft) -> Reader:
    """What reads a change between two drafts."""
    by_id = {
        side: partial(read_list, partial(named, _by_id(side, draft)))
        for side, draft in (("old", old), ("new", new))
    }
    return partial(_read_change, {**field_readers(Change), **by_id})


def _read_change(readers: Mapping[str, Reader], raw: Any) -> Change:  # noqa: ANN401
    """A change, whose doubt is written out beside the confidence for those who only read on."""
    check_keys((*readers, "doubtful"), raw)
    change = read_record(Change, readers, {name: value for name, value in raw.items() if name != "doubtful"})
    _expect("doubtful", change.doubtful, raw["doubtful"])
    return change


def _by_id(side: str, draft: Draft) -> dict[str, Provision]:
    provisions: dict[str, Provision] = {}
    for point, provision in ((holder, p) for holder in draft.walk() for p in holder.provisions):
        if provision.point != point.id:
            raise Wrong(f"the provision {provision.id!r} stands in the point {point.id!r}", f".{side}")
        if provision.id in provisions:
            raise Wrong(f"two provisions have the id {provision.id!r}", f".{side}")
        provisions[provision.id] = provision
    return provisions


def named(provisions: Mapping[str, Provision], raw: Any) -> Provision:  # noqa: ANN401
    """The provision of a draft that an id names; raises `Wrong` where there is none."""
    if not isinstance(raw, str) or raw not in provisions:
        raise Wrong(f"{shown(raw)} is the id of no provision of this draft")
    return provisions[raw]
