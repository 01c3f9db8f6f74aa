"""The parts of a Word file that a reader sees, with their tracked changes resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs
from lxml import etree

from peacediff.errors import Trouble
from peacediff.readers.docx.inline import Reference
from peacediff.readers.docx.lists import Lists
from peacediff.readers.docx.names import attr, child, children
from peacediff.readers.docx.package import Package
from peacediff.readers.docx.revisions import resolve
from peacediff.readers.docx.styles import Styles
from peacediff.readers.transcript import Tracked

_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_RULES = {"separator", "continuationSeparator", "continuationNotice"}


@attrs.frozen
class Parts:
    """``around`` are the headers and footers; ``revisions`` counts the tracked changes of all parts."""

    body: etree._Element
    styles: Styles
    lists: Lists
    notes: Mapping[Reference, etree._Element]
    around: Sequence[etree._Element]
    revisions: Counter[str]

    @classmethod
    def of(cls, package: Package, tracked: Tracked) -> Parts:
        """The parts of a package; `Trouble` where it holds no document."""
        main = package.main()
        root = package.xml(main)
        body = child(root, "w:body")
        if root is None or body is None:
            raise Trouble(package.name, "the archive holds no Word document", "give a .docx file", main)
        related = _related(package, main)
        notes = {kind: root for kind in _NOTES for root in related.get(kind, [])[:1]}
        around = [part for kind in ("header", "footer") for part in related.get(kind, [])]
        revisions: Counter[str] = Counter()
        for part in (root, *notes.values(), *around):
            revisions.update(resolve(part, tracked))
        styles = Styles.of(next(iter(related.get("styles", [])), None))
        lists = Lists.of(next(iter(related.get("numbering", [])), None), styles)
        return cls(body, styles, lists, dict(_notes(notes)), around, revisions)


def _related(package: Package, main: str) -> dict[str, list[etree._Element]]:
    """The XML parts that the document refers to, by kind, each once."""
    wanted = {"styles", "numbering", "header", "footer", *_NOTES}
    related: dict[str, list[etree._Element]] = {}
    for relation in dict.fromkeys(package.relations(main)):
        root = package.xml(relation.target) if relation.kind in wanted else None
        if root is not None:
            related.setdefault(relation.kind, []).append(root)
    return related


def _notes(roots: Mapping[str, etree._Element]) -> Iterator[tuple[Reference, etree._Element]]:
    for part, root in roots.items():
        for note in children(root, f"w:{_NOTES[part]}"):
            if attr(note, "type") not in _RULES:
                yield Reference(_NOTES[part], attr(note, "id") or ""), note
