"""The page of schemas is generated from the schema files: ``--update-golden`` writes it anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from tests.docs.pages import ROOT

HEAD = """# Data formats

What the JSON and YAML data of peacediff holds, key by key, from the schemas themselves. `peacediff schema NAME` prints
one in full. A key with a star is always there.
"""


def written() -> str:
    """The page as the schema files have it."""
    folder = resources.files("peacediff").joinpath("data", "schema")
    files = sorted(file.name for file in folder.iterdir() if file.name.endswith(".schema.json"))
    parts = [HEAD]
    for file in files:
        parts += _schema(
            file.removesuffix(".schema.json"), json.loads(folder.joinpath(file).read_text("utf-8"))
        )
    return "\n".join(parts)


def _schema(name: str, schema: Any) -> Iterator[str]:
    yield f"## {name}\n"
    yield f"{schema['description']}\n" if "description" in schema else ""
    yield from _keys(schema)
    for title, part in schema.get("$defs", {}).items():
        held = part.get("items", part)
        if held.get("properties"):
            yield f"### {name}: {title}\n"
            yield f"{part['description']}\n" if "description" in part else ""
            yield from _keys(held)


def _keys(held: Any) -> Iterator[str]:
    always = held.get("required", ())
    if not held.get("properties"):
        return
    yield "| Key | Holds |\n|---|---|"
    for key, about in held["properties"].items():
        yield f"| `{key}`{'*' if key in always else ''} | {_holds(about)} |"
    yield ""


def _holds(about: Any) -> str:
    """What a key holds: its description, or else its type or the part that it is made of."""
    said = about.get("description") or _kind(about)
    return str(said).replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def _kind(about: Any) -> str:
    if "$ref" in about:
        return str(about["$ref"]).rpartition("/")[2]
    if "items" in about:
        return f"list of {_kind(about['items'])}"
    const = [about["const"]] if "const" in about else ()
    rivals = [_kind(each) for each in about.get("anyOf", about.get("oneOf", ()))]
    kinds = about.get("enum") or const or about.get("type") or rivals
    return kinds if isinstance(kinds, str) else " or ".join(map(str, kinds))


def test_the_page_of_schemas_is_what_the_files_say(request: pytest.FixtureRequest) -> None:
    page = ROOT / "docs" / "reference" / "schemas.md"
    if request.config.getoption("--update-golden"):
        page.write_text(written(), encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == written()
