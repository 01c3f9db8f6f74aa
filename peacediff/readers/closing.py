"""The closing of a draft or annex: when and where it was done, and who signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from peacediff.readers.entries import Entry
from peacediff.readers.lexicon import label_words
from peacediff.readers.parts import parts

_MOST_WORDS, _MOST_LINE_WORDS, _FEWEST, _LOOK = 60, 12, 1, 300
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.\s?[^\W\d_]")
_STOP = re.compile(r"[;,!?…。；！？]\Z|\w{4,}\.\Z")


def with_closing(text: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, those of closings marked: what stands behind the last label of a part and nothing but signs it."""
    return tuple(entry for part in parts(text, entries) for entry in _marked(text, part))


def _marked(text: str, part: Sequence[Entry]) -> Iterator[Entry]:
    last = max((place for place, entry in enumerate(part) if entry.label), default=len(part))
    opening = last + 1 + _opening([text[slice(*entry.body)] for entry in part[last + 1 :]])
    yield from part[:opening]
    yield from (attrs.evolve(entry, closing=True) for entry in part[opening:])


def _opening(rest: Sequence[str]) -> int:
    """Where in the texts behind the last label a closing begins; their number where there is none.

    It begins with its words, or as signatories behind a colon, or as lines of which one has initials.
    """
    opening, signed, lines, short = len(rest), False, True, True
    for place in range(len(rest) - 1, -1, -1):
        text = rest[place]
        several = len(rest) - place > _FEWEST
        signed = signed or bool(_INITIAL.search(text[:_LOOK]))
        short = short and len(text.split(maxsplit=_MOST_WORDS)) <= _MOST_WORDS
        led = lines and several and signed and text[-1] in ":："
        lines = lines and (_is_line(text) or (led and place > 0))
        if short and (label_words().closing.match(text) or led or (lines and signed and several)):
            opening = place
        if not short:
            break
    return opening


def _is_line(words: str) -> bool:
    """Whether a text is as short as a name with an office, and closed by no mark."""
    return (
        len(words.split(maxsplit=_MOST_LINE_WORDS)) <= _MOST_LINE_WORDS
        and not words[0].islower()
        and not _STOP.search(words)
    )
