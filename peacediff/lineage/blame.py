"""For every phrase of the last draft the draft that brought it, followed back word by word through the links."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from peacediff.model import Change, Comparison, Draft, Edit, Phrase, Provision, Return, Span
from peacediff.text.words import Word, keys, words

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
    for old, new in _kept_words(change):
        now[new] = came[old]
    start = 0
    for provision in change.new:
        yield provision.id, now[start : (start := start + _size(provision))]


def _kept_words(change: Change) -> Iterable[tuple[int, int]]:
    """The places of the words that no edit replaces, old and new: so phrases are cut where a change is shown."""
    if not change.old or not change.new:
        return ()
    if change.before == change.after:
        return ((n, n) for n in range(sum(map(_size, change.new))))
    spans = [_rewritten(edit) for edit in change.edits]
    old = _outside(change.old, [old for old, _ in spans])
    new = _outside(change.new, [new for _, new in spans])
    return zip(old, new, strict=True)


def _rewritten(edit: Edit) -> tuple[Span, Span]:
    """Both spans of an edit without the words that both begin or end with, as where one only became a capital."""
    old, new = words(edit.old), words(edit.new)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    return _inner(old, head, tail, edit.old_span), _inner(new, head, tail, edit.new_span)


def _alike(old: Sequence[Word], new: Sequence[Word]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0].key == pair[1].key, zip(old, new, strict=False)))


def _inner(held: Sequence[Word], head: int, tail: int, span: Span) -> Span:
    inner = held[head : len(held) - tail]
    return (span[0] + inner[0].span[0], span[0] + inner[-1].span[1]) if inner else (span[0], span[0])


def _outside(provisions: Iterable[Provision], spans: Iterable[Span]) -> Iterator[int]:
    """The places of the words that no span touches, in the texts joined by line feeds."""
    waiting, start, count = deque(spans), 0, 0
    for provision in provisions:
        held = words(provision.text)
        for word in held:
            first, last = start + word.span[0], start + word.span[1]
            while waiting and waiting[0][1] <= first:
                waiting.popleft()
            if not waiting or waiting[0][0] >= last:
                yield count
            count += 1
        start += len(provision.text) + 1
        count += not held


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
