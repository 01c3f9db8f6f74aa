"""What a reader must bear in mind: what is not known, claimed or looked for, and what was given beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacediff.knowledge import load
from peacediff.knowledge.languages import is_known
from peacediff.model import Comparison, Draft, Pins
from peacediff.present.doubt import steadiness
from peacediff.present.wording import files, plural

_CAVEATS = {
    (
        "new",
        "reported",
    ): "The new draft is known from reports only: what it lacks may stand in the text itself.",
    ("new", "partial"): "The new draft is known in part only: what it lacks may stand in the rest.",
    (
        "old",
        "reported",
    ): "The old draft is known from reports only: what looks added may stand in the text itself.",
    ("old", "partial"): "The old draft is known in part only: what looks added may stand in the rest.",
}
_ABSENCE = "Absence is claimed of the files given{}, not of papers beside them."
_FOREIGN = "{} not in English: no shift is told by English words, only by numbers and listed names."
UNFOUND = "A dropped and an added provision can be one that was heavily rewritten."


def caveats(comparison: Comparison) -> tuple[str, ...]:
    """What a reader must bear in mind: where a draft is not known in full, and what was given beforehand."""
    sides = (("old", comparison.old.completeness), ("new", comparison.new.completeness))
    found = [_CAVEATS[side] for side in sides if side in _CAVEATS]
    packaged = [files(draft) for draft in (comparison.old, comparison.new) if draft.papers]
    if found or packaged:
        found.append(_ABSENCE.format(f" ({'; '.join(packaged)})" if packaged else ""))
    if comparison.dropped and comparison.added:
        found.append(UNFOUND)
    found += _foreign(comparison)
    return (*found, *_given(comparison.links), *steadiness(comparison.robustness))


def _foreign(comparison: Comparison) -> Iterator[str]:
    """What is not looked for, where the words of a draft are not those that are listed."""
    sides = (("old", comparison.old), ("new", comparison.new))
    foreign = [side for side, draft in sides if not is_known(draft, load())]
    if foreign:
        which = f"The {' and the '.join(foreign)} {'drafts are' if len(foreign) > 1 else 'draft is'}"
        yield _FOREIGN.format(which)


def foreign(named: Sequence[tuple[str, Draft]]) -> Iterator[str]:
    """What is not looked for in some of several drafts, each with what it is called."""
    names = [name for name, draft in named if not is_known(draft, load())]
    if names:
        yield _FOREIGN.format(f"{' and '.join(names)} {'are' if len(names) > 1 else 'is'}")


def _given(pins: Pins) -> Iterator[str]:
    """What the user said of links."""
    counts = ((len(pins.pinned), "pinned"), (len(pins.forbidden), "forbidden"))
    said = " and ".join(f"{plural(count, 'link')} {how}" for count, how in counts if count)
    if said:
        yield f"By {pins.name}: {said}." if pins.name else f"By the user: {said}."
