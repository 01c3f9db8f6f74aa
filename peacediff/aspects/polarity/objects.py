"""One thing denied by a verb here and with a noun there: ``will not station troops``, ``admits no foreign troops``."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import takewhile

import attrs

from peacediff.aspects.facing import Matching, Naming, Term, Terms, clause_end
from peacediff.aspects.polarity.ways import NOUN, VERB
from peacediff.aspects.reading import Reading


@attrs.frozen
class _Objects:
    """Names what is denied by a verb or with a noun by a word that is denied in the other way across."""

    reading: Reading

    def objects(self, term: Term) -> Iterator[str]:
        """The words behind a verb that is denied, up to the next mark."""
        if term.rank == VERB:
            yield from self.reading.stems[term.end : clause_end(self.reading, term.at)]

    def phrase(self, term: Term) -> Iterator[str]:
        """The words of content in a row that are denied with a noun."""
        if term.rank == NOUN:
            keys, ties = self.reading.keys, self.reading.knowledge.function_words
            row = range(max(term.end - 1, term.at + 1), clause_end(self.reading, term.at))
            yield from (self.reading.stems[at] for at in takewhile(lambda at: keys[at] not in ties, row))

    def object_in(self, phrases: Container[str]) -> Naming:
        """Name what a verb denies by the first word behind it that is denied with a noun across."""
        return lambda term: next((stem for stem in self.objects(term) if stem in phrases), None)

    def phrase_in(self, objects: Container[str]) -> Naming:
        """Name what is denied with a noun by the first of its words that a verb denies across."""
        return lambda term: next((stem for stem in self.phrase(term) if stem in objects), None)

    def all_objects(self, terms: Terms) -> frozenset[str]:
        """The words behind all verbs that are denied."""
        return frozenset(stem for term in terms for stem in self.objects(term))

    def all_phrases(self, terms: Terms) -> frozenset[str]:
        """The words of all that is denied with a noun."""
        return frozenset(stem for term in terms for stem in self.phrase(term))


def match_objects(matching: Matching, before: Reading, after: Reading) -> None:
    """Pair what one side denies by a verb with its object and the other with a noun, either way round."""
    old, new = _Objects(before), _Objects(after)
    objects, phrases = old.all_objects(matching.old), new.all_phrases(matching.new)
    matching.match(old.object_in(phrases), new.phrase_in(objects))
    objects, phrases = new.all_objects(matching.new), old.all_phrases(matching.old)
    matching.match(old.phrase_in(objects), new.object_in(phrases))
