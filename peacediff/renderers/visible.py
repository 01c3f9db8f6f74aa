"""Characters that would act on a screen instead of standing on it, made visible."""

from __future__ import annotations

import unicodedata

_LEGITIMATE = frozenset("\u00ad\u200c\u200d\u200e\u200f\u061c")
"""Soft hyphen, joiners and plain direction marks: several scripts cannot be written without them."""

_NO_CHARACTERS = "\ufffe\uffff"
"""No text may hold them, says Unicode, and XML forbids them."""


def visible(text: str) -> str:
    """The text with every control, override or other hidden character as ``<U+202E>``; white space stays."""
    if text.isprintable():
        return text
    hidden = {ord(c): f"<U+{ord(c):04X}>" for c in set(text) if not c.isprintable() and _is_hidden(c)}
    return text.translate(hidden) if hidden else text


def _is_hidden(character: str) -> bool:
    if character.isspace():
        return character in "\x1c\x1d\x1e\x1f\x85"
    if character in _NO_CHARACTERS:
        return True
    return unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character not in _LEGITIMATE
