"""YAML to plain values: every scalar is the string that stands there, so that NO, 12:30 and 1.10 stay as written."""

from __future__ import annotations

from typing import Any

import attrs
import yaml

from peacediff.errors import Trouble

MOST_DEEP = 256
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_STRING_TAGS = {None, "!", "tag:yaml.org,2002:str"}


def plain_values(text: str, name: str) -> Any:  # noqa: ANN401
    """Dicts, lists and strings; `Trouble` for aliases, tags, double keys, keys that are no strings, deep nesting."""
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        problem = f"this is no valid YAML ({error.problem or error.context})"
        raise Trouble(name, problem, "mend it, or give --input-format", _place(error.problem_mark)) from None
    except (yaml.YAMLError, UnicodeError) as error:
        problem = f"this is no valid YAML ({str(error).splitlines()[0]})"
        raise Trouble(name, problem, "mend it, or give --input-format") from None
    return builder.root


@attrs.define
class _Builder:
    """Takes events one after the other; ``root`` is the value of the only document."""

    source: str
    root: Any = None
    _documents: int = 0
    _open: list[dict[str, Any] | list[Any]] = attrs.field(factory=list)
    _keys: list[str | None] = attrs.field(factory=list)

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._refused(
                "it uses an anchor or alias (& or *)", "write the value out, or quote it", event
            )
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._refused("it holds several documents", "give one draft a file", event)
        if isinstance(event, yaml.NodeEvent):
            self._take_node(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()
            self._keys.pop()

    def _take_node(self, event: Any) -> None:  # noqa: ANN401 (the stubs leave out tag and value)
        if event.tag not in _STRING_TAGS and not (event.tag or "").endswith((":map", ":seq")):
            raise self._refused(f"it uses the tag {event.tag[:40]!r}", "leave it out", event)
        if isinstance(event, yaml.ScalarEvent):
            self._put(event.value, event)
            return
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._put(value, event)
        self._open.append(value)
        self._keys.append(None)
        if len(self._open) > MOST_DEEP:
            raise self._refused(f"it nests more than {MOST_DEEP} deep", "flatten the innermost points", event)

    def _put(self, value: Any, event: yaml.Event) -> None:  # noqa: ANN401
        if not self._open:
            self.root = value
        elif isinstance(holder := self._open[-1], list):
            holder.append(value)
        elif self._keys[-1] is not None:
            holder[self._keys[-1]] = value
            self._keys[-1] = None
        elif not isinstance(value, str):
            raise self._refused("a key is no string", "write a word before the colon", event)
        elif value in holder:
            raise self._refused(f"the key {value[:40]!r} stands twice", "leave one of them", event)
        else:
            self._keys[-1] = value

    def _refused(self, problem: str, remedy: str, event: yaml.Event) -> Trouble:
        return Trouble(self.source, f"the YAML cannot be read: {problem}", remedy, _place(event.start_mark))


def _place(mark: Any) -> str:  # noqa: ANN401 (one of two classes, as libyaml is there or not)
    return f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
