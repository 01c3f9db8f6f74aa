"""The reference of the command line says what the command does."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from peacediff import __main__ as program
from peacediff.cli import app
from tests.docs.pages import PAGES, ROOT, rows, section
from tests.docs.session import furnish, shell

PAGE = ROOT / "docs" / "reference" / "cli.md"
GROUP = get_command(app)
COMMANDS = {
    "peacediff": GROUP,
    **{f"peacediff {name}": command for name, command in vars(GROUP)["commands"].items()},
}
README = ROOT / "README.md"


def options(command: object) -> set[str]:
    """The options of a command, without those for help."""
    names = {name for parameter in vars(command)["params"] for name in parameter.opts if name.startswith("-")}
    return names - {"--help", "-h"}


def documented(heading: str) -> set[str]:
    found = {
        name for row in rows(section(PAGE, f"## {heading}")) for name in re.findall(r"`(--?[\w-]+)`", row[0])
    }
    return found - {"--help", "-h"}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_reference_lists_exactly_the_options_of_a_command(name: str) -> None:
    assert documented(name) == options(COMMANDS[name])


def examples() -> list[object]:
    return list(_examples())


def _examples() -> Iterator[object]:
    for status, _, example in rows(section(PAGE, "## Exit status")):
        if command := example.strip("`").replace(r"\|", "|"):
            yield pytest.param(command, int(status), id=command)


@pytest.mark.parametrize(("command", "status"), examples())
def test_the_table_of_exit_statuses_is_true(command: str, status: int, tmp_path: Path) -> None:
    furnish(tmp_path)
    copies = "cp examples/03-cap-raised/old.md examples/03-cap-raised/new.md ."
    assert shell(f"{copies}\n{command}", tmp_path).returncode == status


def test_an_interrupt_has_the_exit_status_of_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_run", interrupted)
    with pytest.raises(SystemExit) as caught:
        program.main([])
    listed = {int(row[0]) for row in rows(section(PAGE, "## Exit status"))}
    assert (caught.value.code, listed) == (130, {0, 1, 2, 130})


def test_the_commands_of_the_readme_stand_where_ci_looks_for_them() -> None:
    """CI runs the one line of README.md that sets up and passes the tests; both commands are one line each."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"sed -n '(.*)'", script)
    assert pattern
    done = subprocess.run(["sed", "-n", pattern[1], README], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        'python3 -m venv .venv && .venv/bin/pip install -q -e ".[dev]" && .venv/bin/python -m tests'
    ]
    run = "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/peacediff"
    pair = "examples/01-us-28-to-ua-20/old.md examples/01-us-28-to-ua-20/new.md"
    assert f"\n{run} {pair}\n" in README.read_text(encoding="utf-8")


def test_no_page_names_a_place_of_one_machine() -> None:
    for page in PAGES:
        assert not re.search(rf"{re.escape(str(ROOT))}|/(tmp|home|root)/", page.read_text(encoding="utf-8"))
