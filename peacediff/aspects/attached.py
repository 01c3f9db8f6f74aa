"""Clauses that came to kept words, or went from them: what a list names, a task under a verb, what binds how.

A cue whose id begins with ``attached`` opens such a clause. It is told where words before it in its sentence are
kept and hardly a word of it stands on the other side: a clause that was reworded, moved or only tied otherwise to
the rest is no shift. Where the other side has a clause of the kind in the same place, it was replaced, unless it lists.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

import attrs

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.facing import Facing, Matching, Term, Terms, clause_end, facing, sentence, shift
from peacediff.aspects.quoting import REST
from peacediff.aspects.reading import Reading
from peacediff.aspects.tasks import STEP, is_task
from peacediff.model import Aspect, Shift

_KIND = "attached"
_BEHIND = 2
"""So far before "and" stands what leads to the verb before it."""
_TASK = "attached: task"
"""Opened by any word of content that is written small: the verb of the task."""
_LONGEST = 12
"""Words of a clause that are looked at and quoted."""
_NEW = 0.6
"""From this part of new words on, the other side does not say it."""
_LISTING: frozenset[Aspect] = frozenset({"scope"})
"""Where a clause lists: what it lists answers nothing that another one lists in its place."""
_LETTERS = 5
"""So much of a word is compared: its ending and its kind change with the grammar."""


def is_attached(hit: Hit) -> bool:
    """Whether a cue opens a clause that is told here, and not by its aspect alone."""
    return hit.cue.id.startswith(_KIND)


def attached(aspect: Aspect, old: Reading, new: Reading) -> Iterator[Shift]:
    """Which attached clauses of an aspect came, went or were replaced."""
    before, after = _find(aspect, old), _find(aspect, new)
    if not before and not after:
        return
    across, sides = facing(old, new), (old, new)
    told = _New(old, new, across).only(before), _New(new, old, across.turned()).only(after)
    matching = Matching.of(*told, across).match(lambda term: (term.says, term.place))
    pairs = [pair for pair in matching.pairs if _differs(pair, sides)]
    listing = aspect in _LISTING
    gone, come = ([pair[side] for pair in pairs if listing] for side in (0, 1))
    yield from (shift(aspect, "replaced", sides, pair) for pair in pairs if not listing)
    yield from (shift(aspect, "removed", sides, (term, None)) for term in (*gone, *matching.old))
    yield from (shift(aspect, "added", sides, (None, term)) for term in (*come, *matching.new))


def _find(aspect: Aspect, reading: Reading) -> Terms:
    """The attached clauses of a text, each up to the next mark or the next one."""
    opened = [hit for hit in hits(aspect, reading) if is_attached(hit) and _is_opened(hit, reading)]
    ends = {hit.end for hit in opened if hit.cue.id == _TASK}
    found = [hit for hit in opened if hit.first not in ends]  # "and to train and equip" is one task
    starts = [*(hit.first for hit in found[1:]), len(reading.words)]
    return [_term(hit, reading, start) for hit, start in zip(found, starts, strict=False)]


def _is_opened(hit: Hit, reading: Reading) -> bool:
    """Whether a task begins with what may be a verb, and a step is beside one that is a task."""
    last = hit.end - 1
    if hit.cue.id == STEP:
        return not _is_means(hit, reading)
    if hit.cue.id != _TASK:
        return True
    is_content = reading.keys[last] not in reading.knowledge.function_words
    return is_content and reading.keys[last].isalpha() and not reading.is_capital(last)


def _is_means(hit: Hit, reading: Reading) -> bool:
    """Whether a step is beside a verb that no word of duty leads to: "resources to operate and maintain"."""
    if hit.first < _BEHIND or reading.keys[hit.first] not in reading.knowledge.conjunctions:
        return False
    led = reading.keys[hit.first - _BEHIND] in reading.knowledge.grammar.leading
    return led and not is_task(reading, hit.first - 1)


def _term(hit: Hit, reading: Reading, start: int) -> Term:
    end = min(clause_end(reading, hit.end - 1), hit.first + _LONGEST, start)
    is_joined = reading.keys[hit.first] in reading.knowledge.conjunctions
    is_bare = hit.cue.id == STEP and is_joined and end <= hit.end  # "and disarm"
    said = hit.end - 1 if hit.cue.id == _TASK or is_bare else hit.end
    cut = REST if end == hit.first + _LONGEST else 0
    return Term(hit.cue.id, hit.cue.rank, "", hit.first, hit.first, max(end, hit.end), word=said, cut=cut)


def _differs(pair: tuple[Term, Term], sides: tuple[Reading, Reading]) -> bool:
    """Whether two clauses in one place share no word."""
    old, new = (
        _said(side, term.word or term.first, term.end) for side, term in zip(sides, pair, strict=True)
    )
    return set(old).isdisjoint(set(new))


@attrs.frozen
class _New:
    """What one side says and the other does not."""

    here: Reading
    there: Reading
    across: Facing

    def only(self, terms: Terms) -> Terms:
        """The clauses that are new here and stand after kept words."""
        found = (term if self._is_new(term) else self._before_kept(term) for term in terms)
        return [
            term for term in found if self._is_tied(term) and self._is_new(term) and not self._stands(term)
        ]

    def _before_kept(self, term: Term) -> Term:
        """A clause up to the first word of it that is kept, if it says so much before that."""
        if term.word is None:
            return term
        said = [at for at in self.here.content if term.word <= at < term.end]
        own = [
            at
            for at in takewhile(lambda at: self.across.across(at) is None, said)
            if self.here.keys[at].isalpha()
        ]
        return attrs.evolve(term, end=own[-1] + 1, cut=None) if len(own) > 1 else term

    def _stands(self, term: Term) -> bool:
        """Whether the verb of a step is kept: what is new is what it is done to."""
        return term.says == STEP and term.word is not None and self.across.across(term.word - 1) is not None

    def _is_new(self, term: Term) -> bool:
        return term.word is not None and is_new(self.here, term.word, term.end, self.there)

    def _is_tied(self, term: Term) -> bool:
        """Whether a word before it in its sentence is kept."""
        kept = self.across.old
        return bisect_left(kept, sentence(self.here, term.at)[0]) < bisect_left(kept, term.at)


def is_new(here: Reading, first: int, end: int, there: Reading, share: float = _NEW, least: int = 1) -> bool:
    """Whether the other side has hardly a word of content of some words, synonyms and other endings counted in."""
    said, known = _said(here, first, end), _vocabulary(there)
    return len(said) >= least and sum(word not in known for word in said) >= share * len(said)


def _said(reading: Reading, first: int, end: int) -> list[str]:
    knowledge = reading.knowledge
    folded = knowledge.fold(reading.quote(first, end)) if first < end else ()
    return [key[:_LETTERS] for key in folded if key not in knowledge.function_words]


@lru_cache(maxsize=8)
def _vocabulary(reading: Reading) -> frozenset[str]:
    """The words of content of a text in the form in which they are compared."""
    return frozenset(_said(reading, 0, len(reading.words)))
