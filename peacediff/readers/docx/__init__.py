"""Word files (.docx) to transcripts, as Word shows them: with automatic numbers, on one side of tracked changes."""

from __future__ import annotations

from peacediff.readers.docx.document import Document
from peacediff.readers.docx.package import Package
from peacediff.readers.docx.parts import Parts
from peacediff.readers.remarks import left_out, tracked_changes
from peacediff.readers.transcript import Input, Transcript


def transcribe(given: Input) -> Transcript:
    """The transcript of a Word file; raises `peacediff.Trouble` where it is none, broken or out of bounds."""
    parts = Parts.of(Package.of(given.data, given.name), given.tracked)
    document = Document(parts)
    document.write()
    text, blocks = document.writer.finished()
    remarks = (*tracked_changes(parts.revisions, given.tracked), *left_out(document.left_out))
    return Transcript(text, blocks, remarks=remarks)
