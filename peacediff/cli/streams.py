"""The streams of the process: what may be shown there, and how trouble is told."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from io import TextIOWrapper

from peacediff.errors import Trouble

TROUBLE = 2
"""The exit status of any trouble."""


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def speak_utf8() -> None:
    """Make standard output and error UTF-8 with plain line ends, whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def check_inputs(names: Sequence[str | None]) -> None:
    """Raise `Trouble` where more than one input is to come from standard input."""
    if names.count("-") > 1:
        raise Trouble("<stdin>", "only one input can come from standard input", "give files for the others")


def wants_color(color: Color, environment: Mapping[str, str]) -> bool:
    """Whether standard output is to be coloured: as told, else as ``NO_COLOR`` and ``FORCE_COLOR`` say."""
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and environment.get("TERM") != "dumb"


def screen_width() -> int:
    """The columns of the screen, or 80 where there is none."""
    from shutil import get_terminal_size

    return get_terminal_size().columns


def show(text: str) -> None:
    """Write to standard output; a reader who has closed it has seen enough."""
    if sys.stdout is None:
        raise Trouble("<stdout>", "is closed", "open it, or use --output")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise Trouble(
            "<stdout>", f"cannot be written: {error.strerror}", "make room or write elsewhere"
        ) from error


def tell(problem: Exception, *, debug: bool) -> int:
    """Say on standard error what is wrong, in one line or with a traceback; the exit status."""
    from peacediff.renderers.visible import visible

    if debug:
        import traceback

        traceback.print_exception(problem)
    with suppress(OSError, AttributeError):  # it may be full or closed
        sys.stderr.write(f"peacediff: {visible(_worded(problem))}\n")
    return TROUBLE


def _worded(problem: Exception) -> str:
    if isinstance(problem, Trouble):
        return str(problem)
    if isinstance(problem, OSError):  # such as a full disk under --help
        where = problem.filename or "<stdout>"
        return f"{where}: {problem.strerror or problem}; make room, or check what is named"
    if wrong := _usage(problem):
        return wrong
    said = " ".join(f"{type(problem).__name__}: {problem}".split())
    return f"internal error: {said}; run again with --debug and report it"


def _usage(problem: Exception) -> str:
    """What is wrong with the arguments, where that is it; typer's errors are told apart by what they can say."""
    say, context = getattr(problem, "format_message", None), getattr(problem, "ctx", None)
    if say is None:
        return ""
    said = " ".join(str(say()).split()).rstrip(".")
    return f"{said[:1].lower()}{said[1:]}; see {getattr(context, 'command_path', 'peacediff')} --help"
