"""The summary in a paragraph and the table of correspondence."""

from __future__ import annotations

import csv

import attrs
import pytest
from hypothesis import given

from peacediff.errors import Trouble
from peacediff.model import Basis, Change, Changes, Comparison, Shift
from peacediff.present.correspondence import Row, correspondence
from peacediff.present.paragraph import paragraph
from peacediff.renderers import RENDERERS, Style
from tests.comparisons import by_id, comparisons, draft

CAP = Shift("quantity", "higher", "600", "800", difference="+33 %")


def revision(*, reported: bool = False) -> Comparison:
    """Point 1 is dropped, 2 and 3 are merged in 2, 4 is unchanged as 3, and 5 is new."""
    old = draft({"1": ["a"], "2": ["cap 600"], "3": ["c"], "4": ["d"]})
    new = draft(
        {"2": ["cap 800 c"], "3": ["d"], "5": ["e"]}, "new.md", "reported" if reported else "complete"
    )
    basis: Basis = "reported" if reported else "stated"
    return Comparison(
        old,
        new,
        Changes(
            [
                Change(by_id(old, "1"), (), "dropped", basis=basis, topics=("territory",)),
                Change(
                    by_id(old, "2", "3"), by_id(new, "2"), "changed", "merged", confidence=0.5, shifts=(CAP,)
                ),
                Change(by_id(old, "4"), by_id(new, "3"), "unchanged", confidence=1.0),
                Change((), by_id(new, "5"), "added", topics=("security-guarantees",)),
            ],
            ("territory", "security-guarantees"),
        ),
    )


def test_the_paragraph_counts_and_names_what_was_dropped_and_what_changed() -> None:
    """Both drafts add up, watched topics name their ids, and what has a before and an after is quoted."""
    assert paragraph(revision()) == (
        "Old draft: old.md; new draft: new.md. 4 provisions of the old draft: 1 unchanged, 2 changed, 1 dropped. "
        "3 provisions of the new draft: 1 unchanged, 1 changed, 1 added. Territory: dropped: 1. "
        "Security guarantees: added: 5. "
        "Elsewhere, before and after: 2, 3 → 2 (doubtful; quantity higher: 600 → 800 (+33 %)). "
        "Doubtful: 1 of 2 links. A dropped and an added provision can be one that was heavily rewritten."
    )


def test_an_absence_from_a_reported_draft_is_no_drop_in_the_paragraph_and_the_table() -> None:
    """Where a draft is known from reports, what it lacks is not in the reported text, and no more is said."""
    told = paragraph(revision(reported=True))
    assert "1 not in the reported text" in told
    assert "Territory: not in the reported text: 1." in told
    assert " dropped:" not in told
    assert correspondence(revision(reported=True)).old[0] == Row("1", (), "not in the reported text")


def test_topics_asked_for_are_told_instead_and_an_unknown_one_is_trouble() -> None:
    told = paragraph(revision(), ("security-guarantees",))
    assert "Security guarantees: added: 5." in told
    assert "Territory" not in told
    assert "Elsewhere" not in told
    with pytest.raises(Trouble, match="did you mean territory"):
        paragraph(revision(), ("teritory",))


def test_the_table_answers_every_point_from_both_sides() -> None:
    """Each point stands once in each direction with what answers it; a link that is not sure is marked."""
    found = correspondence(revision())
    assert found.old == (
        Row("1", (), "dropped"),
        Row("2", ("2 (doubtful)",), "changed"),
        Row("3", ("2 (doubtful)",), "changed"),
        Row("4", ("3",), "unchanged"),
    )
    assert found.new == (
        Row("2", ("2 (doubtful)", "3 (doubtful)"), "changed"),
        Row("3", ("4",), "unchanged"),
        Row("5", (), "added"),
    )


def test_the_table_is_printed_as_text_markdown_and_csv() -> None:
    sure = attrs.evolve(
        revision(), changes=Changes([attrs.evolve(c, confidence=None) for c in revision().changes])
    )
    assert RENDERERS["table"](sure, Style()).splitlines()[:4] == [
        "OLD → NEW",
        "  Old   New   Fate",
        "  1     –     dropped",
        "  2     2     changed",
    ]
    assert "| 2 | 2, 3 | changed |" in RENDERERS["table-markdown"](sure, Style())
    rows = list(csv.reader(RENDERERS["table-csv"](sure, Style()).splitlines()))
    assert rows[:2] == [["draft", "point", "answered by", "fate"], ["old", "1", "", "dropped"]]
    assert rows[5] == ["new", "2", "2; 3", "changed"]


@given(comparisons())
def test_every_point_with_text_has_a_row(comparison: Comparison) -> None:
    """No point is left out of the table in either direction, whatever the comparison."""
    found = correspondence(comparison)
    for rows, of in ((found.old, comparison.old), (found.new, comparison.new)):
        assert [row.point for row in rows] == [point.id for point in of.walk() if point.provisions]


@given(comparisons())
def test_the_counts_of_the_paragraph_are_those_of_the_ledger(comparison: Comparison) -> None:
    told = paragraph(comparison)
    for side, counts in (("old", comparison.ledger.old), ("new", comparison.ledger.new)):
        assert f"of the {side} draft: " in told
        assert all(f"{count} " in told for _, count in counts if count)
