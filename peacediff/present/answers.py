"""A `ThreeWay` to a page: what A and B did with the provisions of a base, in order and in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from peacediff.model import STANDS, Answer, Change, Comparison, Provision, Stand, ThreeWay
from peacediff.present import caveats, entry, wording
from peacediff.present.page import Entry, Held, Ref, Run, Side
from peacediff.present.stretches import named_stretches

_TITLES: dict[Stand, str] = {
    "differently": "Both, differently",
    "only-a": "Only A",
    "only-b": "Only B",
    "alike": "Both, alike",
    "neither": "Neither",
}
_COUNTED: dict[Stand, str] = {
    "differently": "where both did something, differently",
    "only-a": "where only A did",
    "only-b": "where only B did",
    "alike": "where both did alike",
    "neither": "where neither changed a word",
}
MARKS: dict[Stand, str] = {"differently": "≠", "only-a": "A", "only-b": "B", "alike": "≡", "neither": "="}


@attrs.frozen
class Row:
    """An answer as it is shown: the base in full, both sides' changes, and what lies between A and B."""

    stand: Stand
    base: tuple[Held, ...]
    a: tuple[Entry, ...]
    b: tuple[Entry, ...]
    between: tuple[Entry, ...]
    topics: tuple[str, ...]

    @property
    def ids(self) -> str:
        """The ids of the base, or of the addition."""
        held = self.base or tuple(each for side in (self.a, self.b) for e in side for each in e.new)
        return ", ".join(dict.fromkeys(str(each.ref) for each in held))


@attrs.frozen
class Block:
    """The answers of one stand; of those in which neither did anything also the ids in ``stretches``."""

    stand: Stand
    title: str
    rows: tuple[Row, ...]
    stretches: tuple[str, ...] = ()


@attrs.frozen
class AnswerPage:
    """Three drafts as they are read; ``sides`` are the base, A and B, by their names."""

    sides: tuple[tuple[str, Side], ...]
    summary: str
    caveats: tuple[str, ...]
    left_out: str
    blocks: tuple[Block, ...]


def lay_out_answers(found: ThreeWay, topics: Sequence[str] = ()) -> AnswerPage:
    """The page; where topics are asked for, of what is about them.

    Raises `peacediff.Trouble` for a topic that there is not.
    """
    asked = {id(answer) for topic in topics for answer in found.about(topic)}
    shown = [answer for answer in found.answers if not topics or id(answer) in asked]
    missing = len(found.answers) - len(shown)
    drafts = (("base", found.base), ("A", found.a.new), ("B", found.b.new))
    return AnswerPage(
        sides=tuple((name, wording.side(draft)) for name, draft in drafts),
        summary=_summary(found),
        caveats=tuple(_caveats(found)),
        left_out=f"{wording.plural(missing, 'answer')} about other topics not shown." if missing else "",
        blocks=tuple(_blocks(shown, found)),
    )


def _summary(found: ThreeWay) -> str:
    """The answers counted in one sentence."""
    counts = [f"{count} {_COUNTED[stand]}" for stand, count in found.ledger if count]
    return f"{wording.plural(len(found.answers), 'answer')}: {', '.join(counts)}."


def _caveats(found: ThreeWay) -> Iterator[str]:
    drafts = (("The base", found.base), ("A", found.a.new), ("B", found.b.new))
    for name, draft in drafts:
        if draft.completeness != "complete":
            yield f"{name} is not known in full: what it lacks may stand in the text itself."
    names = "; ".join(wording.files(draft) for _, draft in drafts)
    yield f"Absence is claimed of the files given ({names}), not of papers beside them."
    if any(side.dropped and side.added for side in (found.a, found.b)):
        yield caveats.UNFOUND
    yield from caveats.foreign(drafts)
    doubtful = sum(len(comparison.changes.doubtful) for comparison in (found.a, found.b, found.across))
    if doubtful:
        links = wording.plural(doubtful, "doubtful link")
        yield f"{links} in the three comparisons: read those before you rely on them."


def _blocks(answers: Sequence[Answer], found: ThreeWay) -> Iterator[Block]:
    for stand in STANDS:
        here = [answer for answer in answers if answer.stand == stand]
        stretches = tuple(named_stretches(_base(here), found.base)) if stand == "neither" else ()
        if here:
            yield Block(stand, _TITLES[stand], tuple(_row(answer, found) for answer in here), stretches)


def _base(answers: Sequence[Answer]) -> list[Provision]:
    """The provisions of the base in some answers."""
    return [provision for answer in answers for provision in answer.base]


def _row(answer: Answer, found: ThreeWay) -> Row:
    between = answer.between if answer.stand == "differently" else ()
    return Row(
        stand=answer.stand,
        base=tuple(Held(Ref("old", p.id), (Run(" ".join(p.text.split()), "equal"),)) for p in answer.base),
        a=tuple(_entries(answer.a, found.a, {"old": "the base", "new": "A"})),
        b=tuple(_entries(answer.b, found.b, {"old": "the base", "new": "B"})),
        between=tuple(_entries(between, found.across, {"old": "A", "new": "B"})),
        topics=answer.topics,
    )


def _entries(changes: Sequence[Change], comparison: Comparison, drafts: wording.Names) -> Iterator[Entry]:
    for change in changes:
        yield entry(change, wording.verdict(change, comparison), comparison.robustness, drafts)
