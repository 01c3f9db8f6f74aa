"""The published JSON Schemas; that of a draft is a part of that of a comparison."""

from __future__ import annotations

import json

from peacediff import packaged

SCHEMAS = ("comparison", "compare3", "draft", "points", "findings", "history")
"""The kinds of data that have a schema."""

_BODY = ("links", "topics", "changes", "remarks", "ledger", "robustness")
_OF_DRAFT = ("span", "draft", "paper", "point", "provision", "passage", "irregularity")


def schema(name: str = "comparison") -> str:
    """The JSON Schema of a kind of data, as text."""
    if name == "draft":
        return _of_draft(json.loads(schema()))
    if name == "history":
        return _of_history(json.loads(_packaged(name)), json.loads(schema()))
    if name == "compare3":
        return _of_three(json.loads(schema()), json.loads(_packaged(name)))
    return _packaged(name)


def _packaged(name: str) -> str:
    return packaged.text(f"schema/{name}.schema.json")


def _of_draft(whole: dict[str, dict[str, object]]) -> str:
    picked = {
        "$schema": whole["$schema"],
        "title": "peacediff draft",
        "$ref": "#/$defs/draft",
        "$defs": {kind: whole["$defs"][kind] for kind in _OF_DRAFT},
    }
    return json.dumps(picked, indent=2, ensure_ascii=False) + "\n"


def _of_history(own: dict[str, dict[str, object]], whole: dict[str, dict[str, object]]) -> str:
    """The schema of a history with the parts that it shares with a comparison."""
    body = {key: whole["properties"][key] for key in _BODY}
    step: dict[str, object] = {
        "type": "object",
        "description": "A comparison without its drafts.",
        "properties": body,
    }
    step |= {"required": list(_BODY), "additionalProperties": False}
    defs = {**whole["$defs"], "step": step, **own["$defs"]}
    return json.dumps({**own, "$defs": defs}, indent=2, ensure_ascii=False) + "\n"


def _of_three(whole: dict[str, dict[str, object]], own: dict[str, dict[str, object]]) -> str:
    """The schema of three drafts, with that of a comparison among its definitions."""
    parts = {key: value for key, value in whole.items() if key not in ("$schema", "$id", "$defs")}
    own["$defs"] |= {**whole["$defs"], "comparison": parts}
    return json.dumps(own, indent=2, ensure_ascii=False) + "\n"
