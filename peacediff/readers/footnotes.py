"""Footnotes of Markdown and plain text: paragraphs that open with a mark which stands behind a word above."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import attrs

from peacediff.model import Span
from peacediff.readers.blocks import Block
from peacediff.readers.lines import meeting

_DEFINITION = re.compile(r"\[\^[^\]\s]{1,40}\]:")
_NOTE = re.compile(r"(?P<mark>\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}|[†‡]{1,3})\s*[^\s\d]")
_BEHIND = r"(?<=[\w.,;:!?…”’\"'»)\]])[ \t]?"
_MARK = re.compile(
    r"(?<=[\w.,;:!?…”’\"'»)\]])[ \t]?(?P<mark>\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}|[†‡]{1,3}|(?<!\s)\*{1,3}(?![*\w]))"
)
_REFERENCE = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
_STOPS = ".,;:!?…”’\"'»)]"
_ANY = re.compile(r"[¹²³⁰⁴-⁹†‡*\[]")
_LONGEST = 4000
_STARS = re.compile(r"(?P<mark>\*{1,3})[ \t]*(?=[^\s*])(?!.*\*)")
"""Stars that open a paragraph, and open no emphasis in its first line."""
_BORNE = re.compile(r"(?<=[\w.,;:!?…”’\"'»)\]])(?P<mark>\*{1,3})(?![*\w])")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=[^\s*])")


def without_footnotes(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks; footnotes are notes.

    They open as ``[^1]: See``, or with ``¹``, ``[1]``, ``†`` or ``*`` where a word above bears the mark.
    """
    if not _ANY.search(text):  # as in most texts
        return [*blocks]
    starred = frozenset(_starred(text, blocks))
    return [
        _as_note(block) if place in starred or _is_footnote(text, block) else block
        for place, block in enumerate(blocks)
    ]


def _as_note(block: Block) -> Block:
    """A note, of which its marker is a part."""
    start = block.marker[0] if block.marker else block.span[0]
    return attrs.evolve(block, kind="note", span=(start, block.span[1]), marker=None)


def _is_footnote(text: str, block: Block) -> bool:
    if block.kind not in {"text", "heading"} or block.level or block.marker:
        return False
    start, end = block.span
    if _DEFINITION.match(text, start, end):
        return True
    found = _NOTE.match(text, start, end)
    if not found or end - start > _LONGEST:
        return False
    return re.compile(_BEHIND + re.escape(found["mark"])).search(text, 0, start) is not None


def _starred(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """Which blocks open with stars that a word above bears, one for each such word; an item among others is none."""
    marks = [_stars(text, block) for block in blocks]
    borne: Counter[str] = Counter()
    for place, block in enumerate(blocks if any(marks) else ()):
        mark = marks[place]
        lead = text[slice(*blocks[place - 1].span)][-1:] if place else ""
        around = {marks[other] for other in (place - 1, place + 1) if 0 <= other < len(blocks)}
        if mark and borne[mark] and mark not in around and lead not in {*":："}:
            borne[mark] -= 1
            yield place
        elif block.kind in {"text", "heading"}:
            borne.update(_borne(text, block.span))


def _stars(text: str, block: Block) -> str:
    """The stars that open a block, be they its marker; empty where there are none or they are emphasis."""
    if block.kind not in {"text", "heading"} or block.level:
        return ""
    start, end = block.marker[0] if block.marker else block.span[0], block.span[1]
    found = _STARS.match(text, start, end)
    return found["mark"] if found and end - start <= _LONGEST else ""


def _borne(text: str, span: Span) -> Iterator[str]:
    """The stars behind words of a block in which none opens emphasis."""
    if "*" in text[slice(*span)] and not _EMPHASIS.search(text, span[0] + 1, span[1]):
        yield from (found["mark"] for found in _BORNE.finditer(text, *span))


def marks_of_footnotes(text: str, blocks: Sequence[Block], noted: Sequence[Block]) -> list[Span]:
    """The marks in the text of those blocks that are notes among ``noted``: all of ``[^1]``, else one for each note.

    Of several the last one behind a mark of punctuation is taken, so that ``5 km²`` keeps its square.
    """
    notes = [new for old, new in zip(blocks, noted, strict=True) if new.kind != old.kind]
    defined = {found[0][:-1] for note in notes if (found := _DEFINITION.match(text, *note.span))}
    marks = [found.span() for found in _REFERENCE.finditer(text) if found[0] in defined] if defined else []
    borne: dict[str, list[Span]] = defaultdict(list)
    for found in _MARK.finditer(text) if len(notes) > len(defined) else ():
        borne[found["mark"]].append(found.span("mark"))
    at: dict[str, int] = defaultdict(int)
    for note in notes:
        opened = _NOTE.match(text, *note.span) or _STARS.match(text, *note.span)
        if opened:
            mark = opened["mark"]
            above = borne[mark][slice(*meeting(borne[mark], (at[mark], note.span[0])))]
            marks += sorted(above, key=lambda span: (text[span[0] - 1] in _STOPS, span))[-1:]
            at[mark] = note.span[1]
    return sorted(marks)


def without_headings_of_notes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks; a heading below which only notes stand, up to the next one or the end, is one of them."""
    kept: list[Block] = []
    below = 0
    for block in reversed(blocks):
        heads_notes = block.kind == "heading" and below > 0
        kept.append(_as_note(block) if heads_notes else block)
        below = 0 if block.kind == "heading" else below + 1 if block.kind == "note" and below >= 0 else -1
    return tuple(reversed(kept))
