"""Judge shifts by reading: draw some by a fixed seed into a sheet, then count what was judged.

``draw`` compares pairs of drafts and writes a sheet with reported shifts, each to be judged right or wrong, and with
changed links, each to be searched for what was not told: half of them links of which no shift is told at all. Under
every heading a line waits for the judgement:

    judged:                     right, wrong or unclear for a shift
    missed:                     aspects that changed and were not told (place, duty ...), or none

``count`` reads a judged sheet and prints counts for each aspect: precision of what was told, and recall, estimated
from the links that were searched. The sheet quotes the texts and stays where you put it; the counts are for the docs.

    python -m tests.bench.judging draw sheet.md old1.md new1.md old2.md new2.md
    python -m tests.bench.judging count sheet.md
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import attrs

from peacediff import Change, compare, read
from peacediff.model import ASPECTS, Aspect, Shift

JUDGEMENTS = ("right", "wrong", "unclear")
SHIFT = re.compile(r"^## S\d+ · (\w+) ", re.MULTILINE)
LINK = re.compile(r"^## L\d+ · told: (.*)$", re.MULTILINE)


@attrs.frozen
class Drawn:
    """A change of one of the pairs, with one of its shifts or, to be searched for what was missed, none."""

    pair: int
    change: Change
    shift: Shift | None = None

    @property
    def ids(self) -> str:
        """Where the change stands: the pair's number and the ids of both sides."""
        old, new = (", ".join(p.id for p in side) for side in (self.change.old, self.change.new))
        return f"pair {self.pair}, {old} → {new}"


def changes(pairs: Sequence[tuple[str, str]]) -> Iterator[Drawn]:
    """The links of all pairs in which words differ."""
    for number, (old, new) in enumerate(pairs, start=1):
        for change in compare(read(old), read(new)).changes:
            if change.fate in ("changed", "reworded") and change.edits:
                yield Drawn(number, change)


