"""``peacediff git``: set up, used and taken back in a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.command import ROOT, refused, run

OLD, NEW = "1. The force is limited to 600,000.\n", "1. The force is limited to 800,000.\n"
TOLD = "quantity higher: 600,000 → 800,000"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


def git(folder: Path, *arguments: str) -> str:
    """What git shows; it must succeed."""
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            "GIT_CONFIG_NOSYSTEM": "1",
        },
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A plan with a space in its name, committed and then changed."""
    git(tmp_path, "init", "-q")
    (tmp_path / "the plan.md").write_text(OLD)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    (tmp_path / "the plan.md").write_text(NEW)
    return tmp_path


def kept(repository: Path) -> tuple[str, str]:
    """All that the command writes: the settings and the attributes."""
    file = repository / ".git" / "info" / "attributes"
    return git(repository, "config", "--local", "--list"), file.read_text() if file.exists() else ""


def test_git_diff_compares_drafts(repository: Path) -> None:
    done = run(repository, "git", "enable")
    assert (done.returncode, done.stderr, done.stdout.count(b"\n")) == (0, b"", 3)
    shown = git(repository, "diff")
    assert TOLD in shown
    assert "new  the plan.md" in shown


def test_git_log_shows_patches_with_it_where_asked_and_its_own_otherwise(repository: Path) -> None:
    run(repository, "git", "enable")
    git(repository, "commit", "-qam", "second")
    assert TOLD in git(repository, "log", "-p", "--ext-diff")
    assert "+1. The force is limited to 800,000." in git(repository, "log", "-p")


def test_git_difftool_compares_drafts(repository: Path) -> None:
    run(repository, "git", "enable")
    assert TOLD in git(repository, "difftool", "--no-prompt", "--tool=peacediff")


@pytest.mark.parametrize("pattern", ["the plan.md", "*.md", "#odd.md"])
def test_enabling_twice_is_enabling_once_and_disabling_takes_all_back(repository: Path, pattern: str) -> None:
    """Lines and settings of others stay as they were."""
    (repository / ".git" / "info").mkdir(exist_ok=True)
    (repository / ".git" / "info" / "attributes").write_text("*.png binary")
    before = kept(repository)
    run(repository, "git", "enable", pattern)
    once = kept(repository)
    assert run(repository, "git", "enable", pattern).stdout == b"nothing to do\n"
    assert once == kept(repository) != before
    assert run(repository, "git", "disable", pattern).stdout.count(b"\n") == 3
    settings, attributes = kept(repository)
    assert (settings, attributes.rstrip("\n")) == before
    assert run(repository, "git", "disable").stdout == b"nothing to do\n"


def test_one_pattern_of_several_is_taken_back_alone(repository: Path) -> None:
    run(repository, "git", "enable", "*.txt", "the plan.md")
    run(repository, "git", "disable", "*.txt")
    assert kept(repository)[1] == '"the plan.md" diff=peacediff\n'
    assert TOLD in git(repository, "diff")


def test_files_that_came_and_went_are_shown_as_git_shows_them(repository: Path) -> None:
    run(repository, "git", "enable")
    (repository / "other.md").write_text("1. A bridge.\n")
    (repository / "the plan.md").unlink()
    git(repository, "add", "-A")
    shown = git(repository, "diff", "--cached", "--no-renames")
    assert "other.md: added\n" in shown
    assert "+1. A bridge." in shown
    assert "the plan.md: deleted\n" in shown
    assert "-1. The force is limited to 600,000." in shown


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"1. \xff\xfe\n"])
def test_a_file_that_is_no_draft_does_not_stop_git(repository: Path, content: bytes) -> None:
    """A driver that fails would end git diff; the other files are still shown."""
    run(repository, "git", "enable")
    (repository / "a.md").write_bytes(b"1. A bridge.\n")
    git(repository, "add", ".")
    (repository / "a.md").write_bytes(content)
    (repository / "the plan.md").write_text(OLD)
    shown = git(repository, "diff")
    assert "a.md" in shown
    assert "quantity lower" in shown


def test_a_repository_cannot_smuggle_in_modules(repository: Path) -> None:
    """A file that is named like a module of Python is not run because git is."""
    run(repository, "git", "enable")
    (repository / "attrs.py").write_text("raise SystemExit('smuggled')\n")
    (repository / "peacediff.py").write_text("raise SystemExit('smuggled')\n")
    assert TOLD in git(repository, "diff")


@pytest.mark.parametrize("pattern", ["", "!plan.md", "two\nlines"])
def test_what_is_no_pattern_is_refused(repository: Path, pattern: str) -> None:
    before = kept(repository)
    assert "is no pattern of files" in refused(run(repository, "git", "enable", pattern))
    assert kept(repository) == before


def test_outside_a_repository_it_says_so(tmp_path: Path) -> None:
    assert "repository" in refused(run(tmp_path, "git", "enable"))
