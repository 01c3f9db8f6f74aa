"""Drafts as data, in JSON or YAML: a whole draft as peacediff writes it, or points written by hand."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from peacediff.codec import SCHEMA, draft_from_dict
from peacediff.errors import Trouble
from peacediff.model import Draft
from peacediff.readers.structured.written import draft_of_points
from peacediff.readers.transcript import Input

__all__ = ["read_json", "read_yaml"]

_INTEGERS = frozenset({"line", "span", "label_span"})
_FLAGS = frozenset({"open"})
_TRUTH = {"true": True, "false": False}


def read_json(given: Input) -> Draft:
    """The draft in a JSON file; raises `Trouble` where it is malformed or holds something else."""
    try:
        data = json.loads(given.text(), object_pairs_hook=_unique, parse_constant=_refused)
    except json.JSONDecodeError as error:
        problem = f"this is no valid JSON ({error.msg})"
        place = f"line {error.lineno}, column {error.colno}"
        raise Trouble(given.name, problem, "mend it, or give --input-format", place) from None
    except RecursionError:
        raise Trouble(given.name, "the JSON nests too deep", "flatten the innermost points") from None
    except ValueError as error:
        reason = str(error).partition("; use sys.")[0]
        problem = f"this is no JSON that is read here ({reason})"
        raise Trouble(given.name, problem, "write every key once, and plain numbers") from None
    return _draft(data, given)


def read_yaml(given: Input) -> Draft:
    """The draft in a YAML file, whose every scalar is a string; raises `Trouble` as `read_json` does."""
    from peacediff.readers.structured.yaml_values import plain_values

    return _draft(_with_scalars(plain_values(given.text(), given.name)), given)


def _draft(data: Any, given: Input) -> Draft:  # noqa: ANN401
    if not isinstance(data, dict):
        remedy = "see `peacediff schema draft` and `peacediff schema points`"
        raise Trouble(given.name, "the data holds no draft, which is an object with points", remedy)
    if data.get("schema") == SCHEMA:
        problem = "this is a comparison, which holds two drafts"
        raise Trouble(
            given.name, problem, "save what stands under its key old or new as a file, and give that"
        )
    if "text" in data:
        return draft_from_dict(data, given.name)
    return draft_of_points(data, given.name, hashlib.sha256(given.data).hexdigest())


def _with_scalars(data: Any, key: str = "") -> Any:  # noqa: ANN401
    """The values, those of keys that hold whole numbers or flags made such; deep points are refused later."""
    top: list[Any] = [data]
    waiting: list[tuple[Any, Any, str]] = [(top, 0, key)]
    while waiting:
        holder, at, key = waiting.pop()
        value = holder[at]
        if isinstance(value, dict):
            waiting += [(value, inner, inner) for inner in value]
        elif isinstance(value, list):
            waiting += [(value, index, key) for index in range(len(value))]
        elif key in _INTEGERS and len(value) < 10 and value.isdecimal():  # noqa: PLR2004 (more is no place)
            holder[at] = int(value)
        elif key in _FLAGS:
            holder[at] = _TRUTH.get(value, value)
    return top[0]


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twice[:40]!r} stands twice")
    return found


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no number")
