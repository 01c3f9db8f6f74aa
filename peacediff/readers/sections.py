"""Labels that name a part of a document and open a sentence: ``Section 2. The ceasefire is monitored.``."""

from __future__ import annotations

import re

from peacediff.model import Span
from peacediff.readers.labels import Label, Reading
from peacediff.readers.lexicon import label_words, number_in
from peacediff.readers.numerals import key_of, worth

_MARK = re.compile(r"(?:[.:：．]|[ \t]*[-–—])(?=[ \t]+\S)")


def section_label(text: str, span: Span) -> Label | None:
    """The label of a part, where a mark and words follow its number on the line; doubtful, as a heading has it too."""
    start, end = span
    if text[start : start + 1].islower() or not label_words().may_open_scope(text, start):
        return None
    for scope in label_words().scopes:
        found = None if scope.restarts else scope.pattern.match(text, start, end)
        mark = found and _MARK.match(text, found.end(), end)
        if found and mark:
            key = key_of(number_in(found))
            reading = Reading("keyword", scope.name, worth(key) or (ord(key[0]),), key)
            return Label(text[start : mark.end()], (start, mark.end()), (reading,), doubtful=True)
    return None
