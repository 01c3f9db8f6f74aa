"""A `Page` as GitHub-flavoured Markdown; nothing of the documents is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import punctuation

from peacediff.model import Fate
from peacediff.present.page import (
    GLYPHS,
    Entry,
    Group,
    LedgerRow,
    Observation,
    Page,
    PointRow,
    Run,
    Section,
    Side,
    plain,
)
from peacediff.renderers.visible import visible

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~&$]|#$|(?<=http):|(?<=https):|(?<=ftp):|(?<=www)\.", re.IGNORECASE)
_OPENS_BLOCK = re.compile(r"^(?:[-+=#]|\d{1,9}[.)])")
_MARKS = {"deleted": "~~", "inserted": "**"}


def render(page: Page) -> str:
    """The page as Markdown text."""
    blocks = [
        *_head(page),
        *(block for section in page.sections for block in _section(section)),
        *_observations(page.observations),
        *_ledger(page.ledger),
        *_points(page.points),
        *_new_points(page.new_points),
    ]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, wherever on a line it stands."""
    return _OPENS_BLOCK.sub(_kept_inline, inline(text).strip(), count=1)


def inline(text: str) -> str:
    """Text in one line, of which nothing is markup."""
    one_line = re.sub(r"\s+", " ", visible(text))
    return _SPECIAL.sub(lambda special: f"\\{special[0]}", one_line)


def _kept_inline(opening: re.Match[str]) -> str:
    """The start of a text that would open a list or underline a heading, with its sign escaped."""
    return f"{opening[0][:-1]}\\{opening[0][-1]}"


def _head(page: Page) -> Iterator[str]:
    yield f"# {inline(page.old.title)} → {inline(page.new.title)}"
    yield "\n".join([*_side("Old", page.old), *_side("New", page.new)])
    yield f"**{inline(page.summary)}**"
    if page.left_out:
        yield inline(page.left_out)
    if page.caveats:
        yield "> " + " ".join(map(inline, page.caveats))


def _side(name: str, side: Side) -> Iterator[str]:
    yield f"- {name}: {inline(side.facts)}"
    for aside in side.asides:
        yield f"  - {inline(aside)}"


def _section(section: Section) -> Iterator[str]:
    level = "##"
    if section.title:
        yield f"{level} {inline(section.title)}: {inline(section.summary or 'nothing told here')}"
        level += "#"
    for group in section.groups:
        yield from _group(group, level)
    if section.above:
        yield inline(plain(section.above))


def _group(group: Group, level: str) -> Iterator[str]:
    said = f": {escaped(group.absence)}" if group.absence else ""
    yield f"{level} {escaped(GLYPHS[group.fate])} {group.fate.capitalize()}{said} ({group.count})"
    if group.stretches:
        yield escaped("; ".join(group.stretches))
    else:
        yield from map(item, group.entries)


def item(entry: Entry, name: str = "") -> str:
    """A list item: what became of which ids, then the text, then the remarks; ``name`` stands before the ids."""
    topics = f" · {inline(', '.join(entry.topics))}" if entry.topics else ""
    ids = f"{escaped(GLYPHS[entry.fate])} **{inline(entry.ids)}**:"
    parts = [f"- {name}{ids} {inline(', '.join(entry.words))}{topics}", *marked(entry.runs)]
    lines = [f"  - **{inline(shift.label)}:** {inline(shift.said)}" for shift in entry.shifts]
    lines += [f"  - {escaped(plain(remark))}" for remark in entry.remarks]
    if lines:
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def marked(runs: tuple[Run, ...]) -> Iterator[str]:
    """The runs in one paragraph, marked so that every mark counts as one."""
    texts = [inline(run.text) for run in runs]
    parts = []
    for run, before, text, after in zip(runs, ["", *texts], texts, [*texts[1:], ""], strict=False):
        mark = _MARKS.get(run.role, "")
        parts.append(
            f"{_gap(mark, before[-1:], text[:1])}{mark}{text}{mark}{_gap(mark, after[:1], text[-1:])}"
        )
    paragraph = "".join(parts).strip()
    if paragraph:
        yield "  " + _OPENS_BLOCK.sub(_kept_inline, paragraph)


def _gap(mark: str, outside: str, inside: str) -> str:
    """A space where Markdown would not take a mark for one: with a letter outside and punctuation inside."""
    counts = not outside or outside.isspace() or outside in punctuation or inside.isalnum()
    return " " if mark and not counts else ""


def _observations(observations: tuple[Observation, ...]) -> Iterator[str]:
    if observations:
        yield f"## Remarks on what belongs together ({len(observations)})"
    for observation in observations:
        yield "\n".join(
            [
                f"- {escaped(observation.said)}",
                *(f"  - {escaped(plain(quote))}" for quote in observation.quotes),
            ]
        )


def _ledger(rows: tuple[LedgerRow, ...]) -> Iterator[str]:
    yield "## Ledger of provisions"
    cells = [(_fate(row.fate, "total"), _count(row.old), _count(row.new)) for row in rows]
    yield table(("Fate", "Old", "New"), cells)


def _points(rows: tuple[PointRow, ...]) -> Iterator[str]:
    if rows:
        yield "## Point by point"
        cells = [(str(row.point), _fate(row.fate, "empty"), plain(row.answer), row.opening) for row in rows]
        yield table(("Point", "Fate", "Went to", "Begins"), cells)


def _new_points(rows: tuple[PointRow, ...]) -> Iterator[str]:
    if rows:
        yield "## Wholly new points"
        yield table(("Point", "Begins"), [(str(row.point), row.opening) for row in rows])


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table of plain cells."""
    lines = [head, ("---",) * len(head), *(tuple(map(inline, row)) for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _fate(fate: Fate | None, otherwise: str) -> str:
    return f"{GLYPHS[fate]} {fate}" if fate else otherwise


def _count(count: int | None) -> str:
    return "–" if count is None else str(count)
