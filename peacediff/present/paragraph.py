"""A comparison in a paragraph that can be checked and quoted: counts, then what was dropped and what changed.

Every clause states what the comparison holds and names where it stands; an absence from a draft that is not known in
full is worded as no more than that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from peacediff.model import WATCHED, Change, Comparison, Draft
from peacediff.present import caveats, wording
from peacediff.present.page import between
from peacediff.present.shifted import shift_lines

_MOST_NAMED, _MOST_TOLD = 24, 12


def paragraph(comparison: Comparison, topics: Sequence[str] = ()) -> str:
    """The paragraph of a comparison; where topics are asked for, these instead of the watched ones.

    Raises `peacediff.Trouble` for a topic that there is not.
    """
    for topic in topics:
        comparison.about(topic)
    order = tuple(dict.fromkeys(topics or WATCHED))
    elsewhere = [c for c in comparison.changes if not set(order) & set(c.topics)]
    return " ".join(
        [
            f"{_draft('Old', comparison.old)}; {_draft('new', comparison.new)}.",
            *_counted(comparison),
            *_papers(comparison),
            *(_about(topic, comparison) for topic in order),
            *(_elsewhere(elsewhere) if not topics else ()),
            *_doubt(comparison),
        ]
    )


def _draft(name: str, draft: Draft) -> str:
    side = wording.side(draft)
    return f"{name} draft: {side.title}" + (f" ({draft.date})" if draft.date else "")


def _counted(comparison: Comparison) -> Iterator[str]:
    for name, draft, counts in (
        ("old", comparison.old, comparison.ledger.old),
        ("new", comparison.new, comparison.ledger.new),
    ):
        said = [f"{count} {_fate(fate, comparison)}" for fate, count in counts if count]
        yield f"{wording.plural(len(draft.provisions), 'provision')} of the {name} draft: {', '.join(said) or 'none'}."


def _papers(comparison: Comparison) -> Iterator[str]:
    """What went to each paper of a package, or left it."""
    found: dict[str, list[str]] = {}
    for change in comparison.changes:
        for said in wording.papers(change):
            found.setdefault(said, []).append(_ids(change))
    for said, ids in found.items():
        yield f"{said.capitalize()}: {_joined(ids, _MOST_NAMED)}."


def _fate(fate: str, comparison: Comparison) -> str:
    """A fate by its name, or by its wording where the other draft is not known in full."""
    if fate == "dropped" and comparison.new.completeness != "complete":
        return wording.absence("dropped", comparison)
    if fate == "added" and comparison.old.completeness != "complete":
        return wording.absence("added", comparison)
    return fate


def _about(topic: str, comparison: Comparison) -> str:
    """What was dropped, changed and added about a topic."""
    here = [change for change in comparison.changes if topic in change.topics]
    parts = [
        _listed(_fate("dropped", comparison), here, "dropped", _ids, _MOST_NAMED),
        _listed("changed", here, "changed", _told, _MOST_TOLD),
        _listed(_fate("added", comparison), here, "added", _ids, _MOST_NAMED),
    ]
    said = "; ".join(filter(None, parts)) or "nothing dropped, changed or added"
    return f"{wording.topic(topic)}: {said}."


def _listed(word: str, changes: Iterable[Change], fate: str, name: Callable[[Change], str], most: int) -> str:
    found = [change for change in changes if change.fate == fate]
    return f"{word}: {_joined([name(change) for change in found], most)}" if found else ""


def _joined(names: Sequence[str], most: int) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def _ids(change: Change) -> str:
    return between(", ".join(p.id for p in change.old), ", ".join(p.id for p in change.new))


def _told(change: Change) -> str:
    """A change by its ids, with what shifted."""
    shifts = "; ".join(f"{line.label}: {line.said}" for line in shift_lines(change))
    return f"{_ids(change)} ({'doubtful; ' * change.doubtful}{shifts or 'words only'})"


def _elsewhere(changes: Iterable[Change]) -> Iterator[str]:
    """What has a before and an after in the changes about other topics."""
    found = [
        f"{_ids(change)} ({'doubtful; ' * change.doubtful}{'; '.join(lines)})"
        for change in changes
        if (
            lines := [
                f"{line.label}: {line.said}" for line in shift_lines(change) if line.before and line.after
            ]
        )
    ]
    if found:
        yield f"Elsewhere, before and after: {_joined(found, _MOST_TOLD)}."


def _doubt(comparison: Comparison) -> Iterator[str]:
    links = sum(bool(change.old and change.new) for change in comparison.changes)
    if count := len(comparison.changes.doubtful):
        yield f"Doubtful: {count} of {wording.plural(links, 'link')}."
    yield from caveats.caveats(comparison)
