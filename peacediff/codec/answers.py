"""A `ThreeWay` as plain values and back: its comparisons, and the answers by the ids of their provisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from peacediff import codec
from peacediff.codec.drafts import plain
from peacediff.codec.structure import Wrong, at, check_keys, read_list, reader, shown
from peacediff.errors import Trouble
from peacediff.model import Answer, Change, Comparison, Provision, Stand, ThreeWay

SCHEMA = "peacediff/compare3"
SCHEMA_VERSION = "1.0"

_SIDES = ("a", "b", "across")
_KEYS = ("schema", "schema_version", *_SIDES, "answers", "ledger")
_ANSWER = ("stand", "base", "a", "b", "between")


def to_dict(found: ThreeWay) -> dict[str, Any]:
    """All of it as dicts, lists, strings, numbers, booleans and None."""
    places = {side: _places(getattr(found, side)) for side in _SIDES}
    return {
        "schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        **{side: codec.to_dict(getattr(found, side)) for side in _SIDES},
        "answers": [_answer(answer, places) for answer in found.answers],
        "ledger": dict(found.ledger),
    }


def from_dict(data: Mapping[str, Any]) -> ThreeWay:
    """What `to_dict` wrote; raises `Trouble` naming the key that is wrong."""
    try:
        return _three_way(data)
    except Wrong as wrong:
        remedy = "write it anew with this version of peacediff, or see `peacediff schema compare3`"
        raise Trouble("compare3 data", wrong.problem, remedy, wrong.place) from None


def _answer(answer: Answer, places: Mapping[str, Mapping[int, int]]) -> dict[str, Any]:
    """An answer: its provisions by id, its changes by their places in the comparisons."""
    return {
        "stand": plain(answer.stand),
        "base": [p.id for p in answer.base],
        "a": [places["a"][id(change)] for change in answer.a],
        "b": [places["b"][id(change)] for change in answer.b],
        "between": [places["across"][id(change)] for change in answer.between],
    }


def _places(comparison: Comparison) -> dict[int, int]:
    return {id(change): place for place, change in enumerate(comparison.changes)}


def _three_way(data: Any) -> ThreeWay:  # noqa: ANN401
    check_keys(_KEYS, data)
    for key, expected in (("schema", SCHEMA), ("schema_version", SCHEMA_VERSION)):
        if data[key] != expected:
            raise Wrong(f"must be {shown(expected)}, not {shown(data[key])}", f".{key}")
    a, b, across = (codec.from_dict(data[side]) for side in _SIDES)
    if (a.old, a.new, b.new) != (b.old, across.old, across.new):
        raise Wrong("compare other drafts than each other", ".a, b, across")
    provisions = {p.id: p for p in a.old.provisions}
    read = partial(_read_answer, provisions, (a.changes, b.changes, across.changes))
    found = ThreeWay(a, b, across, at(".answers", partial(read_list, read), data["answers"]))
    if data["ledger"] != dict(found.ledger):
        raise Wrong(f"must be {shown(dict(found.ledger))}", ".ledger")
    return found


def _read_answer(
    provisions: Mapping[str, Provision],
    changes: tuple[Sequence[Change], Sequence[Change], Sequence[Change]],
    raw: Any,  # noqa: ANN401
) -> Answer:
    check_keys(_ANSWER, raw)
    stand: Stand = at(".stand", reader(Stand), raw["stand"])
    base = at(".base", partial(read_list, partial(_provision, provisions)), raw["base"])
    a, b, between = (
        at(f".{key}", partial(read_list, partial(_change, held)), raw[key])
        for key, held in zip(("a", "b", "between"), changes, strict=True)
    )
    return Answer(stand, base, a, b, between)


def _provision(known: Mapping[str, Provision], raw: Any) -> Provision:  # noqa: ANN401
    name = reader(str)(raw)
    if name not in known:
        raise Wrong(f"there is no provision {shown(name)}")
    return known[name]


def _change(changes: Sequence[Change], raw: Any) -> Change:  # noqa: ANN401
    place = reader(int)(raw)
    if not 0 <= place < len(changes):
        raise Wrong(f"there is no change {shown(raw)}")
    return changes[place]
