"""Law 1 as one check: whatever a reader makes of an input, every text is its span's slice and nothing is skipped."""

from __future__ import annotations

from peacediff import Draft
from peacediff.model import ID_GRAMMAR, is_shown


def check_reading(draft: Draft) -> None:
    """Fail unless the draft obeys law 1."""
    slices = [
        *((point.label, point.label_span) for point in draft.walk() if point.label),
        *((each.text, each.span) for each in draft.provisions),
        *((each.text, each.span) for each in draft.passages),
    ]
    for text, span in slices:
        assert draft.text[slice(*span)] == text == text.strip() != ""
    at = 0
    for start, end in [*sorted(span for _, span in slices), (len(draft.text), len(draft.text))]:
        assert start >= at, "spans overlap"
        assert not any(map(is_shown, draft.text[at:start])), draft.text[at:start]
        at = end
    points = [point.id for point in draft.walk()]
    provisions = [provision.id for provision in draft.provisions]
    assert len(set(points)) == len(points)
    assert len(set(provisions)) == len(provisions)
    assert all(ID_GRAMMAR.fullmatch(each) for each in points + provisions)
    assert {provision.point for provision in draft.provisions} <= set(points)
