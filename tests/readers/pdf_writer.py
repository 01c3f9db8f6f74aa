"""A PDF writer of some 40 lines: pages of text in Courier, whose every character is 0.6 of its size wide."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

import attrs

WIDTH, HEIGHT = 600, 800
_FONTS = ("Courier", "Courier-Bold")


@attrs.frozen
class Put:
    """A line of text at (x, y), in points from the lower left corner of the page."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False
    angle: tuple[float, float] = (1, 0)


def pdf(pages: Sequence[Sequence[Put]], *, packed: bool = False, keys: str = "") -> bytes:
    """A PDF file of these pages; ``keys`` go into every page's dictionary, such as ``/Rotate 90``."""
    fonts = "".join(f"/F{n} {3 + n} 0 R " for n in range(len(_FONTS)))
    first = 3 + len(_FONTS)
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *(_font(name) for name in _FONTS),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {keys} "
            f"/Resources << /Font << {fonts}>> >> /Contents {first + 2 * number + 1} 0 R >>".encode()
        )
        objects.append(_stream(b"\n".join(map(_drawn, page)), packed=packed))
    return _file(objects)


def nested_drawings(deep: int) -> bytes:
    """A page that draws one drawing twice, which draws the next one twice, and so on: 2 to the power of ``deep``."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>",
        _stream(b"/I Do", packed=False),
    ]
    for place in range(deep):
        inner = f"/XObject << /I {6 + place} 0 R >>" if place < deep - 1 else ""
        drawn = b"/I Do /I Do" if inner else b"0 0 1 1 re f"
        kind = f"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << {inner} >> /Length {len(drawn)} >>"
        objects.append(kind.encode() + b"\nstream\n" + drawn + b"\nendstream")
    return _file(objects)


def column(lines: Iterable[str], x: float, y: float, pitch: float = 12, size: float = 10) -> list[Put]:
    """Lines below each other from (x, y) down; an empty one is a gap."""
    return [Put(x, y - n * pitch, line, size) for n, line in enumerate(lines) if line]


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _drawn(put: Put) -> bytes:
    cos, sin = put.angle
    said = put.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    start = f"BT /F{int(put.bold)} {put.size} Tf {cos} {sin} {-sin} {cos} {put.x} {put.y} Tm (".encode()
    return start + said + b") Tj ET"


def _stream(content: bytes, *, packed: bool) -> bytes:
    data = zlib.compress(content, 9) if packed else content
    filters = " /Filter /FlateDecode" if packed else ""
    return f"<< /Length {len(data)}{filters} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    written, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n".encode()
    return written + f"xref\n0 {size}\n0000000000 65535 f \n".encode() + table + trailer
