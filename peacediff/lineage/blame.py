"""For every phrase of the last draft the draft that brought it, followed back word by word through the links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from peacediff.model import Change, Comparison, Draft, Phrase, Provision, Return, Span
from peacediff.text.kept import kept
from peacediff.text.words import keys, words

Origins = dict[str, list[int]]
"""By provision id: for each of its words the place of the draft that brought it."""


def phrases(
    drafts: Sequence[Draft], steps: Sequence[Comparison], back: Sequence[Return]
) -> tuple[Phrase, ...]:
    """The last draft cut where the origin of its words changes: every provision whole, in the order of the text."""
    known = [{p.id: [0] * _size(p) for p in drafts[0].provisions}]
    for place, step in enumerate(steps, start=1):
        brought: Origins = {}
        for change in step.changes:
            brought.update(_carried(change, known[place - 1], place))
        for each in back:
            if each.new == place:
                brought.update(_carried(each.change, known[each.old], place))
        known.append(brought)
    return tuple(phrase for p in drafts[-1].provisions for phrase in _cut(p, known[-1][p.id]))


def _size(provision: Provision) -> int:
    """The words of a provision; one without any counts as one."""
    return len(keys(provision.text)) or 1


def _carried(change: Change, known: Origins, place: int) -> Iterator[tuple[str, list[int]]]:
    """The origins of the new provisions' words: those of the words they keep, and this draft for the others."""
    came = [origin for provision in change.old for origin in known[provision.id]]
    now = [place] * sum(map(_size, change.new))
    for old, new in _kept_words(change, len(came), len(now)):
        now[new] = came[old]
    start = 0
    for provision in change.new:
        yield provision.id, now[start : (start := start + _size(provision))]


def _kept_words(change: Change, old: int, new: int) -> Iterable[tuple[int, int]]:
    if not change.old or not change.new:
        return ()
    before, after = _keys(change.old), _keys(change.new)
    return zip(range(old), range(new), strict=True) if before == after else kept(before, after)


def _keys(provisions: Iterable[Provision]) -> list[str]:
    return [key for provision in provisions for key in keys(provision.text) or (provision.text,)]


def _cut(provision: Provision, origins: Sequence[int]) -> Iterator[Phrase]:
    starts = [word.span[0] for word in words(provision.text)] or [0]
    runs = [(origin, [place for place, _ in run]) for origin, run in groupby(enumerate(origins), _origin)]
    cuts = [0, *(starts[places[0]] for _, places in runs[1:]), len(provision.text)]
    for (origin, _), start, end in zip(runs, cuts, cuts[1:], strict=False):
        yield Phrase(provision.id, _moved((start, end), provision), provision.text[start:end], origin)


def _origin(word: tuple[int, int]) -> int:
    return word[1]


def _moved(span: Span, provision: Provision) -> Span:
    return span[0] + provision.span[0], span[1] + provision.span[0]
