"""A `History` as a page: what came back, what oscillates, what is gone, the grid, and who brought which words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from types import MappingProxyType

import attrs

from peacediff.errors import unknown
from peacediff.model import FATES, Change, Draft, Fate, History, Lineage, Standing, Swing
from peacediff.present.caveats import foreign
from peacediff.present.page import GLYPHS, Run, ShiftLine, between
from peacediff.present.page import Side as DraftSide
from peacediff.present.runs import runs
from peacediff.present.shifted import brief, shift_lines, words_line
from peacediff.present.wording import papers, plural, side

_SIGNS: dict[Standing, str] = {"absent": " ", "first": "•", **{fate: GLYPHS[fate] for fate in FATES}}
MARKS: Mapping[Standing, str] = MappingProxyType({**_SIGNS, "came-back": "↩"})
"""A sign for each standing."""
SAID: Mapping[Standing, str] = MappingProxyType({"first": "in the first draft", "came-back": "came back"})
"""The standings whose value is not their word."""
_KNOWN = {"reported": "known from reports", "partial": "known in part"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NOTE = (
    "A provision that was rewritten beyond recognition is told as dropped, and as added or came back where it stands "
    "anew. Absence is claimed of the files given, not of papers beside them."
)


@attrs.frozen
class Cell:
    """A lineage in one draft: what it is there, and the ids that stand for it."""

    standing: Standing
    ids: str = ""

    @property
    def said(self) -> str:
        """What it is in words."""
        return SAID.get(self.standing, self.standing)


@attrs.frozen
class Told:
    """What one step did to a lineage, in its words: from which draft to which, both counted from 1."""

    old: int
    new: int
    head: str
    standing: Standing
    runs: tuple[Run, ...]
    shifts: tuple[ShiftLine, ...]
    words: tuple[str, ...]


@attrs.frozen
class Life:
    """A lineage as a row of the grid: its cells, its words as they stand last, and what was done to it."""

    name: str
    cells: tuple[Cell, ...]
    text: str
    topics: tuple[str, ...]
    told: tuple[Told, ...]
    swings: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """Whether the last draft holds it."""
        return self.cells[-1].standing not in ("absent", "dropped")

    @property
    def returned(self) -> bool:
        """Whether it ever came back."""
        return any(cell.standing == "came-back" for cell in self.cells)


@attrs.frozen
class Brought:
    """A provision of the last draft: its phrases, each with the number of the draft that brought it."""

    provision: str
    phrases: tuple[tuple[str, int], ...]


@attrs.frozen
class HistoryPage:
    """All that is shown of a history, in the order of reading."""

    drafts: tuple[DraftSide, ...]
    summary: str
    caveats: tuple[str, ...]
    left_out: str
    lives: tuple[Life, ...]
    brought: tuple[Brought, ...]

    @property
    def came_back(self) -> tuple[Life, ...]:
        """The lineages that were gone and stand again, or did."""
        return tuple(life for life in self.lives if life.returned)

    @property
    def oscillating(self) -> tuple[Life, ...]:
        """The lineages in which something went to and fro."""
        return tuple(life for life in self.lives if life.swings)

    @property
    def gone(self) -> tuple[Life, ...]:
        """The lineages that the last draft does not hold."""
        return tuple(life for life in self.lives if not life.stands)

    @property
    def altered(self) -> tuple[Life, ...]:
        """The lineages that stand, and in other words than they did at first."""
        return tuple(life for life in self.lives if life.stands and life.told and not life.returned)


def lay_out_history(history: History, topics: Sequence[str] = ()) -> HistoryPage:
    """The page of a history, or of its part about some topics; raises `peacediff.Trouble` for an unknown one."""
    known = history.steps[0].changes.topics
    for topic in topics:
        if topic not in known:
            raise unknown("topic", "topic", topic, known)
    lived = _lived(history)
    every = [_life(history, lineage, lived[number]) for number, lineage in enumerate(history.lineages)]
    shown = [life for life in every if not topics or not set(topics).isdisjoint(life.topics)]
    held = {name for life in shown for name in life.cells[-1].ids.split(", ")}
    return HistoryPage(
        tuple(map(side, history.drafts)),
        _summary(shown),
        tuple(_caveats(history.drafts)),
        _left_out(len(every) - len(shown)),
        tuple(shown),
        tuple(row for row in _brought(history) if row.provision in held),
    )


def _lived(history: History) -> Mapping[int, list[tuple[int, int, Change]]]:
    """The changes of every lineage by its number, in the order of their steps; a return instead of its addition."""
    number = {
        (place, p.id): n
        for n, lineage in enumerate(history.lineages)
        for place, held in enumerate(lineage.provisions)
        for p in held
    }
    back = {(each.new, p.id) for each in history.returns for p in each.change.new}
    told = [(n, n + 1, change) for n, step in enumerate(history.steps) for change in step.changes]
    told = [each for each in told if each[2].old or (each[1], each[2].new[0].id) not in back]
    told += [(each.old, each.new, each.change) for each in history.returns]
    lived: dict[int, list[tuple[int, int, Change]]] = defaultdict(list)
    for old, new, change in sorted(told, key=lambda each: each[1]):
        end = (old, change.old[0].id) if change.old else (new, change.new[0].id)
        lived[number[end]].append((old, new, change))
    return lived


def _life(history: History, lineage: Lineage, lived: Sequence[tuple[int, int, Change]]) -> Life:
    cells = (
        Cell(standing, ", ".join(provision.id for provision in held))
        for standing, held in zip(lineage.standings, lineage.provisions, strict=True)
    )
    topics = {topic for _, _, change in lived for topic in change.topics}
    return Life(
        lineage.name,
        tuple(cells),
        lineage.text,
        tuple(topic for topic in history.steps[0].changes.topics if topic in topics),
        tuple(_told(*each) for each in lived if _is_told(*each)),
        tuple(map(_swing, lineage.swings)),
    )


def _is_told(old: int, new: int, change: Change) -> bool:
    """Whether a step did anything to speak of: what only stayed as it was is not told."""
    return change.fate != "unchanged" or new > old + 1 or bool(papers(change))


def _told(old: int, new: int, change: Change) -> Told:
    returned = new > old + 1
    ids = between(*(", ".join(p.id for p in held) for held in (change.old, change.new)))
    words: list[str] = [_back(old, change.fate) if returned else change.fate]
    words += [change.shape] * (change.shape != "one")
    words += papers(change)
    words += ["not in the reported text"] * (change.basis == "reported" and change.fate == "dropped")
    words += ["doubtful"] * change.doubtful
    standing: Standing = "came-back" if returned else change.fate
    head = f"draft {new + 1}, {ids}: {', '.join(words)}"
    return Told(
        old + 1, new + 1, head, standing, runs(change), tuple(shift_lines(change)), tuple(words_line(change))
    )


def _back(old: int, fate: Fate) -> str:
    kept = "as it was in" if fate == "unchanged" else f"{fate} from"
    return f"came back, {kept} draft {old + 1}"


def _swing(swing: Swing) -> str:
    """Both turns in one line: ``quantity: 4,000 (draft 1) → 6,000 (draft 2) → 4,000 (draft 3)``."""
    values = (
        f"{brief(value) or 'nothing'} (draft {place + 1})"
        for value, place in zip(swing.values, swing.drafts, strict=True)
    )
    return f"{swing.aspect or 'wording'}: {' → '.join(values)}"


def _summary(lives: Sequence[Life]) -> str:
    standing = [life for life in lives if life.stands]
    counts = (
        (len(standing), "in the last draft"),
        (sum(not life.told for life in standing), "of these never touched"),
        (sum(life.returned for life in lives), "came back"),
        (sum(bool(life.swings) for life in lives), "oscillating"),
        (len(lives) - len(standing), "gone"),
    )
    said = ", ".join(f"{count} {what}" for count, what in counts if count)
    return f"{plural(len(lives), 'provision')} followed: {said}." if lives else "No provision to follow."


def _caveats(drafts: Sequence[Draft]) -> Iterator[str]:
    for number, draft in enumerate(drafts, start=1):
        if known := _KNOWN.get(draft.completeness):
            yield f"Draft {number} is {known} only: what it lacks may stand in the text itself."
    yield from foreign([(f"Draft {number}", draft) for number, draft in enumerate(drafts, start=1)])
    yield from _disorder(drafts)
    yield _NOTE


def _disorder(drafts: Sequence[Draft]) -> Iterator[str]:
    """Where the dates of drafts that follow each other run backwards, as names in alphabetical order may."""
    for number, (draft, after) in enumerate(pairwise(drafts), start=1):
        if _DAY.fullmatch(draft.date) and _DAY.fullmatch(after.date) and after.date < draft.date:
            yield f"By their dates draft {number + 1} is older than draft {number}; they are taken in the order given."


def _left_out(count: int) -> str:
    are = "is" if count == 1 else "are"
    return f"{plural(count, 'provision')} about other topics {are} not shown." if count else ""


def _brought(history: History) -> Iterator[Brought]:
    for name, phrases in groupby(history.phrases, key=lambda phrase: phrase.provision):
        yield Brought(name, tuple((phrase.text, phrase.draft + 1) for phrase in phrases))
