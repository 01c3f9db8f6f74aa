"""PDF: pages to the text of the draft, without what belongs to the pages only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peacediff.errors import Trouble
from peacediff.readers.blocks import Block
from peacediff.readers.hyphens import Mender
from peacediff.readers.lines import Lines
from peacediff.readers.pdf.apart import pages_apart
from peacediff.readers.pdf.asides import parted
from peacediff.readers.pdf.columns import lines
from peacediff.readers.pdf.furniture import without_furniture
from peacediff.readers.pdf.headings import Headings, size_of_body
from peacediff.readers.pdf.paragraphs import Paragraph, paragraphs
from peacediff.readers.pdf.segments import Page
from peacediff.readers.plain import plain_blocks
from peacediff.readers.remarks import listed, made_whole, plural
from peacediff.readers.transcript import Input, Transcript

__all__ = ["transcribe"]

_COLUMN = 0.5


def transcribe(given: Input) -> Transcript:
    """The transcript of a PDF; raises `Trouble` where no page of it holds text."""
    read = tuple(pages_apart(given.data, given.name))
    if not any(page.segments for page in read):
        remedy = "recognise its text first (OCR), or give a text of the draft"
        raise Trouble(given.name, "no page of this PDF holds text, as in a scan", remedy)
    kept, edges = without_furniture(read)
    listed = tuple(lines(kept))
    body = size_of_body(listed)
    lines_of = parted(listed, body)
    found = paragraphs(lines_of.main)
    mender = Mender.of(line.text for line in lines_of.main)
    wrapped, starts = _written(found, mender)
    aside = [
        [edge.text for edge in edges],
        [line.text for line in lines_of.footnotes],
        [line.text for line in lines_of.contents],
        [words for page in read for words in page.aslant],
    ]
    blocks = Headings.of(found, body).over(wrapped, plain_blocks(wrapped, Lines.of(wrapped)), starts)
    text, noted = _with_notes(_unwrapped(wrapped, blocks), aside)
    return Transcript(text, (*blocks, *noted), remarks=tuple(_remarks(read, aside, mender)))


def _written(found: Sequence[Paragraph], mender: Mender) -> tuple[str, list[tuple[int, Paragraph]]]:
    """The paragraphs as plain text with their indents, and where each begins."""
    parts: list[str] = []
    starts: list[tuple[int, Paragraph]] = []
    at = 0
    for paragraph in found:
        indent = " " * round(paragraph.indent / (_COLUMN * paragraph.size))
        joined = mender.joined([line.text for line in paragraph.lines])
        part = indent + "\n".join(filter(None, joined)) + "\n\n"
        starts.append((at + len(indent), paragraph))
        parts.append(part)
        at += len(part)
    return "".join(parts), starts


def _unwrapped(text: str, blocks: Iterable[Block]) -> str:
    """The text, in which no block is broken over lines: a page's breaks mean nothing."""
    parts: list[str] = []
    at = 0
    for block in blocks:
        start, end = block.span
        parts += [text[at:start], text[start:end].replace("\n", " ")]
        at = end
    return "".join([*parts, text[at:]])


def _with_notes(text: str, aside: Sequence[Sequence[str]]) -> tuple[str, list[Block]]:
    """The text with what was set aside at its end, each kind one note."""
    noted: list[Block] = []
    for kind in filter(None, aside):
        text += "\n" if noted else ""
        end = text + "\n".join(kind)
        noted.append(Block("note", (len(text), len(end))))
        text = end + "\n"
    return text, noted


def _remarks(read: Sequence[Page], aside: Sequence[Sequence[str]], mender: Mender) -> Iterable[str]:
    nouns = ("margin line", "footnote line", "contents line", "slanted text")
    counts = {noun: len(kind) for noun, kind in zip(nouns, aside, strict=True)}
    if said := listed(counts):
        yield f"Set aside at the end: {said}."
    yield from made_whole(mender.mended)
    if blank := [page.number for page in read if not page.segments and page.drawn]:
        yield f"Without text, as in a scan: {plural(len(blank), 'page')} ({', '.join(map(str, blank))})."
