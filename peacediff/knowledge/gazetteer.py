"""The gazetteer: places, parties and instruments, with a user's own laid over them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import attrs

from peacediff.knowledge.laying import laid
from peacediff.knowledge.tables import rows
from peacediff.knowledge.values import Entry

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@attrs.frozen
class _State:
    code: str
    name: str
    capital: str = ""
    capital_aliases: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


def gazetteer(names: Traversable, over: Traversable | None) -> Iterator[tuple[Entry, ...]]:
    """Places, parties and instruments; states are places."""
    entries = partial(rows, kind=Entry)
    for kind in ("places", "parties", "instruments"):
        states = _states(names / "states.toml") if kind == "places" else ()
        ours = (*states, *entries(names / f"{kind}.toml"))
        yield laid(ours, f"gazetteer/{kind}.toml", over, entries)


def _states(file: Traversable) -> Iterator[Entry]:
    """Each state and, where one is given, its capital as ``<id>-capital``."""
    for state in rows(file, _State):
        code = state.code
        yield Entry(code, state.name, "country", aliases=state.aliases, adjectives=state.adjectives)
        if state.capital:
            yield Entry(f"{code}-capital", state.capital, "city", code, code, state.capital_aliases)
