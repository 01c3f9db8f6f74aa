"""Polarity: what is denied on one side only.

A denial is known by the word that it denies; where that was reworded, by where it stands. No denial is passed over
in silence unless one on the other side answers it: each that is left is told as added or removed. How firm a denial
is ("must not", "should not") is told by duty.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Container, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import permutations

import attrs

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.denied import Denied, match_objects
from peacediff.aspects.facing import (
    Facing,
    Matching,
    Naming,
    Term,
    Terms,
    clause_start,
    facing,
    governed,
    ruling,
    sentence,
    shift,
)
from peacediff.aspects.reading import Reading
from peacediff.model import Shift, Span

_VERB, _NOUN, _FORBIDDING, _PREFIX, _FORBIDDEN, _CARRYING, _AFFIRMING, _SUFFIX, _REMOVING = range(1, 10)
"""The ranks of cues: how they deny."""
_WAYS = ((_VERB, _NOUN), (_FORBIDDING,), (_FORBIDDEN,))
"""Ways of denying that answer each other in one clause."""
_SHORTEST = 4
"""Letters of a word that a prefix can deny."""


def polarity(old: Reading, new: Reading) -> Iterator[Shift]:
    """What came to be denied, and what is denied no longer."""
    before, after = hits("polarity", old), hits("polarity", new)
    if not before and not after:
        return
    sides, (one, other) = (old, new), _sides(old, new)
    left = _matched(old, new)
    gone, come = other.unsaid(left.old, one), one.unsaid(left.new, other)
    yield from (shift("polarity", "removed", sides, (term, None)) for term in _undoubled(gone))
    yield from (shift("polarity", "added", sides, (None, term)) for term in _undoubled(come))
    yield from (shift("polarity", "removed", sides, (term, bare)) for term, bare in _prefixed(one, other))
    yield from (shift("polarity", "added", sides, (bare, term)) for term, bare in _prefixed(other, one))


def answered(old: Reading, new: Reading) -> tuple[list[Span], list[Span]]:
    """The places of the words by which each side denies what the other denies too, be it in another way."""
    before, after = hits("polarity", old), hits("polarity", new)
    if not before or not after:
        return [], []
    pairs = _matched(old, new).pairs
    return (
        list(_cues(old, before, {mine.first for mine, _ in pairs})),
        list(_cues(new, after, {other.first for _, other in pairs})),
    )


def _cues(reading: Reading, found: Sequence[Hit], firsts: Collection[int]) -> Iterator[Span]:
    """With all of the word of duty that holds one: "may not"."""
    duties = hits("duty", reading)
    denied = min(firsts, default=0)
    for hit in found if firsts else ():
        if hit.cue.rank == _CARRYING and hit.first > denied:
            yield reading.span(hit.first, hit.end)
        if hit.first in firsts:
            whole = next((duty for duty in duties if duty.first <= hit.first < duty.end), hit)
            yield reading.span(min(whole.first, hit.first), max(whole.end, hit.end))


def denials(reading: Reading) -> list[Hit]:
    """The cues that deny what follows them."""
    return [hit for hit in hits("polarity", reading) if hit.cue.rank in (_VERB, _NOUN, _FORBIDDING)]


@attrs.frozen(slots=False)
class _Side:
    """One side with its cues; the other is across."""

    reading: Reading
    hits: Sequence[Hit]
    across: Facing

    @property
    def denials(self) -> Terms:
        """But for those that are the first or the last part of a word."""
        taken = {at for hit in self.hits if self.is_denial(hit) for at in range(hit.first, hit.end)}
        return [_denial(hit, self.reading, taken) for hit in self.hits if self.is_denial(hit)]

    def is_denial(self, hit: Hit) -> bool:
        """Whether a cue denies anything by itself: not as the first part of a word, nor as one that names a kind."""
        if hit.cue.rank == _FORBIDDEN:
            led = hit.first > 0 and self.reading.keys[hit.first - 1] in self.reading.knowledge.auxiliaries
            return led or governed(self.reading, hit.end) != hit.end
        return hit.cue.rank not in (_PREFIX, _CARRYING, _AFFIRMING, _SUFFIX, _REMOVING)

    def clauses(self, ranks: Container[int]) -> Naming:
        """Name terms of some ranks by the place of their clause."""
        return lambda term: (
            self.across.places(clause_start(self.reading, term.at)) if term.rank in ranks else None
        )

    def verbs(self, term: Term) -> str | None:
        """Name what a verb denies by the verb."""
        return term.about if term.rank == _VERB else None

    def nouns(self, verbs: Container[str]) -> Naming:
        """Name what is denied with a noun by the verb that goes with it, if it is one of these."""
        return lambda term: (
            next((stem for stem in self.around(term.at) if stem in verbs), None)
            if term.rank == _NOUN
            else None
        )

    def thing(self, term: Term) -> str | None:
        """Name what is denied with a noun by the noun."""
        return term.about if term.rank == _NOUN else None

    def things(self, nouns: Container[str]) -> Naming:
        """Name what a verb denies by the noun that goes with it, if it is one of these."""
        return lambda term: (
            next((stem for stem in self.around(term.at) if stem in nouns), None)
            if term.rank == _VERB
            else None
        )

    def around(self, at: int) -> Sequence[str]:
        """The words of the sentence around a word, from the duty before it up to the second one after it."""
        (first, end), place = sentence(self.reading, at), bisect_left(self.duties, at)
        before, after = self.duties[max(place - 1, 0) : place], self.duties[place + 1 : place + 2]
        return self.reading.stems[max([first, *before]) : min([end, *after])]

    def lacks(self, term: Term) -> str | None:
        """A name for terms about words that this side does not have."""
        return None if term.about in self.reading.stems else "lacking"

    def unsaid(self, terms: Terms, there: _Side) -> Terms:
        """The denials across, but for those that an "or" carries on to here or that the opposite verb says."""
        carried, affirmed = (frozenset(self.carried()), frozenset(self.affirmed())) if terms else ((), ())
        removed = frozenset(self.removed()) if terms else ()
        return [
            term
            for term in terms
            if term.about not in carried
            and not (term.rank == _NOUN and term.about in removed)
            and there.stem_before(term) not in carried
            and (term.about not in affirmed or self.lacks(term) is None)
        ]

    def affirmed(self) -> Iterator[str]:
        """The verbs whose denial is what a verb says that is not across as well."""
        for hit in self.hits:
            if hit.cue.rank == _AFFIRMING and self.across.across(hit.first) is None:
                yield from hit.cue.id.split()[1:]

    def removed(self) -> Iterator[str]:
        """The words of the clauses that say that something is done away with: "all tolls are abolished"."""
        for hit in self.hits:
            if hit.cue.rank == _REMOVING and self.across.across(hit.first) is None:
                start = clause_start(self.reading, hit.first)
                yield from self.reading.stems[start : sentence(self.reading, hit.first)[1]]

    def carried(self) -> Iterator[str]:
        """The words after a denial and an "or" that is not across as well, up to the next duty."""
        ors = [h.end for h in self.hits if h.cue.rank == _CARRYING and self.across.across(h.first) is None]
        content = self.reading.content
        for term in self.denials if ors else ():
            end = self.until_duty(term.end)
            first = next(iter(ors[bisect_left(ors, term.end) :]), end)
            for at in content[bisect_left(content, first) : bisect_left(content, end)]:
                yield self.reading.stems[at]

    def until_duty(self, at: int) -> int:
        """The index of the next word of duty in the sentence, or after its last word."""
        place = bisect_left(self.duties, at)
        return min([sentence(self.reading, at - 1)[1], *self.duties[place : place + 1]])

    @cached_property
    def duties(self) -> Sequence[int]:
        """Where words of duty stand."""
        return [hit.first for hit in hits("duty", self.reading)]

    def stem_before(self, term: Term) -> str:
        """The word of content before a denial, empty where there is none."""
        at = ruling(self.reading, term.first)
        return "" if at is None else self.reading.stems[at]

    def frees(self, at: int) -> bool:
        """Whether a word is denied by the last one that a hyphen joins to it: ``nuclear-weapon-free``."""
        last = self.reading.whole(at) - 1
        return at < last and any(hit.first == last and hit.cue.rank == _SUFFIX for hit in self.hits)

    @property
    def prefixed(self) -> Terms:
        """Words that may be denied by their first part."""
        return [_prefix(hit, self.reading) for hit in self.hits if hit.cue.rank == _PREFIX]


def _prefixed(mine: _Side, other: _Side) -> Iterator[tuple[Term, Term]]:
    """What is denied by the first part of a word on one side alone, and the bare word across."""
    denied = {term.about for term in other.prefixed}
    waiting = {(term.about, mine.across.places(term.at)): term for term in mine.prefixed}
    for at, key in enumerate(other.reading.keys if waiting else ()):
        term = waiting.get((key, other.across.places(at)))
        if term and len(key) >= _SHORTEST and key not in denied and not other.frees(at):
            yield term, attrs.evolve(term, at=at, first=at, end=at + 1)


def _denial(hit: Hit, reading: Reading, taken: Container[int]) -> Term:
    """With the word it denies: the next one, or where a mark follows the one before that denies nothing itself."""
    if _is_fronted(hit, reading):
        return Term(hit.cue.id, _NOUN, "", hit.first, hit.first, hit.end)
    denied = governed(reading, hit.end)
    end = hit.end if denied is None else reading.whole(denied)
    told = denied if denied is None else _telling(reading, denied)
    if told is None:
        told = ruling(reading, hit.first, taken)
    about = "" if told is None else reading.stems[told]
    return Term(hit.cue.id, hit.cue.rank, about, hit.first, hit.first, end)


def _is_fronted(hit: Hit, reading: Reading) -> bool:
    """Whether who acts stands between a denial and the verb that it denies: "at no time shall the league fish"."""
    grammar, ways = reading.knowledge.grammar, reading.knowledge.name_words.ways
    return hit.cue.rank == _VERB and not (grammar.leading - ways).isdisjoint(
        reading.keys[hit.end : hit.end + 1]
    )


def _telling(reading: Reading, denied: int) -> int:
    """The word that tells what is denied: behind a verb that says little another one ("carry out any drilling")."""
    at: int | None = denied
    while at is not None and reading.stems[at] in reading.knowledge.weak:
        at = governed(reading, at + 1)
    return denied if at is None else at


def _prefix(hit: Hit, reading: Reading) -> Term:
    """About the word without the prefix, which may be written apart ("non-nuclear")."""
    key, end = reading.keys[hit.first], hit.end
    if key in hit.cue.forms:
        about = reading.keys[end] if end < len(reading.keys) else ""
        return Term(hit.cue.id, hit.cue.rank, about, hit.first, hit.first, min(end + 1, len(reading.keys)))
    prefixes = (form.removesuffix("*") for form in hit.cue.forms)
    about = next((key.removeprefix(p) for p in prefixes if key.startswith(p)), "")
    return Term(hit.cue.id, hit.cue.rank, about, hit.first, hit.first, end)


def _sides(old: Reading, new: Reading) -> tuple[_Side, _Side]:
    across = facing(old, new)
    return _Side(old, hits("polarity", old), across), _Side(new, hits("polarity", new), across.turned())


@lru_cache(maxsize=2)
def _matched(before: Reading, after: Reading) -> Matching:
    """The same word denied; another one denied where it stood; by a verb here and a noun there in one clause."""
    old, new = _sides(before, after)
    matching = Matching.of(old.denials, new.denials, old.across)
    matching.match(lambda term: term.about or None)
    match_objects(matching, Denied(before, _VERB, _NOUN), Denied(after, _VERB, _NOUN))
    matching.match(lambda term: term.place)
    matching.match(old.verbs, new.nouns({term.about for term in matching.old if term.rank == _VERB}))
    matching.match(old.nouns({term.about for term in matching.new if term.rank == _VERB}), new.verbs)
    matching.match(old.things({term.about for term in matching.new if term.rank == _NOUN}), new.thing)
    matching.match(old.thing, new.things({term.about for term in matching.old if term.rank == _NOUN}))
    for mine, other in permutations(_WAYS, 2):
        matching.match(old.clauses(mine), new.clauses(other))
    return matching.match(new.lacks, old.lacks)


def _undoubled(terms: Terms) -> Terms:
    """Without denials that deny each other ("not prohibited", "not without")."""
    kept: Terms = []
    for term in terms:
        if kept and kept[-1].end == term.at + 1:
            kept.pop()
        else:
            kept.append(term)
    return kept
