"""The command: ``peacediff OLD NEW``, or ``python -m peacediff OLD NEW``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Collection, Sequence
from typing import NoReturn

_YOUNG = 100_000
"""Values made between two searches for cycles: a comparison makes millions of values and next to no cycle."""
_NEAR = 0.8
"""The part of letters in common from which on a name is taken for a command that is misspelt."""
_OF_PROGRAM = {"--help", "-h", "--version", "--install-completion", "--show-completion"}


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit: 0 done, 1 a difference where that was asked for, 2 trouble, 130 interrupted."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        _run(given)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as problem:
        from peacediff.cli.streams import tell

        sys.exit(tell(problem, debug="--debug" in given))


def _run(given: list[str]) -> NoReturn:
    from typer.main import get_command

    from peacediff.cli import app
    from peacediff.cli.streams import speak_utf8

    speak_utf8()
    gc.set_threshold(_YOUNG, 20, 100)
    commands = {str(command.name) for command in app.registered_commands}
    command, whole = get_command(app), not given  # without any argument it shows its help by itself
    status = command.main(with_command(given, commands), prog_name="peacediff", standalone_mode=whole)
    sys.exit(status if isinstance(status, int) else 0)


def with_command(given: list[str], commands: Collection[str]) -> list[str]:
    """The arguments with ``compare`` before them, unless they begin with a command or an option of the program.

    So a file that is named like a command needs ``./`` before it.
    """
    if not given or given[0] in _OF_PROGRAM or given[0] in commands:
        return given
    _refuse_misspelt(given[0], commands)
    return ["compare", *given]


def _refuse_misspelt(name: str, commands: Collection[str]) -> None:
    """Raise `Trouble` for what is no file and, with no sign of a path, nearly a command."""
    from difflib import get_close_matches
    from pathlib import Path

    near = get_close_matches(name, commands, n=1, cutoff=_NEAR)
    if near and name.isalnum() and not Path(name).exists():
        from peacediff.errors import Trouble

        raise Trouble(name, "there is no such command or file", f"did you mean peacediff {near[0]}?")


if __name__ == "__main__":
    main()
