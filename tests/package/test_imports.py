"""What is loaded when: the start of the command is what its users feel most."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {
    "htpy",
    "IPython",
    "numpy",
    "polars",
    "hypothesis",
    "pydantic",
    "rich",
    "scipy",
    "pandas",
    "jsonschema",
}
OLD, NEW = (str(ROOT / f"examples/03-cap-raised/{side}.md") for side in ("old", "new"))


def loaded(code: str) -> set[str]:
    """The modules that a fresh interpreter holds after some code."""
    report = "print('modules:', *sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\ntry:\n    {code}\nfinally:\n    {report}"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    return set(done.stdout.partition("modules: ")[2].split())


def command(*arguments: str) -> str:
    return f"from peacediff.__main__ import main; main({list(arguments)!r})"


def test_the_library_loads_next_to_nothing() -> None:
    """`import peacediff` loads neither the command line nor any dependency."""
    names = loaded("import peacediff")
    assert "peacediff" in names
    assert not names & (HEAVY | {"typer", "attr", "rapidfuzz", "markdown_it", "regex"})


@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("--help",),
        (OLD, NEW),
        ("--format", "json", OLD, NEW),
        ("outline", OLD),
        (OLD, "nowhere.md"),
    ],
)
def test_no_command_loads_what_is_heavy(arguments: tuple[str, ...]) -> None:
    """Neither a comparison, nor an outline, nor help, nor trouble loads rich, pydantic or numpy."""
    names = loaded(command(*arguments))
    assert "typer" in names
    assert not names & HEAVY


def test_the_version_is_told_without_the_readers() -> None:
    """`peacediff --version` needs no library for texts."""
    assert not loaded(command("--version")) & {
        "rapidfuzz",
        "markdown_it",
        "regex",
        "Stemmer",
        "nupunkt",
    }


def test_text_is_shown_without_json() -> None:
    """The codec is loaded only where JSON is wanted."""
    assert "peacediff.codec" not in loaded(command(OLD, NEW))
    assert "peacediff.codec" in loaded(command("--format", "json", OLD, NEW))
