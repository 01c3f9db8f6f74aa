"""Points that run on in one paragraph: lists such as ``(a) stop; and (b) leave``, and points glued together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from peacediff.model import Span
from peacediff.readers.ends import MARKS, ending, ends_in_stop
from peacediff.readers.entries import Entry
from peacediff.readers.labels import Label, Reading
from peacediff.readers.lexicon import label_words
from peacediff.readers.lines import trimmed
from peacediff.readers.numbering import label_at
from peacediff.text.sentences import sentences

_ENCLOSED = re.compile(r"[(（]\w{1,7}[)）]")
_NUMBERED = re.compile(r"\d(?<![\w(（./]\d)\d{0,2}(?:\.\d{1,3}){0,4}[.)）]?(?=\s|[^\W\da-z])")
_CLOSED = re.compile(r"[.)）](?=\s|[^\W\da-z])")
_LETTERED = re.compile(r"(?<![\w(（./])[^\W\d_]{1,7}\Z")
_ends_item = ending(MARKS + "—–")
_LAST_WORD = re.compile(r"([^\s\d()（）,;:.]*)[\s(（]*\Z")
_WORD = re.compile(r"[^\W\d_]{2,}|[\u3400-\u9fff]")
_LOOK, _LONGEST = 40, 7

_Next = frozenset[tuple[str, tuple[int, ...]]]


@attrs.frozen
class _Cut:
    """A label inside a paragraph; ``level`` is 0 for a sibling of the label that opens it, else counts lists."""

    label: Label
    reading: Reading
    level: int


def cut_inline(text: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, with one for each point that runs on inside another."""
    cut: list[Entry] = []
    opened = False
    for entry, after in zip(entries, _following(entries), strict=True):
        opened = opened or entry.label is not None
        if opened and entry.block.kind == "text":
            cut += _cut(text, entry, after)
        else:
            cut.append(entry)
    return tuple(cut)


def _following(entries: Sequence[Entry]) -> list[_Next]:
    """For each entry the readings of the next label in its style."""
    found: list[_Next] = []
    latest: dict[str, _Next] = {}
    for entry in reversed(entries):
        style = entry.label.readings[0].style if entry.label else ""
        found.append(latest.get(style, frozenset()))
        if entry.label:
            latest[style] = frozenset((r.style, r.value) for r in entry.label.readings)
    return found[::-1]


def _cut(text: str, entry: Entry, after: _Next) -> Iterator[Entry]:
    cuts = _Counter(text, entry, after).cuts()
    if not cuts:
        yield entry
        return
    yield attrs.evolve(entry, body=trimmed(text, (entry.body[0], cuts[0].label.span[0])))
    for place, cut in enumerate(cuts):
        end = cuts[place + 1].label.span[0] if place + 1 < len(cuts) else entry.body[1]
        yield from _entries(text, entry, cut, end, tail=_closes(text, cuts, place))


def _entries(text: str, entry: Entry, cut: _Cut, end: int, *, tail: bool) -> Iterator[Entry]:
    """The entry of a cut, and one for the sentences behind a list, which go on with the paragraph around it."""
    label = attrs.evolve(cut.label, readings=(cut.reading,))
    body = trimmed(text, (cut.label.span[1], end))
    block = attrs.evolve(entry.block, depth=entry.block.depth + cut.level, marker=cut.label.span)
    first = sentences(text[slice(*body)])[:1] if tail else []
    stop = body[0] + first[0][1] if first else body[1]
    yield Entry(block if cut.level else entry.block, label, (body[0], stop))
    rest = trimmed(text, (stop, body[1]))
    if rest[0] < rest[1]:
        yield Entry(attrs.evolve(entry.block, marker=None), None, rest)


def _closes(text: str, cuts: Sequence[_Cut], place: int) -> bool:
    """Whether a list ends with the first sentence of this cut: it is the last, and no item before ends a sentence."""
    after = cuts[place + 1] if place + 1 < len(cuts) else None
    if not cuts[place].level or (after and after.level and (after.level > 1 or after.reading.value[-1] > 1)):
        return False
    for before in range(place, -1, -1):
        cut = cuts[before]
        if cut.level <= 1 and cut.reading.value[-1] <= 1:
            return True
        if text[max(0, cut.label.span[0] - _LOOK) : cut.label.span[0]].rstrip()[-1:] in {*".!?。！？؟"}:
            return False
    return True


