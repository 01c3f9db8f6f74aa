"""The ``key: value`` lines between two ``---`` at the very start of a draft."""

from __future__ import annotations

import difflib

import attrs

from peacediff.errors import Trouble
from peacediff.model import COMPLETENESS, Completeness, Span
from peacediff.readers.lines import Lines

_FENCE = "---"


@attrs.frozen
class FrontMatter:
    """What a draft says about itself; ``span`` covers both fences and is empty where there is none."""

    span: Span = (0, 0)
    title: str = ""
    date: str = ""
    completeness: Completeness = "complete"
    source: str = ""
    language: str = ""


def front_matter(text: str, name: str, lines: Lines) -> FrontMatter:
    """The front matter of ``text``; a first ``---`` that is never closed or holds no keys is a mere rule.

    `Trouble` where it opens with a key and is not closed, or states an unknown completeness.
    """
    if text[slice(*lines.span(0))].rstrip() != _FENCE or len(lines) == 1:
        return FrontMatter()
    if ":" not in text[slice(*lines.span(1))] and text[slice(*lines.span(1))].strip() != _FENCE:
        return FrontMatter()
    close = next((i for i in range(1, len(lines)) if text[slice(*lines.span(i))].rstrip() == _FENCE), None)
    if close is None:
        raise Trouble(name, "the front matter is not closed", "put a line --- behind its last key", "line 1")
    fields = dict(_field(text, lines, index, name) for index in range(1, close))
    known = {key: value for key, value in fields.items() if key in _KNOWN}
    return FrontMatter(span=(0, lines.ends[close]), **known)  # type: ignore[arg-type]  # _field checks completeness


_KNOWN = frozenset({"title", "date", "completeness", "source", "language"})


def _field(text: str, lines: Lines, index: int, name: str) -> tuple[str, str]:
    key, _, value = text[slice(*lines.span(index))].partition(":")
    key, value = key.strip().casefold(), _unquoted(value.strip())
    if key == "completeness":
        value = _completeness(value, name, index + 1)
    return key, value


def _completeness(value: str, name: str, line: int) -> Completeness:
    if value in COMPLETENESS:
        return value
    near = difflib.get_close_matches(value.casefold(), COMPLETENESS, n=1, cutoff=0.5)
    remedy = f"did you mean {near[0]}?" if near else f"say one of {', '.join(COMPLETENESS)}"
    raise Trouble(name, f"there is no completeness {value!r}", remedy, f"line {line}")


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
