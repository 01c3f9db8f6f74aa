"""References by number, from one draft to itself or to the other, and what became of what stands there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import attrs

from peacediff.aspects.reading import Reading
from peacediff.knowledge import ReferenceWords
from peacediff.model import Quote, Remark
from peacediff.remarks.view import View
from peacediff.text.words import keys

_LOOK = 3
"""Words behind a number that may name another text."""
_BEHIND = 12
"""Words behind a number that may hold the title of the other draft."""
_TITLE = 2
"""A title of fewer words may be any text's."""
_OPENING = 8
"""So many words of a provision tell which it is."""
_MOST = 200
"""A range names no more points than this."""


def left_without_target(whole: View, other: View) -> Iterator[Remark]:
    """References that both drafts make by the same number, to what only one of them holds."""
    labels = whole.knowledge.reference_words
    for provision in whole.holding(labels.labels.__contains__):
        for name, quoted in _named(whole.reading(provision), labels).items():
            target = whole.below.get(name, ())
            if not target or any(whole.answers[p.id] for p in target):
                continue
            for answer in whole.answers[provision.id]:
                left = _named(other.reading(answer), labels).get(name)
                if left:
                    said = labels.said.replace("{with}", whole.side).replace("{without}", other.side)
                    quotes = (
                        Quote(whole.side, provision.id, quoted),
                        Quote(other.side, answer.id, left),
                        Quote(whole.side, target[0].id, target[0].text),
                    )
                    yield Remark("reference-target", other.side, said, quotes)


def kept_by_number(whole: View, other: View) -> Iterator[Remark]:
    """What of one draft has no answer in the other, which refers to it by number and by the title of its draft."""
    by, articles = whole.knowledge.reference_words, whole.knowledge.articles
    title = tuple(key for key in keys(whole.draft.title) if key not in articles)
    for provision in other.holding(by.labels.__contains__) if len(title) >= _TITLE else ():
        for reference in _references(other.reading(provision), by):
            meant = [name for name in reference.numbers(by) if name in whole.below]
            lost = [p for name in meant for p in whole.below[name] if not whole.answers[p.id]]
            if lost and reference.names(title, by, articles):
                said = by.kept.replace("{with}", whole.side).replace("{without}", other.side)
                quotes = (Quote(whole.side, p.id, " ".join(p.text.split()[:_OPENING])) for p in lost)
                yield Remark(
                    "kept-by-number",
                    other.side,
                    said,
                    (Quote(other.side, provision.id, reference.words), *quotes),
                )


@attrs.frozen
class _Reference:
    """A label and the numbers behind it: their word keys, some keys that follow, and the words as printed."""

    listed: tuple[str, ...]
    following: tuple[str, ...]
    words: str

    def numbers(self, by: ReferenceWords) -> tuple[str, ...]:
        """The numbers, those between the ends of a range too."""
        found: dict[str, None] = {}
        for before, key, after in zip(("", *self.listed), self.listed, (*self.listed[1:], ""), strict=False):
            if key[0].isdigit():
                found[key] = None
            elif key in by.ranges and before.isdecimal() and after.isdecimal():
                found.update((str(n), None) for n in range(int(before), min(int(after), int(before) + _MOST)))
        return tuple(found)

    def names(self, title: tuple[str, ...], by: ReferenceWords, articles: Collection[str]) -> bool:
        """Whether a text of this title is named behind the numbers; articles do not count."""
        if not self.following or self.following[0] not in by.foreign:
            return False
        return tuple(key for key in self.following[1:] if key not in articles)[: len(title)] == title

    def is_foreign(self, by: ReferenceWords) -> bool:
        """Whether another text is named behind the numbers."""
        if not self.following or self.following[0] not in by.foreign:
            return False
        return not any(" ".join(self.following[:_LOOK]).startswith(own) for own in by.own)


def _references(reading: Reading, by: ReferenceWords) -> Iterator[_Reference]:
    """All references of a provision, in their order."""
    read = reading.keys
    for at, key in enumerate(read):
        if key in by.labels:
            end = next((n for n in range(at + 1, len(read)) if not _lists(read[n], by)), len(read))
            yield _Reference(read[at + 1 : end], read[end : end + _BEHIND], reading.quote(at, end))


def _named(reading: Reading, by: ReferenceWords) -> dict[str, str]:
    """The points of this text that a provision refers to by a label and numbers, with the words."""
    found: dict[str, str] = {}
    for reference in _references(reading, by):
        if not reference.is_foreign(by):
            numbers = (key for key in reference.listed if key[0].isdigit())
            found = {**dict.fromkeys(numbers, reference.words), **found}
    return found


def _lists(key: str, by: ReferenceWords) -> bool:
    """Whether a word may stand in a list of numbers and letters."""
    return key[0].isdigit() or len(key) == 1 or key in by.joining
