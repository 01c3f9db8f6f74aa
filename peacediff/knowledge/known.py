"""All that is known, and what follows from it: texts folded to one form, names told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, partial

import attrs

from peacediff.knowledge.folding import (
    Fold,
    Keys,
    Placed,
    Stage,
    figures,
    fold_of,
    form_keys,
    multiplications,
    multiplied,
    placed,
    replaced,
    substitute,
    substitutions,
)
from peacediff.knowledge.phrases import (
    Companion,
    Cue,
    CueKind,
    Doubles,
    GrammarWords,
    NameWords,
    ReferenceWords,
    Topic,
)
from peacediff.knowledge.values import Calendar, Entry, Numerals, Unit, Variant, VariantKind
from peacediff.text.stems import stems
from peacediff.text.words import keys

_ACTING = ("country", "continent")
_SPELLED: tuple[VariantKind, ...] = ("spelling", "transliteration")


@attrs.frozen(eq=False, slots=False)
class Knowledge:
    """All that is known; told apart by identity, so that what is built from it can be cached by it.

    ``cues`` gives the phrases that show each aspect and those that answer one, ``thesaurus`` groups of forms that
    speak of one thing.
    """

    articles: frozenset[str]
    conjunctions: frozenset[str]
    auxiliaries: frozenset[str]
    function_words: frozenset[str]
    numerals: Numerals
    calendar: Calendar
    units: tuple[Unit, ...]
    variants: tuple[Variant, ...]
    places: tuple[Entry, ...]
    parties: tuple[Entry, ...]
    instruments: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    cues: Mapping[CueKind, tuple[Cue, ...]]
    doubles: Doubles
    thesaurus: tuple[tuple[str, ...], ...]
    name_words: NameWords
    grammar: GrammarWords
    companions: tuple[Companion, ...]
    reference_words: ReferenceWords

    def fold(self, text: str) -> Keys:
        """The word keys of a text with every variant in its canonical form, in time linear in the text.

        A number and its multiplier become one number. Two texts that fold to the same keys say the same in other words.
        """
        return substitute(multiplied(self.spell(text), self.numerals.multipliers), self._folds[1])

    def fold_names(self, text: str) -> Keys:
        """What `fold` says, with number words in figures and every known name as one key, of however many words."""
        read: Sequence[str] = self.spell(text)
        if not self.numerals.words.keys().isdisjoint(read):
            read = replaced(read, figures(read, self.numerals.words))
        return substitute(multiplied(read, self.numerals.multipliers), self._names_whole)

    def fold_placed(self, text: str) -> list[Placed]:
        """What `fold` says, each key with the words of the text that it stands for, counted as `keys` counts them."""
        spelled, multiplied, _, named = self._stages
        return placed(keys(text), (spelled, multiplied, named))

    def fold_counted(self, read: Sequence[str]) -> list[Placed]:
        """As `fold_placed`, of word keys, with number words in figures: ``thirty`` is ``30``."""
        spelled, multiplied, counted, named = self._stages
        return placed(read, (spelled, counted, multiplied, named))

    @cached_property
    def _stages(self) -> tuple[Stage, Stage, Stage, Stage]:
        """One spelling, numbers multiplied, numbers in figures, one name."""
        spelled, named = self._folds
        multipliers, numbers = self.numerals.multipliers, self.numerals.words
        return (
            (spelled.keys(), partial(substitutions, fold=spelled)),
            (multipliers.keys(), partial(multiplications, multipliers=multipliers)),
            (numbers.keys(), partial(figures, numbers=numbers)),
            (named.keys(), partial(substitutions, fold=named)),
        )

    def spell(self, text: str) -> Keys:
        """The word keys of a text in one spelling, every other variant as it stands."""
        return substitute(keys(text), self._folds[0])

    def spell_word(self, key: str) -> str:
        """One word key in one spelling; as it stands where the spelling takes several words."""
        if key not in self._folds[0]:
            return key
        folded = substitute((key,), self._folds[0])
        return folded[0] if len(folded) == 1 else key

    def spell_words(self, read: Keys) -> Keys:
        """Word keys, each as `spell_word` says."""
        return read if self._folds[0].keys().isdisjoint(read) else tuple(map(self.spell_word, read))

    def named(self, form: str) -> tuple[Entry, ...]:
        """What a name may stand for: a place, a party, an instrument; several where it is ambiguous alone."""
        return self.named_keys(form_keys(form))

    def named_keys(self, read: Keys) -> tuple[Entry, ...]:
        """What the word keys of a name may stand for."""
        return self.names.get(read) or self.names.get(substitute(read, self._folds[0]), ())

    @cached_property
    def name_openings(self) -> frozenset[str]:
        """The word keys that a name may begin with, in one spelling or not."""
        return frozenset(self._folds[0]) | {form[0] for form in self.names}

    def acts(self, entry: Entry) -> bool:
        """Whether an entry is or may stand for a party: "Europe" does, a region hardly."""
        return entry.kind in _ACTING or entry in self._parties

    @cached_property
    def _parties(self) -> frozenset[Entry]:
        return frozenset(self.parties)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The gazetteer by the ids of its entries."""
        return {entry.id: entry for entry in (*self.places, *self.parties, *self.instruments)}

    def is_party(self, entry: Entry) -> bool:
        """Whether an entry of the gazetteer is listed among the parties."""
        return entry.id in self._party_ids

    @cached_property
    def weak(self) -> frozenset[str]:
        """The stems of words that make no change alone."""
        return frozenset(stems(self.doubles.weak, ""))

    @cached_property
    def titles(self) -> frozenset[str]:
        """The ids of all instruments."""
        return frozenset(entry.id for entry in self.instruments)

    @cached_property
    def _party_ids(self) -> frozenset[str]:
        return frozenset(entry.id for entry in self.parties)

    @cached_property
    def _folds(self) -> tuple[Fold, Fold]:
        spelled = fold_of(v.forms for v in self.variants if v.kind in _SPELLED)
        return spelled, fold_of((v.forms for v in self.variants if v.kind not in _SPELLED), spelled)

    @cached_property
    def _names_whole(self) -> Fold:
        """The fold of the names, a canonical one of several words joined to one key by spaces."""
        spelled, named = self._folds
        names = {substitute(form_keys(v.canonical), spelled) for v in self.variants if v.kind == "name"}
        return {
            first: tuple((form, (" ".join(become),) if become in names else become) for form, become in forms)
            for first, forms in named.items()
        }

    @cached_property
    def variant_openings(self) -> frozenset[str]:
        """The word keys that something which is folded may begin with; a text without them folds to itself."""
        return frozenset().union(*(needed for needed, _ in self._stages))

    @cached_property
    def names(self) -> Mapping[Keys, tuple[Entry, ...]]:
        """The gazetteer by the word keys of each form, as written and in one spelling."""
        found: dict[Keys, dict[str, Entry]] = {}
        for entry in (*self.places, *self.parties, *self.instruments):
            for form in (*entry.forms, *entry.adjectives):
                written = form_keys(form)
                spelled = tuple(map(self.spell_word, written))
                for read in dict.fromkeys((written, spelled, substitute(written, self._folds[0]))):
                    found.setdefault(read, {})[entry.id] = entry
        return {form: tuple(entries.values()) for form, entries in found.items()}
