"""What peacediff knows of a language and of the world: ``data/`` as frozen values.

Nothing here decides anything. A word list, a name or a topic is an entry of a TOML file with its reason.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from peacediff import packaged
from peacediff.knowledge.known import Knowledge
from peacediff.knowledge.phrases import (
    Companion,
    Cue,
    Doubles,
    GrammarWords,
    NameWords,
    ReferenceWords,
    Topic,
)
from peacediff.knowledge.values import Calendar, Entry, Numerals, Unit, Variant

__all__ = [
    "Calendar",
    "Companion",
    "Cue",
    "Doubles",
    "Entry",
    "GrammarWords",
    "Knowledge",
    "NameWords",
    "Numerals",
    "ReferenceWords",
    "Topic",
    "Unit",
    "Variant",
    "load",
    "read_knowledge",
]


@cache
def load() -> Knowledge:
    """The packaged knowledge, read once."""
    from peacediff.knowledge.loading import read

    return read(packaged.folder())


def read_knowledge(folder: str | Path) -> Knowledge:
    """The packaged knowledge with a folder of your own laid over it, laid out like the package's data.

    Places, parties and instruments (``gazetteer/``), ``topics.toml`` and the cues of aspects (``lexicon/en/``): the
    same id replaces an entry, a new one adds one. Groups of ``lexicon/en/thesaurus.toml`` are added. Raises
    `peacediff.Trouble` that names the file and the key which nobody reads.
    """
    from peacediff.knowledge.laying import check_folder
    from peacediff.knowledge.loading import read

    check_folder(folder)
    return read(packaged.folder(), Path(folder))
