"""Pdfium in a process of its own: what it may take is bounded, and where it fails only that process ends.

A PDF of a few kilobytes may hold drawings within drawings that fill any memory, and pdfium says so to nobody.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec

import attrs

from peacediff.errors import Trouble
from peacediff.readers.pdf.segments import Page, Segment, pages

MOST_MEMORY, MOST_SECONDS = 2**31, 120
"""What pdfium may take; the seconds are those of the processor."""
_PATIENCE = 5
"""How many times longer it may take on a busy machine, by the clock."""
_PROGRAM = """\
import sys
sys.path[:] = {path!r}
from peacediff.readers.pdf.apart import child
child({name!r}, {most!r})
"""


def pages_apart(data: bytes, name: str) -> Iterator[Page]:
    """The pages of a PDF, read by another process; raises `peacediff.Trouble` as `pages` does, and out of bounds.

    A program without a Python beside it reads them itself.
    """
    if find_spec("pypdfium2") is None:
        raise ModuleNotFoundError("no pypdfium2", name="pypdfium2")
    if not sys.executable or getattr(sys, "frozen", False):
        yield from pages(data, name)
        return
    said = json.loads(_said(data, name))
    if "trouble" in said:
        raise Trouble(**said["trouble"])
    for number, segments, aslant, drawn in said["pages"]:
        yield Page(number, tuple(Segment(*segment) for segment in segments), tuple(aslant), drawn)


def _said(data: bytes, name: str) -> bytes:
    """What the other process says; `Trouble` where it was stopped."""
    path = [folder for folder in sys.path if isinstance(folder, str)]
    program = _PROGRAM.format(path=path, name=name, most=(MOST_MEMORY, MOST_SECONDS))
    command = [sys.executable, "-I", "-c", program]
    problem = f"its pages cannot be read within {MOST_MEMORY >> 20:,} MB and {MOST_SECONDS} s"
    stopped = Trouble(name, problem, "print it to a new PDF, or give a text of the draft")
    try:
        done = subprocess.run(  # noqa: S603 (the program is the one above)
            command, input=data, capture_output=True, check=False, timeout=_PATIENCE * MOST_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise stopped from None
    if done.returncode == 1 and b"MemoryError" not in done.stderr:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    if done.returncode:
        raise stopped
    return done.stdout


def child(name: str, most: tuple[int, int]) -> None:
    """What the other process does: a PDF comes in, its pages go out as JSON."""
    _bound(*most)
    data = sys.stdin.buffer.read()
    said: dict[str, object]
    try:
        said = {"pages": [_written(page) for page in pages(data, name)]}
    except Trouble as trouble:
        said = {"trouble": attrs.asdict(trouble)}
    sys.stdout.write(json.dumps(said))


def _written(page: Page) -> tuple[object, ...]:
    segments = [attrs.astuple(segment) for segment in page.segments]
    return page.number, segments, page.aslant, page.drawn


def _bound(memory: int, seconds: int) -> None:
    """Bound this process, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
