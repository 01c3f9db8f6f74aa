"""Readers: bytes to a `Draft`, whatever the format."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from peacediff.errors import Trouble
from peacediff.model import Draft, Passage, PassageKind, Span
from peacediff.readers.blocks import Block
from peacediff.readers.decoding import bytes_of, check_size, name_of
from peacediff.readers.drafting import content, passage, passages
from peacediff.readers.footnotes import without_footnotes
from peacediff.readers.formats import FORMATS, transcribe
from peacediff.readers.labelling import labelled
from peacediff.readers.lines import Lines
from peacediff.readers.naming import name_branches
from peacediff.readers.nesting import nest
from peacediff.readers.statements import is_remark
from peacediff.readers.struck import Struck
from peacediff.readers.surroundings import without_surroundings
from peacediff.readers.titles import title_of
from peacediff.readers.transcript import TRACKED, Input, Tracked, Transcript

__all__ = ["FORMATS", "TRACKED", "Tracked", "read", "read_bytes", "read_text"]

_PASSAGES: Mapping[str, PassageKind] = MappingProxyType(
    {"title": "title", "note": "note", "other": "remainder"}
)


def read(
    path: str | Path,
    *,
    input_format: str | None = None,
    encoding: str | None = None,
    tracked: Tracked = "accept",
) -> Draft:
    """The draft in a file, or on standard input for ``-``; raises `peacediff.Trouble`.

    The format follows from the content where that is unmistakable, else from the suffix, else from what the content
    looks like. ``encoding`` overrules UTF-8 and byte order marks of text. ``tracked`` says whether the tracked
    changes of a Word file count as made (``accept``) or as not made (``reject``).
    """
    return read_bytes(
        bytes_of(path), name_of(path), input_format=input_format, encoding=encoding, tracked=tracked
    )


def read_bytes(
    data: bytes,
    name: str,
    *,
    input_format: str | None = None,
    encoding: str | None = None,
    tracked: Tracked = "accept",
) -> Draft:
    """The draft in ``data``, as `read` reads it from the file ``name``; `peacediff.Trouble` over 64 MB, as there."""
    return _draft(Input(data, name, encoding, tracked), input_format)


def read_text(text: str, name: str = "<text>", *, input_format: str | None = None) -> Draft:
    """The draft in ``text``; its digest is that of the text in UTF-8, which may hold 64 MB as a file may."""
    data = text.encode("utf-8", "surrogatepass")
    return _draft(Input(data, name, literal=text.removeprefix("\ufeff")), input_format)


def _draft(given: Input, input_format: str | None) -> Draft:
    if given.tracked not in TRACKED:
        remedy = f"use one of {', '.join(TRACKED)}"
        raise Trouble(given.name, f"tracked changes cannot be read as {given.tracked!r}", remedy)
    check_size(given.data, given.name)
    transcript = transcribe(given, input_format)
    draft = transcript if isinstance(transcript, Draft) else _drafted(given, transcript)
    if not any(point.kind != "preamble" for point in draft.points):
        raise Trouble(
            given.name,
            "no point found",
            "give the text itself, not only its title",
        )
    return draft


def _drafted(given: Input, transcript: Transcript) -> Draft:
    text, front = transcript.text, transcript.front
    if not text.strip():
        raise Trouble(given.name, "the draft is empty", "give a file with the text of the draft")
    lines = Lines.of(text, transcript.places)
    blocks = without_footnotes(text, without_surroundings(text, transcript.blocks))
    title = title_of(text, blocks)
    content_blocks, remarks = _without_remarks(text, [block for block in blocks if block is not title])
    tree = nest(text, labelled(text, content_blocks))
    struck = Struck(text, transcript.struck)
    found = content(text, lines, tree, name_branches(tree.branches), struck)
    said = (passage("remark", text, lines, block.span) for block in remarks)
    stated = [*_stated(text, front.span, blocks, lines, title), *said, *found.aside]
    return Draft(
        name=given.name,
        text=text,
        sha256=hashlib.sha256(given.data).hexdigest(),
        title=front.title or (text[slice(*title.span)] if title else ""),
        date=front.date,
        completeness=front.completeness,
        source=front.source,
        language=front.language,
        points=found.points,
        passages=passages(text, lines, stated, found.points),
        remarks=(*transcript.remarks, *found.remarks),
        numbering=found.numbering,
    )


def _without_remarks(text: str, blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks, and apart from them those that are statements about provisions under no marker."""
    kept: list[Block] = []
    remarks: list[Block] = []
    for block in blocks:
        said = block.kind in {"text", "heading"} and not block.marker and is_remark(text[slice(*block.span)])
        (remarks if said else kept).append(block)
    return kept, remarks


def _stated(
    text: str, front: Span, blocks: Sequence[Block], lines: Lines, title: Block | None
) -> Iterator[Passage]:
    if front[1]:
        yield passage("front-matter", text, lines, front)
    for block in blocks:
        if block is title or block.kind in _PASSAGES:
            kind: PassageKind = "title" if block is title else _PASSAGES[block.kind]
            yield passage(kind, text, lines, block.span)
