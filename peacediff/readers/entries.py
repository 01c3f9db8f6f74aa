"""Blocks to entries: what opens a point, with its label, and what only goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from peacediff.model import Span
from peacediff.readers.bare_numbers import bare_blocks, bare_label
from peacediff.readers.blocks import Block
from peacediff.readers.initials import is_initial, opens_initials
from peacediff.readers.labels import Label
from peacediff.readers.lines import trimmed
from peacediff.readers.numbering import QUOTES, label_at, marker_label
from peacediff.readers.sections import section_label

_COLUMN = re.compile(r"\t|[^\S\r\n]{3,}")
"""What parts the names of signatories that stand next to each other."""
_LINE_END = re.compile(r"[*_]*[ \t]*(?:[\r\n]|\Z)")
_LONGEST_NAME, _MOST_IN_A_ROW = 2, 4


@attrs.frozen
class Entry:
    """A block, the label that opens it (None where it opens no point), and the text behind the label.

    ``closing`` where it belongs to the closing of its part, with the signatures.
    """

    block: Block
    label: Label | None
    body: Span
    closing: bool = False


def entries(text: str, blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """One entry a heading or text, or several where labels stand in a row, as in ``7. (a) Notes``."""
    content = [block for block in blocks if block.kind in {"heading", "text"}]
    bare = bare_blocks(text, content)
    found = (entry for block in content for entry in _entries(text, block, bare))
    listed = _without_quotations(
        text, [entry for entry in found if entry.label or entry.body[0] < entry.body[1]]
    )
    listed = _without_signatories(text, listed)
    printed = {(reading.style, reading.value) for e in listed if e.label for reading in e.label.readings}
    return tuple(_without_lookalike(text, entry, printed) for entry in listed)


def _entries(text: str, block: Block, bare: frozenset[int]) -> Iterator[Entry]:
    stated = marker_label(text, block.marker, block.ordinal) if block.marker else None
    inner = label_at(text, block.span, heading=block.kind == "heading")
    if not inner and block.span[0] in bare:
        inner = bare_label(text, block.span)
    elif not inner and block.kind == "text":
        inner = section_label(text, block.span)
    if stated and (not inner or stated.readings[0].kind != "bullet"):
        yield from _chain(text, block, stated, block.span)
    else:
        yield from _chain(text, block, inner, block.span)


def _chain(text: str, block: Block, label: Label | None, span: Span) -> Iterator[Entry]:
    """The entry of ``label``, then those of the first labels of deeper lists right behind it."""
    for _ in range(_MOST_IN_A_ROW):
        if label is None:
            break
        body = trimmed(text, (_after(text, label, span), span[1]))
        inner = _first_of_list(text, label, body)
        if inner is None:
            yield Entry(block, label, body)
            return
        yield Entry(block, label, (body[0], body[0]))
        block = attrs.evolve(block, marker=None, depth=block.depth + bool(block.marker))
        label, span = inner, body
    yield Entry(block, None, span)


def _first_of_list(text: str, label: Label, body: Span) -> Label | None:
    """The label in parentheses, or of an option, that opens a list right behind another label, which is no bullet."""
    inner = label_at(text, body) if label.readings[0].kind != "bullet" else None
    if inner is None or not any(reading.value[-1] == 1 for reading in inner.readings):
        return None
    rival = inner.readings[0].kind == "option" and inner.text[0] != "["
    return inner if inner.text[-1] == ")" or rival else None


def _after(text: str, label: Label, span: Span) -> int:
    """Where the text behind a label begins: markup that closes on it, and a dash, belong to it."""
    at = max(label.span[1], span[0])
    opened = label.span[0] - span[0]
    if opened > 0 and text[at : at + opened] == text[span[0] : label.span[0]]:
        at += opened
    if label.readings[0].kind == "keyword":
        rest = text[at : at + 3].lstrip(" \t")
        if rest[:1] in {"-", "–", "—"} and rest[1:2].isspace():
            at = text.index(rest[0], at) + 1
    return at


def _without_lookalike(text: str, entry: Entry, printed: set[tuple[str, tuple[int, ...]]]) -> Entry:
    """The entry without its label where that is a person's initial or an amount: nothing else counts on from it.

    A keyword in a row of its own, such as ``No. 5``, may leave a gap.
    """
    label = entry.label
    if label is None or entry.block.marker or not _is_doubtful(text, entry, label):
        return entry
    if any(
        (r.style, (*r.value[:-1], r.value[-1] + step)) in printed for r in label.readings for step in (-1, 1)
    ):
        return entry
    first = label.readings[0]
    if (
        first.kind == "keyword"
        and _is_alone(text, label)
        and {(first.style, (1,)), (first.style, (2,))} <= printed
    ):
        return entry
    return _bare(text, entry)


def _without_signatories(text: str, entries: Sequence[Entry]) -> list[Entry]:
    """The entries without the initials of those who sign at the end, one behind each ``For Korr:``.

    By chance A. Brook signs before B. Storm, and theirs count on like labels.
    """
    signed: set[int] = set()
    for place in range(len(entries) - 1, 0, -2):
        entry, lead = entries[place], entries[place - 1]
        name = (
            entry.label is not None
            and is_initial(entry.label.text)
            and _is_doubtful(text, entry, entry.label)
        )
        if not name or lead.label is not None or text[lead.body[1] - 1] not in ":：":
            break
        signed.add(place)
    return [_bare(text, entry) if place in signed else entry for place, entry in enumerate(entries)]


def _is_alone(text: str, label: Label) -> bool:
    """Whether nothing else stands on the line of a label."""
    return _LINE_END.match(text, label.span[1]) is not None


def _without_quotations(text: str, entries: Sequence[Entry]) -> list[Entry]:
    """The entries without labels behind a quotation mark, where no such label next to one counts on.

    A plan printed with a mark before each point has its labels; ``Article 3 shall read: "3. Tolls`` has none.
    """
    last: dict[str, int] = {}
    alone: set[int] = set()
    for place, entry in enumerate(entries):
        if entry.label is None:
            continue
        style = entry.label.readings[0].style
        if _is_quoted(entry):
            before = last.get(style)
            if before is not None and _is_quoted(entries[before]) and _counts_on(entries[before], entry):
                alone.discard(before)
            else:
                alone.add(place)
        last[style] = place
    return [_bare(text, entry) if place in alone else entry for place, entry in enumerate(entries)]


def _is_quoted(entry: Entry) -> bool:
    label = entry.label
    return label is not None and label.text[0] in QUOTES and label.readings[0].kind != "bullet"


def _counts_on(before: Entry, entry: Entry) -> bool:
    last, value = (each.label.readings[0].value if each.label else () for each in (before, entry))
    return value == (*last[:-1], last[-1] + 1)


def _bare(text: str, entry: Entry) -> Entry:
    """The entry without its label, which is text."""
    label = entry.label
    if label is None:
        return entry
    return Entry(entry.block, None, trimmed(text, (label.span[0], max(entry.body[1], label.span[1]))))


def _is_doubtful(text: str, entry: Entry, label: Label) -> bool:
    """Whether a label may be an initial (another follows it, or a mere name does) or an amount (``3.5 million``)."""
    if label.doubtful:
        return True
    body = _COLUMN.split(text[slice(*entry.body)], maxsplit=1)[0]
    if label.readings[0].kind == "levels":
        return label.text[-1].isdecimal() and body[:1].islower() and label.readings[0].value[-1] > 1
    words = body.split(maxsplit=_LONGEST_NAME)
    lone_name = 0 < len(words) <= _LONGEST_NAME and all(word[0].isupper() for word in words)
    return is_initial(label.text) and (
        opens_initials(text, label) or (lone_name and words[-1][-1] not in ".;:,")
    )