@attrs.define
class _Counter:
    """Counts the lists of one paragraph; ``_open`` are those that may go on, the outermost first."""

    text: str
    entry: Entry
    after: _Next
    _open: list[list[_Cut]] = attrs.field(factory=list, init=False)
    _all: list[list[_Cut]] = attrs.field(factory=list, init=False)

    def cuts(self) -> list[_Cut]:
        """The labels of all lists that count on from the first to at least the second item, as they stand."""
        own = self.entry.label
        if own:
            self._start(_Cut(own, own.readings[0], 0), [])
        for label in _labels(self.text, self.entry.body):
            self._add(label)
        kept = [cut for run in self._all if len(run) > 1 for cut in run]
        return sorted((cut for cut in kept if cut.label is not own), key=lambda cut: cut.label.span)

    def _start(self, cut: _Cut, outer: list[list[_Cut]]) -> None:
        run = [cut]
        self._open = [*outer, run]
        self._all.append(run)

    def _add(self, label: Label) -> None:
        before = self.text[max(self.entry.body[0], label.span[0] - _LOOK) : label.span[0]].rstrip()
        for place in range(len(self._open) - 1, -1, -1):
            run = self._open[place]
            reading = _next(run[-1].reading, label)
            if reading and self._goes_on(run[-1], label, reading, before):
                run.append(_Cut(label, reading, run[-1].level))
                self._open = self._open[: place + 1]
                return
        if label.readings[0].value == (1,) and _opens(before, label):
            same = (i for i, run in enumerate(self._open) if run[-1].reading.style == label.readings[0].style)
            outer = self._open[: next(same, len(self._open))]
            self._start(_Cut(label, label.readings[0], outer[-1][-1].level + 1 if outer else 1), outer)

    def _goes_on(self, last: _Cut, label: Label, reading: Reading, before: str) -> bool:
        """Whether a label opens the next item: the last one has words and has ended, and no later entry opens it."""
        if last.level == 0 and (reading.style, reading.value) in self.after:
            return False
        item = self.text[last.label.span[1] : label.span[0]]
        worded = any(word.casefold() not in label_words().conjunctions for word in _words(item))
        return worded and _separates(before, label)


def _words(item: str) -> Iterator[str]:
    return (found.group() for found in _WORD.finditer(item))


def _next(last: Reading, label: Label) -> Reading | None:
    """The reading of a label that counts on from ``last`` exactly."""
    following = (*last.value[:-1], last.value[-1] + 1)
    return next((r for r in label.readings if (r.style, r.value) == (last.style, following)), None)


def _labels(text: str, body: Span) -> Iterator[Label]:
    at = body[0]
    for start in _starts(text, body):
        label = label_at(text, (start, body[1])) if start >= at else None
        if label and label.readings[0].kind != "bullet" and label.span[0] == start:
            at = label.span[1]
            yield label


def _starts(text: str, body: Span) -> list[int]:
    """Where a label may stand. The patterns open with a sign, which `re` finds quickly in a long text."""
    found = [match.start() for pattern in (_ENCLOSED, _NUMBERED) for match in pattern.finditer(text, *body)]
    for closed in _CLOSED.finditer(text, *body):
        at = closed.start()
        lettered = _LETTERED.search(text, max(body[0], at - _LONGEST), at)
        found += [lettered.start()] if lettered else []
    found += [match.start() for match in label_words().option.finditer(text, *body)]
    return sorted(found)


def _separates(before: str, label: Label) -> bool:
    """Whether what stands before a later label ends an item."""
    if label.text[-1] in ")）":
        return _ends_item(before) or _last_word(before) in label_words().conjunctions
    return ends_in_stop(before) and not _is_reference(before)


def _opens(before: str, label: Label) -> bool:
    """Whether a first label may open a list: a bracket closes it and no word before makes it a reference."""
    if label.readings[0].kind == "option":
        return not before or ends_in_stop(before)
    if label.text[-1] not in ")）" or not before or _is_reference(before):
        return False
    word = _last_word(before)
    return _ends_item(before) or word.islower() or not word.isascii()


def _is_reference(before: str) -> bool:
    return before[-1:].isdecimal() or _last_word(before) in label_words().references


def _last_word(before: str) -> str:
    found = _LAST_WORD.search(before)
    return found.group(1) if found else ""
