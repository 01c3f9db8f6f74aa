"""Names and alphabets as data: ``data/lexicon/word.toml`` in frozen form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from peacediff import packaged


@attrs.frozen
class Words:
    """The names of styles (patterns with a group ``n`` for the level), and the signs of formats of numbers."""

    heading: re.Pattern[str]
    title: frozenset[str]
    contents: re.Pattern[str]
    alphabets: Mapping[str, str]
    digits: Mapping[str, str]
    counting: Mapping[str, str]


@cache
def words() -> Words:
    """The packaged names, read once."""
    data = packaged.tables("lexicon/word.toml")
    return Words(
        heading=_pattern(data["heading"]),
        title=frozenset(data["title"]),
        contents=_pattern(data["contents"]),
        alphabets=data["alphabets"],
        digits=data["digits"],
        counting=data["counting"],
    )


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    heads = "|".join(re.escape(name.replace("{n}", "").strip()) for name in names)
    return re.compile(rf"(?:{heads}) ?(?P<n>[1-9])")
