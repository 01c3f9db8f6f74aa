"""Words beside a kept one that came or went and say of which kind it is, or how it is done: ``shall jointly patrol``.

Told as scope, a part of a place as place, of what nothing else tells and where nothing stands on the other side; not
of words that only praise or stress, nor of names; but a name may be what they stand before.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.aspects.cues import hits
from peacediff.aspects.facing import Term, sentence, shift
from peacediff.aspects.polarity import denials
from peacediff.aspects.reading import Reading
from peacediff.aspects.runs import Run, Runs
from peacediff.aspects.tasks import is_task
from peacediff.model import Shift

_LONGEST = 2
"""Words that may stand beside a kept one: more are a clause."""


def modifiers(old: Runs, new: Runs) -> Iterator[Shift]:
    """Which modifiers went or came; mirrors when the sides change places."""
    sides = (old.here, new.here)
    yield from (shift("scope", "removed", sides, (term, None)) for term in _found(old))
    yield from (shift("scope", "added", sides, (None, term)) for term in _found(new))


def manners(old: Runs, new: Runs) -> Iterator[Shift]:
    """How something is done, beside a verb that both sides have: ``shall return | freely | to their homes``."""
    sides = (old.here, new.here)
    yield from (shift("scope", "removed", sides, (term, None)) for term in _manners(old))
    yield from (shift("scope", "added", sides, (None, term)) for term in _manners(new))


def _manners(side: Runs) -> Iterator[Term]:
    """The adverbs beside a kept word that has none beside it across."""
    here, there = side.here, side.there
    for at in side.here.content:
        if _is_adverb(here, at) and _says_how(side, at):
            others = [side.across.across(word) for word in (at - 1, at + 1)]
            beside = [word for other in others if other is not None for word in (other - 1, other + 1)]
            if beside and not any(_is_adverb(there, word) for word in beside if 0 <= word < len(there.keys)):
                yield Term("manner", 0, "", at, at, at + 1)


def _is_adverb(reading: Reading, at: int) -> bool:
    key = reading.keys[at]
    return key.endswith(reading.knowledge.grammar.adverbial) and not reading.is_capital(at)


def _says_how(side: Runs, at: int) -> bool:
    """Whether nothing explains an adverb, it does more than stress, and no cue has it."""
    here = side.here
    owned = (*hits("duty", here), *hits("scope", here), *hits("deadline", here), *hits("condition", here))
    return (
        bool(side.unexplained_of([at]))
        and here.keys[at] not in here.knowledge.grammar.stressing
        and here.stems[at] not in here.knowledge.weak
        and not any(hit.first <= at < hit.end for hit in owned)
    )


def parts(old: Runs, new: Runs) -> Iterator[Shift]:
    """Which parts of a place gave way to the whole or the other way round: ``the north of the island``."""
    sides = (old.here, new.here)
    yield from (shift("place", "wider", sides, pair) for pair in _parts(old))
    yield from (shift("place", "narrower", sides, (whole, part)) for part, whole in _parts(new))


def _parts(side: Runs) -> Iterator[tuple[Term, Term]]:
    """A part with the kept word that it is a part of, and that word across."""
    words, keys = side.here.knowledge.name_words, side.here.keys
    for run in side.all:
        first, of = run[0], run[-1] + 1
        whole = side.around(run)[1]
        is_part = len(run) == 1 and keys[first] in words.lands and keys[of : of + 1] and keys[of] in words.of
        other = side.across.across(whole) if is_part and whole in side.across.old else None
        if other is not None and side.unexplained_of(run) and side.is_alone(run):
            yield (
                Term("part", 0, "", first, first, side.here.whole(whole)),
                Term("whole", 0, "", other, other, side.there.whole(other)),
            )


def whereabouts(old: Runs, new: Runs) -> Iterator[Shift]:
    """Which words for within and without gave way to a smaller one: ``in the town``, ``outside the town``."""
    sides = (old.here, new.here)
    yield from (shift("place", "replaced", sides, pair) for pair in _whereabouts(old))
    yield from (shift("place", "replaced", sides, (bare, told)) for told, bare in _whereabouts(new))


def _whereabouts(side: Runs) -> Iterator[tuple[Term, Term]]:
    """Such a word with the kept word behind it, and that word across with the small one that leads to it."""
    here, there = side.here, side.there
    for run in side.all:
        at, head = run[0], side.around(run)[1]
        other = side.across.across(head) if head in side.across.old else None
        is_plain = len(run) == 1 and here.keys[at] in here.knowledge.name_words.locatives
        if other and is_plain and side.unexplained_of(run) and side.is_alone(run):
            leads = other - 1 - (there.keys[other - 1] in there.knowledge.articles)
            if leads >= 0 and there.keys[leads] in there.knowledge.grammar.qualifying:
                yield (
                    Term("whereabouts", 0, "", at, at, here.whole(head)),
                    Term("whereabouts", 0, "", leads, leads, there.whole(other)),
                )


def _found(side: Runs) -> Iterator[Term]:
    for run in side.pieces:
        before = _is_new(side, run) and _is_before(side, run)
        if before or (_is_new(side, run) and _is_last(side, run)):
            end = _name_end(side, run[-1] + 1) if before else run[-1] + 1
            yield Term("modifier", 0, "", run[0], run[0], end)


def _name_end(side: Runs, head: int) -> int:
    """After a word, or after the name that it begins."""
    here, end = side.here, head + 1
    while (
        here.is_capital(end - 1)
        and end < len(here.keys)
        and not here.parted[end - 1]
        and here.is_capital(end)
    ):
        end += 1
    return end


def _is_new(side: Runs, run: Run) -> bool:
    """Whether a few words without capitals are unexplained, say something, and have nothing in their place across."""
    here, grammar = side.here, side.here.knowledge.grammar
    if len(run) > _LONGEST or side.unexplained_of(run) < len(run) or not side.is_alone(run):
        return False
    if here.keys[run[-1]] in grammar.qualifying:
        return False
    if any(here.is_capital(at) or not here.keys[at].isalpha() for at in run):
        return False
    owned = (*hits("duty", here), *hits("scope", here), *denials(here))
    if any(hit.first <= run[0] < hit.end for hit in owned):
        return False
    said = [
        at for at in run if here.keys[at] not in grammar.stressing | grammar.carrying | grammar.qualifying
    ]
    return not here.knowledge.weak.issuperset(here.stems[at] for at in said)


def _is_before(side: Runs, run: Run) -> bool:
    """Whether they stand directly before a kept word of the same form, and not where a verb may stand itself.

    An adverb goes with any form of a verb.
    """
    here, head = side.here, run[-1] + 1
    joined = here.knowledge.grammar.listing.issuperset(
        set(here.keys[run[0] : head]) - {here.keys[at] for at in run}
    )
    if not joined or head == len(here.keys) or any(here.parted[run[0] : head]):
        return False
    other = side.across.across(head)
    is_adverb = here.keys[run[-1]].endswith(here.knowledge.grammar.adverbial)
    if other is None or not (is_adverb or here.keys[head] == side.there.keys[other]):
        return False
    before, grammar = here.keys[run[0] - 1] if run[0] else "", here.knowledge.grammar
    if before in here.knowledge.auxiliaries and here.keys[head] in grammar.qualifying:
        return False  # what is said of something: "is reached within 90 days"
    if before in grammar.leading:
        return is_task(here, run[0]) and is_task(side.there, other)
    return is_adverb or before not in grammar.relative


def _is_last(side: Runs, run: Run) -> bool:
    """Whether they stand directly behind a kept word and end its clause: ``released unharmed``."""
    here, last = side.here, run[-1]
    ends = last + 1 == len(here.keys) or here.parted[last]
    first = sentence(here, run[0])[0]
    return ends and first < run[0] == side.around(run)[0] + 1 and not here.parted[run[0] - 1]
