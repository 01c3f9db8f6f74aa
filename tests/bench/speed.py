"""How long comparisons take, beside other programs measured in the same run, and how right they are there.

    python -m tests.bench.speed [--most N] [--pairs N] [--write PAGE]

Every figure is of a process of its own: its processor seconds (user and system) and its peak memory. A ratio is the
median over some runs of both, one after the other. Sizes are provisions of one draft; the drafts are those of
`tests.bench.drawn`, the founding pair is the first example. A peer that is not installed is told as skipped; the
extra ``bench`` brings those that are Python packages. One that takes longer than five minutes is stopped. With
``--write`` the tables replace those on a page.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import attrs

from tests.bench.drawn import HOSTILE, friendly, written
from tests.bench.peers import PEACEDIFF, PEERS, Peer
from tests.bench.tables import show, table
from tests.bench.within import OWN

ROOT = Path(__file__).parents[2]
FOUNDING = ROOT / "examples" / "01-us-28-to-ua-20"
SIZES = (100, 1_000, 10_000, 100_000)
HOSTILE_SIZE = 10_000
PAIRS = 5
_LARGE = 10_000
"""From this size on one run of each must do."""
_LIMIT = 300
"""Processor seconds after which a peer is stopped: it takes longer than that."""
_KIB = 1024
_EDITS = """
from random import Random
from peacediff.text.edits import edits, replay
random = Random(1)
old = [f"w{random.randrange(20_000)}" for _ in range(200_000)]
new = [f"n{n}" if random.random() < 0.05 else word for n, word in enumerate(old)]
assert replay(" ".join(old), edits(" ".join(old), " ".join(new))) == " ".join(new)
"""


@attrs.frozen
class Used:
    """What a process took, and what it wrote."""

    seconds: float
    megabytes: float
    output: str = ""
    stopped: bool = False
    """Whether it was stopped before its end."""


Round = tuple[Used, Mapping[str, Used]]
"""What peacediff took, and right after it each peer by its name."""
_ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
"""Python keeps what it compiled, as it does wherever it is not told otherwise."""


def used(command: Sequence[str], limit: int = resource.RLIM_INFINITY) -> Used:
    """Run a command to its end or for so many processor seconds.

    Its exit status is its own affair (``git`` and ``wdiff`` exit with 1).
    """
    with TemporaryDirectory() as folder, (Path(folder) / "out").open("w+b") as out:
        process = subprocess.Popen(command, stdout=out, cwd=ROOT, env=_ENVIRONMENT)
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (limit, limit))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        out.seek(0)
        text = out.read(4 * _KIB).decode("utf-8", "replace")
    # Peak memory is in KiB on Linux and in bytes on macOS.
    unit = _KIB**2 if sys.platform == "darwin" else _KIB
    seconds = usage.ru_utime + usage.ru_stime
    return Used(
        seconds, usage.ru_maxrss / unit, text, stopped=os.WIFSIGNALED(status) and seconds >= limit - 1
    )


def aligned(kind: str, size: int) -> tuple[Used, Mapping[str, float | str]]:
    """What `tests.bench.aligned` took and said."""
    found = used([sys.executable, "-m", "tests.bench.aligned", kind, str(size)])
    return found, json.loads(found.output)


@attrs.frozen
class Measured:
    """One size: what peacediff took, the median ratio to each peer, how right the links are; then in one process."""

    name: str
    size: int
    whole: Used
    ratios: Mapping[str, str]
    quality: Mapping[str, float | str]
    within: Mapping[str, Mapping[str, str]]
    """In one process, by what was timed: its seconds, and ours and our aligner's by them."""

    @property
    def row(self) -> list[str]:
        """A row of the table of sizes."""
        said = [str(self.quality.get(name, "–")) for name in ("f1", "precision", "recall")]
        alone = self.quality.get("seconds")
        within = f"{alone:.2f}" if isinstance(alone, float) else "–"
        return [self.name, f"{self.whole.seconds:.2f}", within, f"{self.whole.megabytes:.0f}", *said]


def measured(name: str, old: Path, new: Path, size: int, pairs: int) -> Measured:
    """One pair of drafts, each peer run in every round beside peacediff, small ones after a run that does not count."""
    if size < _LARGE:
        used(PEACEDIFF.on(old, new))
    rounds = [_round(old, new, size) for _ in range(1 if size >= _LARGE else pairs)]
    runs = [mine for mine, _ in rounds]
    ratios = {peer.name: _ratio(peer, size, rounds) for peer in PEERS}
    quality = {} if name == "founding pair" else aligned("friendly", size)[1]
    middle = Used(median(run.seconds for run in runs), max(run.megabytes for run in runs))
    return Measured(name, size, middle, ratios, quality, _within(old, new, pairs) if size < _LARGE else {})


def _round(old: Path, new: Path, size: int) -> Round:
    mine = used(PEACEDIFF.on(old, new))
    return mine, {
        peer.name: used(peer.on(old, new), _LIMIT) for peer in PEERS if not peer.lacks and size <= peer.most
    }


