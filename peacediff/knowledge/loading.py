"""From the files of ``data/`` to `Knowledge`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from peacediff.knowledge.folding import form_keys
from peacediff.knowledge.gazetteer import gazetteer
from peacediff.knowledge.known import Knowledge
from peacediff.knowledge.laying import THESAURUS, added, laid
from peacediff.knowledge.phrases import (
    ALONE,
    CUE_KINDS,
    Companion,
    Cue,
    CueKind,
    Doubles,
    GrammarWords,
    NameWords,
    ReferenceWords,
    Topic,
)
from peacediff.knowledge.tables import forms, lines, listed, tables, value, whole
from peacediff.knowledge.values import Calendar, Numerals, Unit
from peacediff.knowledge.variants import variants

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

LANGUAGE = "en"
"""Of the lexicon that is read."""
_FUNCTION_WORDS = ("articles", "prepositions", "conjunctions", "auxiliaries", "pronouns", "adverbs")


def read(data: Traversable, over: Traversable | None = None) -> Knowledge:
    """All knowledge below a folder, with a user's own laid over it.

    Raises `Trouble` that names the file and the key that cannot be read.
    """
    words, names = data / "lexicon" / LANGUAGE, data / "gazetteer"
    function_words = tables(words / "function_words.toml", _FUNCTION_WORDS)
    places, parties, instruments = gazetteer(names, over)
    topics = partial(listed, key="topic", kind=Topic)
    remarks = tables(words / "remarks.toml", ("companion", "reference"))
    return Knowledge(
        articles=frozenset(function_words["articles"]),
        conjunctions=frozenset(function_words["conjunctions"]),
        auxiliaries=frozenset(function_words["auxiliaries"]),
        function_words=frozenset(word for kind in function_words.values() for word in kind),
        numerals=whole(words / "numbers.toml", Numerals),
        calendar=whole(words / "calendar.toml", Calendar),
        units=tuple(listed(words / "units.toml", "unit", Unit)),
        variants=tuple(variants(words, names, (*places, *parties, *instruments))),
        places=places,
        parties=parties,
        instruments=instruments,
        topics=laid(tuple(topics(data / "topics.toml")), "topics.toml", over, topics),
        cues={kind: _kind_cues(words, kind, over) for kind in CUE_KINDS},
        doubles=_doubles(words / "doubles.toml"),
        thesaurus=added(_thesaurus(words / "thesaurus.toml"), THESAURUS, over, _thesaurus),
        name_words=whole(words / "names.toml", NameWords),
        grammar=whole(words / "grammar.toml", GrammarWords),
        companions=tuple(value(Companion, table, words / "remarks.toml") for table in remarks["companion"]),
        reference_words=value(ReferenceWords, remarks["reference"], words / "remarks.toml"),
    )


def _kind_cues(words: Traversable, kind: CueKind, over: Traversable | None) -> tuple[Cue, ...]:
    return laid(tuple(_cues(words / f"{kind}.toml")), f"lexicon/{LANGUAGE}/{kind}.toml", over, _their_cues)


def _doubles(file: Traversable) -> Doubles:
    """The groups, a line each, and lists of words that stand for themselves."""
    table = tables(file, ("groups", "light", "weak", "irregular"))
    light, weak = ([form for line in _groups(table[key]) for form in line] for key in ("light", "weak"))
    irregular = {form: verb for verb, forms in table["irregular"].items() for form in forms}
    return Doubles(_groups(table["groups"]), tuple(light), tuple(weak), irregular)


def _thesaurus(file: Traversable) -> tuple[tuple[str, ...], ...]:
    return _groups(tables(file, ("groups",))["groups"])


def _groups(table: str) -> tuple[tuple[str, ...], ...]:
    """A group a line, its forms parted by semicolons."""
    return tuple(map(forms, lines(table)))


def _their_cues(file: Traversable) -> Iterator[Cue]:
    """The cues of a user, of which each must say something that can be found."""
    for cue in _cues(file):
        if not isinstance(cue.rank, int):
            raise TypeError(f"the rank of {cue.id!r} is no whole number")
        if cue.alone not in ALONE:
            raise ValueError(
                f"{cue.id!r} is told alone in no way that is known; use one of {', '.join(ALONE[1:])}"
            )
        for form in (*cue.forms, *cue.never):
            if not _can_be_found(form):
                raise ValueError(f"{form!r} of {cue.id!r} is no phrase")
        yield cue


def _can_be_found(form: str) -> bool:
    """Whether a phrase has a word, and nothing but words and what stands for them."""
    words = form.removeprefix("^").split()
    return any(map(form_keys, words)) and all(word in {"*", "#"} or form_keys(word) for word in words)


def _cues(file: Traversable) -> Iterator[Cue]:
    """The cues of an aspect; one that is known by its names or its numbers alone has no file."""
    if file.is_file():
        yield from listed(file, "cue", Cue)
