"""The elements of Akoma Ntoso, by what reading makes of them (``data/lexicon/akoma_ntoso.toml``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import attrs

from peacediff import packaged

_Names = frozenset[str]


@attrs.frozen
class Words:
    """The names of elements by their part in a draft; the data file says what each means."""

    points: _Names
    headed: _Names
    headings: _Names
    inline: _Names
    breaks: _Names
    inserted: _Names
    deleted: _Names
    notes: _Names
    asides: _Names
    titles: _Names
    tables: _Names
    rows: _Names
    silent: _Names
    languages: Mapping[str, str]


@cache
def words() -> Words:
    """The names, from the data file."""
    read = dict(packaged.tables("lexicon/akoma_ntoso.toml"))
    languages: dict[str, str] = read.pop("languages")
    return Words(**{key: frozenset(value) for key, value in read.items()}, languages=languages)
