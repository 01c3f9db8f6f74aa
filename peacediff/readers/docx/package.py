"""The parts of a Word file: a zip archive, opened with bounds."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

import attrs
from lxml import etree

from peacediff.errors import Trouble
from peacediff.readers.safe_xml import parse_xml

MOST_MEMBERS = 4096
MOST_BYTES = 64 * 2**20
"""What all parts that are read may hold, uncompressed."""
MOST_RATIO, _RATIO_FROM = 200, 2**20
"""A part of over 1 MB may not be more than 200 times as large as its compressed form."""

_OLD = b"\xd0\xcf\x11\xe0"
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_SAVE = "open it in Word or LibreOffice, and save it again as .docx"


@attrs.frozen
class Relation:
    """What a part refers to: the last word of the relation's type, and the target's path in the archive."""

    kind: str
    target: str


@attrs.define
class Package:
    """The archive of one Word file; it counts what is read from it."""

    name: str
    _archive: zipfile.ZipFile
    _left: int = MOST_BYTES

    @classmethod
    def of(cls, data: bytes, name: str) -> Package:
        """The package in ``data``; `Trouble` where it is none, or out of bounds."""
        if data.startswith(_OLD):
            problem = "this is an old Word file, or one that is locked by a password"
            raise Trouble(name, problem, "save it as .docx without a password")
        try:
            archive = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            problem = f"this is no whole Word file ({error})"
            raise Trouble(name, problem, f"{_SAVE}, or give --input-format") from None
        members = [member.filename for member in archive.infolist()]
        if len(members) > MOST_MEMBERS:
            raise Trouble(name, f"the archive holds more than {MOST_MEMBERS} parts", _SAVE)
        if len(set(members)) < len(members):
            raise Trouble(name, "the archive holds two parts of the same name", _SAVE)
        return cls(name, archive)

    def main(self) -> str:
        """The path of the part that holds the document."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument":
                return relation.target
        raise Trouble(self.name, "the archive holds no Word document", "give a .docx file")

    def relations(self, part: str) -> Iterator[Relation]:
        """What ``part`` (empty for the package) refers to inside the archive."""
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        for relation in root if root is not None else ():
            target, kind = relation.get("Target", ""), relation.get("Type", "").rpartition("/")[2]
            if relation.get("TargetMode") != "External":
                yield Relation(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))

    def xml(self, path: str) -> etree._Element | None:
        """The root of an XML part, or None where there is no such part."""
        try:
            member = self._archive.getinfo(path)
        except KeyError:
            return None
        self._check(member)
        try:
            with self._archive.open(member) as file:
                data = file.read(self._left + 1)
        except _BROKEN as error:
            raise Trouble(self.name, f"a part of the archive is broken ({error})", _SAVE, path) from None
        self._left -= len(data)
        if self._left < 0:
            raise self._too_large(path)
        return parse_xml(data, self.name, path)

    def _check(self, member: zipfile.ZipInfo) -> None:
        size, packed = member.file_size, member.compress_size
        if size > self._left or (size > _RATIO_FROM and size > MOST_RATIO * max(packed, 1)):
            raise self._too_large(member.filename)

    def _too_large(self, place: str) -> Trouble:
        problem = f"the archive unpacks to far more than it holds, or to over {MOST_BYTES // 2**20} MB"
        return Trouble(self.name, problem, "give only the text of the draft", place)
