"""Scope: how much, how many, how long or who alone is meant; wider or narrower than before (``scope.toml``).

A cue answers one of its scale about the same word, or one in its place; a cue that came to a word that both sides
have, or went from it, is compared with the bare word. A word that is new brings its scope with it, and that is told
by nothing here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence

import attrs

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.facing import (
    Facing,
    Matching,
    Term,
    Terms,
    clause_end,
    clause_start,
    facing,
    governed,
    sentence,
    shift,
)
from peacediff.aspects.reading import Reading
from peacediff.model import Direction, Shift

_STEP = 2
"""Ranks so far apart are a shift."""
_EXCEPTION = "exception"
"""The scale whose cues take the rest of their clause with them."""
_OTHERS = "others"
"""The scale of who alone is meant; where that is new, the word before tells what was narrowed."""
_PHRASES = frozenset({"place", "list", _EXCEPTION})
"""The scales whose cues stand for themselves: no bare word is across, and a word beside them must be kept."""


def scope(old: Reading, new: Reading) -> Iterator[Shift]:
    """What became wider or narrower."""
    before, after = find(old), find(new)
    if not before and not after:
        return
    across, sides = facing(old, new), (old, new)
    matching = _matched(before, after, across)
    for mine, other in matching.pairs:
        if abs(mine.rank - other.rank) >= _STEP:
            yield shift("scope", _direction(mine.rank, other.rank), sides, (mine, other))
    here, there = _Side(old, before, across), _Side(new, after, across.turned())
    for term, bare in _bared(matching.old, here, there):
        yield shift("scope", _direction(term.rank, 0), sides, (term, bare))
    for term, bare in _bared(matching.new, there, here):
        yield shift("scope", _direction(0, term.rank), sides, (bare, term))


def find(reading: Reading) -> Terms:
    """The cues of a text, each about the word that it widens or narrows."""
    found = hits("scope", reading)
    taken = {at for hit in found for at in range(hit.first, hit.end)}
    return [_term(hit, reading, taken) for hit in found]


def _term(hit: Hit, reading: Reading, taken: Container[int]) -> Term:
    word = governed(reading, hit.end, taken)
    about = "" if word is None else reading.stems[word]
    end = hit.end if word is None else reading.whole(word)
    if _scale(hit.cue.id) in _PHRASES:
        end = clause_end(reading, hit.end - 1) if _scale(hit.cue.id) == _EXCEPTION else hit.end
    return Term(hit.cue.id, hit.cue.rank, about, hit.first, hit.first, end, word=word)


def _scale(cue: str) -> str:
    return cue.partition(":")[0]


def _direction(before: int, after: int) -> Direction:
    return "wider" if after > before else "narrower"


def _matched(old: Terms, new: Terms, across: Facing) -> Matching:
    """By cue and word, scale and word, scale and place, cue."""
    matching = Matching.of(old, new, across)
    matching.match(lambda term: (term.says, term.about) if term.about else None)
    matching.match(lambda term: (_scale(term.says), term.about) if term.about else None)
    matching.match(lambda term: (_scale(term.says), term.place))
    return matching.match(lambda term: term.says)


@attrs.frozen
class _Side:
    """One side with its terms; the other is across."""

    reading: Reading
    terms: Terms
    across: Facing

    def beside(self, first: int, last: int) -> tuple[int | None, int | None]:
        """The words of content before and after some words, marks or not."""
        content = self.reading.content
        before, after = bisect_left(content, first), bisect_right(content, last)
        return content[before - 1] if before else None, content[after] if after < len(content) else None

    def faces(self, at: int | None) -> int | None:
        """The word across, if it is kept."""
        return None if at is None else self.across.across(at)


def _bared(terms: Terms, here: _Side, there: _Side) -> Iterator[tuple[Term, Term | None]]:
    """The terms that nothing answers, each with the bare word across, or with nothing where it stands for itself."""
    scoped = {term.word for term in there.terms}
    for term in terms:
        at = here.faces(term.word)
        if any(here.faces(word) is not None for word in _props(term, at, here)):
            yield term, None
        elif at is not None and at not in scoped and _is_bared(term) and _in_its_place(term, at, here, there):
            yield term, attrs.evolve(term, at=at, first=at, end=there.reading.whole(at), word=at)


def _is_bared(term: Term) -> bool:
    return _scale(term.says) not in _PHRASES and abs(term.rank) >= _STEP


def _props(term: Term, at: int | None, here: _Side) -> Sequence[int | None]:
    """The words of which one must be kept where a term stands for itself; ``at`` is what it is about, across."""
    before, after = here.beside(term.first, term.end - 1)
    if _scale(term.says) in _PHRASES:
        return before, after
    if not _is_bared(term):
        return ()
    if term.word is None:
        return _clause_before(term, here.reading)
    return (before,) if at is None and _scale(term.says) == _OTHERS else ()


def _clause_before(term: Term, reading: Reading) -> Sequence[int]:
    """The words of content of its clause before an adverb that ends the sentence ("released unconditionally")."""
    if sentence(reading, term.first)[1] != term.end:
        return ()
    content = reading.content
    return content[bisect_left(content, clause_start(reading, term.first)) : bisect_left(content, term.first)]


def _in_its_place(term: Term, at: int, here: _Side, there: _Side) -> bool:
    """Whether a word beside the term is beside the bare word too, or both begin or end their text."""
    mine, other = here.beside(term.first, term.word or term.end), there.beside(at, at)
    pairs = zip(mine, other, strict=True)
    return any(two is None if one is None else here.faces(one) == two is not None for one, two in pairs)
