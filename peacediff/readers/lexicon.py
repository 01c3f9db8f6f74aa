"""The words and signs that open points, as data: ``data/lexicon/labels.toml`` in frozen form."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import attrs

_HAN = "一二三四五六七八九十"
_NUMBER = (
    rf"\s?(?:(?<!\w)|(?=[\d{_HAN}]))(?P<number>\d{{1,4}}|(?-i:[IVXL]{{1,7}}|[A-Z])|[{_HAN}]{{1,3}})(?!\w)"
)
_NUMBER_INSIDE = rf"(?P<number>\d{{1,4}}|[{_HAN}]{{1,3}})"


@attrs.frozen
class Scope:
    """A kind of heading that holds points, such as ``annex``.

    ``rank`` is 1 for the highest; ``restarts`` where the ids below it always have a scope of their own.
    """

    name: str
    rank: int
    restarts: bool
    pattern: re.Pattern[str]
    alone: re.Pattern[str]


@attrs.frozen
class LabelWords:
    """What `numbering` knows about languages; the patterns have a group ``number``."""

    bullets: tuple[str, ...]
    alphabets: tuple[str, ...]
    before_number: frozenset[str]
    conjunctions: frozenset[str]
    point: re.Pattern[str]
    scopes: tuple[Scope, ...]


@cache
def label_words() -> LabelWords:
    """The packaged words, read once."""
    data = tomllib.loads((files("peacediff") / "data" / "lexicon" / "labels.toml").read_text("utf-8"))
    return LabelWords(
        bullets=tuple(data["bullets"]),
        alphabets=tuple(data["alphabets"]),
        before_number=frozenset(data["before_number"]),
        conjunctions=frozenset(data["conjunctions"]),
        point=_pattern(word for words in data["point"].values() for word in words),
        scopes=tuple(_scope(name, entry) for name, entry in data["scope"].items()),
    )


def _scope(name: str, entry: dict[str, object]) -> Scope:
    words = [word for value in entry.values() if isinstance(value, list) for word in value]
    bare = "|".join(re.escape(word) for word in words if "{n}" not in word)
    return Scope(
        name=name,
        rank=int(str(entry["rank"])),
        restarts=bool(entry["restarts"]),
        pattern=_pattern(words),
        alone=re.compile(rf"(?:{bare})\Z", re.IGNORECASE),
    )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """One alternation; the longest words first, so that ``Art.`` does not hide ``Article``."""
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    before = "|".join(re.escape(word) for word in listed if "{n}" not in word)
    inside = [
        re.escape(word).replace(r"\{n\}", _NUMBER_INSIDE.replace("number", f"inside{i}"))
        for i, word in enumerate(w for w in listed if "{n}" in w)
    ]
    options = [rf"(?:(?:{before}){_NUMBER})" if before else "", *inside]
    return re.compile("|".join(option for option in options if option), re.IGNORECASE)
