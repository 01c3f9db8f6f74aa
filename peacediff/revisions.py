"""Drafts in the history of a git repository: ``HEAD~1:plan.md``, read with git itself and no shell."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import attrs

from peacediff.errors import Trouble

_REVISION = re.compile(r"[^:]{2,}:.+", re.DOTALL)
_COMMIT = "commit "
_FILE_REMEDY = "check the revision and the path with `git show`"
_NO_HISTORY = "commit it in a repository, or name the drafts one by one"


@attrs.frozen
class Revision:
    """A commit that holds a file: its short hash, the day its author gave it, and the path of the file in it."""

    commit: str
    date: str
    path: str

    @property
    def name(self) -> str:
        """The name under which `blob` gives the file."""
        return f"{self.commit}:{self.path}"


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
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").rstrip(".")
        raise Trouble(name, f"is no file, and git says: {said or 'nothing'}", _FILE_REMEDY)
    return done.stdout


def revisions(path: str) -> tuple[Revision, ...]:
    """The revisions that hold a file, oldest first, along the first parents of merges, so that each follows the last.

    Renames are followed as git finds them. Raises `Trouble` where there is no git, no repository, or no such revision.
    """
    log = ["git", "--literal-pathspecs", "-c", "log.showRoot=true", "log", "--follow", "--first-parent", "-m"]
    shown = ["--no-relative", "--name-only", "--diff-filter=d", "-z", f"--format={_COMMIT}%h %as"]
    listed = [part.strip("\n") for part in _said([*log, *shown, "--", Path(path).name], path).split("\0")]
    found: list[Revision] = []
    commit = date = ""
    for part in filter(None, listed):
        file = part
        if part.startswith(_COMMIT):
            about, _, file = part.removeprefix(_COMMIT).partition("\n")
            commit, _, date = about.partition(" ")
        if file:
            found.append(Revision(commit, date, file.strip("\n")))
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
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").rstrip(".")
        raise Trouble(path, f"has no history, and git says: {said or 'nothing'}", _NO_HISTORY)
    return done.stdout.decode("utf-8", "surrogateescape")
