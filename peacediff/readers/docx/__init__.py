"""Word files (.docx) to transcripts, as Word shows them: with automatic numbers, on one side of tracked changes."""

from __future__ import annotations

from collections import Counter

from peacediff.readers.docx.document import Document
from peacediff.readers.docx.package import Package
from peacediff.readers.docx.parts import Parts
from peacediff.readers.remarks import left_out, listed
from peacediff.readers.transcript import Input, Tracked, Transcript

_READ_AS = {"accept": "accepted", "reject": "rejected"}


def transcribe(given: Input) -> Transcript:
    """The transcript of a Word file; raises `peacediff.Trouble` where it is none, broken or out of bounds."""
    parts = Parts.of(Package.of(given.data, given.name), given.tracked)
    document = Document(parts)
    document.write()
    text, blocks = document.writer.finished()
    remarks = (*_tracked(parts.revisions, given.tracked), *left_out(document.left_out))
    return Transcript(text, blocks, remarks=remarks)


def _tracked(revisions: Counter[str], tracked: Tracked) -> tuple[str, ...]:
    kinds = ("insertion", "deletion", "move", "change of format")
    said = listed({kind: revisions[kind] for kind in kinds}).replace("change of formats", "changes of format")
    return (f"Tracked changes, read as {_READ_AS[tracked]}: {said}.",) if said else ()
