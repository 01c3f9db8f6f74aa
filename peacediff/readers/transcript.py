"""The seam of the formats: an input goes in, a transcript comes out, and the rest of reading is the same for all."""

from __future__ import annotations

import codecs
from typing import Literal, get_args

import attrs

from peacediff.model import Span
from peacediff.readers.blocks import Block
from peacediff.readers.decoding import decode
from peacediff.readers.front_matter import FrontMatter

Tracked = Literal["accept", "reject"]
"""Which side of tracked changes is read: the text with all of them made, or with none."""

TRACKED: tuple[Tracked, ...] = get_args(Tracked)
_HEAD = 4096


@attrs.frozen
class Input:
    """The bytes of a draft, the name of their file, and how the user wants them read.

    ``literal`` is the text, where text was given and no bytes.
    """

    data: bytes
    name: str
    encoding: str | None = None
    tracked: Tracked = "accept"
    literal: str | None = None

    def text(self) -> str:
        """The input as text, for formats that are text; raises `peacediff.Trouble` where it is none."""
        if self.literal is not None:
            return self.literal
        return decode(self.data, self.name, self.encoding).text

    def remarks(self) -> tuple[str, ...]:
        """A sentence where the encoding of the text had to be guessed."""
        guessed = "" if self.literal is not None else decode(self.data, self.name, self.encoding).guessed
        return (f"Read as {guessed}, which the letters suggest; --encoding overrules it.",) if guessed else ()

    def head(self) -> str:
        """The first characters without white space before them, for a look at what this may be; never fails."""
        if self.literal is not None:
            return self.literal[:_HEAD].lstrip()
        start = self.data[:_HEAD]
        wide = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return start.decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff \t\r\n")


@attrs.frozen
class Transcript:
    """What a format makes of an input: the literal text of the draft, and its blocks in the order of that text.

    ``text`` is what a reader of the document sees, labels that it counts by itself written out. ``front`` is what
    the document says about itself. ``places`` are pairs of an offset in ``text`` and the line of the input on which
    it stands, the offsets growing; empty where the lines are those of ``text``. ``remarks`` are sentences about what
    the text does not show, such as what was left out. ``struck`` are stretches that are shown and stand no more.
    """

    text: str
    blocks: tuple[Block, ...]
    front: FrontMatter = attrs.field(factory=FrontMatter)
    places: tuple[Span, ...] = ()
    remarks: tuple[str, ...] = ()
    struck: tuple[Span, ...] = ()
