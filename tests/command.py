"""The command ``peacediff`` in a test: called, which spares the start of an interpreter, or as a process of its own."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

from peacediff.__main__ import main

ROOT = Path(__file__).parents[1]
_KEPT = ("PATH", "SYSTEMROOT")


def run(
    folder: Path, *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command called in this process, with streams, working directory and environment of its own.

    Where the environment speaks to the interpreter, it needs a fresh one: then as `started`.
    """
    if any(name.startswith("PYTHON") for name in environment):
        return started(folder, *arguments, given=given, **environment)
    ours = {**_kept(), "COLUMNS": "80", **environment}
    with chdir(folder), patch.dict(os.environ, ours, clear=True), _streams(given) as (out, err):
        status = _exit_status(arguments)
    return CompletedProcess(list(arguments), status, out.getvalue(), err.getvalue())


def started(
    folder: Path, *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, as a user starts it."""
    return subprocess.run(
        [sys.executable, "-m", "peacediff", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        env={**_kept(), "PYTHONPATH": str(ROOT), **environment},
        check=False,
    )


def _kept() -> Mapping[str, str]:
    return {name: os.environ[name] for name in _KEPT if name in os.environ}


def _exit_status(arguments: tuple[str, ...]) -> int:
    thresholds = gc.get_threshold()
    try:
        main(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    finally:
        gc.set_threshold(*thresholds)


@contextmanager
def _streams(given: bytes) -> Iterator[tuple[BytesIO, BytesIO]]:
    """Standard streams as a process has them when they are no terminal; what was written there."""
    out, err = BytesIO(), BytesIO()
    source, shown, said = (TextIOWrapper(stream, write_through=True) for stream in (BytesIO(given), out, err))
    with patch.object(sys, "stdin", source), redirect_stdout(shown), redirect_stderr(said):
        yield out, err
    for stream in (source, shown, said):
        stream.detach()


def refused(found: subprocess.CompletedProcess[bytes]) -> str:
    """The one line that a refusal writes, and nothing else."""
    assert (found.returncode, found.stdout) == (2, b"")
    said = found.stderr.decode()
    assert said.startswith("peacediff: ")
    assert said.count("\n") == 1
    return said
