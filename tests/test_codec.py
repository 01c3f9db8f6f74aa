from __future__ import annotations

import copy
import json
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given

from peacediff import codec
from peacediff.codec import DEEPEST
from peacediff.errors import Trouble
from peacediff.model import Change, Changes, Comparison, Draft, Point, Provision
from tests.comparisons import by_id, comparisons, draft

SCHEMA = json.loads(codec.schema())


def small() -> Comparison:
    old = draft({"1": ["The force is limited to 600,000."], "2": ["Crimea."]})
    new = draft({"1": ["The force is limited to 600,000."]}, name="new.md")
    kept = Change(by_id(old, "1"), by_id(new, "1"), "unchanged", found="exact", score=1.0, confidence=1.0)
    return Comparison(old, new, Changes([kept, Change(by_id(old, "2"), (), "dropped")]))


@given(comparisons())
def test_out_and_in_again_is_equal(comparison: Comparison) -> None:
    """Law 8: a comparison survives JSON, with its texts, passages, runner-ups and all."""
    assert Comparison.from_dict(json.loads(json.dumps(comparison.to_dict()))) == comparison


@given(comparisons())
def test_the_schema_describes_what_is_written(comparison: Comparison) -> None:
    """Every comparison written is valid by the published schema."""
    assert not list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(comparison.to_dict()))


def test_the_schema_is_one_itself() -> None:
    """The published schema is valid JSON Schema 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def objects(schema: Any) -> Any:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for inner in schema.values():
            yield from objects(inner)


def test_the_schema_is_closed_and_says_what_each_field_means() -> None:
    """The schema takes no unknown keys, demands all others and describes every field."""
    for found in objects(SCHEMA):
        assert found["additionalProperties"] is False
        assert sorted(found["required"]) == sorted(found["properties"])
        assert all(field["description"] for field in found["properties"].values())


def test_what_is_to_come_is_there_and_empty() -> None:
    """Fields that no stage has filled are written all the same."""
    dropped = small().to_dict()["changes"][1]
    assert (dropped["topics"], dropped["shifts"], dropped["trace"], dropped["score"]) == ([], [], [], None)


def test_the_envelope_says_what_was_compared() -> None:
    """The envelope names the data, its version, the tool and both inputs, and counts the fates."""
    data = small().to_dict()
    assert (data["schema"], data["schema_version"]) == ("peacediff/comparison", "1.0")
    assert data["inputs"]["new"] == {"name": "new.md", "sha256": "0" * 64}
    assert data["ledger"]["old"] == {"unchanged": 1, "reworded": 0, "changed": 0, "dropped": 1}


WRONG = {
    "schema": ("sarif", "schema"),
    "schema_version": ("2.0", "schema_version"),
    "tool.name": (3, "tool.name"),
    "inputs.old.name": ("other.md", "inputs"),
    "old.completeness": ("whole", "old.completeness"),
    "old.points.0.line": (True, "old.points[0].line"),
    "old.points.0.label_span": ([1], "old.points[0].label_span"),
    "old.points.1.provisions.0.span.1": (1.5, "old.points[1].provisions[0].span[1]"),
    "new.points": ({}, "new.points"),
    "changes.0.fate": ("gone", "changes[0].fate"),
    "changes.0.moved": (1, "changes[0].moved"),
    "changes.0.score": (float("nan"), "changes[0].score"),
    "changes.1.old.0": ("9", "changes[1].old[0]"),
    "changes.1.topics": ("territory", "changes[1].topics"),
    "changes.1.runner_up": ({"old": "2"}, "changes[1].runner_up"),
    "ledger.old.dropped": (7, "ledger"),
}


@pytest.mark.parametrize("path", WRONG)
def test_wrong_data_is_told_with_its_place(path: str) -> None:
    """A wrong type, an unknown word or id, counts that do not add up: the key path is named."""
    value, place = WRONG[path]
    data: Any = copy.deepcopy(small().to_dict())
    *way, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    holder = data
    for key in way:
        holder = holder[key]
    holder[last] = value
    with pytest.raises(Trouble) as caught:
        codec.from_dict(data)
    assert caught.value.place == place


def test_an_unknown_key_is_told() -> None:
    """A key that the schema does not know is refused by name."""
    data = small().to_dict()
    data["changes"][0]["verdict"] = "bad"
    with pytest.raises(Trouble, match=r"changes\[0\]: the key 'verdict' is unknown"):
        codec.from_dict(data)


def test_a_missing_key_is_told() -> None:
    """A key that is not there is refused by name."""
    data = small().to_dict()
    del data["old"]["text"]
    with pytest.raises(Trouble, match="old: the key 'text' is missing"):
        codec.from_dict(data)


@pytest.mark.parametrize("data", [None, [], "peacediff/comparison", {}])
def test_what_is_no_comparison_at_all_is_told(data: Any) -> None:
    """Data of quite another kind is trouble, not a crash."""
    with pytest.raises(Trouble):
        codec.from_dict(data)


def test_an_id_that_stands_twice_is_told() -> None:
    """Two provisions with one id cannot be told apart by a change."""
    data = small().to_dict()
    second = data["old"]["points"][1]
    second["id"] = second["provisions"][0]["id"] = "1"
    with pytest.raises(Trouble, match="two provisions have the id '1'"):
        codec.from_dict(data)


def test_a_provision_in_a_point_of_another_name_is_told() -> None:
    """A change could not be told point by point, as its point cannot be found."""
    data = small().to_dict()
    data["old"]["points"][1]["id"] = "3"
    with pytest.raises(Trouble, match="old: the provision '2' stands in the point '3'"):
        codec.from_dict(data)


def nested(depth: int) -> Comparison:
    text = "x"
    point = Point("1", "", "point", 1, (0, 0), (Provision("1", "clause", text, (0, 1), 1),))
    for _ in range(depth - 1):
        point = attrs.evolve(point, provisions=(), points=(point,))
    old = Draft("old.md", text, "", points=(point,))
    return Comparison(old, Draft("new.md", "", ""), Changes([Change(by_id(old, "1"), (), "dropped")]))


def test_points_may_nest_to_the_stated_depth() -> None:
    """Points at the deepest stated level survive JSON."""
    deep = nested(DEEPEST)
    assert codec.from_dict(json.loads(json.dumps(deep.to_dict(), indent=1))) == deep


def test_deeper_points_are_told() -> None:
    """Beyond the stated depth both directions are trouble, not a crash."""
    with pytest.raises(Trouble, match="nest more than 64 deep"):
        nested(5000).to_dict()
    data = nested(1).to_dict()
    inner = data["old"]["points"]
    for _ in range(5000):
        inner[0]["points"] = [dict(inner[0])]
        inner = inner[0]["points"]
    with pytest.raises(Trouble, match="nest more than 64 deep"):
        codec.from_dict(data)


def test_records_are_flat_rows() -> None:
    """A data frame gets one row per change with ids, what is said of it, and both texts."""
    kept, dropped = small().to_records()
    assert (kept["old"], kept["new"], kept["fate"], kept["score"]) == ("1", "1", "unchanged", 1.0)
    assert (dropped["new"], dropped["before"], dropped["after"]) == ("", "Crimea.", "")


@given(comparisons())
def test_records_hold_scalars_only(comparison: Comparison) -> None:
    """No cell of a row is a list or an object."""
    cells = [cell for row in comparison.to_records() for cell in row.values()]
    assert all(cell is None or isinstance(cell, str | int | float) for cell in cells)
