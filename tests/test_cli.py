from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from peacediff import Comparison, codec
from peacediff.__main__ import with_command
from peacediff.cli import app, outputs, streams
from peacediff.cli.streams import Color
from peacediff.errors import Trouble
from peacediff.renderers import RENDERERS, SUFFIXES
from tests.command import ROOT, refused, run, started
from tests.readers.word import deleted, docx, ins, p, r

TOPICS = ("military-limits", "nuclear")
OLD, NEW = "1. The force is limited to 600,000.\n", "1. The force is limited to 800,000.\n"
CLOSED = "import sys; sys.stdin = None; from peacediff.__main__ import main; main()"
COMMANDS = {
    "compare",
    "compare3",
    "history",
    "outline",
    "schema",
    "check",
    "accept",
    "rules",
    "explain",
    "config",
    "git",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.md").write_text(OLD)
    (tmp_path / "new.md").write_text(NEW)
    return tmp_path


def test_two_files_are_compared(folder: Path) -> None:
    """`peacediff OLD NEW` compares, shows text and exits with 0."""
    found = started(folder, "old.md", "new.md")
    assert (found.returncode, found.stderr) == (0, b"")
    assert "~ 1: changed" in found.stdout.decode()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["old", "new"], ["compare", "old", "new"]),
        (["--format", "json", "old", "new"], ["compare", "--format", "json", "old", "new"]),
        (["-", "new"], ["compare", "-", "new"]),
        (["./outline", "new"], ["compare", "./outline", "new"]),
        (["outline", "new"], ["outline", "new"]),
        (["compare", "old", "new"], ["compare", "old", "new"]),
        (["--help"], ["--help"]),
        (["--version"], ["--version"]),
        ([], []),
    ],
)
def test_compare_is_what_is_meant_without_a_command(given: list[str], expected: list[str]) -> None:
    """Unless the first argument is a command or an option of the program, `compare` is put before it."""
    assert with_command(given, COMMANDS) == expected


@pytest.mark.parametrize(
    ("name", "meant"), [("chekc", "check"), ("comapre", "compare"), ("hystory", "history")]
)
def test_a_command_that_is_misspelt_is_told_with_its_like(folder: Path, name: str, meant: str) -> None:
    """Unless there is a file of that name."""
    assert f"did you mean peacediff {meant}?" in refused(run(folder, name, "old.md", "new.md"))
    (folder / name).write_text(OLD)
    assert run(folder, name, "new.md").returncode == 0


@pytest.mark.parametrize("output", ["json=", "json=-"])
def test_an_output_names_a_file(folder: Path, output: str) -> None:
    assert "names no file" in refused(run(folder, "old.md", "new.md", "--output", output))
    assert not (folder / "-").exists()


def test_a_format_or_folder_that_is_empty_is_refused(folder: Path) -> None:
    """A variable of a pipeline may be empty: that asks for something, and not for what stands by default."""
    assert "there is no format ''" in refused(run(folder, "old.md", "new.md", "--format", ""))
    assert "'': is no folder" in refused(run(folder, "old.md", "new.md", "--knowledge", ""))


def test_the_commands_are_those_that_are_told() -> None:
    """Every command has the name that the rule on arguments knows it by."""
    assert {command.name for command in app.registered_commands} == COMMANDS


def test_a_file_named_like_a_command_needs_its_folder(folder: Path) -> None:
    """`./outline` is a file, `outline` the command."""
    (folder / "outline").write_text(OLD)
    assert run(folder, "./outline", "new.md").returncode == 0
    assert b"[1.] The force" in run(folder, "outline", "old.md").stdout


def test_options_may_stand_before_the_files(folder: Path) -> None:
    """`peacediff --format json OLD NEW` works like the other order."""
    before, after = (
        run(folder, "--format", "json", "old.md", "new.md"),
        run(folder, "old.md", "new.md", "-f", "json"),
    )
    assert before.stdout == after.stdout
    assert Comparison.from_dict(json.loads(before.stdout)).changed


