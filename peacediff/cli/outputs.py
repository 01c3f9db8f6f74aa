"""The files that a comparison is written to: which format each gets, and how it is written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import attrs

from peacediff.errors import Trouble, unknown


@attrs.frozen
class Output:
    """A file to write, and its format."""

    format: str
    path: Path


def summarised(name: str | None) -> str:
    """The format of a summary; raises `Trouble` where another one is asked for beside it."""
    if name not in (None, "summary"):
        raise Trouble(
            "--summary", f"is a format beside {name!r}", "ask for one, and write the other with --output"
        )
    return "summary"


def outputs(
    given: Sequence[str],
    inputs: Sequence[str],
    formats: Collection[str],
    suffixes: Mapping[str, str],
) -> tuple[Output, ...]:
    """The outputs meant by ``FILE`` or ``FORMAT=FILE``, none of them an input or named twice."""
    taken = {place(name): "is also an input" for name in inputs if name != "-"}
    found = []
    for output in (_output(name, formats, suffixes) for name in given):
        here = place(output.path)
        if here in taken:
            raise Trouble(str(output.path), f"the output {taken[here]}", "give another file to write to")
        taken[here] = "is named twice"
        found.append(output)
    return tuple(found)


def place(path: str | Path) -> str | tuple[int, int]:
    """What tells a file from all others, though it may go by several names."""
    real = os.path.realpath(path)
    try:
        status = Path(real).stat()
    except OSError:
        return real
    return status.st_dev, status.st_ino


def _output(given: str, formats: Collection[str], suffixes: Mapping[str, str]) -> Output:
    """One output; ``./a=b.md`` is a file whose name holds the sign."""
    name, equals, path = given.partition("=")
    if equals and name in formats:
        if path in ("", "-"):
            remedy = f"name one behind the sign, or show it with --format {name}"
            raise Trouble(f"--output {given}", "names no file", remedy)
        return Output(name, Path(path))
    if equals and name.isalpha():
        raise unknown(f"--output {given}", "format", name, tuple(formats))
    suffix = Path(given).suffix.casefold()
    if suffix not in suffixes:
        problem = f"the suffix {suffix!r} tells no format" if suffix else "no suffix tells the format"
        raise Trouble(f"--output {given}", problem, f"use one of {', '.join(suffixes)}, or FORMAT=FILE")
    return Output(suffixes[suffix], Path(given))


def take_away(targets: Sequence[Output]) -> None:
    """Remove what an earlier run wrote, so that nobody reads it as the answer to one that failed."""
    for target in targets:
        if target.path.is_file() and not target.path.is_symlink():
            with suppress(OSError):
                target.path.unlink()


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all; raises `Trouble` where it cannot be written."""
    target = Path(os.path.realpath(path))
    data = text.encode("utf-8", "backslashreplace")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or pipe must not be replaced by a file
        else:
            _replace(target, data)
    except OSError as error:
        problem = f"cannot be written: {error.strerror or error}"
        raise Trouble(
            str(path), problem, "check the folder and its permissions, or write elsewhere"
        ) from error


def _replace(target: Path, data: bytes) -> None:
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
