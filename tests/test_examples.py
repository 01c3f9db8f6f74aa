"""The examples: what the program says of them, and whether that is what a careful reader wrote down beforehand."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
import pytest

from peacediff import Comparison, compare, read
from peacediff.renderers import RENDERERS, Style

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/expected.toml"))
GOLDENS = {"text": "comparison.txt", "markdown": "comparison.md", "json": "comparison.json"}
KNOWN_WRONG: dict[str, dict[str, str]] = tomllib.loads(
    (ROOT / "tests" / "known_wrong.toml").read_text(encoding="utf-8")
)


@attrs.frozen
class Expected:
    """A change that was written down by hand before the program first ran."""

    example: Path
    old: tuple[str, ...]
    new: tuple[str, ...]
    fate: str

    @property
    def name(self) -> str:
        """The example and the linked ids, as in tests/known_wrong.toml."""
        return f"{self.example.name}: {'+'.join(self.old) or '-'} to {'+'.join(self.new) or '-'}"


@cache
def comparison(example: Path) -> Comparison:
    return compare(read(example / "old.md"), read(example / "new.md"))


def expected(aspect: str) -> Iterator[object]:
    """Every change written by hand; what is still told wrong is a strict xfail, listed with its reason."""
    for example in EXAMPLES:
        for row in tomllib.loads((example / "expected.toml").read_text(encoding="utf-8"))["change"]:
            change = Expected(example, tuple(row["old"]), tuple(row["new"]), row["fate"])
            reason = KNOWN_WRONG[aspect].get(change.name)
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            yield pytest.param(change, id=change.name, marks=marks)


def said(change: Expected) -> list[str]:
    """The fates of the changes that link just these provisions."""
    return [
        c.fate
        for c in comparison(change.example).changes
        if tuple(p.id for p in c.old) == change.old and tuple(p.id for p in c.new) == change.new
    ]


@pytest.mark.parametrize("change", list(expected("link")))
def test_the_program_links_what_a_reader_links(change: Expected) -> None:
    assert said(change)


@pytest.mark.parametrize("change", list(expected("fate")))
def test_a_link_that_is_right_has_the_fate_a_reader_gave_it(change: Expected) -> None:
    if change.name in KNOWN_WRONG["link"]:
        pytest.skip("not linked: see the test above")
    assert said(change) == [change.fate]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_hand_written_changes_name_every_provision_once(example: Path) -> None:
    rows = tomllib.loads((example / "expected.toml").read_text(encoding="utf-8"))["change"]
    drafts = comparison(example)
    assert sorted(i for row in rows for i in row["old"]) == sorted(p.id for p in drafts.old.provisions)
    assert sorted(i for row in rows for i in row["new"]) == sorted(p.id for p in drafts.new.provisions)


@pytest.mark.parametrize("form", GOLDENS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_output_is_the_golden_file(
    example: Path, form: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    place = example.relative_to(ROOT)
    output = RENDERERS[form](compare(read(place / "old.md"), read(place / "new.md")), Style())
    golden = example / "expected" / GOLDENS[form]
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(output, encoding="utf-8", newline="\n")
    assert output == golden.read_text(encoding="utf-8")


def test_every_known_mistake_is_still_one_of_an_example() -> None:
    names = {change.name for change in map(_value, expected("link"))}
    assert names.issuperset(KNOWN_WRONG["link"])
    assert names.issuperset(KNOWN_WRONG["fate"])


def _value(parameter: object) -> Expected:
    value = getattr(parameter, "values")[0]  # noqa: B009 (a pytest ParameterSet has no public type)
    assert isinstance(value, Expected)
    return value
