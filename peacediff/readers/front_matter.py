"""The ``key: value`` lines between two ``---`` at the very start of a draft."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

import attrs

from peacediff.errors import Trouble
from peacediff.model import COMPLETENESS, Completeness, Span
from peacediff.readers.lines import Lines

_FENCE = "---"
_MOST_LINES = 1000
_KNOWN = frozenset({"title", "date", "completeness", "source", "language"})
_IS_BLOCK = re.compile(r"[|>][-+\d]*\Z")
_IS_FIELD = re.compile(r"\Z|#|\s|- |[A-Za-z_][\w-]*\s*:(?:\s|\Z)")


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
    """The front matter of ``text``; a first ``---`` that is not closed, or not before other text, is a mere rule.

    `Trouble` where a known key follows such a rule, stands twice or has its value on other lines, or where the
    completeness is unknown.
    """
    content = [text[slice(*lines.span(index))].rstrip() for index in range(min(len(lines), _MOST_LINES))]
    if content[0] != _FENCE:
        return FrontMatter()
    close = next((i for i, line in enumerate(content) if i and not _IS_FIELD.match(line)), 0)
    if not close or content[close] != _FENCE:
        if len(content) > 1 and content[1].partition(":")[0].strip().casefold() in _KNOWN:
            raise Trouble(
                name, "the front matter is not closed", "put a line --- behind its last key", "line 1"
            )
        return FrontMatter()
    known: dict[str, str] = {}
    completeness: Completeness = "complete"
    for key, value, line in _known_fields(content[1:close], name):
        if key in known:
            raise Trouble(name, f"the key {key!r} stands twice", "leave one of them", f"line {line}")
        known[key] = value
        if key == "completeness":
            completeness = _completeness(value, name, line)
    known.pop("completeness", None)
    return FrontMatter(span=(0, lines.ends[close]), completeness=completeness, **known)


def _known_fields(content: Sequence[str], name: str) -> Iterator[tuple[str, str, int]]:
    """The known keys with their values and lines; what is indented belongs to another key."""
    for number, line in enumerate(content, start=2):
        key, _, value = line.partition(":")
        if key.strip().casefold() not in _KNOWN or line[0].isspace():
            continue
        if _IS_BLOCK.match(value.strip()):
            remedy = "write it on the line of the key"
            raise Trouble(name, f"the value of {key.strip()!r} is on other lines", remedy, f"line {number}")
        yield key.strip().casefold(), _unquoted(value.strip()), number


def _completeness(value: str, name: str, line: int) -> Completeness:
    if value in COMPLETENESS:
        return value
    near = difflib.get_close_matches(value.casefold(), COMPLETENESS, n=1, cutoff=0.5)
    remedy = f"did you mean {near[0]}?" if near else f"say one of {', '.join(COMPLETENESS)}"
    raise Trouble(name, f"there is no completeness {value!r}", remedy, f"line {line}")


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
