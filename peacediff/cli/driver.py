"""What git calls to show a file: ``python -m peacediff.cli.driver PATH OLD OLD-HEX OLD-MODE NEW ...``.

Git dies where a driver fails, so this one never does: what cannot be compared as drafts is shown as git itself would.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from peacediff.cli import streams

_OLD, _NEW = 1, 4
_NOTHING = "/dev/null"


def main(arguments: Sequence[str]) -> None:
    """Show what became of a file; never raises, whatever is wrong."""
    streams.speak_utf8()
    try:
        _show(arguments)
    except Exception as problem:  # git dies where its driver fails
        streams.tell(problem, debug=False)


def _show(arguments: Sequence[str]) -> None:
    if len(arguments) <= _NEW:  # a file that is not merged yet comes with its path alone
        streams.show(f"{''.join(arguments[:1])}: not merged yet\n")
        return
    path, old, new = arguments[0], arguments[_OLD], arguments[_NEW]
    streams.show(_shown(path, old, new))


def _shown(path: str, old: str, new: str) -> str:
    """The comparison as text; what is no pair of drafts, as git shows it."""
    from peacediff.renderers.visible import visible

    if _NOTHING in (old, new):
        return f"{visible(path)}: {'added' if old == _NOTHING else 'deleted'}\n{_as_git(old, new)}"
    try:
        return _compared(path, old, new)
    except Exception as problem:  # the words must be seen, whatever is wrong
        streams.tell(problem, debug=False)
        return _as_git(old, new)


def _compared(path: str, old: str, new: str) -> str:
    from pathlib import Path

    from peacediff import pipeline
    from peacediff.readers import read_bytes
    from peacediff.renderers import RENDERERS, Style

    before, after = (read_bytes(Path(side).read_bytes(), path) for side in (old, new))
    return RENDERERS["text"](pipeline.compare(before, after), Style(streams.screen_width()))


def _as_git(old: str, new: str) -> str:
    command = ["git", "diff", "--no-index", "--no-ext-diff", "--no-textconv", "--", old, new]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (no shell)
    return done.stdout.decode("utf-8", "replace")


if __name__ == "__main__":
    main(sys.argv[1:])