def test_standard_input_is_one_of_the_drafts(folder: Path) -> None:
    """`-` reads one draft from standard input; for both it is trouble."""
    assert b"<stdin>" in run(folder, "-", "new.md", given=OLD.encode()).stdout
    assert "only one input can come from standard input" in refused(run(folder, "-", "-"))


def test_links_are_pinned_by_a_file(folder: Path) -> None:
    """--links follows a file, refuses one that names no provision, and never writes over it."""
    (folder / "links.toml").write_text('[[link]]\nold = "1"\nnew = "1"\n')
    assert b"By links.toml: 1 link pinned" in run(folder, "old.md", "new.md", "--links", "links.toml").stdout
    assert "is also an input" in refused(
        run(folder, "old.md", "new.md", "--links", "links.toml", "-o", "markdown=links.toml")
    )
    (folder / "links.toml").write_text('[[link]]\nold = "99"\nnew = "1"\n')
    assert "links.toml, [[link]] 1: '99' is no provision of the old draft" in refused(
        run(folder, "old.md", "new.md", "--links", "links.toml")
    )
    assert "there is no such file" in refused(run(folder, "old.md", "new.md", "--links", "none.toml"))


def test_the_exit_status_tells_a_difference_only_when_asked(folder: Path) -> None:
    """With --exit-code, 1 says that something is not unchanged, and 0 that all is."""
    assert run(folder, "old.md", "new.md", "--exit-code").returncode == 1
    (folder / "same.md").write_text("7. The force is limited to 600,000.\n")
    assert run(folder, "old.md", "same.md", "--exit-code").returncode == 0


def test_files_are_written_and_the_screen_stays_silent(folder: Path) -> None:
    """--output takes its format from the suffix or before the sign; --format shows the comparison as well."""
    names = ["a.txt", "b.md", "c.json", "markdown=d.out"]
    found = run(folder, "old.md", "new.md", *[word for name in names for word in ("-o", name)])
    assert (found.returncode, found.stdout, found.stderr) == (0, b"", b"")
    assert json.loads((folder / "c.json").read_text())["schema"] == "peacediff/comparison"
    assert (folder / "b.md").read_text() == (folder / "d.out").read_text()
    assert (folder / "a.txt").read_bytes() == run(folder, "old.md", "new.md").stdout
    shown = run(folder, "old.md", "new.md", "-o", "a.txt", "--format", "markdown")
    assert shown.stdout == (folder / "b.md").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.md", "new.md"], "nowhere.md"),
        (["old.md", "new.md", "-o", "report.pdf"], "the suffix '.pdf' tells no format"),
        (["old.md", "new.md", "-o", "report"], "no suffix tells the format"),
        (["old.md", "new.md", "-o", "pdf=report"], "there is no format 'pdf'"),
        (["old.md", "new.md", "-f", "pdf"], "use one of text, markdown, html"),
        (["old.md", "new.md", "--summary", "-f", "json"], "--summary: is a format beside 'json'"),
        (["old.md", "new.md", "-o", "old.md"], "is also an input"),
        (["old.md", "new.md", "-o", "./x/../new.md"], "is also an input"),
        (["old.md", "new.md", "-o", "a.md", "-o", "./a.md"], "is named twice"),
        (["old.md", "new.md", "-o", "no/such/folder.md"], "no/such/folder.md: cannot be written"),
        (["old.md", "new.md", "--input-format", "docx"], "docx"),
        (["old.md", "new.md", "--encoding", "klingon"], "klingon"),
        (["schema", "register"], "there is no schema 'register'"),
        (["outline", "nowhere.md"], "nowhere.md"),
    ],
)
def test_trouble_is_one_line_that_names_its_source(folder: Path, arguments: list[str], said: str) -> None:
    """Trouble exits with 2, writes one line to standard error, and touches no file."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert said in refused(run(folder, *arguments))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    "arguments", [["compare"], ["old.md", "new.md", "third.md"], ["old.md", "new.md", "--nope"]]
)
def test_wrong_usage_exits_with_two(folder: Path, arguments: list[str]) -> None:
    """What cannot be parsed is trouble as well: one line, with a word on how to get help."""
    assert "; see peacediff compare --help" in refused(run(folder, *arguments))


def test_a_control_character_in_a_message_is_shown(folder: Path) -> None:
    """A file name cannot write to the terminal through an error."""
    said = refused(run(folder, "a\x1b[2J.md", "new.md"))
    assert "a<U+001B>[2J.md" in said


def test_a_traceback_is_shown_on_demand_only(folder: Path) -> None:
    """--debug adds the traceback; the line and the status stay."""
    found = run(folder, "nowhere.md", "new.md", "--debug")
    assert found.returncode == 2
    assert b"Traceback" in found.stderr
    assert found.stderr.splitlines()[-1].startswith(b"peacediff: nowhere.md")


def test_an_internal_error_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A fault of ours asks for a report and exits with 2."""
    assert streams.tell(ZeroDivisionError("by\nzero"), debug=False) == 2
    expected = "peacediff: internal error: ZeroDivisionError: by zero; run again with --debug and report it\n"
    assert capsys.readouterr().err == expected


