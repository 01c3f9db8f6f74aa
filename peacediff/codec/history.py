"""A `History` as plain values and back: what JSON carries and ``history.schema.json`` describes.

A step is a comparison without its envelope and its drafts, which stand once; provisions are named by id.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import pairwise
from typing import Any

import attrs

from peacediff import codec
from peacediff.codec.drafts import plain, read_draft, refuse_deep
from peacediff.codec.structure import Wrong, at, check_keys, field_readers, read_list, read_record, reader
from peacediff.errors import Trouble
from peacediff.model import Draft, History, Lineage, Phrase, Provision, Return
from peacediff.version import __version__

SCHEMA = "peacediff/history"
SCHEMA_VERSION = "1.0"
_KEYS = ("schema", "schema_version", "tool", "drafts", "steps", "returns", "lineages", "phrases")
_SOURCE = "history data"


def to_dict(history: History) -> dict[str, Any]:
    """The history as dicts, lists, strings, numbers, booleans and None.

    Raises `Trouble` where points nest deeper than `peacediff.codec.DEEPEST`.
    """
    for draft in history.drafts:
        refuse_deep(draft.points, lambda point: point.points, draft.name)
    return {
        "schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "peacediff", "version": __version__},
        "drafts": plain(history.drafts),
        "steps": [codec.body_to_dict(step) for step in history.steps],
        "returns": [
            {"old": r.old, "new": r.new, "change": codec.change_to_dict(r.change)} for r in history.returns
        ],
        "lineages": [_lineage(lineage) for lineage in history.lineages],
        "phrases": plain(history.phrases),
    }


def from_dict(data: Mapping[str, Any]) -> History:
    """The history that `to_dict` wrote; raises `Trouble` naming the key that is wrong."""
    try:
        return _history(data)
    except Wrong as wrong:
        remedy = "write it anew with this version of peacediff, or see `peacediff schema history`"
        raise Trouble(_SOURCE, wrong.problem, remedy, wrong.place) from None


def _lineage(lineage: Lineage) -> dict[str, Any]:
    ids = [[provision.id for provision in held] for held in lineage.provisions]
    return {"name": lineage.name, **plain(attrs.evolve(lineage, provisions=())), "provisions": ids}


def _history(data: Any) -> History:  # noqa: ANN401
    check_keys(_KEYS, data)
    for key, expected in (("schema", SCHEMA), ("schema_version", SCHEMA_VERSION)):
        if data[key] != expected:
            raise Wrong(f"must be {expected!r}", f".{key}")
    drafts = at(".drafts", partial(read_list, partial(read_draft, source=_SOURCE)), data["drafts"])
    pairs = list(pairwise(drafts))
    if len(drafts) < 2:  # noqa: PLR2004 (two ends of a step)
        raise Wrong("must be two drafts or more", ".drafts")
    raw = at(".steps", partial(read_list, lambda step: step, length=len(pairs)), data["steps"])
    steps = tuple(
        at(f".steps[{n}]", partial(codec.read_body, *pair), step)
        for n, (pair, step) in enumerate(zip(pairs, raw, strict=True))
    )
    return History(
        drafts,
        steps,
        at(".returns", partial(read_list, partial(_read_return, drafts)), data["returns"]),
        at(".lineages", partial(read_list, _lineage_reader(drafts)), data["lineages"]),
        at(".phrases", partial(read_list, reader(Phrase)), data["phrases"]),
    )


def _read_return(drafts: tuple[Draft, ...], raw: Any) -> Return:  # noqa: ANN401
    check_keys(("old", "new", "change"), raw)
    old, new = (at(f".{side}", reader(int), raw[side]) for side in ("old", "new"))
    if not 0 <= old < new < len(drafts):
        raise Wrong(f"must be two drafts in their order, not {old} and {new}")
    return Return(old, new, at(".change", codec.change_reader(drafts[old], drafts[new]), raw["change"]))


def _lineage_reader(drafts: tuple[Draft, ...]) -> Any:  # noqa: ANN401
    known = [{p.id: p for p in draft.provisions} for draft in drafts]
    rest = {name: read for name, read in field_readers(Lineage).items() if name != "provisions"}

    def provisions(raw: Any) -> tuple[tuple[Provision, ...], ...]:  # noqa: ANN401
        ids = read_list(reader(tuple[str, ...]), raw, length=len(drafts))
        return tuple(
            tuple(codec.named(names, i) for i in held) for names, held in zip(known, ids, strict=True)
        )

    def read(raw: Any) -> Lineage:  # noqa: ANN401
        check_keys(("name", "provisions", *rest), raw)
        fields = {key: value for key, value in raw.items() if key != "name"}
        lineage: Lineage = read_record(Lineage, {"provisions": provisions, **rest}, fields)
        if raw["name"] != lineage.name:
            raise Wrong(f"must be {lineage.name!r}", ".name")
        return lineage

    return read
