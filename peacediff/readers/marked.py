"""Changes of the wording that Markdown and plain text mark: ``~~struck~~``, ``~struck~``, ``<ins>``, ``{++new++}``.

They are tracked changes, as those of a Word file are: the text is read with all of them made, or with none. `<s>` says
that something stands no more whoever changed it, as struck-through text of Word files and web pages does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import attrs

from peacediff.model import Span
from peacediff.readers.transcript import Tracked

_LONGEST = 4000
"""The most characters between two marks, so that one that is never closed costs little."""
_SAME = r"(?![\r\n]\s*[\r\n])"
_TAGS = r"del|s|strike|ins"
_MARKED = re.compile(
    rf"""
    \{{~~ (?P<old>  (?:{_SAME}(?!~~|~>).){{1,{_LONGEST}}}) ~> (?P<new> (?:{_SAME}(?!~~).){{1,{_LONGEST}}}) ~~\}}
  | (?<![~{{])~~(?=[^\s~]) (?P<tilde> (?:{_SAME}(?!~~).){{1,{_LONGEST}}}) (?<=[^\s~])~~(?!~)
  | (?<![\w~{{])~(?=[^\s~]) (?P<single> (?:{_SAME}[^~]){{1,{_LONGEST}}}) (?<=[^\s~])~(?![\w~])
  | \{{--    (?P<dashes> (?:{_SAME}(?!--\}}|\{{--).){{1,{_LONGEST}}}) --\}}
  | \{{\+\+  (?P<plus>   (?:{_SAME}(?!\+\+\}}|\{{\+\+).){{1,{_LONGEST}}}) \+\+\}}
  | <(?P<tag>{_TAGS})(?:\s[^<>]{{0,200}})?> (?P<tagged> (?:{_SAME}(?!</?(?:{_TAGS})\b).){{1,{_LONGEST}}}) </(?P=tag)\s*>
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_HINTS = ("~", "{--", "{++", "</")
Kind = Literal["deletion", "insertion", "struck"]
_KINDS: Mapping[str, Kind] = {
    "old": "deletion",
    "new": "insertion",
    "tilde": "deletion",
    "single": "deletion",
    "dashes": "deletion",
    "plus": "insertion",
    "del": "deletion",
    "ins": "insertion",
}
_GONE: Mapping[Tracked, Kind] = {"accept": "deletion", "reject": "insertion"}


@attrs.frozen
class Stretch:
    """Marked words: ``span`` with the marks, ``inner`` without them."""

    kind: Kind
    span: Span
    inner: Span

    def is_gone(self, tracked: Tracked) -> bool:
        """Whether it is no part of the text on a side of the changes."""
        return self.kind in {_GONE[tracked], "struck"}


def marked(text: str) -> Sequence[Stretch]:
    """The marked stretches of a text, in their order; they do not overlap."""
    if not any(hint in text for hint in _HINTS):
        return ()
    return [stretch for found in _MARKED.finditer(text) for stretch in _stretches(found)]


def _stretches(found: re.Match[str]) -> Iterator[Stretch]:
    """The stretch of a match; two where ``{~~a~>b~~}`` replaces one by the other."""
    names = [name for name in (*_KINDS, "tagged") if name in found.re.groupindex and found[name] is not None]
    start = found.start()
    for place, name in enumerate(names, 1):
        end = found.end() if place == len(names) else found.end(name) + len("~>")
        kind = _KINDS.get((found["tag"] or name).casefold(), "struck")
        yield Stretch(kind, (start, end), found.span(name))
        start = end
