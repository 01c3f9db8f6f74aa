"""Akoma Ntoso XML: the hierarchy that the document states, as text and blocks."""

from __future__ import annotations

from peacediff.errors import Trouble
from peacediff.readers.akoma.scribe import Scribe
from peacediff.readers.akoma.tree import Element, parse
from peacediff.readers.akoma.words import words
from peacediff.readers.front_matter import FrontMatter
from peacediff.readers.transcript import Input, Transcript

__all__ = ["transcribe"]

_ROOT = "akomaNtoso"


def transcribe(given: Input) -> Transcript:
    """The transcript of an Akoma Ntoso document; raises `Trouble` where the XML is malformed or something else."""
    data = given.data if given.literal is None else given.literal.encode("utf-8", "replace")
    root = parse(data, given.name, given.encoding if given.literal is None else "utf-8")
    if root.name != _ROOT:
        problem = f"this XML is no Akoma Ntoso: its root is <{root.name[:40]}>"
        raise Trouble(
            given.name, problem, "save the draft as Akoma Ntoso, Markdown or text", f"line {root.line}"
        )
    scribe = Scribe(given.tracked)
    scribe.write(root)
    for meta in (element for element in root.walk() if element.name == "meta"):
        scribe.write_notes(meta)
    return Transcript(
        "".join(scribe.parts),
        tuple(scribe.blocks),
        _front(root),
        tuple(scribe.places),
        scribe.remarks(),
    )


def _front(root: Element) -> FrontMatter:
    """Date and language, as the metadata state them."""
    first = {element.name: element.said for element in reversed(list(root.walk()))}
    language = first.get("FRBRlanguage", {}).get("language", "")
    date = first.get("FRBRdate", {}).get("date", "")
    return FrontMatter(date=date, language=words().languages.get(language, language))
