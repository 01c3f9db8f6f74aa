"""Reading the heading that opens a scope: ``ANNEX B``, ``Part II. Security``."""

from __future__ import annotations

from peacediff.readers.lexicon import Scope, label_words, number_in
from peacediff.readers.numerals import key_of


def scope_of(text: str) -> tuple[Scope, str] | None:
    """The scope that a heading opens, with its number as part of an id (``1`` for ``I``; may be empty)."""
    bare = text.strip(" .:*_")
    if not (label_words().may_open_scope(text) or label_words().may_open_scope(bare)):
        return None
    for scope in label_words().scopes:
        if found := scope.pattern.match(text):
            return scope, key_of(number_in(found))
        if scope.alone.match(bare):
            return scope, ""
    return None


def names_scope(line: str) -> bool:
    """Whether a line is the name of a scope and nothing else, such as ``ANNEX B``."""
    words = line.strip(" \t.:*_")
    return label_words().may_open_scope(words) and any(
        scope.pattern.fullmatch(words) or scope.alone.match(words) for scope in label_words().scopes
    )
