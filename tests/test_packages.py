"""Several files as one draft, and what is told of provisions that went to a side paper."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff import Comparison, Draft, compare, judge, package, read, read_text
from peacediff.codec import schema
from peacediff.model import ID_GRAMMAR, TURNED
from peacediff.present.findings import lay_out_findings
from peacediff.renderers import RENDERERS, Style
from peacediff.renderers.findings import FINDINGS_RENDERERS
from peacediff.testing import drafts
from tests.docs.session import furnish, shell

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "10-side-paper"
OLD = read_text(
    "1. The ceasefire begins at noon.\n\n2. The harbour of Tal is run by a joint commission.\n\n"
    "3. Heavy artillery is withdrawn to 30 kilometres.\n\n4. Prisoners are exchanged within ten days.\n",
    name="old.md",
)
NEW = read_text(
    "1. The ceasefire begins at noon.\n\n2. Prisoners are exchanged within ten days.\n", name="new.md"
)
PAPER = read_text(
    "# Side paper\n\n1. Heavy artillery is withdrawn to 20 kilometres.\n\n"
    "2. The harbour of Tal is run by a joint commission.\n",
    name="papers/side.md",
)
PACKAGES = st.lists(drafts(max_points=4), min_size=1, max_size=3).map(lambda found: package(*found))


def moves(comparison: Comparison) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {c.old[0].id: (c.from_papers, c.to_papers) for c in comparison.changes if c.old and c.new}


@given(PACKAGES)
def test_texts_are_slices_and_ids_are_unique_in_a_package(draft: Draft) -> None:
    found = draft.provisions
    assert all(draft.text[slice(*p.span)] == p.text for p in found)
    assert len({p.id for p in found}) == len(found)
    assert all(ID_GRAMMAR.fullmatch(p.id) for p in found)


@given(PACKAGES)
def test_a_package_goes_out_as_data_and_comes_in_again(draft: Draft) -> None:
    data = json.loads(json.dumps(draft.to_dict()))
    jsonschema.validate(data, json.loads(schema("draft")))
    assert Draft.from_dict(data) == draft


@given(PACKAGES)
def test_a_package_compared_with_itself_is_unchanged_and_nothing_moved(draft: Draft) -> None:
    changes = compare(draft, draft).changes
    assert {c.fate for c in changes} <= {"unchanged"}
    assert not any(c.moved or c.from_papers or c.to_papers for c in changes)


@given(PACKAGES, PACKAGES)
def test_packages_that_change_places_mirror_what_moved_where(old: Draft, new: Draft) -> None:
    forth, back = compare(old, new), compare(new, old)
    turned = {(c.new, c.old, c.moved, c.to_papers, c.from_papers) for c in back.changes}
    assert {(c.old, c.new, c.moved, c.from_papers, c.to_papers) for c in forth.changes} == turned


def test_what_left_the_main_text_for_a_paper_is_moved_to_it_and_not_dropped() -> None:
    comparison = compare(OLD, package(NEW, PAPER))
    assert not comparison.dropped
    assert moves(comparison) == {
        "1": ((), ()),
        "2": ((), ("papers/side.md",)),
        "3": ((), ("papers/side.md",)),
        "4": ((), ()),
    }
    assert [c.old[0].id for c in comparison.changes if c.moved] == ["2", "3"]
    assert [s.direction for c in comparison.changed for s in c.shifts] == ["lower"]
    back = compare(package(NEW, PAPER), OLD)
    assert [s.direction for c in back.changed for s in c.shifts] == [TURNED["lower"]]


def test_a_provision_that_stays_in_a_paper_of_the_same_name_has_not_moved() -> None:
    again = read_text(PAPER.text, name="later/side.md")
    comparison = compare(package(NEW, PAPER), package(NEW, again))
    assert set(moves(comparison).values()) == {((), ())}


def test_a_package_is_known_as_completely_as_its_least_known_file() -> None:
    reported = read_text("---\ncompleteness: reported\n---\n\n1. A paper known from reports.\n", name="r.md")
    assert package(NEW, PAPER).completeness == "complete"
    assert package(NEW, PAPER, reported).completeness == "reported"
    dropped = compare(OLD, package(NEW, reported)).dropped
    assert {change.basis for change in dropped} == {"reported"}


def test_papers_of_one_name_get_ids_of_their_own() -> None:
    twice = package(NEW, PAPER, read_text(PAPER.text, name="other/side.md"))
    assert [paper.prefix for paper in twice.papers] == ["side", "side~2"]
    assert twice.file_at(twice.provisions[-1].span[0]) == "other/side.md"


@pytest.mark.parametrize("form", ["text", "markdown", "html", "summary"])
def test_every_output_for_people_says_where_a_provision_went(form: str) -> None:
    assert "oved to side.md" in RENDERERS[form](compare(OLD, package(NEW, PAPER)), Style())


@pytest.mark.parametrize("form", ["text", "markdown", "html", "summary"])
def test_absence_is_claimed_of_the_files_that_are_named(form: str) -> None:
    said = RENDERERS[form](compare(OLD, package(NEW, PAPER)), Style(width=100))
    assert "of the files given (new.md with papers/side.md)" in " ".join(said.split())


def test_a_table_names_provisions_of_papers_by_their_ids() -> None:
    rows = RENDERERS["table-csv"](compare(OLD, package(NEW, PAPER)), Style()).splitlines()
    assert "old,3,side/1,changed" in rows


def test_a_comparison_with_papers_fits_the_schema_and_comes_in_again() -> None:
    comparison = compare(OLD, package(NEW, PAPER))
    data = json.loads(RENDERERS["json"](comparison, Style()))
    jsonschema.validate(data, json.loads(schema("comparison")))
    assert Comparison.from_dict(data) == comparison


def _github(text: str) -> bool:
    return "::warning file=papers/side.md,line=3,title=Moved to a side paper" in text


def _sarif(text: str) -> bool:
    results: list[Any] = json.loads(text)["runs"][0]["results"]
    places = [r["locations"][0]["physicalLocation"] for r in results if r["ruleId"] == "moved-to-paper"]
    files = {place["artifactLocation"]["uri"] for place in places}
    return files == {"papers/side.md"} and [p["region"]["startLine"] for p in places] == [5, 3]


@pytest.mark.parametrize(("form", "right"), [("github", _github), ("sarif", _sarif)])
def test_a_finding_on_what_moved_stands_in_the_file_of_the_paper(
    form: str, right: Callable[[str], bool]
) -> None:
    from peacediff.knowledge.rules import load_rules

    comparison = compare(OLD, package(NEW, PAPER))
    page = lay_out_findings(comparison, judge(comparison), load_rules())
    assert right(FINDINGS_RENDERERS[form](page, Style()))


@pytest.mark.parametrize(
    "given", ["--with side.md --with ./side.md", "--with new.md", "--old-with side.md --old-with side.md"]
)
@pytest.mark.parametrize("command", ["compare", "check"])
def test_a_file_that_is_named_twice_for_one_draft_is_trouble(
    command: str, given: str, tmp_path: Path
) -> None:
    furnish(tmp_path)
    for name, draft in (("old.md", OLD), ("new.md", NEW), ("side.md", PAPER)):
        (tmp_path / name).write_text(draft.text, encoding="utf-8")
    done = shell(f"peacediff {command} old.md new.md {given}", tmp_path)
    assert (done.returncode, done.stdout.count("\n")) == (2, 1)
    assert "is in the package already; name every file of a draft once" in done.stdout


def test_the_rules_on_papers_mirror_each_other() -> None:
    forth, back = compare(OLD, package(NEW, PAPER)), compare(package(NEW, PAPER), OLD)
    assert len(judge(forth).by("moved-to-paper")) == len(judge(back).by("moved-from-paper")) == 2
    assert not judge(forth).by("moved-from-paper")


@pytest.mark.parametrize("form", ["text", "markdown", "check"])
def test_the_example_with_a_side_paper_is_its_golden_file(
    form: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    from peacediff.knowledge.rules import load_rules

    monkeypatch.chdir(ROOT)
    case, place = Path("examples/01-us-28-to-ua-20"), Path("examples/10-side-paper")
    comparison = compare(read(case / "old.md"), package(read(case / "new.md"), read(place / "side-paper.md")))
    if form == "check":
        page = lay_out_findings(comparison, judge(comparison), load_rules())
        output = FINDINGS_RENDERERS["text"](page, Style())
    else:
        output = RENDERERS[form](comparison, Style())
    golden = (
        EXAMPLE / "expected" / {"text": "comparison.txt", "markdown": "comparison.md"}.get(form, "check.txt")
    )
    if request.config.getoption("--update-golden"):
        golden.write_text(output, encoding="utf-8", newline="\n")
    assert output == golden.read_text(encoding="utf-8")
