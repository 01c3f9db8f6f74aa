"""From the TOML files of ``data/`` to values; a key that nobody reads is an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import tomli

from peacediff.errors import Trouble
from peacediff.knowledge.folding import Fold, Keys, fold_of, form_keys, substitute
from peacediff.knowledge.laying import THESAURUS, added, laid
from peacediff.knowledge.phrases import (
    Companion,
    Cue,
    Doubles,
    GrammarWords,
    NameWords,
    ReferenceWords,
    Topic,
)
from peacediff.knowledge.values import Calendar, Entry, Knowledge, Numerals, Unit, Variant
from peacediff.model import ASPECTS, Aspect

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_Value = TypeVar("_Value")
Table = Mapping[str, Any]
LANGUAGE = "en"
"""Of the lexicon that is read."""
_FUNCTION_WORDS = ("articles", "prepositions", "conjunctions", "auxiliaries", "pronouns", "adverbs")


@attrs.frozen
class _Family:
    note: str
    endings: tuple[tuple[str, str], ...]
    stems: tuple[str, ...]

    def variants(self) -> Iterator[Variant]:
        for stem in self.stems:
            for ending in self.endings:
                yield Variant("spelling", self.note, [stem + end for end in ending])


@attrs.frozen
class _Pair:
    forms: tuple[str, ...]


@attrs.frozen
class _Spelling:
    name: str
    also: tuple[str, ...]
    note: str = ""


@attrs.frozen
class _State:
    code: str
    name: str
    capital: str = ""
    capital_aliases: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


def read(data: Traversable, over: Traversable | None = None) -> Knowledge:
    """All knowledge below a folder, with a user's own laid over it.

    Raises `Trouble` that names the file and the key that cannot be read.
    """
    words, names = data / "lexicon" / LANGUAGE, data / "gazetteer"
    function_words = _tables(words / "function_words.toml", _FUNCTION_WORDS)
    places, parties, instruments = _gazetteer(names, over)
    topics = partial(_list, key="topic", kind=Topic)
    written = (*_spellings(words / "spellings.toml"), *_transliterations(names / "spellings.toml"))
    remarks = _tables(words / "remarks.toml", ("companion", "reference"))
    return Knowledge(
        articles=frozenset(function_words["articles"]),
        conjunctions=frozenset(function_words["conjunctions"]),
        auxiliaries=frozenset(function_words["auxiliaries"]),
        function_words=frozenset(word for kind in function_words.values() for word in kind),
        numerals=_whole(words / "numbers.toml", Numerals),
        calendar=_whole(words / "calendar.toml", Calendar),
        units=tuple(_list(words / "units.toml", "unit", Unit)),
        variants=(
            *written,
            *_list(words / "variants.toml", "variant", Variant),
            *_names((*places, *parties, *instruments), fold_of(v.forms for v in written)),
        ),
        places=places,
        parties=parties,
        instruments=instruments,
        topics=laid(tuple(topics(data / "topics.toml")), "topics.toml", over, topics),
        cues={aspect: _aspect_cues(words, aspect, over) for aspect in ASPECTS},
        doubles=_doubles(words / "doubles.toml"),
        thesaurus=added(_thesaurus(words / "thesaurus.toml"), THESAURUS, over, _thesaurus),
        name_words=_whole(words / "names.toml", NameWords),
        grammar=_whole(words / "grammar.toml", GrammarWords),
        companions=tuple(_value(Companion, table, words / "remarks.toml") for table in remarks["companion"]),
        reference_words=_value(ReferenceWords, remarks["reference"], words / "remarks.toml"),
    )


def _gazetteer(names: Traversable, over: Traversable | None) -> Iterator[tuple[Entry, ...]]:
    """Places, parties and instruments; states are places."""
    entries = partial(_rows, kind=Entry)
    for kind in ("places", "parties", "instruments"):
        states = _states(names / "states.toml") if kind == "places" else ()
        ours = (*states, *entries(names / f"{kind}.toml"))
        yield laid(ours, f"gazetteer/{kind}.toml", over, entries)


def _aspect_cues(words: Traversable, aspect: Aspect, over: Traversable | None) -> tuple[Cue, ...]:
    return laid(tuple(_cues(words / f"{aspect}.toml")), f"lexicon/{LANGUAGE}/{aspect}.toml", over, _cues)


def _doubles(file: Traversable) -> Doubles:
    """The groups, a line each, and lists of words that stand for themselves."""
    table = _tables(file, ("groups", "light", "weak", "irregular"))
    light, weak = ([form for line in _groups(table[key]) for form in line] for key in ("light", "weak"))
    irregular = {form: verb for verb, forms in table["irregular"].items() for form in forms}
    return Doubles(_groups(table["groups"]), tuple(light), tuple(weak), irregular)


def _thesaurus(file: Traversable) -> tuple[tuple[str, ...], ...]:
    return _groups(_tables(file, ("groups",))["groups"])


def _groups(table: str) -> tuple[tuple[str, ...], ...]:
    """A group a line, its forms parted by semicolons."""
    return tuple(map(_forms, _lines(table)))


def _cues(file: Traversable) -> Iterator[Cue]:
    """The cues of an aspect; one that is known by its names or its numbers alone has no file."""
    if file.is_file():
        yield from _list(file, "cue", Cue)


def _spellings(file: Traversable) -> Iterator[Variant]:
    tables = _tables(file, ("family", "pair"))
    for table in tables["family"]:
        yield from _value(_Family, table, file).variants()
    for table in tables["pair"]:
        yield Variant("spelling", "one word in two spellings", _value(_Pair, table, file).forms)


def _transliterations(file: Traversable) -> Iterator[Variant]:
    for spelling in _list(file, "spelling", _Spelling):
        yield Variant("transliteration", spelling.note or "one name", (spelling.name, *spelling.also))


def _states(file: Traversable) -> Iterator[Entry]:
    """Each state and, where one is given, its capital as ``<id>-capital``."""
    for state in _rows(file, _State):
        code = state.code
        yield Entry(code, state.name, "country", aliases=state.aliases, adjectives=state.adjectives)
        if state.capital:
            yield Entry(f"{code}-capital", state.capital, "city", code, code, state.capital_aliases)


def _names(entries: tuple[Entry, ...], spelled: Fold) -> Iterator[Variant]:
    """A group for each entry with two forms or more that no other entry shares."""
    owners: dict[Keys, set[str]] = {}
    forms = {entry.id: _distinct((*entry.forms, *entry.adjectives), spelled) for entry in entries}
    for entry in entries:
        for form in forms[entry.id]:
            owners.setdefault(form, set()).add(entry.id)
    for entry in entries:
        own = [literal for form, literal in forms[entry.id].items() if len(owners[form]) == 1]
        if len(own) > 1:
            yield Variant("name", f"one {entry.kind}: {entry.id}", own)


def _distinct(forms: Iterable[str], spelled: Fold) -> Mapping[Keys, str]:
    """The forms by their keys in one spelling; of equal ones the first."""
    found: dict[Keys, str] = {}
    for form in forms:
        found.setdefault(substitute(form_keys(form), spelled), form)
    return found


def _rows(file: Traversable, kind: type[_Value]) -> Iterator[_Value]:
    """The values of a table whose cells are parted by bars: read in a tenth of the time of TOML's own tables."""
    table = _tables(file, ("columns", "rows"))
    columns: list[str] = table["columns"]
    lists = {f.name: "tuple" in str(f.type) for f in attrs.fields(kind)}  # type: ignore[arg-type]
    _refuse_unknown(columns, tuple(lists), file)
    for line in _lines(table["rows"]):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > len(columns):
            raise Trouble(
                str(file), f"more cells than columns in {line!r}", "part several forms by semicolons"
            )
        named = zip(columns, cells, strict=False)
        yield kind(**{name: _forms(cell) if lists[name] else cell for name, cell in named if cell})


