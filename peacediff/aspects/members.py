"""Members of a list that came or went where the rest of it stayed: ``development and public health``.

Told as scope, as a duty in a list of tasks, as a place or a party in a list of such, of what nothing else tells: the
words must be unexplained by any double, variant or other shift, they must stand where the other side has nothing, and
a word such as "and" must tie them to what is kept. Two commas do where such a word ends the list behind them.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from peacediff.aspects.attached import is_attached
from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.facing import Term, sentence, shift
from peacediff.aspects.names import groups
from peacediff.aspects.runs import Run, Runs, listing
from peacediff.aspects.tasks import is_task
from peacediff.model import Aspect, Shift

_LONGEST = 12
"""Words that are quoted at most."""
_NEW = 0.75
"""From this part of unexplained words on, a member is new."""
_ADDRESSING = 16
"""The rank up to which a word of duty is itself a verb ("requests") and not before one ("will")."""
_LIST = 8
"""So near behind a member between commas the last one of its list must be joined."""


def members(old: Runs, new: Runs) -> Iterator[Shift]:
    """Which members of lists went or came; mirrors when the sides change places."""
    sides = (old.here, new.here)
    for aspect, term in _Side(old).members():
        yield shift(aspect, "removed", sides, (term, None))
    for aspect, term in _Side(new).members():
        yield shift(aspect, "added", sides, (None, term))


@attrs.frozen
class _Side:
    """One side with its runs."""

    side: Runs

    def members(self) -> Iterator[tuple[Aspect, Term]]:
        """The members of lists that the other side lacks, in order; a name beside that of a place is a place."""
        for run in self.side.trimmed:
            before, after = self.side.around(run)
            if self.is_new(run) and self.is_bare(run, before) and self.is_joined(run, before, after):
                yield self.member(run, before, after)

    def member(self, run: Run, before: int, after: int) -> tuple[Aspect, Term]:
        """What a member is and the words to quote: of a name no word that joins it, and none that stands behind."""
        if self.is_place(run, before, after):
            return "place", Term("member", 0, "", run[0], run[0], min(run[-1] + 1, run[0] + _LONGEST))
        end = self.party_end(run)
        if end:
            return "party", Term("member", 0, "", run[0], run[0], end)
        first = self.opening(run, before)
        aspect: Aspect = "duty" if is_task(self.side.here, run[0]) else "scope"
        return aspect, Term("member", 0, "", first, first, min(run[-1] + 1, first + _LONGEST))

    @property
    def joiners(self) -> frozenset[str]:
        """The words that join two members: "and", "or"."""
        return self.side.here.knowledge.grammar.listing

    def is_new(self, run: Run) -> bool:
        """Whether nothing explains the words and the other side has nothing in their place."""
        if any(self.side.here.keys[at][0].isdigit() for at in run):
            return False
        here = self.side.here
        small = self.joiners | here.knowledge.grammar.qualifying
        named = [at for at in run if here.keys[at] not in small]
        if listing(here).issuperset(named):
            return False
        said = [at for at in named if here.stems[at] not in self.side.other_stems] or named
        is_plain = self.side.unexplained_of(said) >= _NEW * len(said)
        before = run[0] - 1 - (here.keys[run[0] - 1] in here.knowledge.articles)
        is_joined = here.keys[before] in self.joiners and self.side.is_new(named)
        return (is_plain or is_joined) and self.side.is_unanswered(run)

    def is_bare(self, run: Run, before: int) -> bool:
        """Whether they are no clause of their own, opened by a word of duty or with a verb, and in no brackets."""
        knowledge, near = self.side.here.knowledge, range(before + 1, run[0] + 1)
        verbs = knowledge.auxiliaries | knowledge.name_words.acting
        if not verbs.isdisjoint(self.side.here.keys[run[0] : run[-1]]) or "(" in self.side.here.gap(run[0]):
            return False
        laid_down = (hit for hit in hits("duty", self.side.here) if not is_attached(hit))
        return not any(hit.first in near or self.is_adverb(run, hit) for hit in laid_down)

    def is_adverb(self, run: Run, hit: Hit) -> bool:
        """Whether the words only go with a verb that addresses somebody: "and further requests"."""
        return hit.first == run[-1] + 1 and 0 < hit.cue.rank <= _ADDRESSING

    def is_joined(self, run: Run, before: int, after: int) -> bool:
        """Whether they are tied to what is kept as a list ties its members."""
        joiners, keys = self.joiners, self.side.here.keys
        if (
            joiners.intersection(keys[run[0] - 1 : run[0] + 1])
            or joiners.intersection(keys[before + 1 : run[0] + 1])
            or joiners.intersection(keys[run[-1] + 1 : after])
        ):
            return (
                sentence(self.side.here, run[0])[0] <= before or after < sentence(self.side.here, run[0])[1]
            )
        parted = self.side.here.parted
        between_commas = before >= 0 and parted[before] and parted[run[-1]]
        return between_commas and bool(joiners.intersection(keys[run[-1] + 1 : run[-1] + 1 + _LIST]))

    def is_place(self, run: Run, before: int, after: int) -> bool:
        """Whether a name that nobody lists stands in a list of places."""
        places = (
            m for m in self.side.here.mentions if not any(map(self.side.here.knowledge.acts, m.entries))
        )
        beside = any(m.end == before + 1 or m.first == after for m in places)
        return beside and all(map(self.side.here.is_capital, range(run[0], run[-1] + 1)))

    def party_end(self, run: Run) -> int:
        """The end of a name that nobody lists in a list of parties, 0 where the words are none."""
        here, words, end = self.side.here, self.side.here.knowledge.name_words, run[0]
        while end in run and here.is_capital(end) and here.keys[end] not in words.no_places | words.documents:
            end += 1
        if end == run[0]:
            return 0
        listed = self.listing(run[0], end)
        parties = (name for group in groups(here) for name in group.names if name.sense == "party")
        named = any(name.first in listed and here.is_capital(name.first) for name in parties)
        return (
            end if named or any(here.keys[at] in words.realms and here.is_capital(at) for at in listed) else 0
        )

    def listing(self, first: int, end: int) -> range:
        """The words of the list of names around one: capitals, and the small words that stand between them."""
        here, (start, stop) = self.side.here, sentence(self.side.here, first)
        small = self.joiners | here.knowledge.articles | here.knowledge.name_words.of
        while first > start and (here.is_capital(first - 1) or here.keys[first - 1] in small):
            first -= 1
        while end < stop and (here.is_capital(end) or here.keys[end] in small):
            end += 1
        return range(first, end)

    def opening(self, run: Run, before: int) -> int:
        """The first word to quote: the one that joins them, or the first of them."""
        return next(
            (at for at in range(before + 1, run[0]) if self.side.here.keys[at] in self.joiners), run[0]
        )


def partners(old: Runs, new: Runs) -> Iterator[Shift]:
    """Tasks that were joined to one that both sides have, and are nowhere across: ``monitored and guaranteed``."""
    sides = (old.here, new.here)
    yield from (shift("duty", "removed", sides, (term, None)) for term in _partners(old))
    yield from (shift("duty", "added", sides, (None, term)) for term in _partners(new))


def _partners(side: Runs) -> Iterator[Term]:
    for at in side.here.content:
        before, behind = _is_partner(side, at - 1, at - 2), _is_partner(side, at + 1, at + 2)
        if (before or behind) and side.unexplained_of([at]) and is_task(side.here, at):
            yield Term("partner", 0, "", at - before, at - before, at + 1)


def _is_partner(side: Runs, joint: int, other: int) -> bool:
    """Whether a word joins a task that stands across, wherever that is."""
    here = side.here
    if not 0 <= other < len(here.keys) or here.keys[joint] not in here.knowledge.grammar.listing:
        return False
    known = here.stems[other] in side.other_stems and here.keys[other] not in here.knowledge.function_words
    return known and is_task(here, other)
