"""What one side tells by a cue and the other says by a turn of phrase (``sense.toml``), or by a cue of another aspect.

``No troops will be stationed`` is ``the stationing of troops is banned``, ``may use the port`` is ``the port is open
to``. Such a phrase shows nothing alone. It answers what stands on the other side alone, if it is of one sense with
that, stands nowhere there, and speaks of the same things; and, but for permissions, only where nothing in the words
that would be told is unexplained.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from peacediff.aspects.cues import hits
from peacediff.aspects.duty import duties
from peacediff.aspects.explained import is_explained, within
from peacediff.aspects.facing import sentence
from peacediff.aspects.polarity.sides import sides
from peacediff.aspects.polarity.ways import denials, denying
from peacediff.aspects.reading import Reading
from peacediff.aspects.runs import Unexplained
from peacediff.aspects.spans import meets
from peacediff.model import Shift, Span
from peacediff.text.stems import stems

_DENY, _PERMIT, _WAIT, _ONLY = "deny", "permit", "wait", "only"
_PERMITTED = 6
"""Up to this rank a duty is a permission."""
_LETTERS = 5
"""So much of a word is compared: its ending and its kind change with the grammar."""
_DENIED = 2
"""So near behind a denial a phrase is denied itself."""
_LED = 3
"""So near before a phrase stands the word of duty that leads to it."""

_Part = tuple[int, int]
"""The words from the first index up to, not including, the second."""


@attrs.frozen
class _Phrase:
    """What a phrase can stand for, and the words of content of its part of the sentence."""

    senses: frozenset[str]
    about: frozenset[str]
    denies: bool
    """A cue of polarity begins it, which polarity answers."""
    denied: bool


def without_said(
    found: Sequence[Shift], old: Reading, new: Reading, unexplained: Unexplained
) -> Sequence[Shift]:
    """The shifts but for those of one side alone that the other says in a turn of phrase."""
    gone = (shift for shift in found if shift.direction == "removed")
    come = (shift for shift in found if shift.direction == "added")
    said = [
        *_said([(one, one.before_span) for one in gone if one.before_span], old, new, unexplained[0]),
        *_said([(one, one.after_span) for one in come if one.after_span], new, old, unexplained[1]),
    ]
    return [shift for shift in found if not any(shift is one for one in said)]


def _said(
    lone: Sequence[tuple[Shift, Span]], here: Reading, there: Reading, unexplained: Sequence[Span]
) -> Iterator[Shift]:
    """What is answered; a phrase answers one denial, and none where it may be either of two."""
    phrases = list(_phrases(there, here)) if lone else []
    places = [place for place in unexplained if phrases and not _is_prefixed(place, here, there)]
    answered = []
    for shift, span in lone if phrases else ():
        if shift.aspect == "duty" or is_explained(shift.aspect, span, here, places):
            senses, about = _senses(shift, span, here), _about(shift, span, here, there)
            if any(senses & one.senses and _shares(about, one, shift) for one in phrases):
                answered.append(shift)
    waiting = sum(shift.aspect == "polarity" for shift, _ in lone) if answered else 0
    waiting += sum(map(_may_deny, _phrases(here, there))) if waiting else 0
    enough = waiting <= sum(_may_deny(one) and not one.denied for one in phrases)
    yield from (shift for shift in answered if enough or shift.aspect != "polarity")


def _may_deny(phrase: _Phrase) -> bool:
    return _DENY in phrase.senses and not phrase.denies


def _is_prefixed(place: Span, here: Reading, there: Reading) -> bool:
    """Whether a place ends in a word that the other side denies by its first part: "conditions", "unconditional"."""
    bare = [term.about for term in sides(here, there)[1].prefixed]
    last = within(place, here)[1] - 1
    roots = {*(word[:_LETTERS] for word in bare if len(word) >= _LETTERS), *stems(bare, here.language)}
    return not roots.isdisjoint((here.keys[last][:_LETTERS], here.stems[last]))


def _senses(shift: Shift, span: Span, here: Reading) -> frozenset[str]:
    """By what a shift could be answered; a condition or a time by phrases of the sense of the one that opens it."""
    match shift.aspect:
        case "polarity":
            return frozenset({_DENY})
        case "duty":
            rank = next(
                (hit.cue.rank for hit in duties(here) if meets(span, here.span(hit.first, hit.end))), 0
            )
            return frozenset({_PERMIT, _ONLY}) if 0 < rank <= _PERMITTED else frozenset()
        case "condition" | "deadline":
            opening = span[0], span[0] + 1
            own = (hit for hit in hits("sense", here) if meets(here.span(hit.first, hit.end), opening))
            return frozenset(sense for hit in own for sense in hit.cue.id.split())
        case _:
            return frozenset()


def _about(shift: Shift, span: Span, here: Reading, there: Reading) -> frozenset[str]:
    """The words of content that a shift quotes; of a permission, or where no word of it stands across, its part."""
    first, end = within(span, here)
    quoted = _content(here, (first, end))
    if shift.aspect == "duty" or quoted.isdisjoint(_content(there, (0, len(there.keys)))):
        return _content(here, _part(here, first))
    return quoted


def _shares(about: frozenset[str], phrase: _Phrase, shift: Shift) -> bool:
    """Whether a phrase speaks of what a shift does: of a permission half of the words of the shorter must be shared."""
    if phrase.denied or (phrase.denies and shift.aspect == "polarity"):
        return False
    shared = len(about & phrase.about)
    return shared > 0 and (shift.aspect != "duty" or 2 * shared >= min(len(about), len(phrase.about)))


def _phrases(there: Reading, here: Reading) -> Iterator[_Phrase]:
    """The phrases that stand more often there than here; no event follows "once" where it ends its clause."""
    left = Counter(here.keys[hit.first : hit.end] for hit in hits("sense", here))
    denied = {at for hit in denials(there) for at in range(hit.first, hit.end + _DENIED)}
    cued = {hit.first for hit in denying(there)}
    for hit in hits("sense", there):
        words, senses = there.keys[hit.first : hit.end], frozenset(hit.cue.id.split())
        left[words] -= 1
        ends = _WAIT in senses and there.parted[hit.end - 1]
        if left[words] < 0 and not ends:
            about = _content(there, _part(there, hit.first))
            yield _Phrase(senses, about, hit.first in cued, hit.first in denied - cued)


def _part(reading: Reading, at: int) -> _Part:
    """The part of the sentence around a word: from the duty before that which leads to it up to the next one.

    Where that begins a further predicate ("and will stop"), from there.
    """
    start, end = sentence(reading, at)
    found = [hit.first for hit in duties(reading) if start <= hit.first < end]
    place = bisect_right(found, at)
    before, after = found[:place], [*found[place:], end]
    own = before.pop() if before and at - before[-1] <= _LED else at
    if before and own < at and _goes_on(reading, own):
        return own, after[0]
    return (before[-1] if before else start), after[0]


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether a word begins a further predicate: behind "and", or a mark."""
    return reading.parted[at - 1] or reading.keys[at - 1] in reading.knowledge.conjunctions


def _content(reading: Reading, part: _Part) -> frozenset[str]:
    cues = (*hits("sense", reading), *duties(reading), *hits("condition", reading), *denials(reading))
    cued = {at for hit in cues for at in range(hit.first, hit.end)}
    left = (at for at in reading.content if part[0] <= at < part[1] and at not in cued)
    return frozenset(reading.stems[at][:_LETTERS] for at in left)
