"""The ``key: value`` lines between two ``---`` at the very start of a draft."""

from __future__ import annotations

import difflib
import re

import attrs

from peacediff.errors import Trouble
from peacediff.model import COMPLETENESS, Completeness, Span
from peacediff.readers.lines import Lines

_FENCE = "---"
_MOST_LINES = 1000
_KNOWN = frozenset({"title", "date", "completeness", "source", "language"})
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

    `Trouble` where a known key follows such a rule, or the completeness is unknown.
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
    fields = dict(_field(content[index]) for index in range(1, close))
    known = {key: value for key, value in fields.items() if key in _KNOWN}
    stated = known.pop("completeness", "complete")
    at = next((i for i in range(1, close) if _field(content[i])[0] == "completeness"), 0)
    completeness = _completeness(stated, name, at + 1)
    return FrontMatter(span=(0, lines.ends[close]), completeness=completeness, **known)


def _field(line: str) -> tuple[str, str]:
    key, _, value = line.partition(":")
    return key.strip().casefold(), _unquoted(value.strip())


def _completeness(value: str, name: str, line: int) -> Completeness:
    if value in COMPLETENESS:
        return value
    near = difflib.get_close_matches(value.casefold(), COMPLETENESS, n=1, cutoff=0.5)
    remedy = f"did you mean {near[0]}?" if near else f"say one of {', '.join(COMPLETENESS)}"
    raise Trouble(name, f"there is no completeness {value!r}", remedy, f"line {line}")


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
