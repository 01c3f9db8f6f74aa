"""Groups of forms, found in a text by the stems of their words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from peacediff.knowledge.folding import Keys, form_keys
from peacediff.knowledge.values import Knowledge
from peacediff.text.stems import stems

_LAST = "\U0010ffff"
"""Comes after every letter."""


class Form(NamedTuple):
    """A form, stem by stem, and the numbers of the groups that it stands in."""

    stems: tuple[str, ...]
    groups: frozenset[int]


@attrs.frozen(eq=False)
class Groups:
    """Forms with the numbers of their groups, by their first words, and these in order.

    A stemmer takes its time and most forms are not in a text: one is stemmed when a word is met that may begin it.
    """

    by_word: Mapping[str, Sequence[tuple[Keys, int]]]
    words: Sequence[str]
    language: str
    met: dict[str, Sequence[Form]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, groups: Iterable[Iterable[str]], knowledge: Knowledge, language: str) -> Groups:
        """The groups, numbered from 0; ``language`` is that of the texts they are looked for in."""
        by_word: dict[str, list[tuple[Keys, int]]] = {}
        for number, group in enumerate(groups):
            for form in group:
                for read in _read(form, knowledge):
                    by_word.setdefault(read[0], []).append((read, number))
        return cls(by_word, sorted(by_word), language)

    def beginning(self, stem: str) -> Sequence[Form]:
        """The forms whose first word has this stem, the longest first."""
        if stem not in self.met:
            self.met[stem] = self._stemmed(stem)
        return self.met[stem]

    def found(self, read: tuple[str, ...]) -> Iterator[tuple[int, Form]]:
        """The forms that the stems of a text have, and where: leftmost first, then longest."""
        end = 0
        for place, stem in enumerate(read):
            if place >= end:
                forms = self.met[stem] if stem in self.met else self.beginning(stem)
                form = next((f for f in forms if read[place : place + len(f.stems)] == f.stems), None)
                if form:
                    end = place + len(form.stems)
                    yield place, form

    def _stemmed(self, stem: str) -> Sequence[Form]:
        # English words begin as their stem does, but for its last letters; those of other languages may not.
        start = stem[: max(2, len(stem) - 2)] if self.language[:2] in ("", "en") else stem[:1]
        near = self.words[bisect_left(self.words, start) : bisect_left(self.words, start + _LAST)]
        numbered: dict[tuple[str, ...], set[int]] = {}
        for word, own in zip(near, stems(near, self.language), strict=True):
            if own == stem:
                for read, number in self.by_word[word]:
                    numbered.setdefault(tuple(stems(read, self.language)), set()).add(number)
        forms = [Form(stemmed, frozenset(numbers)) for stemmed, numbers in numbered.items()]
        return sorted(forms, key=lambda form: (-len(form.stems), form.stems))


def _read(form: str, knowledge: Knowledge) -> Iterable[Keys]:
    """The words of a form, folded and as it stands: an inflection of it may be folded or not."""
    read = form_keys(form)
    if not knowledge.articles.isdisjoint(read):
        read = tuple(key for key in read if key not in knowledge.articles)
    if knowledge.variant_openings.isdisjoint(read):
        return (read,)
    folded = tuple(key for key, _ in knowledge.fold_counted(read))
    return dict.fromkeys((folded, tuple(map(knowledge.spell_word, read))))
