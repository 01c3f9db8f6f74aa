"""Readers: bytes to a `Draft`, for Markdown and plain text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from peacediff.errors import Trouble
from peacediff.model import Draft, Passage, PassageKind, Span
from peacediff.readers.blocks import Block
from peacediff.readers.decoding import STDIN, bytes_of, decode
from peacediff.readers.drafting import passage, passages, points
from peacediff.readers.entries import entries
from peacediff.readers.front_matter import front_matter
from peacediff.readers.lines import Lines
from peacediff.readers.markdown import markdown_blocks
from peacediff.readers.naming import name_branches
from peacediff.readers.nesting import nest
from peacediff.readers.numbering import label_at, scope_of
from peacediff.readers.plain import plain_blocks

__all__ = ["READERS", "read", "read_bytes", "read_text"]

Reader = Callable[[str, Lines, int], tuple[Block, ...]]

READERS: Mapping[str, Reader] = MappingProxyType({"markdown": markdown_blocks, "text": plain_blocks})
"""The formats: text, its lines and the index of the first line to read -> blocks."""

_SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".txt": "text"}
_PASSAGES: Mapping[str, PassageKind] = MappingProxyType({"note": "note", "other": "remainder"})
_HEADING = re.compile(r"(?:^|[\r\n]) {0,3}#{1,6}[ \t]+\S")


def read(path: str | Path, *, input_format: str | None = None, encoding: str | None = None) -> Draft:
    """The draft in a file, or on standard input for ``-``; raises `peacediff.Trouble`.

    The format follows from the suffix, else from the content; ``encoding`` overrules UTF-8 and byte order marks.
    """
    name = "<stdin>" if str(path) == STDIN else Path(path).as_posix()
    return read_bytes(bytes_of(path), name, input_format=input_format, encoding=encoding)


def read_bytes(
    data: bytes, name: str, *, input_format: str | None = None, encoding: str | None = None
) -> Draft:
    """The draft in ``data``, as `read` reads it from the file ``name``."""
    return _draft(decode(data, name, encoding), name, hashlib.sha256(data).hexdigest(), input_format)


def read_text(text: str, name: str = "<text>", *, input_format: str | None = None) -> Draft:
    """The draft in ``text``; its digest is that of the text in UTF-8."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _draft(text.removeprefix("\ufeff"), name, digest, input_format)


def _draft(text: str, name: str, digest: str, input_format: str | None) -> Draft:
    if not text.strip():
        raise Trouble(name, "the draft is empty", "give a file with the text of the draft")
    lines = Lines.of(text)
    front = front_matter(text, name, lines)
    reader = _reader(input_format, name, text)
    blocks = reader(text, lines, _first_line(lines, front.span))
    title = _title(text, blocks)
    tree = nest(text, entries(text, [block for block in blocks if block is not title]))
    found = points(text, lines, tree, name_branches(tree.branches))
    if not any(point.kind != "preamble" for point in found):
        raise Trouble(name, "no point found", "number the points, or put a heading over them")
    stated = _stated(text, lines, front.span, title, blocks)
    return Draft(
        name=name,
        text=text,
        sha256=digest,
        title=front.title or (text[slice(*title.span)] if title else ""),
        date=front.date,
        completeness=front.completeness,
        source=front.source,
        language=front.language,
        points=found,
        passages=passages(text, lines, stated, found),
    )


def _reader(input_format: str | None, name: str, text: str) -> Reader:
    wanted = input_format or _SUFFIXES.get(Path(name).suffix.casefold()) or _sniffed(text)
    if wanted not in READERS:
        raise Trouble(name, f"there is no input format {wanted!r}", f"use one of {', '.join(READERS)}")
    return READERS[wanted]


def _sniffed(text: str) -> str:
    return "markdown" if text.startswith("---") or _HEADING.search(text) else "text"


def _first_line(lines: Lines, front: Span) -> int:
    return min(lines.number(front[1]), len(lines) - 1) if front[1] else 0


def _title(text: str, blocks: Sequence[Block]) -> Block | None:
    """The only level-1 heading, where it opens the draft and names no point or annex."""
    content = [block for block in blocks if block.kind != "note"]
    highest = [block for block in content if block.kind == "heading" and block.level == 1]
    if len(highest) != 1 or len(content) == 1 or content[0] is not highest[0]:
        return None
    title = highest[0]
    named = label_at(text, title.span, heading=True) or scope_of(text[slice(*title.span)])
    return None if named else title


def _stated(
    text: str, lines: Lines, front: Span, title: Block | None, blocks: Sequence[Block]
) -> Iterator[Passage]:
    if front[1]:
        yield passage("front-matter", text, lines, front)
    if title:
        yield passage("title", text, lines, title.span)
    for block in blocks:
        if block.kind in _PASSAGES:
            yield passage(_PASSAGES[block.kind], text, lines, block.span)
