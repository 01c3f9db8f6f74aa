"""The events from which or up to which time runs: ``after signature``, ``until the border is marked``."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import dropwhile, takewhile

import attrs

from peacediff.aspects.cues import Hit
from peacediff.aspects.facing import clause_start
from peacediff.aspects.reading import Reading

_WITHIN = 6
"""A listed event may stand so far from the cue that opens it."""
_CLAUSE = 9
"""So many words of a clause are read as an event."""
_OPENING = frozenset({"after", "before", "until", "of", "from"})
_BOUND = frozenset({"of", "from"})
_BACK = frozenset({"before", "until"})
_MARKS = ",.;:()"
_LISTED = "event-"
"""How the ids of listed events begin."""
_LETTERS = 5


@attrs.frozen
class Event:
    """An event with the cue that opens it; ``back`` where time runs up to it, ``listed`` where the lexicon names it."""

    first: int
    end: int
    name: str
    back: bool
    listed: bool
    bound: bool
    """Opened by ``of`` or ``from``: an event behind an amount of time only."""


def is_event(hit: Hit) -> bool:
    """Whether a cue is a listed event."""
    return hit.cue.id.startswith(_LISTED)


def events(
    reading: Reading,
    cues: Sequence[Hit],
    taken: set[int],
    amounts: Sequence[tuple[int, int]],
    running: Collection[int],
) -> Iterator[Event]:
    """Listed events behind a cue, or any clause where the cue allows it and no amount of time stands in it.

    ``running`` has the ends of the amounts that run out ("within six months"): any clause may follow their "of".
    """
    named = {hit.first: hit for hit in cues if is_event(hit)}
    starts, ends = {first for first, _ in amounts}, {end for _, end in amounts}
    for hit in cues:
        bound = hit.cue.id in _BOUND
        if hit.cue.family not in _OPENING or hit.first in taken or (bound and hit.first not in ends):
            continue
        phrase = _phrase(reading, hit.end)
        happening = [named[at] for at in phrase[: _WITHIN + 1] if at in named]
        if hit.cue.id == "before" and _is_forum(reading, phrase):
            continue
        if happening:
            yield _listed(hit, happening)
        elif _takes_any(hit, running) and starts.isdisjoint(phrase) and hit.end not in taken:
            yield from _clause(reading, hit, phrase)
    yield from _bringing(reading, cues, named)


def _listed(hit: Hit, happening: Sequence[Hit]) -> Event:
    """What happens to what is one event, in any order: "the truce enters into force", "the entry into force of it"."""
    what = " ".join(sorted({event.cue.id for event in happening}))
    return _event(hit, max(event.end for event in happening), what, listed=True)


def _takes_any(hit: Hit, running: Collection[int]) -> bool:
    """Whether any clause may follow a cue."""
    return bool(hit.cue.rank) or (hit.cue.id in _BOUND and hit.first in running)


def _event(hit: Hit, end: int, what: str, *, listed: bool) -> Event:
    back = hit.cue.id in _BACK
    return Event(hit.first, end, _name(what, back=back), back, listed, bound=hit.cue.id in _BOUND)


def _bringing(reading: Reading, cues: Sequence[Hit], named: Mapping[int, Hit]) -> Iterator[Event]:
    """Listed events that begin a clause and bring something about: ``Ratification brings the plan into force``."""
    articles = reading.knowledge.articles
    for hit in cues:
        if hit.cue.id == "bringing":
            first = clause_start(reading, hit.first)
            at = first + (reading.keys[first] in articles)
            if at in named:
                name = _name(named[at].cue.id, back=False)
                yield Event(first, named[at].end, name, back=False, listed=True, bound=False)


def _is_forum(reading: Reading, phrase: Sequence[int]) -> bool:
    """Whether somebody is before a court, an authority and the like: no verb follows, and one noun phrase leads to it.

    That is told by the small words: none stands inside it, and one that is no auxiliary behind it.
    """
    knowledge, keys = reading.knowledge, reading.keys
    ties = knowledge.function_words
    content = list(dropwhile(lambda at: keys[at] in ties, phrase))
    noun = list(takewhile(lambda at: keys[at] not in ties, content))
    behind = content[len(noun) : len(noun) + 1]
    followed = bool(behind) and keys[behind[0]] in knowledge.auxiliaries | knowledge.conjunctions
    return bool(noun) and keys[noun[-1]] in knowledge.name_words.forums and not followed


def _phrase(reading: Reading, first: int) -> Sequence[int]:
    """The words from an index up to the next mark, none where a mark stands before them."""
    places = range(first, min(first + _CLAUSE, len(reading.keys)))
    return list(takewhile(lambda at: not any(mark in reading.gap(at) for mark in _MARKS), places))


def _clause(reading: Reading, hit: Hit, phrase: Sequence[int]) -> Iterator[Event]:
    content = [at for at in phrase if reading.keys[at] not in reading.knowledge.function_words]
    if content:
        what = " ".join(reading.stems[at] for at in content)
        yield _event(hit, content[-1] + 1, what, listed=False)


def _name(what: str, *, back: bool) -> str:
    return f"before: {what}" if back else f"after: {what}"


def hand(name: str) -> str:
    """Whether time runs from an event or up to it."""
    return name.partition(":")[0]


def same_event(before: str, after: str) -> bool:
    """Whether two names are of one event: two of three words of the shorter stand in the other, by their beginning."""
    (hand, *words), (other, *others) = map(_beginnings, (before, after))
    shared, least = len({*words} & {*others}), min(len({*words}), len({*others}))
    return hand == other and (words == others or (least > 0 and 3 * shared >= 2 * least))


def _beginnings(name: str) -> list[str]:
    """The hand and the words of a name, as far as a noun is its verb (response, responding)."""
    return [word if word.startswith(_LISTED) else word[:_LETTERS] for word in name.split()] or [""]
