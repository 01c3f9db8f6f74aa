"""Running the blocks of a page as a reader would: in an empty folder that holds the examples, one after the other."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from tests.command import run
from tests.docs.pages import ROOT, Block

MARK = "-- next command --"
SHELL = frozenset("$`|&;<>()*?[~#=\\")
"""Signs by which a line may ask more of a shell than to part its words."""
ELISION = "..."


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a script in ``sh``, with ``peacediff`` on the path, 80 columns wide and without colours."""
    ours = {
        "PATH": f"{folder / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "80",
        "PYTHONPATH": str(ROOT),
    }
    kept = {key: value for key, value in os.environ.items() if key not in ("FORCE_COLOR", "NO_COLOR")}
    return subprocess.run(
        ["sh", "-c", f"exec 2>&1\n{script}"],
        cwd=folder,
        env=kept | ours,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def furnish(folder: Path) -> None:
    """Put the examples and the command into a folder, as after the set-up of README.md."""
    (folder / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    command = folder / ".venv" / "bin" / "peacediff"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m peacediff "$@"\n', encoding="utf-8")
    command.chmod(0o755)


@attrs.frozen
class Shown:
    """A command as it stands in a block, and what is shown below it."""

    command: str
    output: str


def commands(block: Block) -> list[Shown]:
    """The commands of a console block; a dollar sign opens each, a backslash at a line end goes on with it."""
    parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
    found = (re.match(r"((?:[^\n]*\\\n)*[^\n]*)\n(.*)", part, re.DOTALL) for part in parts)
    return [Shown(match[1], match[2]) for match in found if match]


def printed(shown: list[Shown], folder: Path) -> list[str]:
    """What the commands of one block print, each seeing the exit status of the one before."""
    called = [_arguments(each.command) for each in shown]
    if None not in called:
        return [_called(arguments, folder) for arguments in called if arguments is not None]
    script = "".join(f"was=$?; echo '{MARK}'; (exit $was)\n{each.command}\n" for each in shown)
    return shell(script, folder).stdout.split(f"{MARK}\n")[1:]


def _arguments(line: str) -> list[str] | None:
    """The arguments of a plain call of peacediff, which needs no shell; None for any other command."""
    words = shlex.split(line, posix=True) if not set(line) & SHELL else []
    return words[1:] if words[:1] == ["peacediff"] else None


def _called(arguments: list[str], folder: Path) -> str:
    found = run(folder, *arguments)
    return (found.stderr + found.stdout).decode()


def agrees(shown: str, real: str) -> bool:
    """Whether the shown lines are the real ones in their order, where ``...`` stands for any lines."""
    lines = [
        "(?:.*\n)*?" if line.strip() == ELISION else re.escape(line) + "\n" for line in shown.splitlines()
    ]
    return re.fullmatch("".join(lines), real) is not None


def run_python(block: Block, names: dict[str, Any]) -> Iterator[str]:
    """Run a block of Python, as a doctest where it has prompts; yields what went wrong."""
    if ">>> " not in block.text:
        exec(compile(block.text, block.place, "exec"), names)  # noqa: S102 (our own docs)
        return
    test = doctest.DocTestParser().get_doctest(
        block.text, names, block.place, str(block.page), block.first + 1
    )
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS, verbose=False)
    if runner.run(test, out=said.append, clear_globs=False).failed:
        yield "".join(said)
    names.update(test.globs)
