"""Time two drafts in this process, without its start: peacediff's library and others on the same texts, as JSON.

    python -m tests.bench.within OLD NEW

Each is called on another pair before it counts, so that modules are loaded and knowledge is at hand, but nothing of
these texts is remembered. Nothing is rendered. Run by `tests.bench.speed`, several times.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from time import process_time

from peacediff.align import align
from peacediff.knowledge import load
from peacediff.pipeline import compare
from peacediff.readers import read_text

Call = Callable[[str, str], object]
OTHER = ("1. The ferry runs daily. Soldiers leave.", "1. The ferry may run weekly. All soldiers shall leave.")
OWN = ("peacediff", "peacediff, aligning alone")


def calls() -> Mapping[str, Call]:
    """What is timed, by name; a library that is not installed is left out."""
    found: dict[str, Call] = {OWN[0]: _compared, OWN[1]: _aligned, "difflib on words": _opcodes}
    if find_spec("redlines"):
        found["redlines"] = _redlined
    if find_spec("scipy"):
        found["cdist and assignment"] = _assigned
    return found


def _compared(old: str, new: str) -> object:
    return compare(read_text(old, name="old"), read_text(new, name="new"))


def _aligned(old: str, new: str) -> object:
    return align(read_text(old, name="old"), read_text(new, name="new"), load())


def _opcodes(old: str, new: str) -> object:
    return SequenceMatcher(None, old.split(), new.split()).get_opcodes()


def _redlined(old: str, new: str) -> object:
    from redlines import Redlines

    return Redlines(old, new).output_markdown


def _assigned(old: str, new: str) -> object:
    from rapidfuzz import fuzz, process
    from scipy.optimize import linear_sum_assignment

    points = ([part for part in text.split("\n\n") if part] for text in (old, new))
    return linear_sum_assignment(process.cdist(*points, scorer=fuzz.ratio), maximize=True)


def seconds(old: str, new: str) -> Mapping[str, float]:
    """Processor seconds of each call, the first on these texts."""
    timed = calls()
    for call in timed.values():
        call(*OTHER)
    return {name: _seconds(call, old, new) for name, call in timed.items()}


def _seconds(call: Call, old: str, new: str) -> float:
    start = process_time()
    call(old, new)
    return process_time() - start


def main(names: Sequence[str]) -> None:
    """Read two files, time, show."""
    old, new = (Path(name).read_text(encoding="utf-8") for name in names)
    print(json.dumps(seconds(old, new)))  # noqa: T201 (this is a command)


if __name__ == "__main__":
    main(sys.argv[1:])
