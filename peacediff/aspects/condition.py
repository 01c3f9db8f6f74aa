"""Condition: what must be the case, or may be, for something to hold; each quoted with its clause.

A condition answers one that says the same of much the same words, wherever it stands, so that a clause that was
reworded or moved is no shift. What stands in another's place with other words, or with another cue ("unless" for
"if"), replaces it; the rest came or went.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from peacediff.aspects.attached import attached, is_attached, is_new
from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.deadline.times import times
from peacediff.aspects.facing import Matching, Term, Terms, clause_end, facing, shift
from peacediff.aspects.pairing import paired
from peacediff.aspects.reading import Reading
from peacediff.model import Shift, Span

_CLAUSE = 1
"""The rank of cues that take the rest of their clause with them."""
_LONGEST = 25
"""Words of a clause: what goes on longer without a mark is hardly all condition."""
_BESIDE = 9
"""So near by a verb who does it stands."""
_TIMED = "when"
"""The cue that opens a time as often."""
_ADDRESSING = 16
"""The rank up to which a word of duty asks somebody."""
_ALIKE = 0.5
"""From this part of shared words on, two clauses are one, reworded."""
_MUCH_ALIKE = 0.75
"""From this part on, wherever the two stand."""
_PARTICIPLE = "participle"
"""The end of the id of cues that are a verb behind another one."""
_CONSENT = "consent"
"""Behind the family of a clause it makes that of the cues that say the same by a noun."""
_LETTERS = 4
"""So much of a word is compared, as a clause that became a noun keeps no more ("invades", "invasion")."""


def condition(old: Reading, new: Reading) -> Iterator[Shift]:
    """Which conditions came, went or were replaced."""
    yield from attached("condition", old, new)
    before, after = find(old), find(new)
    if not before and not after:
        return
    matching, sides = _matched(old, new), (old, new)
    for mine, other in matching.pairs:
        if mine.says != other.says or _likeness(mine, other) < _ALIKE or _is_joined(mine, other, old, new):
            yield shift("condition", "replaced", sides, (mine, other))
    yield from (shift("condition", "removed", sides, (term, None)) for term in _gone(matching.old, old, new))
    yield from (shift("condition", "added", sides, (None, term)) for term in _gone(matching.new, new, old))


@lru_cache(maxsize=8)
def find(reading: Reading) -> Terms:
    """The conditions of a text, each about all that its clause says, in short; what begins a time is told as such."""
    found = [hit for hit in hits("condition", reading) if not is_attached(hit) and not _is_verb(hit, reading)]
    timed = {time.first for time in times(reading)} if any(hit.cue.id == _TIMED for hit in found) else ()
    return [_term(hit, reading) for hit in found if hit.cue.id != _TIMED or hit.first not in timed]


def _is_verb(hit: Hit, reading: Reading) -> bool:
    """Whether a participle is what a sentence says: "will be monitored by"."""
    before = reading.keys[hit.first - 1] if hit.first else ""
    return hit.cue.id.endswith(_PARTICIPLE) and before in reading.knowledge.auxiliaries


def answering(old: Reading, new: Reading) -> list[tuple[Term, Term]]:
    """The conditions of both sides that answer each other."""
    return _matched(old, new).pairs if find(old) and find(new) else []


def answered(old: Reading, new: Reading) -> tuple[list[Span], list[Span]]:
    """The places of the words that open a condition which the other side opens otherwise."""
    before, after = find(old), find(new)
    if not before or not after:
        return [], []
    same = [
        pair
        for pair in _matched(old, new).pairs
        if pair[0].says == pair[1].says and _likeness(*pair) >= _ALIKE
    ]
    return [_opening(old, mine) for mine, _ in same], [_opening(new, other) for _, other in same]


def _opening(reading: Reading, term: Term) -> Span:
    return reading.span(term.first, term.word or term.end)


def _term(hit: Hit, reading: Reading) -> Term:
    """The part of a cue's id before a colon is what it says: cues of one family answer each other.

    A clause that asks for consent is of the family that asks for it by a noun ("without the approval of").
    """
    end = _clause_end(hit, reading) if hit.cue.rank == _CLAUSE else hit.end
    family, asks_leave = hit.cue.family, _asks_leave(hit, reading, end)
    said = " ".join(key[:_LETTERS] for key in _content(reading, hit.end, end - asks_leave))
    says = f"{family} {_CONSENT}" if asks_leave else family
    return Term(says, hit.cue.rank, said, hit.first, hit.first, end, word=hit.end)


def _asks_leave(hit: Hit, reading: Reading, end: int) -> bool:
    """Whether a clause ends in a verb of consent: "unless the council approves"."""
    return (
        hit.cue.rank == _CLAUSE
        and hit.end < end - 1
        and reading.keys[end - 1] in reading.knowledge.grammar.consenting
    )


def _clause_end(hit: Hit, reading: Reading) -> int:
    """Up to the next mark, or to "and" before a verb that asks somebody ("and encourages it")."""
    end = min(clause_end(reading, hit.end - 1), hit.first + _LONGEST)
    ties = reading.knowledge.conjunctions
    asking = (
        asked.first - 1
        for asked in hits("duty", reading)
        if hit.end < asked.first < end
        and 0 < asked.cue.rank <= _ADDRESSING
        and reading.keys[asked.first - 1] in ties
    )
    return min([end, *asking])


def _content(reading: Reading, first: int, end: int) -> list[str]:
    """The words of content from ``first`` up to, not including, ``end``, synonyms in one form."""
    knowledge = reading.knowledge
    folded = knowledge.fold(reading.quote(first, end)) if first < end else ()
    return [key for key in folded if key not in knowledge.function_words]


@lru_cache(maxsize=2)
def _matched(old: Reading, new: Reading) -> Matching:
    """By all that a condition says, its first word, its last, its place; what says nothing more by what it is."""
    matching = Matching.of(find(old), find(new), facing(old, new))
    matching.match(lambda term: (term.says, term.about))
    _match_alike(matching)
    matching.match(lambda term: (term.says, term.about.split()[0]) if term.about else None)
    matching.match(lambda term: (term.says, term.about.split()[-1]) if term.about else None)
    matching.match(lambda term: (term.says, term.place))
    return matching.match(lambda term: term.place)


def _match_alike(matching: Matching) -> None:
    """Pair what says the same in nearly the same words, wherever they stand and in whatever order."""

    def likeness(mine: Term, other: Term) -> float:
        says_more = mine.about and other.about and mine.says == other.says
        found = _likeness(mine, other) if says_more else 0
        return found if found >= _MUCH_ALIKE else 0

    pairs = [(mine, other) for mine, other in paired(matching.old, matching.new, likeness) if mine and other]
    matching.pairs += pairs
    old, new = {mine.at for mine, _ in pairs}, {other.at for _, other in pairs}
    matching.old = [term for term in matching.old if term.at not in old]
    matching.new = [term for term in matching.new if term.at not in new]


def _likeness(mine: Term, other: Term) -> float:
    """The shared part of the shorter of two clauses, from 0 to 1; one that says no more is like any."""
    old, new = set(mine.about.split()), set(other.about.split())
    return len(old & new) / min(len(old), len(new)) if old and new else 1.0


def _is_joined(mine: Term, other: Term, old: Reading, new: Reading) -> bool:
    """Whether one of two clauses holds all that the other says, and a further condition beside it."""
    return _joins(mine, other, old, new) or _joins(other, mine, new, old)


def _joins(whole: Term, part: Term, here: Reading, there: Reading) -> bool:
    ties = (at for at in range(whole.first, whole.end - 1) if here.keys[at] in here.knowledge.conjunctions)
    return set(part.about.split()) < set(whole.about.split()) and any(
        is_new(here, at, whole.end, there) for at in ties
    )


def _gone(terms: Terms, here: Reading, there: Reading) -> Iterator[Term]:
    """The outermost terms; what says no more than its cue, without those whose word stands elsewhere across."""
    for term in _outermost(terms):
        if term.rank == _CLAUSE:
            if not _is_said(term, here, there):
                yield term
        elif _times(here.keys[term.end - 1], there) < _times(here.keys[term.end - 1], here):
            yield term


def _times(key: str, reading: Reading) -> int:
    """How often a word stands in a text, by its first letters: "safely" is "safe"."""
    return sum(other[:_LETTERS] == key[:_LETTERS] for other in reading.keys)


def _is_said(term: Term, here: Reading, there: Reading) -> bool:
    """Whether the other side says all of a clause that is opened by a noun in few words, be it by a verb.

    ``Under the supervision of the mission`` is ``supervised by the mission``.
    """
    if term.says not in here.knowledge.grammar.nominal:
        return False
    small = here.knowledge.grammar.qualifying
    said = {key[:_LETTERS] for key in _content(here, term.first, term.end) if key not in small}
    opening = {
        key[:_LETTERS] for key in _content(here, term.first, term.word or term.end) if key not in small
    }
    return any(
        said
        <= {
            key[:_LETTERS]
            for key in _content(there, max(at - _BESIDE, 0), min(at + _BESIDE, len(there.keys)))
        }
        for at, key in enumerate(there.keys)
        if key[:_LETTERS] in opening
    )


def _outermost(terms: Terms) -> Iterator[Term]:
    """Without conditions that stand in the clause of another one."""
    end = 0
    for term in terms:
        if term.first >= end:
            yield term
        end = max(end, term.end)
