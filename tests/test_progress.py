"""Long work on a terminal: it says what it is at, and Ctrl-C ends it cleanly."""

from __future__ import annotations

import os
import re
import select
import sys
from codecs import getincrementaldecoder
from pathlib import Path
from time import monotonic

import pytest

from peacediff.cli.progress import Progress
from peacediff.pipeline import compare
from peacediff.readers import read_text
from tests.bench.drawn import friendly, written

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
SIZE = 1_500
"""Provisions: work for some seconds, so that the line shows and there is something left to interrupt."""
PATIENCE = 60
"""Seconds until a test gives up on a slow machine; nothing is measured."""


class Terminal:
    """A command that runs on a terminal of its own."""

    def __init__(self, *arguments: str) -> None:
        self.process, self.screen = pty.fork()
        if not self.process:
            os.execv(sys.executable, [sys.executable, "-m", "peacediff", *arguments])  # noqa: S606 (our own)
        self.shown = ""
        self.decoder = getincrementaldecoder("utf-8")()

    def read_until(self, pattern: str) -> None:
        """Read until the pattern has been shown, or the command has ended."""
        until = monotonic() + PATIENCE
        while not re.search(pattern, self.shown):
            assert monotonic() < until, f"not shown: {pattern!r} in {self.shown!r}"
            if select.select([self.screen], [], [], 1)[0]:
                try:
                    self.shown += self.decoder.decode(os.read(self.screen, 1 << 16))
                except OSError:  # the other end is closed
                    return

    def ended(self) -> int:
        """The exit status, once the command has shown all it had."""
        self.read_until(r"(?!)")
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


@pytest.fixture(scope="module")
def long_drafts(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    drawn, folder = friendly(SIZE), tmp_path_factory.mktemp("long")
    files: list[Path] = [folder / "old.md", folder / "new.md"]
    for file, texts in zip(files, (drawn.old, drawn.new), strict=True):
        file.write_text(written(texts), encoding="utf-8")
    return str(files[0]), str(files[1])


def test_ctrl_c_ends_long_work_without_a_traceback(long_drafts: tuple[str, str]) -> None:
    """It is told what the work is at; Ctrl-C then ends it with 130, and the line is wiped."""
    terminal = Terminal(*long_drafts)
    terminal.read_until(r"peacediff: [a-z ]+, \d+ s")
    os.write(terminal.screen, b"\x03")
    assert terminal.ended() == 130
    assert "Traceback" not in terminal.shown
    assert terminal.shown.endswith("\r\x1b[K")


def test_what_is_no_terminal_is_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Logs and pipes get no progress: nothing is even started."""
    with Progress() as progress:
        progress.begins("reading")
        assert progress.thread is None
    assert capsys.readouterr().err == ""


def test_a_stage_is_named_before_it_begins() -> None:
    """The names come in the order of the work; other alignments are named only where they are asked for."""
    draft = read_text("1. Prisoners are exchanged.", name="draft")
    named: list[str] = []
    compare(draft, draft, begins=named.append)
    assert named == ["aligning", "telling what changed", "looking for remarks"]
    compare(draft, draft, robust=True, begins=named.append)
    assert "aligning otherwise" in named
