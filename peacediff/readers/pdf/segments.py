"""Bytes of a PDF to the letters of its pages, in rows without wide gaps: the one module that knows pdfium."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import attrs

from peacediff.errors import Trouble
from peacediff.readers.pdf.expansion import refuse_bomb

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage
    from pypdfium2.raw import FS_RECTF

MOST_PAGES, MOST_CHARACTERS, MOST_OBJECTS = 5_000, 2_000_000, 200_000
HYPHEN = "-"
_LINE_END_HYPHEN, _BREAKS = 2, (10, 13)
_WIDE_GAP, _OTHER_LINE, _SLANT = 1.5, 0.5, 0.1
_BOLD_WEIGHT, _BOLD_NAMES = 600, (b"bold", b"black", b"heavy")
_LONGEST_NAME = 128


@attrs.frozen
class Segment:
    """Letters in a row. Lengths are in points, from the lower left corner of the page as it is looked at.

    ``base`` is the height of the line that the letters stand on, ``size`` that of the font.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False


@attrs.frozen
class Page:
    """One page: its level segments in the order of the file, and the text that runs aslant, such as a watermark.

    ``drawn`` says whether anything at all is on the page.
    """

    number: int
    segments: tuple[Segment, ...]
    aslant: tuple[str, ...] = ()
    drawn: bool = True


class _Glyph(NamedTuple):
    sign: str
    left: float
    right: float
    base: float
    font: _Font


@attrs.frozen
class _Font:
    """How a run of letters is set."""

    size: float
    bold: bool
    aslant: bool


def pages(data: bytes, name: str) -> Iterator[Page]:
    """The pages of a PDF; raises `Trouble` where it is none, is locked, or is too large."""
    from pypdfium2 import PdfDocument, PdfiumError

    refuse_bomb(data, name)
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise _unopened(name, error.err_code) from None
    try:
        yield from _pages(document, name)
    except PdfiumError:
        raise Trouble(
            name, "a page cannot be read", "open it in a viewer and print it to a new PDF"
        ) from None
    finally:
        document.close()


def _pages(document: PdfDocument, name: str) -> Iterator[Page]:
    from pypdfium2 import raw

    if len(document) > MOST_PAGES:
        raise Trouble(name, f"this has more than {MOST_PAGES:,} pages", "give only the pages of the draft")
    left = MOST_CHARACTERS
    for index in range(len(document)):
        page = document[index]
        if raw.FPDFPage_CountObjects(page) > MOST_OBJECTS:
            problem = f"a page holds more than {MOST_OBJECTS:,} objects"
            raise Trouble(name, problem, "give a text of the draft", f"page {index + 1}")
        text = page.get_textpage()
        left -= text.count_chars()
        if left < 0:
            problem = f"this holds more than {MOST_CHARACTERS:,} characters"
            raise Trouble(name, problem, "give only the pages of the draft")
        yield _page(index + 1, page, text)
        text.close()
        page.close()


def _unopened(name: str, code: int | None) -> Trouble:
    from pypdfium2 import raw

    if code == raw.FPDF_ERR_PASSWORD:
        return Trouble(name, "this PDF is locked by a password", "save a copy without one")
    return Trouble(name, "this PDF cannot be opened", "open it in a viewer and print it to a new PDF")


def _page(number: int, page: PdfPage, text: PdfTextPage) -> Page:
    from pypdfium2 import raw

    level: list[Segment] = []
    aslant: list[str] = []
    for row in _rows(_glyphs(page, text)):
        segment = _segment(row)
        if row[0].font.aslant and segment.text:
            aslant.append(segment.text)
        elif segment.text:
            level.append(segment)
    return Page(number, tuple(level), tuple(aslant), raw.FPDFPage_CountObjects(page) > 0)


def _rows(glyphs: Iterator[_Glyph | None]) -> Iterator[list[_Glyph]]:
    """Glyphs that follow each other on one line without a wide gap; None is a break that the file states."""
    row: list[_Glyph] = []
    for glyph in glyphs:
        if row and (glyph is None or _is_apart(row[-1], glyph)):
            yield row
            row = []
        if glyph is not None:
            row.append(glyph)
    if row:
        yield row


