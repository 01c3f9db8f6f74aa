"""A second rendering of a text, as another translator words it, says the same: nothing dropped, added or changed.

`renderings/` holds both drafts of the founding example once more, written without an eye on the lexicons and before
they were first compared. What still comes out as changed is a strict xfail, listed with its reason.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from peacediff import Change, Comparison, compare, read

ROOT = Path(__file__).parents[1]
HERE = ROOT / "tests" / "renderings"
FIRST = {"us-28": "old.md", "ua-20": "new.md"}
KNOWN_WRONG: dict[str, dict[str, str]] = tomllib.loads((HERE / "known_wrong.toml").read_text("utf-8"))


@cache
def comparison(name: str) -> Comparison:
    return compare(read(ROOT / "examples" / "01-us-28-to-ua-20" / FIRST[name]), read(HERE / f"{name}.md"))


def ids(change: Change) -> str:
    return " ".join(provision.id for provision in change.old)


def changes() -> Iterator[object]:
    for name in FIRST:
        for change in comparison(name).changes:
            reason = KNOWN_WRONG.get(name, {}).get(ids(change))
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            yield pytest.param(change, id=f"{name} {ids(change)}", marks=marks)


@pytest.mark.parametrize("name", FIRST)
def test_a_second_rendering_drops_and_adds_nothing(name: str) -> None:
    assert not comparison(name).dropped
    assert not comparison(name).added


@pytest.mark.parametrize("change", list(changes()))
def test_a_provision_rendered_anew_is_reworded_at_most(change: Change) -> None:
    assert change.fate in ("unchanged", "reworded")


def test_every_known_mistake_is_one_of_a_rendering() -> None:
    for name, listed in KNOWN_WRONG.items():
        assert listed.keys() <= {ids(change) for change in comparison(name).changes}
