"""A `Comparison` to a `Page`: order, grouping and wording, decided once for all renderers that people read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacediff.model import Change, Comparison, Fate, Robustness
from peacediff.present import caveats, wording
from peacediff.present.doubt import wavering
from peacediff.present.page import Entry, Group, LedgerRow, Observation, Page, Section
from peacediff.present.rows import Rows
from peacediff.present.runs import held, runs
from peacediff.present.sections import REST, Told, told
from peacediff.present.shifted import shift_lines
from peacediff.present.stretches import stretches
from peacediff.rollup import new_points, old_points


def lay_out(comparison: Comparison, topics: Sequence[str] = ()) -> Page:
    """The page of a comparison; where topics are asked for, of what is about them.

    Raises `peacediff.Trouble` for a topic that there is not.
    """
    for topic in topics:
        comparison.about(topic)
    parts = tuple(told(comparison.changes, topics))
    shown = frozenset(p.id for part in parts for change in part.changes for p in change.old)
    shown_new = frozenset(p.id for part in parts for change in part.changes for p in change.new)
    old, new = Rows("old", comparison), Rows("new", comparison)
    return Page(
        old=wording.side(comparison.old),
        new=wording.side(comparison.new),
        summary=wording.summary(comparison.changes),
        caveats=caveats.caveats(comparison),
        sections=tuple(_section(part, comparison, alone=len(parts) == 1) for part in parts),
        left_out=wording.left_out(len(comparison.changes) - sum(len(part.changes) for part in parts)),
        observations=tuple(
            Observation(remark.said, tuple(wording.quotes(remark)))
            for remark in comparison.remarks
            if any(
                quote.provision in (shown if quote.side == "old" else shown_new) for quote in remark.quotes
            )
        ),
        ledger=tuple(_ledger(comparison)),
        points=tuple(old.of(old_points(comparison), shown)),
        new_points=tuple(new.wholly_new(new_points(comparison), shown_new)),
    )


def _section(part: Told, comparison: Comparison, *, alone: bool) -> Section:
    return Section(
        title="" if alone and part.topic == REST else wording.topic(part.topic),
        summary=wording.counts(part.changes),
        groups=tuple(_groups(part.changes, comparison)),
        above=wording.told_above(part.above),
    )


def _groups(changes: Sequence[Change], comparison: Comparison) -> Iterator[Group]:
    for fate in wording.ORDER:
        for basis in ("stated", "reported"):
            found = [c for c in changes if (c.fate, _absent(c) or "stated") == (fate, basis)]
            absence = wording.absence(fate, comparison) if basis == "reported" else ""
            if found:
                yield _group(fate, absence, sorted(found, key=_place), comparison)


def _absent(change: Change) -> str:
    """The basis where it matters: of what one draft does not hold."""
    return change.basis if change.fate in ("dropped", "added") else ""


def _place(change: Change) -> tuple[int, int]:
    return (change.old or change.new)[0].span


def _group(fate: Fate, absence: str, changes: list[Change], comparison: Comparison) -> Group:
    joined = tuple(stretches(changes, comparison)) if fate == "unchanged" else ()
    entries = tuple(entry(c, absence or fate, comparison.robustness) for c in changes)
    return Group(fate, absence, len(changes), entries, joined)


def entry(
    change: Change,
    verdict: str,
    robustness: Robustness | None = None,
    drafts: wording.Names = wording.DRAFTS,
) -> Entry:
    """A change as it is shown; ``verdict`` words its fate, and the drafts are called as ``drafts`` says."""
    old, new = held(change)
    return Entry(
        fate=change.fate,
        old=old,
        new=new,
        words=(verdict, *wording.flags(change)),
        topics=change.topics,
        runs=runs(change),
        shifts=tuple(shift_lines(change)),
        remarks=(
            *wording.remarks(change, drafts),
            *((line,) for line in wavering(change, robustness)),
        ),
        doubtful=change.doubtful,
    )


def _ledger(comparison: Comparison) -> Iterator[LedgerRow]:
    old, new = dict(comparison.ledger.old), dict(comparison.ledger.new)
    for fate in wording.ORDER:
        yield LedgerRow(fate, old.get(fate), new.get(fate))
    yield LedgerRow(None, sum(old.values()), sum(new.values()))
