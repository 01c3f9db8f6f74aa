"""The action for GitHub and the template for GitLab: their shell steps, run as the platforms run them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.command import ROOT
from tests.test_git import git

OLD = "1. The bridge opens in spring.\n2. The armed forces are limited to 40,000 soldiers.\n"
NEW = OLD.replace("40,000", "60,000")

yaml = pytest.importorskip("yaml")
pytestmark = pytest.mark.skipif(not shutil.which("git") or not shutil.which("bash"), reason="no git or bash")


def read(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A plan whose name would be a command, were it not quoted, on a branch that changed it."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "a $(touch run).md").write_text(OLD)
    (tmp_path / ".gitignore").write_text("out/\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    (tmp_path / "a $(touch run).md").write_text(NEW)
    git(tmp_path, "commit", "-qam", "second")
    return tmp_path


def run(repository: Path, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a step with bash as GitHub does, with a ``peacediff`` on the path."""
    out = repository / "out"
    out.mkdir(exist_ok=True)
    command = out / "peacediff"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m peacediff "$@"\n')
    command.chmod(0o755)
    set_ = {"PATH": f"{out}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "HOME": str(out)}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=repository,
        env={**set_, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not (repository / "run").exists()
    return done


def github(repository: Path, **environment: str) -> tuple[int, str, dict[str, str], str]:
    """The exit status of the action's step, what it says, its outputs and the job summary."""
    (step,) = (step for step in read(".github/actions/check/action.yml")["runs"]["steps"] if "id" in step)
    out = repository / "out"
    out.mkdir(exist_ok=True)
    files = {"GITHUB_OUTPUT": str(out / "outputs"), "GITHUB_STEP_SUMMARY": str(out / "summary")}
    for file in files.values():
        Path(file).write_text("")
    inputs = {"FILE": "a $(touch run).md", "AGAINST": "", "FAIL_ON": "error"}
    assert set(inputs) == set(step["env"])
    done = run(repository, step["run"], RUNNER_TEMP=str(out), **{**inputs, **files, **environment})
    outputs = dict(line.split("=", 1) for line in Path(files["GITHUB_OUTPUT"]).read_text().splitlines())
    return done.returncode, done.stdout, outputs, Path(files["GITHUB_STEP_SUMMARY"]).read_text()


@pytest.mark.parametrize("base", ["main", ""])
def test_the_action_fails_annotates_and_summarises(repository: Path, base: str) -> None:
    """It compares with the branch that a pull request goes to, and on a push with the commit before."""
    status, said, outputs, summary = github(repository, GITHUB_BASE_REF=base)
    assert (status, outputs["status"]) == (1, "1")
    assert said.startswith("::error file=")
    assert "force-limit-higher" in summary
    assert json.loads(Path(outputs["sarif"]).read_text())["version"] == "2.1.0"


def test_the_action_passes_where_it_is_told_never_to_fail(repository: Path) -> None:
    status, _, outputs, summary = github(repository, FAIL_ON="never")
    assert (status, outputs["status"]) == (0, "0")
    assert "force-limit-higher" in summary


def test_trouble_fails_the_action_and_leaves_no_file_to_upload(repository: Path) -> None:
    status, _, outputs, summary = github(repository, AGAINST="no-such-revision")
    assert (status, outputs, summary) == (2, {"status": "2"}, "")


def test_every_output_of_the_action_is_one_that_its_step_sets(repository: Path) -> None:
    declared = read(".github/actions/check/action.yml")["outputs"]
    assert set(declared) == set(github(repository)[2])


def test_the_template_for_gitlab_fails_and_leaves_its_reports(repository: Path) -> None:
    job = read("templates/peacediff.gitlab-ci.yml")["peacediff"]
    done = run(
        repository,
        job["script"][-1],
        PEACEDIFF_FILE="a $(touch run).md",
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main",
    )
    assert (done.returncode, done.stderr) == (1, "")
    for name in job["artifacts"]["reports"].values():
        assert "force-limit-higher" in (repository / name).read_text()
