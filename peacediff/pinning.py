"""Pins: the links that a user gives or forbids, read from TOML and held against two drafts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, Literal, get_args

from peacediff.errors import Trouble
from peacediff.model import Draft, Pin, Pins
from peacediff.readers.decoding import bytes_of, decode, name_of
from peacediff.toml import parsed

Side = Literal["old", "new"]
Ids = tuple[str, ...]

_SIDES: tuple[Side, ...] = get_args(Side)
_TABLES = ("link", "forbid")
_REMEDY = 'write [[link]] or [[forbid]], and below it old = "14.a" and new = "9.a"'


def read_links(path: str | Path) -> Pins:
    """The links that a TOML file pins (``[[link]]``) or forbids (``[[forbid]]``).

    Raises `Trouble` naming the file and the entry that is wrong.
    """
    name = name_of(path)
    return pins_of(decode(bytes_of(path), name).text, name)


def pins_of(text: str, name: str) -> Pins:
    """The links in TOML text; ``name`` is what trouble is told of."""
    tables = parsed(text, name, _REMEDY)
    _check_keys(tables, _TABLES, name, "")
    return Pins(name, *(tuple(_pins(tables.get(table, []), table, name)) for table in _TABLES))


def check(pins: Pins, old: Draft, new: Draft) -> None:
    """Raises `Trouble` where an id names no provision, or two entries contradict each other."""
    for side, draft in zip(_SIDES, (old, new), strict=True):
        for place, pin in (*_placed(pins.pinned, "link"), *_placed(pins.forbidden, "forbid")):
            _check_named(_ids(pin, side), side, draft, (pins.name, place))
        _check_once(pins, side)
    _check_agreed(pins)


def _pins(entries: Any, table: str, name: str) -> Iterator[Pin]:  # noqa: ANN401
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise Trouble(name, f"{table!r} is no list of tables", f"write [[{table}]] above each entry", table)
    for number, entry in enumerate(entries, start=1):
        place = _place(table, number)
        _check_keys(entry, _SIDES, name, place)
        old, new = (_read_ids(entry, side, name, place) for side in _SIDES)
        yield Pin(old, new)


def _read_ids(entry: Mapping[str, Any], side: Side, name: str, place: str) -> Ids:
    """The ids of one side: a string, or a list of different ones."""
    if side not in entry:
        raise Trouble(name, f"{side!r} is missing", _REMEDY, place)
    given = entry[side]
    ids = [given] if isinstance(given, str) else given
    if not isinstance(ids, list) or not ids or not all(isinstance(item, str) for item in ids):
        raise Trouble(
            name, f"{side!r} must be an id or a list of ids", 'such as "14.a" or ["14.a", "14.b"]', place
        )
    if len(set(ids)) < len(ids):
        raise Trouble(name, f"{side!r} names an id twice", "name it once", place)
    return tuple(ids)


def _check_keys(found: Mapping[str, Any], known: Sequence[str], name: str, place: str) -> None:
    for key in found:
        if key not in known:
            near = _near(key, known)
            raise Trouble(name, f"there is no key {key!r}", near or f"use {' or '.join(known)}", place)


def _check_named(ids: Ids, side: Side, draft: Draft, where: tuple[str, str]) -> None:
    known = [provision.id for provision in draft.provisions]
    for name in ids:
        if name not in known:
            remedy = _near(name, known) or f"see peacediff outline {draft.name}"
            raise Trouble(where[0], f"{name!r} is no provision of the {side} draft", remedy, where[1])


def _check_once(pins: Pins, side: Side) -> None:
    """No provision of a side may stand in two links."""
    taken: dict[str, str] = {}
    for place, pin in _placed(pins.pinned, "link"):
        for name in _ids(pin, side):
            if name in taken:
                problem = f"{name!r} of the {side} draft stands in {taken[name]} already"
                raise Trouble(pins.name, problem, "join the two, or take it out of one", place)
            taken[name] = place


def _check_agreed(pins: Pins) -> None:
    """What is forbidden may not be pinned."""
    pinned = {
        pair: place for place, pin in _placed(pins.pinned, "link") for pair in product(pin.old, pin.new)
    }
    for place, pin in _placed(pins.forbidden, "forbid"):
        for old, new in product(pin.old, pin.new):
            if (old, new) in pinned:
                problem = f"{old!r} and {new!r} stand in {pinned[old, new]}"
                raise Trouble(pins.name, problem, "take one of the two out", place)


def _placed(pins: Sequence[Pin], table: str) -> list[tuple[str, Pin]]:
    return [(_place(table, number), pin) for number, pin in enumerate(pins, start=1)]


def _place(table: str, number: int) -> str:
    return f"[[{table}]] {number}"


def _ids(pin: Pin, side: Side) -> Ids:
    return pin.old if side == "old" else pin.new


def _near(name: str, known: Collection[str]) -> str:
    """A question after the nearest known name; empty where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return f"do you mean {near[0]!r}?" if near else ""
