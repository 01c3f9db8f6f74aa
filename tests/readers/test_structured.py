"""Drafts as data: JSON and YAML, whole drafts and points written by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import attrs
import jsonschema
import pytest
import yaml
from hypothesis import given, settings

from peacediff import Draft, Trouble, codec, compare
from peacediff.readers import read_bytes, read_text
from peacediff.testing import drafts
from tests.readers.outline import headings, ids, passages, texts

DRAFT = read_text(
    "---\ntitle: Harbour accord\n---\nHaving met,\n\n1. The harbour is open. Guards stand:\n   a) at the gate\n\n"
    "> A note.\n",
    "accord.md",
    input_format="markdown",
)
WRITTEN = """\
title: Harbour accord
date: 2031-06-12
completeness: partial
preamble: Having met in Korr,
points:
  - heading: Security
    points:
      - label: "1"
        text: NO
      - label: (2)
        heading: Guards
        text: |
          They stand at 12:30. They number 1.10 thousand.
        points:
          - label: –
            text: at the gate
          - label: –
            text: on the mole
  - label: Article 7
    text: Tolls are halved.
"""


def read_yaml(text: str) -> Draft:
    return read_bytes(text.encode(), "plan.yaml")


def read_json(data: Any) -> Draft:
    return read_bytes(json.dumps(data).encode(), "plan.json")


@given(drafts())
@settings(max_examples=25)
def test_a_draft_reads_as_itself_from_json_and_yaml(draft: Draft) -> None:
    data = draft.to_dict()
    assert read_json(data) == draft
    assert read_yaml(yaml.safe_dump(data, allow_unicode=True)) == draft
    assert Draft.from_dict(data) == draft


def test_one_side_of_a_comparison_reads_as_that_draft() -> None:
    new = attrs.evolve(DRAFT, name="new.md")
    assert read_json(compare(DRAFT, new).to_dict()["new"]) == new


def test_a_comparison_is_refused_with_what_to_do() -> None:
    with pytest.raises(
        Trouble, match="this is a comparison, which holds two drafts; save what stands under its key"
    ):
        read_json(compare(DRAFT, DRAFT).to_dict())


def test_json_is_known_by_its_content() -> None:
    assert read_bytes(json.dumps(DRAFT.to_dict()).encode(), "-") == DRAFT


def test_points_written_by_hand_nest_as_stated_and_no_scalar_is_reshaped() -> None:
    draft = read_yaml(WRITTEN)
    assert (draft.title, draft.date, draft.completeness) == ("Harbour accord", "2031-06-12", "partial")
    assert ids(draft) == ["preamble", "security", "1", "2", "2.-1", "2.-2", "7"]
    assert headings(draft) == ["security", "2"]
    assert texts(draft) == {
        "preamble": "Having met in Korr,",
        "security": "Security",
        "1": "NO",
        "2": "Guards",
        "2#2": "They stand at 12:30.",
        "2#3": "They number 1.10 thousand.",
        "2.-1": "at the gate",
        "2.-2": "on the mole",
        "7": "Tolls are halved.",
    }
    assert [point.label for point in draft.walk()] == ["", "", "1", "(2)", "–", "–", "Article 7"]
    assert passages(draft) == []
    assert all(draft.text[slice(*p.span)] == p.text for p in draft.provisions)


def test_the_schemas_describe_what_is_read() -> None:
    valid = jsonschema.Draft202012Validator
    assert not list(valid(json.loads(codec.schema("draft"))).iter_errors(DRAFT.to_dict()))
    written = yaml.load(WRITTEN, Loader=yaml.BaseLoader)  # noqa: S506 (strings only)
    schema = json.loads(codec.schema("points"))
    valid.check_schema(schema)
    assert not list(valid(schema).iter_errors(written))
    assert list(valid(schema).iter_errors({"points": [{"text": "Neither label nor heading."}]}))


def changed(**keys: object) -> dict[str, Any]:
    return {**DRAFT.to_dict(), **keys}


def shifted() -> dict[str, Any]:
    data = DRAFT.to_dict()
    data["points"][1]["provisions"][0]["span"] = [1, 4]
    return data


def unlabelled() -> dict[str, Any]:
    data = DRAFT.to_dict()
    data["points"][0]["label_span"] = [0, 7]
    return data


def renamed() -> dict[str, Any]:
    data = DRAFT.to_dict()
    data["points"][1]["id"] = data["points"][1]["provisions"][0]["id"] = "preamble"
    return data


def doubled() -> dict[str, Any]:
    data = DRAFT.to_dict()
    data["points"].append(data["points"][0])
    return data


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ([], "the data holds no draft, which is an object with points; see `peacediff schema draft`"),
        (changed(points="none"), "points: must be a list"),
        (changed(colour="red"), "the key 'colour' is unknown"),
        (shifted(), "the provision 'The harbour is open.' does not stand in the text at 1 to 4"),
        (
            doubled(),
            "the text before the provision 'Having met,' stands in no provision or passage, or in two",
        ),
        (changed(points=DRAFT.to_dict()["points"][:1]), "stands in no provision or passage"),
        (unlabelled(), "the point 'preamble' has no label, but a place for one at 0 to 7"),
        (renamed(), "the id 'preamble' stands twice"),
        ({"title": "x"}, "the key 'points' is missing; see `peacediff schema points`"),
        ({"points": [{"text": "x"}]}, r"points\[0\]: a point needs a label or a heading"),
        (
            {"points": [{"label": "1", "points": [{"label": "first"}]}]},
            r"points\[0\].points\[0\].label: 'first' is no label",
        ),
        ({"points": [{"label": 1}]}, r"points\[0\].label: must be a string, not 1"),
        ({"points": []}, "no point found"),
    ],
)
def test_data_that_is_no_draft_is_refused_by_the_name_of_the_key(data: object, problem: str) -> None:
    with pytest.raises(Trouble, match=problem):
        read_json(data)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"points": [', r"line 1, column 13: this is no valid JSON"),
        ('{"points": [], "points": []}', "the key 'points' stands twice"),
        ('{"points": NaN}', "NaN is no number"),
        ('{"points": ' + "1" * 5000 + "}", "this is no JSON that is read here"),
        ('{"points": ' + "[" * 100_000, "the JSON nests too deep"),
        ('{"points": ' + '[{"points": ' * 100 + "[]" + "}]" * 100 + "}", "nest more than 64 deep"),
    ],
)
def test_malformed_json_is_refused(text: str, problem: str) -> None:
    with pytest.raises(Trouble, match=problem):
        read_bytes(text.encode(), "plan.json")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("points: [", r"line \d, column \d+: this is no valid YAML"),
        (
            "a: &a [x]\nb: [*a, *a]",
            r"line 1, column 4: .* uses an anchor or alias \(& or \*\); write the value out",
        ),
        ("points: []\npoints: []", r"line 2, column 1: .* the key 'points' stands twice"),
        ("points: !!python/object:os.system []", "it uses the tag"),
        ("title: !!int 4", "it uses the tag"),
        ("? [a]\n: b", "a key is no string"),
        ("points: []\n---\npoints: []", "it holds several documents"),
        ("points: " + "[" * 300 + "]" * 300, "nests more than 256 deep"),
        ("points: \x07", "this is no valid YAML"),
        ("", "the data holds no draft"),
    ],
)
def test_malformed_or_risky_yaml_is_refused_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(Trouble, match=problem):
        read_yaml(text)


def test_yaml_is_loaded_for_yaml_only() -> None:
    code = "import sys; from peacediff import read_text; read_text('1. a'); print('yaml' in sys.modules)"
    code = code.replace("from peacediff import", "from peacediff.readers import")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
