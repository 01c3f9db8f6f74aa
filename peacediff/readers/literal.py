"""The formats whose text is the text of the draft, but for changes and signs that it marks: Markdown and plain text."""

from __future__ import annotations

import re

from peacediff.readers.front_matter import front_matter
from peacediff.readers.lines import Lines
from peacediff.readers.markdown import markdown_blocks
from peacediff.readers.plain import plain_blocks
from peacediff.readers.shown import shown
from peacediff.readers.side_by_side import SAID, in_one_column
from peacediff.readers.transcript import Input, Transcript

_HEADING = re.compile(r"(?:^|[\r\n]) {0,3}#{1,6}[ \t]+\S")


def markdown(given: Input) -> Transcript:
    """The transcript of Markdown, with its front matter."""
    text = given.text()
    lines = Lines.of(text)
    front = front_matter(text, given.name, lines)
    blocks = markdown_blocks(text, lines, lines.behind(front.span))
    return shown(Transcript(text, blocks, front, remarks=given.remarks()), given.tracked, entities=True)


def plain(given: Input) -> Transcript:
    """The transcript of plain text, with its front matter."""
    text = given.text()
    lines = Lines.of(text)
    front = front_matter(text, given.name, lines)
    text, places = in_one_column(text, lines, lines.behind(front.span))
    lines = Lines.of(text, places)
    blocks = plain_blocks(text, lines, lines.behind(front.span))
    remarks = (*given.remarks(), *([SAID] if places else ()))
    return shown(Transcript(text, blocks, front, places, remarks), given.tracked, entities=False)


def is_markdown(given: Input) -> bool:
    """Whether text without a telling suffix opens like front matter or holds a ``#`` heading."""
    text = given.text()
    return text.startswith("---") or _HEADING.search(text) is not None
