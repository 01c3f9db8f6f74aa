"""Small Word files, written as readable XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WHO = 'w:id="1" w:author="A. Clerk" w:date="2031-05-01T00:00:00Z"'


def docx(body: str, **parts: str) -> bytes:
    """A Word file with a body and further parts by the names of their relations, such as ``numbering``."""
    document = f"<w:document {_SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    members = {"word/document.xml": document, **{f"word/{name}.xml": part for name, part in parts.items()}}
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for i, name in enumerate(parts)
    )
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{name}+xml"/>' for name in parts
    )
    main = f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    rels = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{rels}{main}{kinds}</Types>',
            "_rels/.rels": _relationships(
                f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/_rels/document.xml.rels": _relationships(relations),
            **members,
        }
    )


def _relationships(inside: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive; the same bytes every time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def p(content: str = "", *, num: int | None = None, level: int = 0, style: str = "", more: str = "") -> str:
    """A paragraph; plain words in it are set as a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>' if num is not None else ""
    )
    inside = content if content.startswith("<") else r(content)
    return f"<w:p><w:pPr>{named}{listed}{more}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def ins(content: str) -> str:
    """Content that was inserted."""
    return f"<w:ins {_WHO}>{content}</w:ins>"


def deleted(text: str) -> str:
    """Words that were deleted."""
    return f'<w:del {_WHO}><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def mark(change: str) -> str:
    """The properties of a paragraph whose mark was inserted (``ins``) or deleted (``del``)."""
    return f"<w:rPr><w:{change} {_WHO}/></w:rPr>"


def row(*cells: str, properties: str = "") -> str:
    """A row of a table; plain words in a cell are a paragraph."""
    inside = "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def numbering(*lists: str, numbers: str = "") -> str:
    """A part of numbering: definitions 0, 1, …; a list n+1 for each, or as ``numbers`` says."""
    drafts = "".join(
        f'<w:abstractNum w:abstractNumId="{i}">{each}</w:abstractNum>' for i, each in enumerate(lists)
    )
    used = numbers or "".join(num(i + 1, i) for i in range(len(lists)))
    return f"<w:numbering {_SPACES}>{drafts}{used}</w:numbering>"


def num(id_: int, draft: int, more: str = "") -> str:
    """A list by a definition."""
    return f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{draft}"/>{more}</w:num>'


def lvl(
    place: int, text: str, style: str = "decimal", *, start: int = 1, more: str = "", left: int = 0
) -> str:
    """A level of a definition."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{left}" w:hanging="{min(left, 360)}"/></w:pPr></w:lvl>'
    )


def styles(*listed: str) -> str:
    """A part of styles."""
    return f"<w:styles {_SPACES}>{''.join(listed)}</w:styles>"


def style(id_: str, name: str, properties: str = "", *, based: str = "", run: str = "") -> str:
    """A style of paragraphs."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def notes(kind: str, *texts: str) -> str:
    """A part of footnotes, endnotes or comments with the ids 1, 2 and so on."""
    listed = "".join(
        f'<w:{kind} w:id="{i}" w:author="B. Reader">{p(text)}</w:{kind}>' for i, text in enumerate(texts, 1)
    )
    return f"<w:{kind}s {_SPACES}>{listed}</w:{kind}s>"


def header(text: str, kind: str = "hdr") -> str:
    """A part that stands above or below each page."""
    return f"<w:{kind} {_SPACES}>{p(text)}</w:{kind}>"
