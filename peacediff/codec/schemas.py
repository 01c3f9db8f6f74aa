"""The published JSON Schemas; that of a draft is a part of that of a comparison."""

from __future__ import annotations

import json
from importlib.resources import files

SCHEMAS = ("comparison", "draft", "points", "findings")
"""The kinds of data that have a schema."""

_OF_DRAFT = ("span", "draft", "paper", "point", "provision", "passage", "irregularity")


def schema(name: str = "comparison") -> str:
    """The JSON Schema of a kind of data, as text."""
    if name == "draft":
        return _of_draft(json.loads(schema()))
    return files("peacediff").joinpath(f"data/schema/{name}.schema.json").read_text(encoding="utf-8")


def _of_draft(whole: dict[str, dict[str, object]]) -> str:
    picked = {
        "$schema": whole["$schema"],
        "title": "peacediff draft",
        "$ref": "#/$defs/draft",
        "$defs": {kind: whole["$defs"][kind] for kind in _OF_DRAFT},
    }
    return json.dumps(picked, indent=2, ensure_ascii=False) + "\n"
