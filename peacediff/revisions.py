"""Drafts in the history of a git repository: ``HEAD~1:plan.md``, read with git itself and no shell."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from peacediff.errors import Trouble

_REVISION = re.compile(r"[^:]{2,}:.+", re.DOTALL)
_COMMIT = "commit "
_FILE_REMEDY = "check the revision and the path with `git show`"


def is_revision(name: str) -> bool:
    """Whether a name means a file of a revision: it has a colon, and there is no file of that name.

    One letter before the colon is a drive.
    """
    return _REVISION.fullmatch(name) is not None and not Path(name).exists()


def path_of(name: str) -> str:
    """The path in the name of a file of a revision; of a plain file, itself."""
    return name.partition(":")[2] if is_revision(name) else name


def revision_of(path: str, revision: str) -> tuple[str, Path]:
    """The name of a file as it was in a revision, and the folder where git understands that name."""
    return f"{revision}:./{Path(path).name}", Path(path).parent


def blob(name: str, folder: Path | None = None) -> bytes:
    """The bytes of a file of a revision, as git names it from a folder (the working directory unless one is given).

    Raises `Trouble` where there is no git, no repository, no such revision or no such file in it.
    """
    if name.startswith("-"):
        raise Trouble(name, "is no revision", _FILE_REMEDY)
    command = ["git", "cat-file", "blob", name]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 (no shell)
    except FileNotFoundError as error:
        remedy = "install git, or name a file that is there"
        raise Trouble(name, "cannot be read: there is no git, or no such folder", remedy) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise Trouble(name, f"is no file, and git says: {said or 'nothing'}", _FILE_REMEDY)
    return done.stdout


def revisions(path: str) -> tuple[str, ...]:
    """The names under which `blob` gives a file as it was, oldest first, from the repository that holds it.

    Renames are followed. Raises `Trouble` where there is no git, no repository, or no revision of the file.
    """
    log = ["git", "log", "--follow", "--name-only", "-z", f"--format={_COMMIT}%h", "--", Path(path).name]
    listed = [part.strip("\n") for part in _said(log, path).split("\0")]
    found: list[str] = []
    commit = ""
    for part in filter(None, listed):
        if part.startswith(_COMMIT):
            commit, _, part = part.removeprefix(_COMMIT).partition("\n")  # noqa: PLW2901
        if part:
            found.append(f"{commit}:{part.strip()}")
    if not found:
        raise Trouble(path, "has no revision in git", "commit it, or name the drafts one by one")
    return tuple(reversed(found))


def _said(command: list[str], path: str) -> str:
    """What git says of a file, from its folder."""
    try:
        done = subprocess.run(command, cwd=Path(path).parent, capture_output=True, check=False)  # noqa: S603
    except (FileNotFoundError, NotADirectoryError) as error:
        remedy = "install git, or name a file that is there"
        raise Trouble(path, "cannot be read: there is no git, or no such folder", remedy) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise Trouble(path, f"has no history, and git says: {said or 'nothing'}", _FILE_REMEDY)
    return done.stdout.decode("utf-8", "surrogateescape")
