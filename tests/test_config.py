"""Settings of a project: where they are found, what they mean, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from peacediff import Trouble
from peacediff.config import Config, find_config


def found(folder: Path, document: str = "plan.md") -> Config:
    return find_config(folder / document, folder)


def test_without_a_file_the_settings_are_ours(tmp_path: Path) -> None:
    assert found(tmp_path) == Config()


@pytest.mark.parametrize(("name", "head"), [("peacediff.toml", ""), ("pyproject.toml", "[tool.peacediff]\n")])
def test_settings_are_found_upward_and_paths_start_at_their_file(
    tmp_path: Path, name: str, head: str
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    text = 'watched = ["nuclear"]\nrules = "../rules"\nregister = "r.toml"\nseverity = { duty-softer = "none" }\n'
    (tmp_path / "a" / name).write_text(f"{head}{text}")
    config = found(tmp_path, "a/b/plan.md")
    assert (config.source, config.named) == (f"a/{name}", ("watched", "rules", "register", "severity"))
    assert (config.rules, config.register, config.links) == ("a/../rules", "a/r.toml", "")
    assert (config.watched, config.severity) == (("nuclear",), (("duty-softer", "none"),))


def test_the_nearest_folder_with_settings_counts(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "peacediff.toml").write_text('watched = ["nuclear"]\n')
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert found(tmp_path, "a/plan.md").watched == ("nuclear",)
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.peacediff]\n")
    assert found(tmp_path, "a/plan.md") == Config("a/pyproject.toml")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("watch = []", r"peacediff.toml: there is no key 'watch'; did you mean watched\?"),
        ('watched = "nuclear"', "peacediff.toml, watched: must be a list of topics"),
        ("severity = 3", "severity: must be a table"),
        ("links = 3", "links: must be a path"),
        ("links = ", "is no TOML"),
    ],
)
def test_what_cannot_be_read_is_trouble(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "peacediff.toml").write_text(text)
    with pytest.raises(Trouble, match=problem):
        found(tmp_path)


def test_two_files_of_settings_in_one_folder_are_trouble(tmp_path: Path) -> None:
    (tmp_path / "peacediff.toml").write_text("")
    (tmp_path / "pyproject.toml").write_text("[tool.peacediff]\n")
    with pytest.raises(Trouble, match=r"stands beside a pyproject\.toml"):
        found(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool]\npeacediff = 3\n")
    with pytest.raises(Trouble, match=r"tool\.peacediff: must be a table"):
        found(tmp_path)