def _lines(table: str) -> Iterator[str]:
    """The lines that say something."""
    return (line for line in table.splitlines() if line and not line.startswith("#"))


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in cell.split(";"))


def _list(file: Traversable, key: str, kind: type[_Value]) -> Iterator[_Value]:
    """The values of an array of tables, the only thing in its file."""
    for table in _tables(file, (key,))[key]:
        yield _value(kind, table, file)


def _whole(file: Traversable, kind: type[_Value]) -> _Value:
    """The one value that a file holds."""
    return _value(kind, _toml(file), file)


def _tables(file: Traversable, known: tuple[str, ...]) -> Table:
    tables = _toml(file)
    _refuse_unknown(tables, known, file)
    for key in known:
        if key not in tables:
            raise Trouble(str(file), f"the key {key!r} is missing", "add it")
    return tables


def _toml(file: Traversable) -> Table:
    try:
        return tomli.loads(file.read_text("utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Trouble(str(file), f"is no TOML in UTF-8 ({error})", "mend it there") from None


def _value(kind: type[_Value], table: Table, file: Traversable) -> _Value:
    _refuse_unknown(table, tuple(field.name for field in attrs.fields(kind)), file)  # type: ignore[arg-type]
    try:
        return kind(**table)
    except TypeError as error:
        raise Trouble(
            str(file), f"an entry cannot be read ({error})", "give it the keys that its neighbours have"
        ) from None


def _refuse_unknown(table: Iterable[str], known: tuple[str, ...], file: Traversable) -> None:
    for key in table:
        if key not in known:
            raise Trouble(str(file), f"unknown key {key!r}", f"use one of {', '.join(known)}")
