from __future__ import annotations

import pytest
from hypothesis import given

from peacediff.model import Change, Changes, Comparison, Draft, Fate
from peacediff.rollup import new_points, old_points, rolled_up
from tests.comparisons import Writer, by_id, comparisons, draft

RULE: list[tuple[list[Fate], Fate | None]] = [
    (["unchanged", "unchanged"], "unchanged"),
    (["dropped", "dropped"], "dropped"),
    (["added"], "added"),
    (["reworded", "unchanged"], "reworded"),
    (["unchanged", "dropped"], "changed"),
    (["reworded", "added"], "changed"),
    (["changed", "unchanged"], "changed"),
    (["dropped", "added"], "changed"),
    ([], None),
]


@pytest.mark.parametrize(("fates", "expected"), RULE)
def test_a_point_has_one_fate_by_one_rule(fates: list[Fate], expected: Fate | None) -> None:
    """All alike stay so, rewording beside no change is rewording, any other mixture is a change."""
    assert rolled_up(fates) == expected


def test_a_point_answers_for_what_stands_below_it() -> None:
    """A point of which only a sub-point is dropped is changed, and both say where they went."""
    writer = Writer()
    old = Draft("old.md", "", "", points=(writer.point("1", ["Lead:"], {"a": ["Kept."], "b": ["Lost."]}),))
    new = draft({"7": ["Lead:"], "8": ["Kept."]}, name="new.md")
    changes = [
        Change(by_id(old, "1"), by_id(new, "7"), "unchanged"),
        Change(by_id(old, "1.a"), by_id(new, "8"), "unchanged"),
        Change(by_id(old, "1.b"), (), "dropped"),
    ]
    found = old_points(Comparison(old, new, Changes(changes)))
    assert [(f.point.id, f.level, f.fate, f.counterparts, f.unlinked, f.size) for f in found] == [
        ("1", 0, "changed", ("7", "8"), 1, 3),
        ("1.a", 1, "unchanged", ("8",), 0, 1),
        ("1.b", 1, "dropped", (), 1, 1),
    ]


def test_a_counterpart_below_another_is_not_named() -> None:
    """Where a point and its sub-point answer, the point alone is named."""
    writer = Writer()
    new = Draft("new.md", "", "", points=(writer.point("7", ["Lead:"], {"a": ["Kept."]}),))
    old = draft({"1": ["Lead:", "Kept."]})
    changes = [
        Change(by_id(old, "1"), by_id(new, "7"), "unchanged"),
        Change(by_id(old, "1#2"), by_id(new, "7.a"), "unchanged"),
    ]
    assert old_points(Comparison(old, new, Changes(changes)))[0].counterparts == ("7",)


def test_a_point_that_only_doubtful_links_lead_to_is_told_as_doubtful() -> None:
    """A sure link into it or below it makes it sure."""
    old, new = (
        draft({"1": ["A b.", "C d.", "E f."]}),
        draft({"1": ["A x.", "C y."], "2": ["E z."]}, name="new.md"),
    )
    links = [("1", "1", 0.9), ("1#2", "1#2", 0.4), ("1#3", "2", 0.4)]
    changes = [Change(by_id(old, i), by_id(new, j), "changed", confidence=c) for i, j, c in links]
    (point,) = old_points(Comparison(old, new, Changes(changes)))
    assert (point.counterparts, point.doubtful) == (("1", "2"), frozenset({"2"}))


@given(comparisons())
def test_every_point_of_both_drafts_has_a_line(comparison: Comparison) -> None:
    """No point is left out, and only a point without any provision has no fate."""
    for draft_, found in (
        (comparison.old, old_points(comparison)),
        (comparison.new, new_points(comparison)),
    ):
        assert [f.point for f in found] == list(draft_.walk())
        for f in found:
            assert (f.fate is None) == (not any(p.provisions for p in f.point.walk()))
