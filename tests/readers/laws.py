"""Law 1, for a draft of any format: every text is its span's slice, and nothing of the text is skipped."""

from __future__ import annotations

from unicodedata import category

from peacediff import Draft
from peacediff.model import ID_GRAMMAR

MARKERS = set("#>-–—*+_=|~")


def assert_reading_laws(draft: Draft) -> None:
    """Texts are slices that do not overlap and leave nothing but space and markers; ids are unique and well-formed."""
    said = [*((p.text, p.span) for p in draft.provisions), *((p.text, p.span) for p in draft.passages)]
    for text, span in said:
        assert draft.text[slice(*span)] == text == text.strip() != ""
    for point in draft.walk():
        assert draft.text[slice(*point.label_span)] == point.label
    _assert_covered(draft)
    ids = [*(point.id for point in draft.walk()), *(p.id for p in draft.provisions if "#" in p.id)]
    assert len(set(ids)) == len(ids)
    assert all(ID_GRAMMAR.fullmatch(id_) for id_ in ids)


def _assert_covered(draft: Draft) -> None:
    spans = [
        *(provision.span for provision in draft.provisions),
        *(passage.span for passage in draft.passages),
        *(point.label_span for point in draft.walk()),
    ]
    at = 0
    for start, end in [*sorted(span for span in spans if span[0] < span[1]), (len(draft.text),) * 2]:
        assert start >= at
        assert all(map(_may_be_outside, draft.text[at:start])), draft.text[at:start]
        at = end


def _may_be_outside(character: str) -> bool:
    """Whether a character is space, a marker or an invisible sign."""
    return character.isspace() or character in MARKERS or category(character) == "Cf"
