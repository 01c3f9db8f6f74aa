"""Duty: how firmly something is laid down, on a ladder from obligation down to dialogue (``duty.toml``).

A word of duty answers one about the same action; where the action was reworded, the one in its place. Ranks one
apart are what drafters swap freely and are no shift. Where only one side denies, polarity tells it and duty is
silent; a word of duty that came to an action stated before ("withdraws", "may withdraw") is told as added.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

import attrs

from peacediff.aspects.attached import attached, is_attached, is_new
from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.eased import eased
from peacediff.aspects.facing import (
    Facing,
    Matching,
    Naming,
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
from peacediff.model import Shift, Span

_BINDING = 17
"""The rank from which on words of duty lay down alike, be they one step apart."""
_STEP = 2
"""Ranks so far apart are a shift."""
_FORECAST = "forecast"
"""The cue whose verbs say themselves what will happen: "will succeed" is not "will fail"."""
_GRAMMAR = frozenset({_FORECAST, "condition tense", "possibility", "intention", "dialogue", "notice"})
"""Cues that lay nothing down alone: they come and go with the grammar and are told only against another rung."""
_WITH_ALL = frozenset({"plan", "confirmation", "declared intention", "stressed need"})
"""Cues that are told alone only with all that their clause says."""
_NO = "no"
"""The cue of polarity that denies who or what, and with it the duty that follows."""
_WITHOUT = "without"
"""The one that denies what follows it, and the duty that leads to it ("shall be free of")."""
_BOUND = "bound"
"""The family of cues that say who is bound: nobody who is not is forbidden anything."""
_FORBIDDEN, _PERMITTED = 20, 5
"""The ranks of what must not be done, and up to which a duty is a permission."""
_NOTICE = 1
"""The rank of what lays nothing down."""
_NEARBY = 4
"""So few words on, a kept word must stand where a notice answers a duty."""
_SHALL = 19
"""The rank of what states a duty of any action: told alone only with an action that is new as well."""


_SPOKEN = frozenset({"demand", "request", "urging", "encouragement"})
"""Cues that address somebody: one of them more, to whom it is addressed across too, may say nothing new."""
_SURPLUS = 0.4
"""From this part of new words in its sentence on, it does."""
_SENTENCE = 3
"""So many words of content are the least of a clause that is told as new."""


@attrs.frozen
class _Sides:
    """The side that has a word of duty, and the other one."""

    here: Reading
    there: Reading
    across: Facing


def duty(old: Reading, new: Reading) -> Iterator[Shift]:
    """What became firmer or softer, and which duties and tasks came or went."""
    tasks = list(attached("duty", old, new))
    yield from tasks
    yield from eased(old, new)
    yield from (told for told in _duties(old, new) if not any(_stands_within(told, task) for task in tasks))


def _stands_within(told: Shift, task: Shift) -> bool:
    """Whether a duty stands on one side only and in a task that came or went there."""
    if told.direction != task.direction:
        return False
    begin, end = told.before_span or told.after_span or (0, 0)
    first, last = task.before_span or task.after_span or (0, 0)
    return first <= begin and end <= last


def _duties(old: Reading, new: Reading) -> Iterator[Shift]:
    before, after = find(old), find(new)
    if not before and not after:
        return
    across, sides, matching = facing(old, new), (old, new), _matched(old, new)
    for mine, other in matching.pairs:
        if (
            mine.rank * other.rank > 0
            and abs(mine.rank - other.rank) >= _STEP
            and not _is_one_act(mine, other, sides)
        ):
            yield shift(
                "duty", "firmer" if abs(other.rank) > abs(mine.rank) else "softer", sides, (mine, other)
            )
    yield from (
        shift("duty", "removed", sides, (term, None)) for term in _alone(matching.old, old, new, across)
    )
    yield from (
        shift("duty", "added", sides, (None, term))
        for term in _alone(matching.new, new, old, across.turned())
    )


def _is_one_act(mine: Term, other: Term, sides: tuple[Reading, Reading]) -> bool:
    """Whether one side does at once what the other says that it will do: "recognises", "will recognise"."""
    (old, new), notices = sides, [term for term in (mine, other) if term.rank == _NOTICE]
    if len(notices) != 1:
        return False
    done, due = (old.stems[mine.at], other) if notices[0] is mine else (new.stems[other.at], mine)
    return due.about == done


def answered(old: Reading, new: Reading) -> tuple[list[Span], list[Span]]:
    """The places of words of duty that lay down as firmly what the other side lays down in other words."""
    before, after = find(old), find(new)
    if not before or not after:
        return [], []
    pairs = [
        (mine, other)
        for mine, other in _matched(old, new).pairs
        if _FORECAST not in (mine.says, other.says) and _is_as_firm(mine.rank, other.rank)
    ]
    return [_cue(old, mine) for mine, _ in pairs], [_cue(new, other) for _, other in pairs]


def _is_as_firm(rank: int, other: int) -> bool:
    return rank == other != _NOTICE or min(rank, other) >= _BINDING or max(rank, other) <= -_BINDING


def _cue(reading: Reading, term: Term) -> Span:
    return next(reading.span(hit.first, hit.end) for hit in hits("duty", reading) if hit.first == term.first)


@lru_cache(maxsize=8)
def find(reading: Reading) -> Terms:
    """The words of duty, each about the action (or the addressee) that follows."""
    found = duties(reading)
    denying = [hit for hit in hits("polarity", reading) if hit.cue.id in (_NO, _WITHOUT)]
    denials = [hit.first for hit in denying if hit.cue.id == _NO]
    terms, start, denied = [], 0, frozenset(hit.first for hit in denying)
    for hit in found:
        start = max(start, sentence(reading, hit.first)[0])
        action = governed(reading, hit.end)
        is_denied = action in denied or bisect_left(denials, start) < bisect_left(denials, hit.first)
        terms.append(_term(hit, reading, action, _denied(hit) if is_denied else hit.cue.rank))
        start = hit.end
    return terms


def duties(reading: Reading) -> Sequence[Hit]:
    """The words of duty; one that only leads to another is one with it: "shall be allowed to"."""
    found: list[Hit] = []
    for hit in (hit for hit in hits("duty", reading) if not is_attached(hit)):
        leads = found and found[-1].end == hit.first and is_auxiliary(found[-1], reading)
        first = found.pop().first if leads and hit.cue.rank > 0 else hit.first
        found.append(attrs.evolve(hit, first=first))
    return found


def is_auxiliary(hit: Hit, reading: Reading) -> bool:
    """Whether a word of duty only ties a sentence together: "shall", "will", "is to"."""
    small = reading.knowledge.auxiliaries | (
        reading.knowledge.grammar.leading & reading.knowledge.function_words
    )
    return hit.cue.rank > 0 and small.issuperset(reading.keys[hit.first : hit.end])


def _denied(hit: Hit) -> int:
    """The rank of what nobody must or may do: what nobody may do is forbidden, what nobody is bound to do is not."""
    rank = hit.cue.rank
    if 0 < rank <= _PERMITTED:
        return -_FORBIDDEN
    return -_PERMITTED if hit.cue.family == _BOUND else -abs(rank)


def _term(hit: Hit, reading: Reading, action: int | None, rank: int) -> Term:
    about = "" if action is None else reading.stems[action]
    end = hit.end if action is None else reading.whole(action)
    return Term(hit.cue.id, rank, about, hit.first, hit.first, end, leans=True)


@lru_cache(maxsize=2)
def _matched(before: Reading, after: Reading) -> Matching:
    """By rank and action, rank and place, action, place, rank; a mere notice answers what is left, near by.

    Where each side has one alone, they answer each other.
    """
    old, new, across = find(before), find(after), facing(before, after)
    matching = Matching.of(old, new, across)
    matching.match(lambda term: (term.rank, term.about) if term.about else None)
    matching.match(lambda term: (term.rank, term.place))
    matching.match(lambda term: term.about or None if term.rank != _NOTICE else None)
    matching.match(lambda term: term.place if term.rank != _NOTICE else None)
    matching.match(lambda term: term.rank if term.rank != _NOTICE else None)
    matching.match(_near(across), _near(across.turned()))
    if len(old) == len(new) == 1:
        matching.match(lambda term: term.rank != _NOTICE or None)
    return matching


def _near(across: Facing) -> Naming:
    """The place of a term whose next kept word stands near."""

    def name(term: Term) -> int | None:
        return (
            term.place
            if term.place < len(across.old) and across.old[term.place] - term.end < _NEARBY
            else None
        )

    return name


def _alone(terms: Terms, here: Reading, there: Reading, across: Facing) -> Iterator[Term]:
    """The terms that nothing answers and that say something new; denials are told by polarity."""
    standing = {(term.rank, term.about) for term in find(there)}
    before = dict(zip([term.at for term in find(here)][1:], find(here), strict=False))
    for term in terms:
        if term.rank > 0 and _is_telling(term, before.get(term.at), standing, _Sides(here, there, across)):
            yield term


def _is_telling(term: Term, last: Term | None, standing: Container[tuple[int, str]], sides: _Sides) -> bool:
    """Whether a term says something alone: one that still stands across does only with all of its clause."""
    if term.says in _GRAMMAR or sides.here.keys[term.end - 1] in sides.here.knowledge.grammar.qualifying:
        return False
    if term.says in _WITH_ALL:
        clause = clause_start(sides.here, term.first), clause_end(sides.here, term.first)
        return is_new(sides.here, *clause, sides.there, least=_SENTENCE)
    if term.says in _SPOKEN and (term.rank, term.about) in standing:
        return is_new(sides.here, term.first, sentence(sides.here, term.first)[1], sides.there, _SURPLUS)
    return not _is_grammar(term, last, sides.here, sides.there, sides.across)


def _is_grammar(term: Term, last: Term | None, here: Reading, there: Reading, across: Facing) -> bool:
    """Whether a "shall" only carries on a verb ("decides that it shall") or stands where something stood before."""
    if term.rank != _SHALL:
        return False
    if last and clause_start(here, term.at) <= last.at:
        return True
    return term.about in there.stems or not across.is_empty(term.place, there)
