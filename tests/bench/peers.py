"""What `tests.bench.speed` measures against: each peer as a command over two files, which runs in its own process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import attrs

_READ = "import sys; a, b = (open(name, encoding='utf-8').read() for name in sys.argv[1:3]); "
_POINTS = "a, b = ([p for p in text.split('\\n\\n') if p] for text in (a, b)); "


@attrs.frozen
class Peer:
    """A program that compares two files, and the largest draft, in provisions, that it is tried on.

    ``needs`` are the modules or programs without which it is skipped, ``asks`` a command that fails where a part of one
    is missing.
    """

    name: str
    command: tuple[str, ...]
    needs: tuple[str, ...]
    most: int
    asks: tuple[str, ...] = ()

    @property
    def lacks(self) -> str:
        """What it needs and is not installed."""
        missing = [name for name in self.needs if not (which(name) or find_spec(name))]
        if not missing and self.asks and subprocess.run(self.asks, check=False).returncode:
            missing = [self.name]
        return ", ".join(missing)

    def on(self, old: Path, new: Path) -> Sequence[str]:
        """The command line for two files."""
        return (*self.command, str(old), str(new))


def _python(code: str) -> tuple[str, ...]:
    return sys.executable, "-c", code


PEACEDIFF = Peer("peacediff", (sys.executable, "-m", "peacediff"), (), 100_000)
PEERS = (
    Peer("Python alone", _python("pass"), (), 1_000),
    Peer(
        "Python and our libraries, loaded",
        _python("import typer, typer.main, attrs, markdown_it, rapidfuzz.distance, regex, tomli, Stemmer"),
        (),
        1_000,
    ),
    Peer(
        "redlines",
        _python(_READ + "from redlines import Redlines; print(Redlines(a, b).output_markdown)"),
        ("redlines",),
        1_000,
    ),
    Peer(
        "difflib on words",
        _python(
            _READ
            + "from difflib import SequenceMatcher as M; print(M(None, a.split(), b.split()).get_opcodes())"
        ),
        (),
        1_000,
    ),
    Peer(
        "cdist and assignment",
        _python(
            _READ + _POINTS + "from rapidfuzz import fuzz, process; "
            "from scipy.optimize import linear_sum_assignment as assign; "
            "print(assign(process.cdist(a, b, scorer=fuzz.ratio), maximize=True))"
        ),
        ("rapidfuzz", "scipy"),
        1_000,
    ),
    Peer(
        "fast-diff-match-patch",
        _python(_READ + "from fast_diff_match_patch import diff; print(diff(a, b))"),
        ("fast_diff_match_patch",),
        10_000,
    ),
    Peer("git --word-diff", ("git", "--no-pager", "diff", "--no-index", "--word-diff"), ("git",), 100_000),
    Peer("wdiff", ("wdiff",), ("wdiff",), 100_000),
    Peer(
        "wikidiff2",
        (
            "php",
            "-r",
            "echo wikidiff2_do_diff(file_get_contents($argv[1]), file_get_contents($argv[2]), 2);",
        ),
        ("php",),
        100_000,
        asks=("php", "-r", "exit(function_exists('wikidiff2_do_diff') ? 0 : 1);"),
    ),
)
