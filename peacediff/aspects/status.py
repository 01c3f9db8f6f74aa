"""Status: recognition and its strength, statehood, self-rule, who holds a place, what it is recognised as.

The rule that tells firmer from softer knows only the ranks of ``status.toml``: of two terms of one family the one of
higher rank is firmer, whoever gains by it; where a rank is equal or 0 they are told as replaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import attrs

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.names import Named, groups
from peacediff.aspects.reading import Reading
from peacediff.model import Direction, Shift

_AS = "as"
"""The family of what something is recognised as."""
_SOON = 4
"""Words in which a name must begin to be the one a phrase waits for."""


@attrs.frozen
class _Status:
    """A status where it stands, by the indices of its words."""

    family: str
    what: str
    rank: int
    first: int
    end: int
    said: int
    """After the words that show it, before any name."""


def statuses(old: Reading, new: Reading) -> Iterator[Shift]:
    """The shifts of status between two texts."""
    yield from _paired([*_statuses(old, new)])


def _paired(found: list[Shift]) -> list[Shift]:
    """One status that went and one that came, of two families: the one gave way to the other."""
    match found:
        case [Shift(direction="removed") as gone, Shift(direction="added") as come] | [
            Shift(direction="added") as come,
            Shift(direction="removed") as gone,
        ]:
            return [attrs.evolve(gone, direction="replaced", after=come.after, after_span=come.after_span)]
    return found


def _statuses(old: Reading, new: Reading) -> Iterator[Shift]:
    before, after = list(_find(old)), list(_find(new))
    for family in sorted({status.family for status in (*before, *after)}):
        gone = _alone(family, before, after)
        come = _alone(family, after, before)
        for one, other in zip_longest(gone, come):
            if (one and other) or _is_said(one, old, new) or _is_said(other, new, old):
                yield _shift(old, new, one, other)


def _is_said(status: _Status | None, here: Reading, there: Reading) -> bool:
    """Whether a status that no other answers is told by a word that the other side lacks: "control" by any ending."""
    if status is None:
        return False
    ties = here.knowledge.function_words | here.knowledge.grammar.qualifying
    at = (n for n in range(status.first, status.said) if here.keys[n] not in ties)
    return any(here.stems[n] not in there.stems for n in at)


def _find(reading: Reading) -> Iterator[_Status]:
    """The cues, and what is recognised as some state's (``as Russian``)."""
    names = [name for group in groups(reading) for name in group.names]
    for hit in hits("status", reading):
        end = _end(hit, reading, names)
        if end:
            family, _, what = hit.cue.id.partition(".")
            yield _Status(family, what, hit.cue.rank, hit.first, end, hit.end)
    for name in names:
        if name.sense == "status":
            yield _Status(_AS, " ".join(sorted(name.ids)), 0, name.first - 1, name.end, name.end)


def _end(hit: Hit, reading: Reading, names: Sequence[Named]) -> int | None:
    """After the words to quote; a phrase that waits for a name (``under the control of``) is none without it."""
    if reading.keys[hit.end - 1] not in reading.knowledge.name_words.roles:
        return hit.end
    soon = range(hit.end, hit.end + _SOON)
    listed = next((name.end for name in names if name.first in soon and name.listed), None)
    return listed or _after_unknown(hit.end, reading, names)


def _after_unknown(at: int, reading: Reading, names: Sequence[Named]) -> int | None:
    """After a name that no gazetteer lists: a capital right behind the phrase that nothing else explains."""
    if at == len(reading.keys) or not reading.is_capital(at) or any(n.first <= at < n.end for n in names):
        return None
    words = reading.knowledge.name_words
    return None if reading.keys[at] in words.no_places | words.bodies | words.documents else at + 1


def _alone(family: str, here: Sequence[_Status], there: Sequence[_Status]) -> list[_Status]:
    """What one side alone says, each once, in the order of the text."""
    known = {status.what for status in there if status.family == family}
    found = [s for s in here if s.family == family and s.what not in known]
    return sorted({s.what: s for s in reversed(found)}.values(), key=lambda s: s.first)


def _shift(old: Reading, new: Reading, gone: _Status | None, come: _Status | None) -> Shift:
    return Shift(
        "status",
        _direction(gone, come),
        old.quote(gone.first, gone.end) if gone else "",
        new.quote(come.first, come.end) if come else "",
        old.span(gone.first, gone.end) if gone else None,
        new.span(come.first, come.end) if come else None,
    )


def _direction(gone: _Status | None, come: _Status | None) -> Direction:
    if not (gone and come):
        return "removed" if gone else "added"
    if gone.rank == come.rank:
        return "replaced"
    return "firmer" if come.rank > gone.rank else "softer"
