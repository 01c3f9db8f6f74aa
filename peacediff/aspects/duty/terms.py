"""The words of duty of one side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

import attrs

from peacediff.aspects.attached import is_attached
from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.facing import Term, Terms, governed, sentence
from peacediff.aspects.reading import Reading

NOTICE = 1
"""The rank of what lays nothing down."""
_NO = "no"
"""The cue of polarity that denies who or what, and with it the duty that follows."""
_WITHOUT = "without"
"""The one that denies what follows it, and the duty that leads to it ("shall be free of")."""
_BOUND = "bound"
"""The family of cues that say who is bound: nobody who is not is forbidden anything."""
_FORBIDDEN, _PERMITTED = 20, 5
"""The ranks of what must not be done, and up to which a duty is a permission."""


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
    return Term(hit.cue.id, rank, about, hit.first, hit.first, end, word=action, leans=True)