def _within(old: Path, new: Path, pairs: int) -> Mapping[str, Mapping[str, str]]:
    """What `tests.bench.within` says, the medians of some processes."""
    command = [sys.executable, "-m", "tests.bench.within", str(old), str(new)]
    rounds = [json.loads(used(command).output) for _ in range(pairs)]
    return {
        name: {
            "seconds": f"{median(took[name] for took in rounds):.3f}",
            **{own: f"{median(took[own] / took[name] for took in rounds):.2f}" for own in OWN},
        }
        for name in rounds[0]
    }


def _ratio(peer: Peer, size: int, rounds: Sequence[Round]) -> str:
    """Peacediff's seconds by the peer's, the median of the rounds."""
    if peer.lacks:
        return "skipped"
    if size > peer.most:
        return "–"
    shares = [mine.seconds / max(peers[peer.name].seconds, 0.001) for mine, peers in rounds]
    less = "< " if any(peers[peer.name].stopped for _, peers in rounds) else ""
    return f"{less}{median(shares):.2f}"


def all_measured(most: int, pairs: int) -> Iterator[Measured]:
    """The founding pair, then every size."""
    yield measured("founding pair", FOUNDING / "old.md", FOUNDING / "new.md", 100, pairs)
    with TemporaryDirectory() as folder:
        for size in (size for size in SIZES if size <= most):
            drawn = friendly(size)
            old, new = Path(folder) / f"old-{size}.md", Path(folder) / f"new-{size}.md"
            old.write_text(written(drawn.old), encoding="utf-8")
            new.write_text(written(drawn.new), encoding="utf-8")
            yield measured(f"{size:,}", old, new, size, pairs)


def sizes(found: Sequence[Measured]) -> str:
    """The table of sizes and, below it, how time and memory grow from 1,000 provisions to the most."""
    head = [
        "Provisions",
        "Seconds, whole",
        "of them aligning",
        "Peak MB",
        "F1 of links",
        "Moves: P",
        "Moves: R",
    ]
    first, last = next((m for m in found if m.size == SIZES[1]), found[-1]), found[-1]
    grown = ""
    if last.size > first.size:
        by = log(last.size / first.size)
        time = log(last.whole.seconds / first.whole.seconds) / by
        memory = log(last.whole.megabytes / first.whole.megabytes) / by
        grown = f"\n\nFrom {first.name} to {last.name} provisions time grows with the power {time:.2f} of the size, "
        grown += f"memory with {memory:.2f}."
    return table(head, [m.row for m in found]) + grown


def ratios(found: Sequence[Measured]) -> str:
    """The table of ratios: below 1 peacediff is the faster."""
    rows = [[peer.name, *(m.ratios[peer.name] for m in found)] for peer in PEERS]
    return table(["Peer", *(m.name for m in found)], rows)


def within(found: Sequence[Measured]) -> str:
    """The table of what libraries take within one process."""
    head = ["Drafts", "Library", "Seconds", "peacediff takes", "its aligning takes"]
    rows = [
        [m.name, name, said["seconds"], *(f"{said[own]} times" for own in OWN)]
        for m in found
        for name, said in m.within.items()
    ]
    return table(head, rows)


def hostile(size: int) -> str:
    """The table of hostile drafts, beside friendly ones of the same size, and of one long paragraph."""
    usual = aligned("friendly", size)
    rows = [_hostile_row("friendly", usual, usual[0])]
    rows += [_hostile_row(kind, aligned(kind, size), usual[0]) for kind in HOSTILE]
    long = used([sys.executable, "-c", _EDITS])
    rows.append(["a paragraph of 200,000 words", f"{long.seconds:.1f}", "–", f"{long.megabytes:.0f}", "–"])
    return table(["Drafts", "Seconds", "Times the friendly", "Peak MB", "F1 of links"], rows)


def _hostile_row(kind: str, found: tuple[Used, Mapping[str, float | str]], usual: Used) -> list[str]:
    took, said = found
    times = f"{took.seconds / usual.seconds:.1f}"
    return [kind, f"{took.seconds:.1f}", times, f"{took.megabytes:.0f}", str(said["f1"])]


def machine() -> str:
    """What the figures were measured on."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        named = (
            line for line in info.read_text(encoding="utf-8").splitlines() if line.startswith("model name")
        )
        cpu = next(named, cpu).partition(":")[2].strip() or cpu
    return f"Measured with Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} cores: {cpu}."


def main() -> None:
    """Read the command line, measure, show."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest size")
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--write", type=Path, metavar="PAGE")
    args = parser.parse_args()
    found = list(all_measured(args.most, args.pairs))
    show("machine", machine(), args.write)
    show("sizes", sizes(found), args.write)
    show("ratios", ratios(found), args.write)
    show("within", within(found), args.write)
    show("hostile", hostile(min(HOSTILE_SIZE, args.most)), args.write)


if __name__ == "__main__":
    main()
