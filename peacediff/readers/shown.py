"""Markdown and plain text as they are meant to be seen: marked changes made or not, and the entities of Markdown read.

The blocks are those of the text as it was given, so nothing that is put in its place turns into a heading or a table.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from peacediff.model import Span
from peacediff.readers.blocks import Block
from peacediff.readers.footnotes import marks_of_footnotes, without_footnotes
from peacediff.readers.hyphens import broken_words
from peacediff.readers.lines import Lines, meeting, trimmed
from peacediff.readers.marked import Stretch, marked
from peacediff.readers.numbering import label_at
from peacediff.readers.remarks import left_out, made_whole, tracked_changes
from peacediff.readers.transcript import Tracked, Transcript
from peacediff.text.sentences import sentences

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CLOSING = ".,;:!?…)]"
_READ = {"title", "heading", "text"}

Replacement = tuple[Span, str]
"""A stretch of a text, and what is put in its place."""


def shown(transcript: Transcript, tracked: Tracked, *, entities: bool) -> Transcript:
    """The transcript on a side of the changes that its text marks; what is gone as a whole stays, as ``struck``.

    A provision all of which is gone is a note, and so seen; from one that holds other words they are left out. So are
    the marks of footnotes, and words that are broken at line ends are made whole.
    """
    text, stretches, broken = transcript.text, marked(transcript.text), list(broken_words(transcript.text))
    blocks = without_footnotes(text, transcript.blocks)
    marks = marks_of_footnotes(text, transcript.blocks, blocks)
    spans = [each.span for each in stretches]
    replacements: list[Replacement] = []
    left: list[Span] = []
    for block in blocks if spans or broken or marks or "&" in text else ():
        if block.kind in _READ:
            replacements += _in_block(text, block, stretches[slice(*meeting(spans, block.span))], tracked)
            replacements += [(each, "") for each in broken[slice(*meeting(broken, block.span))]]
            replacements += _entities(text, block.span) if entities else ()
            left += [
                _with_space(text, each, block.span) for each in marks[slice(*meeting(marks, block.span))]
            ]
    replacements += [(each, "") for each in left]
    told = attrs.evolve(
        transcript,
        blocks=tuple(blocks),
        struck=tuple(each.span for each in stretches if each.is_gone(tracked)),
        remarks=(
            *transcript.remarks,
            *_remarks(text, stretches, tracked, len(left)),
            *made_whole(len(broken)),
        ),
    )
    return _replaced(told, replacements) if replacements else told


def _remarks(text: str, stretches: Sequence[Stretch], tracked: Tracked, marks: int) -> tuple[str, ...]:
    changes: Counter[str] = Counter(each.kind for each in stretches)
    words = sum(len(text[slice(*each.inner)].split()) for each in stretches if each.kind == "struck")
    return *tracked_changes(changes, tracked), *left_out(
        {"struck-through word": words, "footnote mark": marks}
    )


def _in_block(text: str, block: Block, inside: Sequence[Stretch], tracked: Tracked) -> Iterator[Replacement]:
    """What goes from a block: words that are gone, and the marks around those that stay."""
    kept_whole = _of_whole_provisions(text, block, [each.span for each in inside if each.is_gone(tracked)])
    for each in inside:
        if not each.is_gone(tracked):
            yield from _without_marks(each, block.span)
        elif each.span not in kept_whole and _holds(block.span, each.span):
            yield _with_space(text, each.span, block.span), ""


def _of_whole_provisions(text: str, block: Block, gone: Sequence[Span]) -> set[Span]:
    """The stretches that make up provisions on their own; one that takes a label with it leaves room for another."""
    if not gone:
        return set()
    start, end = block.span
    label = label_at(text, block.span)
    standing = _stands(text, block.span, gone)
    whole = {span for span in gone if not (standing and label and _holds(span, label.span))}
    while label:
        start = label.span[1]
        label = label_at(text, trimmed(text, (start, end)))
    for first, last in sentences(text[start:end]):
        sentence = start + first, start + last
        if _stands(text, sentence, gone):
            whole.difference_update(gone[slice(*meeting(gone, sentence))])
    return whole


def _stands(text: str, span: Span, gone: Sequence[Span]) -> bool:
    """Whether a word of ``span`` stands outside of what is gone."""
    at = span[0]
    for start, end in gone[slice(*meeting(gone, span))]:
        if any(map(str.isalnum, text[at : max(at, min(start, span[1]))])):
            return True
        at = max(at, end)
    return any(map(str.isalnum, text[at : span[1]]))


def _without_marks(each: Stretch, around: Span) -> Iterator[Replacement]:
    marks = (each.span[0], each.inner[0]), (each.inner[1], each.span[1])
    yield from ((mark, "") for mark in marks if _holds(around, mark))


def _with_space(text: str, span: Span, around: Span) -> Span:
    """A stretch with the white space that would stand twice, or before a mark, where it is gone."""
    start, end = span
    after = end
    while after < around[1] and text[after].isspace():
        after += 1
    if start == around[0] or text[start - 1].isspace():
        if after > end or after == around[1]:
            return start, after
        if text[end] in _CLOSING:
            return trimmed(text, (around[0], start))[1], end
    return span


def _entities(text: str, span: Span) -> Iterator[Replacement]:
    """The entities of a block that stand for signs; one for a line break or nothing stays as it is."""
    for found in _ENTITY.finditer(text, *span):
        sign = html.unescape(found.group())
        if sign != found.group() and (sign.isprintable() or sign.isspace()) and sign.strip("\r\n\v\f\x85"):
            yield found.span(), sign


def _replaced(transcript: Transcript, replacements: Sequence[Replacement]) -> Transcript:
    """The transcript with the replacements made; its lines stay those of the input."""
    rewriting = _Rewriting.of(transcript.text, replacements)
    blocks = (
        attrs.evolve(
            block,
            span=trimmed(rewriting.text, rewriting.span(block.span)),
            marker=rewriting.span(block.marker) if block.marker else None,
        )
        for block in transcript.blocks
    )
    return attrs.evolve(
        transcript,
        text=rewriting.text,
        blocks=tuple(block for block in blocks if block.marker or block.span[0] < block.span[1]),
        places=rewriting.places(Lines.of(transcript.text, transcript.places)),
        struck=tuple(went for span in transcript.struck if (went := rewriting.span(span))[0] < went[1]),
    )


@attrs.frozen
class _Rewriting:
    """A text after replacements, and where each place of the given one went.

    ``ends`` are where the replaced stretches end in the given text, ``moved`` by how much what follows them moved.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    moved: tuple[int, ...]

    @classmethod
    def of(cls, text: str, replacements: Sequence[Replacement]) -> _Rewriting:
        """Make replacements; of two that overlap, the first and longest."""
        parts, starts, ends, moved = [], [], [], [0]
        at = 0
        for (start, end), new in sorted(replacements, key=lambda each: (each[0][0], -each[0][1])):
            if start >= at:
                parts += [text[at:start], new]
                starts.append(start)
                ends.append(end)
                moved.append(moved[-1] + len(new) - (end - start))
                at = end
        return cls("".join([*parts, text[at:]]), tuple(starts), tuple(ends), tuple(moved))

    def span(self, span: Span) -> Span:
        """Where a stretch went."""
        return self._at(span[0]), self._at(span[1])

    def places(self, lines: Lines) -> tuple[Span, ...]:
        """Pairs of a place in the new text and the line of the given one there."""
        offsets = sorted({*lines.starts, *self.ends})
        return tuple((self._at(offset), lines.number(offset)) for offset in offsets)

    def _at(self, offset: int) -> int:
        """Where an offset went; inside of a replaced stretch, where what was put in its place begins."""
        place = bisect_right(self.ends, offset)
        if place < len(self.starts) and self.starts[place] < offset:
            offset = self.starts[place]
        return offset + self.moved[place]


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
