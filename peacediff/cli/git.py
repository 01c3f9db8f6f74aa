"""The command ``git``: ``git diff`` and ``git difftool`` compare drafts in this repository, or no longer do."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from peacediff.cli import options, outputs, streams
from peacediff.errors import Trouble

_ATTRIBUTE = "diff=peacediff"
_PATTERNS = ("*.md",)
# -P: a repository may hold modules named like those of Python, and git calls from within it
_CALL = f"{shlex.quote(sys.executable)} -P -m peacediff.cli.driver"
_SETTINGS = {
    "diff.peacediff.command": f'f() {{ {_CALL} "$@" || :; }}; f',
    "difftool.peacediff.cmd": f'{_CALL} "$MERGED" "$LOCAL" . . "$REMOTE" || :',
}


class Way(StrEnum):
    """To or fro."""

    ENABLE = "enable"
    DISABLE = "disable"


Which = Annotated[Way, typer.Argument(metavar="enable|disable", help="Set it up, or take it back.")]
Patterns = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATTERN]...", help="Which files, as in .gitattributes; otherwise *.md, or all."),
]


def git(which: Which, patterns: Patterns = None, *, _debug: options.Debug = False) -> None:
    """Let git diff and git difftool compare drafts in this repository: set it up, or take it back.

    Only the settings of this clone and its .git/info/attributes are written, and what was done is shown.
    """
    lines = tuple(_line(pattern) for pattern in patterns or ())
    done = tuple(_enabled(lines) if which is Way.ENABLE else _disabled(lines))
    streams.show("".join(f"{said}\n" for said in done or ("nothing to do",)))


def _enabled(lines: tuple[str, ...]) -> Iterator[str]:
    file = _attributes()
    stands = _read(file)
    for name, value in _SETTINGS.items():
        if _git("config", "--local", "--get", name) != value:
            _git("config", "--local", name, value, needed=True)
            yield f"set {name} in the settings of this repository"
    missing = [line for line in lines or map(_line, _PATTERNS) if line not in stands]
    if missing:
        gap = "\n" if stands and not stands[-1].endswith("\n") else ""
        file.parent.mkdir(parents=True, exist_ok=True)
        outputs.write(file, "".join([*stands, gap, *missing]))
    for line in missing:
        yield f"wrote {line.strip()} into {file.as_posix()}"


def _disabled(lines: tuple[str, ...]) -> Iterator[str]:
    """Take back the lines of some patterns; the settings too, where no line is left that needs them."""
    file = _attributes()
    stands = _read(file)
    ours = [line for line in stands if line.endswith(f" {_ATTRIBUTE}\n")]
    gone = [line for line in ours if not lines or line in lines]
    if gone:
        outputs.write(file, "".join(line for line in stands if line not in gone))
    for line in gone:
        yield f"took {line.strip()} out of {file.as_posix()}"
    if len(gone) == len(ours):
        for name in _SETTINGS:
            if _git("config", "--local", "--get", name):
                _git("config", "--local", "--unset-all", name, needed=True)
                yield f"unset {name} in the settings of this repository"


def _line(pattern: str) -> str:
    """The line of attributes for a pattern, quoted where git would read it otherwise."""
    if not pattern.strip() or pattern.startswith(("!", "[attr]", "-")) or not pattern.isprintable():
        raise Trouble("git", f"{pattern!r} is no pattern of files", "give one such as 'plans/*.md'")
    if not any(sign in pattern for sign in ' "') and not pattern.startswith("#"):
        return f"{pattern} {_ATTRIBUTE}\n"
    sound = pattern.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{sound}" {_ATTRIBUTE}\n'


def _attributes() -> Path:
    return Path(_git("rev-parse", "--git-path", "info/attributes", needed=True))


def _read(file: Path) -> list[str]:
    """The lines of a file with their ends; none where there is no such file."""
    from peacediff.readers.decoding import bytes_of, decode

    if not file.exists():
        return []
    return decode(bytes_of(file), file.as_posix()).text.splitlines(keepends=True)


def _git(*arguments: str, needed: bool = False) -> str:
    """What git answers; raises `Trouble` where there is no git, or it fails at what is ``needed``."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603 S607 (no shell)
    except FileNotFoundError as error:
        raise Trouble("git", "is not installed", "install it") from error
    if needed and done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise Trouble("git", said or "fails", "run this within a repository that you may write to")
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")