def test_an_outline_is_data_that_can_be_read_again(folder: Path) -> None:
    """`outline --format json` writes a draft that every command reads; another format is trouble."""
    (folder / "draft.json").write_bytes(run(folder, "outline", "old.md", "--format", "json").stdout)
    assert b"No word differs" in run(folder, "old.md", "draft.json").stdout
    assert b"use one of text, json" in run(folder, "outline", "old.md", "--format", "xml").stderr


def test_an_outline_and_the_schema_are_shown(folder: Path) -> None:
    """`outline` tells how a draft was understood, `schema` prints the published file."""
    assert b"    1  1 [1.] The force is limited to 600,000." in run(folder, "outline", "old.md").stdout
    assert run(folder, "schema", "comparison").stdout.decode() == codec.schema()


def test_the_version_and_the_help_are_shown(folder: Path) -> None:
    """--version and --help exit with 0; the help shows examples."""
    from peacediff import __version__

    assert run(folder, "--version").stdout.decode() == f"peacediff {__version__}\n"
    helped = run(folder, "--help")
    assert helped.returncode == 0
    assert b"peacediff old.md new.md" in helped.stdout


def test_output_is_utf8_under_any_locale(folder: Path) -> None:
    """Under LANG=C and in another encoding the bytes are the same UTF-8."""
    (folder / "old.md").write_text("1. Україна — держава.\n", encoding="utf-8")
    plain = run(folder, "old.md", "new.md", LANG="C", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    other = run(folder, "old.md", "new.md", PYTHONIOENCODING="latin-1")
    assert plain.stdout == other.stdout
    assert "Україна" in plain.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("peacediff compare -f sv", ["svg"]),
        ("peacediff check --format git", ["github", "gitlab"]),
        ("peacediff history --topic terr", ["territory"]),
        ("peacediff outline --input-format ak", ["akoma-ntoso"]),
        ("peacediff explain duty-f", ["duty-firmer"]),
        ("peacediff explain nothing-such", []),
    ],
)
def test_a_shell_completes_formats_topics_and_rules(folder: Path, line: str, expected: list[str]) -> None:
    place = str(line.count(" "))
    found = run(folder, _PEACEDIFF_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=place)
    assert found.stdout.decode().split() == expected


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    """Neither hash seed nor time zone changes a byte."""
    one = run(folder, "old.md", "new.md", "-f", "json", PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    two = run(folder, "old.md", "new.md", "-f", "json", PYTHONHASHSEED="2", TZ="America/Lima")
    assert one.stdout == two.stdout


def test_a_closed_pipe_is_no_trouble(folder: Path) -> None:
    """A reader that stops early sees no error."""
    (folder / "long.md").write_text("\n\n".join(f"{n}. Word {n} is said." for n in range(1, 3000)))
    reading = subprocess.Popen(
        [sys.executable, "-m", "peacediff", "long.md", "new.md"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert reading.stdout is not None
    assert reading.stderr is not None
    assert reading.stdout.readline() == b"long.md\n"
    reading.stdout.close()
    assert reading.stderr.read() == b""
    reading.stderr.close()
    assert reading.wait() == 0


def test_an_interrupt_is_quiet(folder: Path) -> None:
    """Ctrl-C exits with 130 and says nothing."""
    waiting = subprocess.Popen(
        [sys.executable, "-m", "peacediff", "-", "new.md"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with pytest.raises(subprocess.TimeoutExpired):
        waiting.wait(2)
    waiting.send_signal(signal.SIGINT)
    out, err = waiting.communicate(timeout=20)
    assert (waiting.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize(
    ("color", "environment", "expected"),
    [
        (Color.AUTO, {}, False),
        (Color.AUTO, {"FORCE_COLOR": "1"}, True),
        (Color.AUTO, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (Color.AUTO, {"NO_COLOR": ""}, False),
        (Color.ALWAYS, {"NO_COLOR": "1"}, True),
        (Color.NEVER, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_follows_the_option_and_then_the_environment(
    color: Color,
    environment: dict[str, str],
    expected: bool,  # noqa: FBT001
    capsys: pytest.CaptureFixture[str],
) -> None:
    """--color rules, then NO_COLOR, then FORCE_COLOR; a pipe is not coloured."""
    assert streams.wants_color(color, environment) is expected
    assert capsys.readouterr().out == ""


def test_a_terminal_is_coloured(folder: Path) -> None:
    """On a terminal auto colours, and a file is coloured only if that is asked for."""
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "peacediff", "old.md", "new.md", "-f", "text", "-o", "a.txt"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    environment.pop("NO_COLOR", None)
    subprocess.run(command, cwd=folder, stdout=slave, env=environment, check=True)
    os.close(slave)
    assert b"\x1b[33m~ 1\x1b[0m" in os.read(master, 65536)
    assert b"\x1b" not in (folder / "a.txt").read_bytes()
    os.close(master)


def test_a_file_is_written_whole_or_not_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the last step fails, the old file is still there and no other is left behind."""
    (folder / "a.md").write_text("before")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(Trouble, match="cannot be written: No space left on device"):
        outputs.write(folder / "a.md", "after")
    assert (folder / "a.md").read_text() == "before"
    assert sorted(path.name for path in folder.iterdir()) == ["a.md", "new.md", "old.md"]


def test_a_link_stays_a_link(folder: Path) -> None:
    """Writing through a symbolic link replaces the file that it names."""
    (folder / "real.md").write_text("before")
    (folder / "link.md").symlink_to("real.md")
    outputs.write(folder / "link.md", "after")
    assert (folder / "link.md").is_symlink()
    assert (folder / "real.md").read_text() == "after"


def test_an_input_is_known_by_any_of_its_names(folder: Path) -> None:
    """A hard link to an input is refused as an output, as the input itself is."""
    os.link(folder / "old.md", folder / "other.md")
    assert "is also an input" in refused(run(folder, "old.md", "new.md", "-o", "other.md"))


def test_a_file_that_is_replaced_keeps_its_permissions(folder: Path) -> None:
    """What only its owner could read is not opened to others by being written anew."""
    (folder / "a.md").write_text("before")
    (folder / "a.md").chmod(0o600)
    outputs.write(folder / "a.md", "after")
    assert (folder / "a.md").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["old.md", "new.md"]])
def test_a_full_disk_is_trouble(folder: Path, arguments: list[str]) -> None:
    """What cannot be shown is told in one line, and is no fault of ours."""
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run(
            [sys.executable, "-m", "peacediff", *arguments],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
    assert found.returncode == 2
    assert found.stderr.startswith(b"peacediff: <stdout>: ")
    assert found.stderr.count(b"\n") == 1


def test_a_closed_standard_input_is_trouble(folder: Path) -> None:
    """A draft from nowhere is told in one line."""
    started = [sys.executable, "-c", CLOSED, "-", "new.md"]
    found = subprocess.run(
        started, cwd=folder, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert "<stdin>: is closed" in refused(found)


def test_a_device_is_written_to() -> None:
    """A device is no file to be replaced."""
    outputs.write(Path(os.devnull), "text")
    assert not Path(os.devnull).is_file()


def test_every_format_may_be_named_before_a_file() -> None:
    """FORMAT=FILE works for all formats, and a file whose name holds the sign needs its folder."""
    for name in RENDERERS:
        assert outputs.outputs([f"{name}=x"], (), RENDERERS, SUFFIXES) == (outputs.Output(name, Path("x")),)
    assert outputs.outputs(["./text=x.md"], (), RENDERERS, SUFFIXES)[0].format == "markdown"


def test_the_two_sides_of_a_word_file_are_compared(folder: Path) -> None:
    """`--tracked both` compares one file, also from standard input, and says how each side was read."""
    body = p(r("1. The cap is ") + deleted("600,000") + ins(r("800,000")) + r(" men."))
    for name, given in (("plan.docx", b""), ("-", docx(body))):
        (folder / "plan.docx").write_bytes(docx(body))
        said = run(folder, name, "--tracked", "both", given=given).stdout.decode()
        assert "Tracked changes, read as rejected: 1 insertion, 1 deletion." in said
        assert "The cap is [-600,000-] {+800,000+} men." in said
    assert (
        "Tracked changes, read as rejected"
        in run(folder, "outline", "plan.docx", "--tracked", "reject").stdout.decode()
    )


def test_the_tracked_changes_of_a_file_in_a_revision_are_read_as_those_of_any(tmp_path: Path) -> None:
    """What git keeps is a file like another one, also for `--tracked both`; both sides of it are the same bytes."""
    (tmp_path / "plan.md").write_text("1. The cap is ~~600,000~~ <ins>800,000</ins> men.\n")
    for command in (["init"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=b", "commit", "-m", "c"]):
        subprocess.run(["git", *command], cwd=tmp_path, capture_output=True, check=True)
    said = run(tmp_path, "HEAD:plan.md", "--tracked", "both").stdout.decode()
    assert "The cap is [-600,000-] {+800,000+} men." in said


def test_one_draft_or_two_are_named_as_tracked_changes_are_read(folder: Path) -> None:
    assert "old.md: the new draft is missing" in refused(run(folder, "old.md"))
    assert "leave new.md out" in refused(run(folder, "old.md", "new.md", "--tracked", "both"))
    assert "use accept or reject" in refused(run(folder, "outline", "old.md", "--tracked", "both"))


def test_a_topic_narrows_what_is_shown_and_the_exit_status(folder: Path) -> None:
    """With --topic only what is about it is shown, counts for --exit-code, and JSON stays whole."""
    (folder / "old.md").write_text("1. The army is limited to 600,000 soldiers.\n")
    (folder / "new.md").write_text("1. The army is limited to 800,000 soldiers.\n")
    about, other = (run(folder, "old.md", "new.md", "--exit-code", "--topic", t) for t in TOPICS)
    assert (about.returncode, other.returncode) == (1, 0)
    assert b"MILITARY LIMITS: 1 changed" in about.stdout
    assert b"1 change about other topics is not shown." in other.stdout
    whole = json.loads(run(folder, "old.md", "new.md", "-f", "json", "--topic", "nuclear").stdout)
    assert len(whole["changes"]) == 1


def test_an_unknown_topic_is_refused_with_a_suggestion(folder: Path) -> None:
    """A misspelt topic is trouble in every format, before anything is written."""
    given = ("old.md", "new.md", "-o", "page.json", "--topic", "nuklear")
    assert "there is no topic 'nuklear'; did you mean nuclear?" in refused(run(folder, *given))
    assert not (folder / "page.json").exists()
