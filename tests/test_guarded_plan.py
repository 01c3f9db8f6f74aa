"""The example of a repository that guards a plan, used as its README says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.command import ROOT, run
from tests.test_git import git

yaml = pytest.importorskip("yaml")
EXAMPLE = ROOT / "examples" / "guarded-plan"
CHECK = ("check", "plan.md", "--against", "HEAD")


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_a_change_fails_the_check_until_it_is_acknowledged(tmp_path: Path) -> None:
    """Then it passes, and still does when the change and the entry are committed."""
    folder = tmp_path / "plan"
    shutil.copytree(EXAMPLE, folder)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "The plan")
    assert run(folder, *CHECK).returncode == 0
    plan = folder / "plan.md"
    plan.write_text(plan.read_text().replace("40,000", "60,000"))
    found = run(folder, *CHECK)
    assert found.returncode == 1
    (fingerprint,) = re.findall(r"v1-[0-9a-f]{16}", found.stdout.decode())
    accepted = run(folder, "accept", fingerprint, "plan.md", "--against", "HEAD", "--reason", "agreed")
    assert (accepted.returncode, accepted.stderr) == (0, b"")
    passed = run(folder, *CHECK)
    assert (passed.returncode, passed.stdout.count(b"1 accepted")) == (0, 1)
    git(folder, "commit", "-qam", "The limit")
    assert run(folder, *CHECK).returncode == 0


def test_the_settings_of_its_platforms_name_what_there_is() -> None:
    """The hook, the action with its inputs, and the variables of the template."""

    def read(path: Path) -> object:
        return yaml.safe_load(path.read_text(encoding="utf-8"))

    hooks = str(read(EXAMPLE / ".pre-commit-config.yaml"))
    assert "'id': 'peacediff'" in hooks
    assert "'id': 'peacediff'" in str(read(ROOT / ".pre-commit-hooks.yaml"))
    workflow = str(read(EXAMPLE / ".github" / "workflows" / "plan.yml"))
    assert "/.github/actions/check@" in workflow
    assert "'with': {'file': 'plan.md'}" in workflow
    template = (ROOT / "templates" / "peacediff.gitlab-ci.yml").read_text(encoding="utf-8")
    for name in re.findall(r"PEACEDIFF_\w+", str(read(EXAMPLE / ".gitlab-ci.yml"))):
        assert f"${name}" in template
