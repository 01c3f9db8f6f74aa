"""The scripts that measure: they count rightly, on cases whose figures are known."""

from __future__ import annotations

import pytest

from peacediff.align import confidence, regrouping
from peacediff.align.confidence import Regression
from peacediff.model import Link
from peacediff.testing import Revision, Truth
from tests.bench import plans, reliability, revisions
from tests.bench.reliability import Judged
from tests.bench.tables import placed, table
from tests.comparisons import by_id, draft


def test_a_table_is_put_between_its_comments_and_nowhere_else() -> None:
    page = "a\n<!-- t -->\nold\n<!-- end of t -->\nb\n"
    fresh = placed(page, "t", table(["x", "y"], [["1", "2"]]))
    assert fresh == "a\n<!-- t -->\n\n| x | y |\n| --- | --: |\n| 1 | 2 |\n\n<!-- end of t -->\nb\n"
    assert placed(fresh, "t", table(["x", "y"], [["1", "2"]])) == fresh
    with pytest.raises(SystemExit):
        placed("no place", "t", "text")


def test_links_of_a_set_are_right_where_all_their_pairs_are_and_left_out_where_nobody_knows() -> None:
    row = {
        "old": [
            "Troops leave the valley.",
            "Mines are cleared by the engineers.",
            "Schools reopen.",
            "Ferries run.",
        ],
        "new": [
            "Troops leave the valley.",
            "Mines are cleared by engineers.",
            "Schools reopen.",
            "Ferries run.",
        ],
        "gold": [[[0], [0]], [[1], []], [[], [1]], [[2], []], [[], [2]], [[3], [3]]],
        "ignore": [[3, 3]],
    }
    found = [(each.exact, each.right) for each in reliability.links("set", row)]
    assert found == [(True, True), (False, False)]


def test_reliability_counts_by_confidence_and_set() -> None:
    found = [
        Judged("a", 0.95, right=True),
        Judged("a", 0.91, right=False),
        Judged("b", 0.6, right=True),
        Judged("b", 1.0, right=True, exact=True),
    ]
    rows = {row[0]: row[1:] for row in reliability.rows(found, ["a", "b"])}
    assert rows["0.90 to 0.97"] == ["1 of 2", "–", "1 of 2", "50%", "93%"]
    assert rows["doubtful: below 0.7"] == ["–", "1 of 1", "1 of 1", "100%", "60%"]
    assert rows["word for word the same"] == ["–", "1 of 1", "1 of 1", "100%", "100%"]
    assert reliability.error(found) == "Expected calibration error, exact links left out: 0.420."


def test_other_coefficients_hold_only_as_long_as_they_are_asked_for() -> None:
    before = confidence.regressions()
    with reliability.coefficients({"words": Regression(0.0, {})}):
        assert set(confidence.regressions()) == set(vars(regrouping)["regressions"]()) == {"words"}
    assert confidence.regressions() is before is vars(regrouping)["regressions"]()


def test_a_perfect_answer_scores_one_and_what_fell_back_into_its_place_is_no_move() -> None:
    old = draft({str(n): [f"Text number {n}."] for n in (1, 2, 3)})
    truth = (Truth(("1",), ("1",)), Truth(("2",), ("2",), moved=True), Truth(("3",), ("3",)))
    revision = Revision(old, old, truth)
    assert revisions.true(revision) == revisions.said(revision)
    crossed = (Truth(("1",), ("2",)), Truth(("2",), ("1",), moved=True), Truth(("3",), ("3",)))
    kinds = [kind for kind, _, _ in revisions.true(Revision(old, old, crossed))]
    assert kinds.count("moves") == 1


def test_the_easy_grade_is_recovered_in_full() -> None:
    grade, _, f1, *kinds = revisions.scored("easy", 5)
    assert (grade, f1) == ("easy", "1.000")
    assert all(
        figures.startswith(("1.000 / 1.000", "– / –"))
        for figures in (kinds[0], kinds[1], kinds[2], *kinds[4:])
    )


def test_the_plans_aligned_by_hand_name_provisions_and_a_perfect_answer_scores_one() -> None:
    found = [plan for plan in plans.plans() if plan.gold]
    assert len(found) == 17
    for plan in found:
        links = [
            Link(by_id(plan.old, old), by_id(plan.new, new), 1.0, 1.0, "text")
            for old, new in sorted(plan.gold)
        ]
        assert plans.row(plan, links)[2:] == ["1.000", "1.000", "1.000"]
        assert plans.row(plan, [])[2:] == ["–", ".000", ".000"]


def test_of_plans_that_have_nothing_in_common_only_silence_is_right() -> None:
    (plan,) = [plan for plan in plans.plans() if not plan.gold]
    link = Link(plan.old.provisions[:1], plan.new.provisions[:1], 1.0, 1.0, "text")
    assert plans.row(plan, [])[2:] == ["–", "–", "–"]
    assert plans.row(plan, [link])[2:] == [".000", "–", ".000"]


def test_links_are_counted_by_confidence() -> None:
    rows = plans.bands([(0.3, False), (0.95, True), (0.91, False), (1.0, True)])
    assert [row[1:] for row in rows if row[2] != "–"] == [
        ["0 of 1", "0%"],
        ["1 of 2", "50%"],
        ["1 of 1", "100%"],
    ]