def _is_apart(before: _Glyph, glyph: _Glyph) -> bool:
    if before.font.aslant or glyph.font.aslant:
        return before.font.aslant != glyph.font.aslant
    gap = max(glyph.left - before.right, before.left - glyph.right)  # whichever way the script runs
    size = max(before.font.size, glyph.font.size)
    return gap > _WIDE_GAP * size or abs(glyph.base - before.base) > _OTHER_LINE * size


def _segment(row: list[_Glyph]) -> Segment:
    text = " ".join("".join(glyph.sign for glyph in row).split())
    inked = [glyph for glyph in row if not glyph.sign.isspace()] or row
    main = max(inked, key=lambda glyph: glyph.font.size)
    return Segment(
        text=text,
        left=min(glyph.left for glyph in inked),
        right=max(glyph.right for glyph in inked),
        base=main.base,
        size=main.font.size,
        bold=all(glyph.font.bold for glyph in inked),
    )


def _glyphs(page: PdfPage, text: PdfTextPage) -> Iterator[_Glyph | None]:
    """The letters of a page; a space that pdfium infers stands where the letter before it ends."""
    from pypdfium2 import raw

    turn, fonts = page.get_rotation(), _Fonts(text, page.get_rotation())
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    before: _Glyph | None = None
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _BREAKS:
            before = None
            yield None
        elif raw.FPDFText_IsGenerated(text, index) != 1:
            raw.FPDFText_GetLooseCharBox(text, index, box)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            left, right, base = _upright(turn, box, (x.value, y.value))
            before = _Glyph(_sign(code), left, right, base, fonts.of(index))
            yield before
        elif before:
            yield before._replace(sign=" ", left=before.right)


def _upright(turn: int, box: FS_RECTF, origin: tuple[float, float]) -> tuple[float, float, float]:
    """Left and right edge and base of a letter on a page that is shown turned clockwise by ``turn`` degrees."""
    if turn == 0:
        return box.left, box.right, origin[1]
    if turn == 90:  # noqa: PLR2004 (degrees)
        return box.bottom, box.top, -origin[0]
    if turn == 180:  # noqa: PLR2004
        return -box.right, -box.left, -origin[1]
    return -box.top, -box.bottom, origin[0]


@attrs.define
class _Fonts:
    """The fonts of a page's letters; letters of one text object share theirs, so that it is asked for once."""

    text: PdfTextPage
    turn: int
    _known: dict[int, _Font] = attrs.field(factory=dict)

    def of(self, index: int) -> _Font:
        """The font of a letter."""
        from pypdfium2 import raw

        run = raw.FPDFText_GetTextObject(self.text, index)
        address = ctypes.cast(run, ctypes.c_void_p).value if run else None
        if address is None:
            return self._asked(index)
        if address not in self._known:
            self._known[address] = self._asked(index)
        return self._known[address]

    def _asked(self, index: int) -> _Font:
        from pypdfium2 import raw

        matrix, name = raw.FS_MATRIX(), ctypes.create_string_buffer(_LONGEST_NAME)
        raw.FPDFText_GetMatrix(self.text, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        raw.FPDFText_GetFontInfo(self.text, index, name, _LONGEST_NAME, ctypes.c_int())
        heavy = raw.FPDFText_GetFontWeight(self.text, index) >= _BOLD_WEIGHT
        angle = raw.FPDFText_GetCharAngle(self.text, index) + math.radians(self.turn)
        return _Font(
            size=round(raw.FPDFText_GetFontSize(self.text, index) * scale, 1) or 1.0,
            bold=heavy or any(word in name.value.lower() for word in _BOLD_NAMES),
            aslant=abs(math.sin(angle)) > _SLANT or math.cos(angle) < 0,
        )


def _sign(code: int) -> str:
    """The character of a code; what has no character is told as U+FFFD."""
    if code == _LINE_END_HYPHEN:
        return HYPHEN
    usable = 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 (Unicode)
    return chr(code) if usable else "\ufffd"
