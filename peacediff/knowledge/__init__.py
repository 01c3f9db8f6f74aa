"""What peacediff knows of a language and of the world: ``data/`` as frozen values.

Nothing here decides anything. A word list, a name or a topic is an entry of a TOML file with its reason.
"""

from __future__ import annotations

from functools import cache

from peacediff.knowledge.phrases import Companion, Cue, Doubles, NameWords, ReferenceWords, Topic
from peacediff.knowledge.values import Calendar, Entry, Knowledge, Numerals, Unit, Variant

__all__ = [
    "Calendar",
    "Companion",
    "Cue",
    "Doubles",
    "Entry",
    "Knowledge",
    "NameWords",
    "Numerals",
    "ReferenceWords",
    "Topic",
    "Unit",
    "Variant",
    "load",
]


@cache
def load() -> Knowledge:
    """The packaged knowledge, read once."""
    from importlib.resources import files

    from peacediff.knowledge.loading import read

    return read(files("peacediff") / "data")