def drawn(found: Sequence[Drawn], shifts: int, links: int, seed: int) -> tuple[list[Drawn], list[Drawn]]:
    """Shifts, and links to search: as many silent ones as others, where there are so many."""
    random = Random(seed)
    told = [attrs.evolve(one, shift=shift) for one in found for shift in one.change.shifts]
    silent = [one for one in found if not one.change.shifts]
    others = [one for one in found if one.change.shifts]
    half = min(len(silent), links - min(links // 2, len(others)))
    searched = random.sample(silent, half) + random.sample(others, min(len(others), links - half))
    return random.sample(told, min(shifts, len(told))), searched


def sheet(shifts: Sequence[Drawn], links: Sequence[Drawn], pairs: Sequence[tuple[str, str]]) -> str:
    """The sheet as text."""
    parts = ["# Pairs", *(f"- {n}: {old} → {new}" for n, (old, new) in enumerate(pairs, start=1)), ""]
    for number, one in enumerate(shifts, start=1):
        parts += _about_shift(number, one)
    for number, one in enumerate(links, start=1):
        told = sorted({shift.aspect for shift in one.change.shifts}, key=ASPECTS.index)
        parts += [f"## L{number} · told: {', '.join(told) or 'none'}", *_text(one), "missed:", ""]
    return "\n".join(parts)


def _about_shift(number: int, one: Drawn) -> Iterator[str]:
    shift = one.shift
    assert shift is not None
    yield f"## S{number} · {shift.aspect} {shift.direction}"
    yield f"“{_line(shift.before)}” → “{_line(shift.after)}” {shift.difference}".rstrip()
    yield from _text(one)
    yield "judged:"
    yield ""


def _text(one: Drawn) -> Iterator[str]:
    yield f"{one.ids}; {one.change.fate}"
    yield f"- before: {_line(one.change.before)}"
    yield f"- after: {_line(one.change.after)}"
    for shift in one.change.shifts:
        yield f"- told: {shift.aspect} {shift.direction}: {_line(shift.before)} → {_line(shift.after)}"


def _line(text: str) -> str:
    return " ".join(text.split())


@attrs.frozen
class Judged:
    """What a reader said: judgements of shifts by aspect, and what each link that was searched tells and misses."""

    shifts: tuple[tuple[Aspect, str], ...]
    links: tuple[tuple[tuple[Aspect, ...], tuple[Aspect, ...]], ...]


def judged(text: str) -> Judged:
    """The judgements of a sheet; `ValueError` names a heading whose line is empty or says something else."""
    shifts: list[tuple[Aspect, str]] = []
    links: list[tuple[tuple[Aspect, ...], tuple[Aspect, ...]]] = []
    for part in re.split(r"^(?=## )", text, flags=re.MULTILINE)[1:]:
        heading = part.splitlines()[0]
        if found := SHIFT.match(part):
            said = _said(part, "judged")
            if said not in JUDGEMENTS:
                raise ValueError(f"{heading}: say one of {', '.join(JUDGEMENTS)} behind 'judged:'")
            shifts.append((_aspects(found[1], heading)[0], said))
        elif found := LINK.match(part):
            links.append((_aspects(found[1], heading), _aspects(_said(part, "missed"), heading)))
    return Judged(tuple(shifts), tuple(links))


def _said(part: str, what: str) -> str:
    found = re.findall(rf"^{what}:(.*)$", part, re.MULTILINE)
    return found[-1].strip() if found else ""


def _aspects(said: str, heading: str) -> tuple[Aspect, ...]:
    named = [] if said == "none" else [name.strip() for name in said.split(",")]
    for name in named:
        if name not in ASPECTS:
            raise ValueError(f"{heading}: {name!r} is no aspect; say none or some of {', '.join(ASPECTS)}")
    return tuple(aspect for name in named for aspect in ASPECTS if aspect == name)


def counts(found: Judged) -> Iterator[str]:
    """A table with a row for each aspect and the sum: judged, right, precision; told, missed, recall."""
    yield f"{'aspect':<12}{'judged':>7}{'right':>7}{'precision':>11}{'told':>7}{'missed':>8}{'recall':>8}"
    right = Counter(aspect for aspect, said in found.shifts if said == "right")
    clear = Counter(aspect for aspect, said in found.shifts if said != "unclear")
    told = Counter(aspect for aspects, _ in found.links for aspect in aspects)
    missed = Counter(aspect for _, aspects in found.links for aspect in aspects)
    for aspect in ASPECTS:
        yield _row(aspect, clear[aspect], right[aspect], told[aspect], missed[aspect])
    yield _row("all", *(sum(counter.values()) for counter in (clear, right, told, missed)))


def _row(name: str, clear: int, right: int, told: int, missed: int) -> str:
    precision, recall = _share(right, clear), _share(told, told + missed)
    return f"{name:<12}{clear:>7}{right:>7}{precision:>11}{told:>7}{missed:>8}{recall:>8}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


def main(arguments: Sequence[str]) -> int:
    """Run a command; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.judging")
    commands = parser.add_subparsers(dest="command", required=True)
    draw, count = commands.add_parser("draw"), commands.add_parser("count")
    for command in (draw, count):
        command.add_argument("sheet", type=Path)
    draw.add_argument("files", nargs="+", metavar="OLD NEW")
    draw.add_argument("--shifts", type=int, default=150)
    draw.add_argument("--links", type=int, default=100)
    draw.add_argument("--seed", type=int, default=9)
    given = parser.parse_args(arguments)
    if given.command == "count":
        sys.stdout.write("".join(f"{line}\n" for line in counts(judged(given.sheet.read_text("utf-8")))))
        return 0
    if len(given.files) % 2:
        parser.error("files come in pairs")
    pairs = list(zip(given.files[::2], given.files[1::2], strict=True))
    shifts, links = drawn(list(changes(pairs)), given.shifts, given.links, given.seed)
    given.sheet.write_text(sheet(shifts, links, pairs), "utf-8")
    sys.stdout.write(f"{len(shifts)} shifts and {len(links)} links in {given.sheet}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
