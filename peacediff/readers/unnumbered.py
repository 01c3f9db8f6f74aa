"""Drafts and annexes in which nothing is numbered: a point for each paragraph, or for each line that stands alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from peacediff.model import Span
from peacediff.readers.ends import FULL, ending
from peacediff.readers.entries import Entry
from peacediff.readers.labels import Label, Reading
from peacediff.readers.lines import Lines, trimmed
from peacediff.readers.parts import parts

_is_closed = ending(FULL + ";；؛")
_LEAD = ",:，：،、"


def numbered(text: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, where a draft or annex without labels and inner headings is counted by place."""
    found = list(parts(text, entries))
    bare = not any(entry.label for entry in entries)
    return tuple(
        entry
        for place, part in enumerate(found)
        for entry in (_counted(text, part) if _is_unnumbered(part, whole=place == 0 and bare) else part)
    )


def _is_unnumbered(part: Sequence[Entry], *, whole: bool) -> bool:
    """Whether there are only paragraphs, behind headings; in a part that is no annex, only where it is all."""
    annexed = bool(part) and part[0].block.kind == "heading" and not whole
    kinds = [entry.block.kind for entry in part]
    opening = kinds.index("text") if "text" in kinds else len(kinds)
    alone = len(kinds) - opening < (1 if whole else 2)
    return (
        not alone
        and (annexed or (whole and not opening))
        and not any(
            entry.label or kind == "heading"
            for entry, kind in zip(part[opening:], kinds[opening:], strict=True)
        )
    )


def _counted(text: str, part: Sequence[Entry]) -> Iterator[Entry]:
    """The paragraphs, or their lines, under labels of no letters; a title or a lead such as ``agree:`` stays bare."""
    opening = _opening(text, part)
    yield from part[:opening]
    pieces = ((entry.block, span) for entry in part[opening:] for span in _pieces(text, entry.body))
    for place, (block, span) in enumerate(pieces, 1):
        label = Label("", (span[0], span[0]), (Reading("number", "", (place,), str(place)),))
        yield Entry(attrs.evolve(block, depth=0, indent=0), label, span)


def _opening(text: str, part: Sequence[Entry]) -> int:
    """How many entries stand before the first provision: headings, leads, and titles where most others are closed."""
    endings = [_ending(text, entry) for entry in part]
    skipped = {"heading", "lead", "bare"} if 2 * endings.count("closed") > len(part) else {"heading", "lead"}
    opening = next((place for place, ending in enumerate(endings) if ending not in skipped), 0)
    return opening or endings.count("heading")


def _ending(text: str, entry: Entry) -> str:
    if entry.block.kind == "heading":
        return "heading"
    end = text[entry.body[1] - 1]
    return "lead" if end in _LEAD else "closed" if _is_closed(text[slice(*entry.body)]) else "bare"


def _pieces(text: str, body: Span) -> Sequence[Span]:
    """The lines where each stands alone: all open as sentences do, and either all are closed or none is."""
    lines = Lines.of(text[slice(*body)])
    spans = [
        trimmed(text, (body[0] + start, body[0] + end))
        for start, end in zip(lines.starts, lines.ends, strict=True)
    ]
    closed = {_is_closed(text[start:end]) for start, end in spans}
    alone = len(closed) == 1 and not any(
        text[start].islower() or text[start].isdecimal() for start, _ in spans
    )
    return spans if alone else [body]
