"""The variants: words in two spellings, names in several alphabets, all the names of one entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from peacediff.knowledge.folding import Fold, Keys, fold_of, form_keys, substitute
from peacediff.knowledge.tables import listed, tables, value
from peacediff.knowledge.values import Entry, Variant

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


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


def variants(words: Traversable, names: Traversable, entries: tuple[Entry, ...]) -> Iterator[Variant]:
    """Those of the lexicon and of the gazetteer, whose entries are read already."""
    written = (*_spellings(words / "spellings.toml"), *_transliterations(names / "spellings.toml"))
    yield from written
    yield from listed(words / "variants.toml", "variant", Variant)
    yield from _names(entries, fold_of(variant.forms for variant in written))


def _spellings(file: Traversable) -> Iterator[Variant]:
    found = tables(file, ("family", "pair"))
    for table in found["family"]:
        yield from value(_Family, table, file).variants()
    for table in found["pair"]:
        yield Variant("spelling", "one word in two spellings", value(_Pair, table, file).forms)


def _transliterations(file: Traversable) -> Iterator[Variant]:
    for spelling in listed(file, "spelling", _Spelling):
        yield Variant("transliteration", spelling.note or "one name", (spelling.name, *spelling.also))


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
