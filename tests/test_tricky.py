"""The cases that are known to be hard: what is still told wrong, and the page that says so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from peacediff import Provision, compare, read_text
from tests.bench.tables import placed, table

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "explanation" / "tricky-cases.md"


def loaded(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / "tests" / name).read_text(encoding="utf-8"))


CASES: list[dict[str, Any]] = loaded("tricky.toml")["case"]


def ids(provisions: tuple[Provision, ...]) -> str:
    return " ".join(provision.id for provision in provisions)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
@pytest.mark.xfail(strict=True, reason="a tricky case: docs/explanation/tricky-cases.md says why")
def test_a_tricky_case_is_linked_as_a_careful_reader_links_it(case: dict[str, Any]) -> None:
    changes = compare(read_text(case["old"], name="old.md"), read_text(case["new"], name="new.md")).changes
    said = {f"{ids(change.old)} -> {ids(change.new)}".strip() for change in changes}
    assert said == set(case["links"])


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_a_tricky_case_names_every_provision_once(case: dict[str, Any]) -> None:
    """So that a case fails for what the program does, and not for a slip in the file."""
    sides = [link.split("->") for link in case["links"]]
    for place, text in enumerate((case["old"], case["new"])):
        named = sorted(name for side in sides for name in side[place].split())
        assert named == sorted(provision.id for provision in read_text(text, name="draft.md").provisions)


def test_the_page_tells_each_tricky_case_and_no_other() -> None:
    told = re.findall(r"^### (.*)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert sorted(told) == sorted(case["title"] for case in CASES)


def test_the_page_lists_what_is_known_to_be_wrong_on_the_examples(request: pytest.FixtureRequest) -> None:
    """The lists are those of tests/known_wrong.toml, each a strict xfail of tests/test_examples.py."""
    page = PAGE.read_text(encoding="utf-8")
    fresh = page
    for aspect, wrong in loaded("known_wrong.toml").items():
        rows = [[*_parted(name), reason] for name, reason in wrong.items()]
        text = table(["Example", "Old to new", "What is wrong"], rows).replace("--:", "---")
        fresh = placed(fresh, f"known wrong: {aspect}", text)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(fresh, encoding="utf-8", newline="\n")
    assert fresh == PAGE.read_text(encoding="utf-8")


def _parted(name: str) -> list[str]:
    example, _, link = name.partition(": ")
    return [example, link]
