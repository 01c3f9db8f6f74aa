"""Scope: how much, how many, how long or who alone is meant; wider or narrower than before (``scope.toml``).

A cue answers one of its scale about the same word, or one in its place; a cue that came to a word that both sides
have, or went from it, is compared with the bare word. A word that is new brings its scope with it, and that is told
by nothing here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence

import attrs

from peacediff.aspects.attached import attached, is_attached
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
    shift,
)
from peacediff.aspects.polarity.ways import denials
from peacediff.aspects.reading import Reading
from peacediff.model import Direction, Shift

_STEP = 2
"""Ranks so far apart are a shift."""
_EXCEPTION = "exception"
"""The scale whose cues take the rest of their clause with them."""
_EXTENT = "extent"
"""The scale of how many are meant: who renounces all claims has none."""
_OTHERS = "others"
"""The scale of who alone is meant; where that is new, the word before tells what was narrowed."""
_KIND = "kind"
"""The scale of words that narrow a noun to a kind of it, each of which says something of its own."""
_PHRASES = frozenset({"place", "list", _EXCEPTION})
"""The scales whose cues stand for themselves: no bare word is across, and a word beside them must be kept."""


def scope(old: Reading, new: Reading) -> Iterator[Shift]:
    """What became wider or narrower, and what is newly named or no more."""
    yield from attached("scope", old, new)
    before, after = find(old), find(new)
    if not before and not after:
        return
    across, sides = facing(old, new), (old, new)
    before, after = _headed(before, old, across), _headed(after, new, across.turned())
    matching = _matched(before, after, across)
    for mine, other in matching.pairs:
        if abs(mine.rank - other.rank) >= _STEP:
            yield shift("scope", _direction(mine.rank, other.rank), sides, (mine, other))
    here, there = _Side(old, matching.old, across), _Side(new, matching.new, across.turned())
    for term, bare in _bared(matching.old, here, there):
        yield shift("scope", _direction(term.rank, 0), sides, (term, bare))
    for term, bare in _bared(matching.new, there, here):
        yield shift("scope", _direction(0, term.rank), sides, (bare, term))


def find(reading: Reading) -> Terms:
    """The cues of a text, each about the word that it widens or narrows."""
    found = [hit for hit in hits("scope", reading) if not is_attached(hit) and _is_telling(hit, reading)]
    taken = {at for hit in found if _scale(hit.cue.id) != _KIND for at in range(hit.first, hit.end)}
    return [_term(hit, reading, taken) for hit in found]


def _is_telling(hit: Hit, reading: Reading) -> bool:
    """Kinds side by side ("light and heavy weapons") only add up, and one written large is of a name.

    Nor is one a kind of anything that a verb follows or who does it: "who are wounded will leave", "registered by".
    """
    if _scale(hit.cue.id) != _KIND:
        return True
    beside = reading.keys[max(hit.first - 1, 0) : hit.end + 1]
    ties = reading.knowledge.conjunctions | reading.knowledge.name_words.joiners
    followed = reading.keys[hit.end : hit.end + 1]
    verbal = reading.knowledge.auxiliaries | reading.knowledge.grammar.agent
    return ties.isdisjoint(beside) and verbal.isdisjoint(followed) and not reading.is_capital(hit.first)


def _term(hit: Hit, reading: Reading, taken: Container[int]) -> Term:
    word = _governed(hit, reading, taken)
    about = "" if word is None else reading.stems[word]
    end = hit.end if word is None else reading.whole(word)
    if _scale(hit.cue.id) in _PHRASES:
        end = clause_end(reading, hit.end - 1) if _scale(hit.cue.id) == _EXCEPTION else hit.end
    says = f"{_KIND}: {reading.stems[hit.end - 1]}" if _scale(hit.cue.id) == _KIND else hit.cue.id
    return Term(says, hit.cue.rank, about, hit.first, hit.first, end, word=word, leans=word is not None)


def _governed(hit: Hit, reading: Reading, taken: Container[int]) -> int | None:
    """The word that a cue is about; none where a further verb begins before it ("at any time and shall be paid")."""
    word, grammar = governed(reading, hit.end, taken), reading.knowledge.grammar
    between = reading.keys[hit.end : word]
    goes_on = not grammar.listing.isdisjoint(between) and not grammar.leading.isdisjoint(between)
    return None if word is None or goes_on else word


def _headed(terms: Terms, reading: Reading, across: Facing) -> Terms:
    """The terms, each about the word after a conjunction where only that is kept ("full and swift return")."""
    return [_at_head(term, reading, across) for term in terms]


def _at_head(term: Term, reading: Reading, across: Facing) -> Term:
    if term.word is None or across.across(term.word) is not None or _scale(term.says) in _PHRASES:
        return term
    word = _joined(term.word, reading)
    if word is None or across.across(word) is None:
        return term
    return attrs.evolve(term, about=reading.stems[word], word=word, end=reading.whole(word))


def _joined(word: int, reading: Reading) -> int | None:
    """The next word of content, where only a conjunction parts it from a word, or it follows a word so joined."""
    following, joints = governed(reading, word + 1), reading.knowledge.conjunctions
    if following == word + 1:
        return following if reading.keys[word - 1] in joints else None
    return following if following == word + 2 and reading.keys[word + 1] in joints else None


def _scale(cue: str) -> str:
    return cue.partition(":")[0]


def _is_kind(term: Term) -> bool:
    return _scale(term.says) == _KIND


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

    def denies(self, at: int) -> bool:
        """Whether a word is denied in its clause: who renounces all claims has none."""
        start = clause_start(self.reading, at)
        return any(start <= hit.first < at for hit in denials(self.reading))

    def faces(self, at: int | None) -> int | None:
        """The word across, if it is kept."""
        return None if at is None else self.across.across(at)


def _bared(terms: Terms, here: _Side, there: _Side) -> Iterator[tuple[Term, Term | None]]:
    """The terms that nothing answers, each with the bare word across, or with nothing where it stands for itself."""
    scoped = {(term.word, _is_kind(term)) for term in there.terms}
    for term in terms:
        at = here.faces(term.word)
        if any(here.faces(word) is not None for word in _props(term, at, here)):
            yield term, None
        elif _is_kind(term) and (
            here.reading.stems[term.first] in there.reading.stems or _is_of_other_kind(at, there)
        ):
            continue
        elif (
            at is not None
            and (at, _is_kind(term)) not in scoped
            and _is_bared(term)
            and _in_its_place(term, at, here, there)
            and not (_scale(term.says) == _EXTENT and here.denies(term.first) and there.denies(at))
        ):
            yield term, attrs.evolve(term, at=at, first=at, end=there.reading.whole(at), word=at)


def _is_of_other_kind(at: int | None, there: _Side) -> bool:
    """Whether a word that is new stands directly before the bare one, which is bare no more."""
    if (
        not at
        or there.reading.parted[at - 1]
        or there.reading.keys[at - 1] in there.reading.knowledge.function_words
    ):
        return False
    return there.faces(at - 1) is None


def _is_bared(term: Term) -> bool:
    return _scale(term.says) not in _PHRASES and abs(term.rank) >= _STEP


def _props(term: Term, at: int | None, here: _Side) -> Sequence[int | None]:
    """The words of which one must be kept where a term stands for itself; ``at`` is what it is about, across."""
    before, after = here.beside(term.first, term.end - 1)
    if _scale(term.says) in _PHRASES:
        return before, after
    if not _is_bared(term):
        return ()
    if term.word is None and not _is_kind(term):
        return _clause_before(term, here.reading)
    return (before,) if at is None and _scale(term.says) == _OTHERS else ()


def _clause_before(term: Term, reading: Reading) -> Sequence[int]:
    """The words of content of its clause before an adverb that ends it, or one of its verbs ("freely and shall")."""
    grammar, behind = reading.knowledge.grammar, reading.keys[term.end : term.end + 2]
    goes_on = len(behind) > 1 and behind[0] in grammar.listing and behind[1] in grammar.leading
    if clause_end(reading, term.first) != term.end and not goes_on:
        return ()
    content = reading.content
    return content[bisect_left(content, clause_start(reading, term.first)) : bisect_left(content, term.first)]


def _in_its_place(term: Term, at: int, here: _Side, there: _Side) -> bool:
    """Whether a word beside the term is beside the bare word too, or both begin or end their text."""
    mine, other = here.beside(term.first, term.word or term.end), there.beside(at, at)
    pairs = zip(mine, other, strict=True)
    return any(two is None if one is None else here.faces(one) == two is not None for one, two in pairs)
