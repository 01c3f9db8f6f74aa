"""The commands about findings: what they show, write and exit with."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.command import refused, run

OLD = "1. The bridge opens in spring.\n2. The armed forces are limited to 40,000 soldiers.\n3. Both parties must pay.\n"
NEW = OLD.replace("40,000", "60,000").replace("must", "may")
FINGERPRINT = re.compile(r"v1-[0-9a-f]{16}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.md").write_text(OLD)
    (tmp_path / "new.md").write_text(NEW)
    return tmp_path


def fingerprint(folder: Path, rule: str) -> str:
    lines = run(folder, "check", "old.md", "new.md", "-f", "oneline").stdout.decode().splitlines()
    (line,) = (line for line in lines if f" {rule}:" in line)
    return str(FINGERPRINT.findall(line)[-1])


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "never"], 0),
        (["--fail-on", "error", "--min-severity", "error"], 1),
        (["--fail-on", "warning", "--rules", "own"], 1),
    ],
)
def test_the_exit_status_follows_what_is_asked(folder: Path, options: list[str], status: int) -> None:
    (folder / "own").mkdir()
    assert run(folder, "check", "old.md", "new.md", *options).returncode == status
    assert run(folder, "check", "old.md", "old.md", *options).returncode == 0


def test_what_the_tracked_changes_of_one_file_would_do_is_judged(folder: Path) -> None:
    """`--tracked both` makes both drafts of one file; a reading of one side is compared with another file."""
    (folder / "plan.md").write_text(OLD.replace("40,000", "~~40,000~~ <ins>60,000</ins>"))
    both = run(folder, "check", "plan.md", "--tracked", "both", "-f", "oneline")
    assert (both.returncode, both.stdout.count(b"force-limit-higher")) == (1, 1)
    assert run(folder, "check", "old.md", "plan.md", "--tracked", "reject").returncode == 0
    assert "leave new.md out" in refused(run(folder, "check", "plan.md", "new.md", "--tracked", "both"))
    said = refused(run(folder, "check", "plan.md"))
    assert "--against" in said
    assert "--tracked both" in said


def test_what_stands_beside_both_sides_of_a_file_is_read_on_the_side_it_stands_by(folder: Path) -> None:
    """A paper of the new draft with its tracked changes made, one of the old draft with them not made."""
    (folder / "plan.md").write_text(OLD)
    (folder / "paper.md").write_text("1. Boats ~~sink~~ <ins>sail</ins>.\n")
    beside = ["plan.md", "--tracked", "both", "--with", "paper.md", "--format", "json"]
    assert '"text": "Boats sail."' in run(folder, *beside).stdout.decode()
    beside[3] = "--old-with"
    assert '"text": "Boats sink."' in run(folder, *beside).stdout.decode()
    assert run(folder, "check", "plan.md", "--tracked", "both", "--before", "old.md").returncode == 0


@pytest.mark.parametrize("option", ["register", "rules", "knowledge", "links"])
def test_an_option_that_names_nothing_is_refused(folder: Path, option: str) -> None:
    """A variable of a pipeline may be empty: what it should have named is not left out in silence."""
    assert f"--{option}: names nothing" in refused(
        run(folder, "check", "old.md", "new.md", f"--{option}", "")
    )


def test_all_that_is_read_comes_at_most_once_from_standard_input(folder: Path) -> None:
    """Also where one of the inputs is a draft before the old one."""
    said = refused(run(folder, "check", "old.md", "new.md", "--before", "-", "--with", "-", given=b"1. A.\n"))
    assert "only one input" in said


def test_the_lowest_severity_shown_hides_and_does_no_more(folder: Path) -> None:
    """A warning that is hidden still makes the check fail, and is counted."""
    (folder / "new.md").write_text(OLD.replace("must", "may"))
    found = run(folder, "check", "old.md", "new.md", "--min-severity", "error", "--fail-on", "warning")
    assert found.returncode == 1
    assert b"1 warning." in found.stdout
    assert b"1 finding below error not shown." in found.stdout
    assert b"duty-softer" not in found.stdout


def test_several_files_are_written_at_once(folder: Path) -> None:
    names = ["a.sarif", "b.xml", "gitlab=c.json", "d.json", "e.md"]
    options = [word for name in names for word in ("-o", name)]
    found = run(folder, "check", "old.md", "new.md", *options, "-f", "github")
    assert (found.returncode, found.stderr) == (1, b"")
    assert found.stdout.startswith(b"::error file=new.md,line=2,")
    assert json.loads((folder / "a.sarif").read_text())["version"] == "2.1.0"
    assert json.loads((folder / "d.json").read_text())["schema"] == "peacediff/findings"
    assert (folder / "b.xml").read_text().startswith("<?xml")
    assert isinstance(json.loads((folder / "c.json").read_text()), list)
    assert run(folder, "check", "old.md", "new.md", "-o", "a.sarif").stdout == b""


@pytest.mark.parametrize("missing", ["old.md", "new.md"])
def test_a_check_that_fails_never_reads_as_clean(folder: Path, missing: str) -> None:
    """It exits with 2, and takes away what an earlier one wrote."""
    assert run(folder, "check", "old.md", "old.md", "-o", "a.sarif").returncode == 0
    (folder / missing).unlink()
    found = run(folder, "check", "old.md", "new.md", "-o", "a.sarif", "--fail-on", "never")
    assert "there is no such file" in refused(found)
    assert not (folder / "a.sarif").exists()


def test_an_input_is_never_written_over_nor_taken_away(folder: Path) -> None:
    (folder / "r.toml").write_text("")
    for name in ("old.md", "r.toml"):
        found = run(folder, "check", "old.md", "none.md", "--register", "r.toml", "-o", f"text={name}")
        assert "is also an input" in refused(found)
        assert (folder / name).exists()
    (folder / "peacediff.toml").write_text('register = "r.toml"\n')
    assert "is also an input" in refused(run(folder, "check", "old.md", "none.md", "-o", "text=r.toml"))
    assert (folder / "r.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["old.md"], "the new draft is missing"),
        (["-", "-"], "only one input can come from standard input"),
        (["old.md", "new.md", "-f", "docx"], "there is no format 'docx'"),
        (["old.md", "new.md", "-o", "a.docx"], "tells no format"),
        (["old.md", "new.md", "--today", "soon"], "must be a day such as 2026-12-31"),
        (["old.md", "new.md", "--register", "none.toml"], "there is no such file"),
        (["old.md", "new.md", "--rules", "none"], "is no folder"),
        (["old.md", "new.md", "--against", "HEAD"], "leave new.md out"),
        (["HEAD~1:old.md", "new.md"], "is no file, and git says"),
        (["old.md", "new.md", "--input-format", "markdwn"], "did you mean markdown?"),
    ],
)
def test_trouble_is_one_line(folder: Path, arguments: list[str], problem: str) -> None:
    assert problem in refused(run(folder, "check", *arguments, GIT_CEILING_DIRECTORIES=str(folder.parent)))


def test_what_is_accepted_no_longer_fails(folder: Path) -> None:
    """The register stands beside the new draft, names what it is about, and ends on its day."""
    name = fingerprint(folder, "force-limit-higher")
    found = run(folder, "accept", name, "old.md", "new.md", "--reason", "agreed", "--until", "2027-01-31")
    assert (found.returncode, found.stdout.decode()) == (0, f"accepted {name} in peacediff-register.toml\n")
    register = (folder / "peacediff-register.toml").read_text()
    assert 'rule = "force-limit-higher"' in register
    assert 'new = "The armed forces are limited to 60,000 soldiers."' in register
    assert run(folder, "check", "old.md", "new.md", "--today", "2027-01-31").returncode == 0
    ended = run(folder, "check", "old.md", "new.md", "--today", "2027-02-01")
    assert ended.returncode == 1
    assert "has expired: it held until 2027-01-31." in " ".join(ended.stdout.decode().split())
    (folder / "new.md").write_text(NEW.replace("60,000", "70,000"))
    other = run(folder, "check", "old.md", "new.md", "--today", "2027-01-31")
    assert other.returncode == 1
    assert "is stale: nothing is found" in " ".join(other.stdout.decode().split())


def test_what_cannot_be_accepted_is_trouble(folder: Path) -> None:
    name = fingerprint(folder, "force-limit-higher")
    pair = ["old.md", "new.md", "--reason"]
    assert "there is no finding" in refused(run(folder, "accept", "v1-0", *pair, "agreed"))
    assert "is no fingerprint" in refused(run(folder, "accept", "six", "--reason", "agreed"))
    assert "says nothing" in refused(run(folder, "accept", name, *pair, " "))
    assert "must be a day" in refused(run(folder, "accept", name, *pair, "agreed", "--until", "soon"))
    assert run(folder, "accept", name, "--reason", "agreed").returncode == 0
    assert f"accepts {name} already" in refused(run(folder, "accept", name, *pair, "agreed"))


def test_a_baseline_accepts_all_that_is_found(folder: Path) -> None:
    found = run(
        folder, "check", "old.md", "new.md", "--baseline", "--reason", "as signed", "--fail-on", "info"
    )
    assert found.returncode == 0
    assert b"No findings, 2 accepted." in found.stdout
    assert (folder / "peacediff-register.toml").read_text().count('reason = "as signed"') == 2
    assert run(folder, "check", "old.md", "new.md", "--fail-on", "info").returncode == 0
    assert run(folder, "check", "old.md", "new.md", "--baseline").returncode == 0


def test_settings_are_found_and_options_go_before_them(folder: Path) -> None:
    (folder / "peacediff.toml").write_text('[severity]\nforce-limit-higher = "none"\nduty-softer = "info"\n')
    found = run(folder, "check", "old.md", "new.md")
    assert found.returncode == 0
    assert b"1 info." in found.stdout
    shown = run(folder, "config", "new.md").stdout.decode()
    assert "severity   force-limit-higher = none, duty-softer = info  (peacediff.toml)\n" in shown
    assert "watched    territory, security-guarantees  (default)\n" in shown
    assert "register   peacediff-register.toml  (default)\n" in shown
    (folder / "own").mkdir()
    (folder / "peacediff.toml").write_text('register = "r.toml"\nrules = "none"\n')
    assert "none: is no folder" in refused(run(folder, "check", "old.md", "new.md", "--register", "old.md"))
    assert "r.toml" in refused(run(folder, "check", "old.md", "new.md", "--rules", "own"))
    (folder / "peacediff.toml").write_text('[severity]\nforce-limit-hier = "none"\n')
    assert "did you mean force-limit-higher" in refused(run(folder, "check", "old.md", "new.md"))


def test_rules_are_listed_and_explained(folder: Path) -> None:
    assert re.search(
        rb"^error    force-limit-higher +Limit of forces higher$", run(folder, "rules").stdout, re.M
    )
    said = run(folder, "explain", "duty-softer").stdout.decode()
    assert said.startswith("## duty-softer\n")
    assert "- mirror: `duty-firmer`" in said
    assert "did you mean duty-softer" in refused(run(folder, "explain", "duty-soft"))


@pytest.fixture
def repository(folder: Path) -> Path:
    """A repository in which plan.md is the new draft and was the old one, in a folder of its own."""
    (folder / "plans").mkdir()
    for text in (OLD, NEW):
        (folder / "plans" / "plan.md").write_text(text)
        for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "a plan"]):
            who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
            subprocess.run(["git", *who, *command], cwd=folder, check=True)
    return folder


def test_a_draft_is_read_from_the_history(repository: Path) -> None:
    """By name, or as what the file was; seen from any folder."""
    named = run(repository, "check", "HEAD~1:plans/plan.md", "plans/plan.md", "-f", "github")
    assert named.returncode == 1
    assert b"::error file=plans/plan.md,line=2," in named.stdout
    for place, name in ((repository, "plans/plan.md"), (repository / "plans", "plan.md")):
        against = run(place, "check", name, "--against", "HEAD~1")
        assert against.returncode == 1
        assert f"HEAD~1:{name} → {name}" in against.stdout.decode()
        assert run(place, "check", name, "--against", "HEAD").returncode == 0


@pytest.mark.parametrize("revision", ["none", "--help", "-s", "HEAD:plans", ""])
def test_a_revision_that_is_none_is_trouble(repository: Path, revision: str) -> None:
    said = refused(run(repository, "check", "plans/plan.md", f"--against={revision}"))
    assert "git says" in said or "is no revision" in said or "needs a file and a revision" in said


def test_a_file_whose_name_has_a_colon_is_that_file(repository: Path) -> None:
    (repository / "HEAD:old.md").write_text(OLD)
    assert run(repository, "check", "HEAD:old.md", "old.md").returncode == 0


def test_the_hook_names_a_command_that_runs(repository: Path) -> None:
    hook = (Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (entry,) = re.findall(r"entry: peacediff (.*)", hook)
    assert run(repository, *entry.split(), "plans/plan.md").returncode == 0


def test_what_is_accepted_is_counted_in_one_line_and_shown_in_full_where_asked(folder: Path) -> None:
    """Text only: what programs read is always whole."""
    said = run(
        folder, "check", "old.md", "new.md", "--baseline", "-o", "a.sarif", "-f", "text"
    ).stdout.decode()
    assert (said.count("\n"), said.count("2 accepted.")) == (2, 1)
    assert (folder / "a.sarif").read_text().count('"suppressions"') == 2
    full = run(folder, "check", "old.md", "new.md", "--accepted").stdout.decode()
    assert full.count("reason: stood when the baseline was taken") == 2


def test_a_fingerprint_that_is_not_found_gets_no_list_of_all(folder: Path) -> None:
    """Where many are known, only the nearest are named."""
    old = "".join(
        f"{n}. The armed forces of area {n} are limited to {n}0,000 soldiers.\n" for n in range(1, 25)
    )
    (folder / "old.md").write_text(old)
    (folder / "new.md").write_text(old.replace("0,000", "5,000"))
    taken = fingerprint_of_any(folder)
    near = f"{taken[:-1]}{'1' if taken[-1] == '0' else '0'}"
    said = refused(run(folder, "accept", near, "old.md", "new.md", "--reason", "so"))
    assert f"did you mean {taken}" in said
    assert len(FINGERPRINT.findall(said)) <= 5


def fingerprint_of_any(folder: Path) -> str:
    said = run(folder, "check", "old.md", "new.md", "-f", "oneline").stdout.decode()
    return str(FINGERPRINT.findall(said)[-1])


def test_a_draft_in_another_encoding_is_judged(folder: Path) -> None:
    """As the trouble about one says."""
    (folder / "old.md").write_bytes(OLD.replace("bridge", "br\xfcge").encode("cp1252"))
    (folder / "new.md").write_bytes(NEW.replace("bridge", "br\xfcge").encode("cp1252"))
    options = ["check", "old.md", "new.md"]
    assert run(folder, *options, "--encoding", "cp1252").returncode == 1
    assert "encoding" in refused(run(folder, *options, "--encoding", "nope"))


@pytest.mark.parametrize(
    "command",
    [
        "compare",
        "outline",
        "schema",
        "history",
        "compare3",
        "check",
        "accept",
        "rules",
        "explain",
        "config",
        "git",
    ],
)
def test_the_help_of_every_command_has_an_example_of_it(folder: Path, command: str) -> None:
    said = run(folder, command, "--help").stdout.decode()
    example = said[said.rindex("Example") :]
    assert (
        "peacediff old.md new.md" in example if command == "compare" else f"peacediff {command} " in example
    )
