from __future__ import annotations

from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff.model import Change, Changes, Comparison, Draft, Edit, RunnerUp, Shift, Trace
from peacediff.present import lay_out
from peacediff.present.page import Page, Run
from peacediff.present.runs import LONGEST, runs
from peacediff.text.edits import edits
from tests.comparisons import Writer, by_id, comparisons, draft


def change(before: str, after: str, **said: Any) -> Change:
    old, new = draft({"1": [before]}), draft({"1": [after]}, name="new.md")
    word_edits = edits(before, after)
    return Change(old.provisions, new.provisions, "changed", edits=word_edits, **said)


def page_of(one: Change, **drafts: Any) -> Page:
    old = Draft("old.md", "", "", **drafts.get("old", {}))
    new = Draft("new.md", "", "", **drafts.get("new", {}))
    return lay_out(Comparison(old, new, Changes([one])))


def unlinked(**said: Any) -> Change:
    return Change(draft({"3": ["NATO will not expand."]}).provisions, (), "dropped", **said)


def remarks(one: Change) -> tuple[str, ...]:
    return page_of(one).groups[0].entries[0].remarks


def test_groups_stand_in_the_order_of_what_matters() -> None:
    """Dropped comes first, then changed, added, reworded and unchanged; groups of nothing are not shown."""
    old = draft({"1": ["a"], "2": ["b"], "3": ["c"], "4": ["d"]})
    new = draft({"1": ["a"], "2": ["B"], "3": ["C"], "5": ["e"]}, name="new.md")
    changes = [
        Change(by_id(old, "1"), by_id(new, "1"), "unchanged"),
        Change(by_id(old, "2"), by_id(new, "2"), "reworded"),
        Change((), by_id(new, "5"), "added"),
        Change(by_id(old, "3"), by_id(new, "3"), "changed"),
        Change(by_id(old, "4"), (), "dropped"),
    ]
    page = lay_out(Comparison(old, new, Changes(changes)))
    assert [group.fate for group in page.groups] == ["dropped", "changed", "added", "reworded", "unchanged"]
    assert [g.fate for g in lay_out(Comparison(old, new, Changes(changes[:1]))).groups] == ["unchanged"]


def test_edits_stand_in_their_context() -> None:
    """A change is read in one line: what stays, what goes and what comes."""
    found = runs(change("It is limited to 600,000 men.", "It stays at 800,000 men."))
    assert found == (
        Run("It ", "equal"),
        Run("is limited to 600,000", "deleted"),
        Run(" ", "equal"),
        Run("stays at 800,000", "inserted"),
        Run(" men.", "equal"),
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [("the “buffer” zone", 'the "buffer" zone'), ("50-50 share", "50–50 share"), ("a b", "a\n  b")],
)
def test_what_differs_in_print_only_is_not_marked(before: str, after: str) -> None:
    """Quotes, dashes and white space are no edits to a reader; a remark says so where that is all."""
    edit = Edit("replace", before, after, (0, len(before)), (0, len(after)))
    one = attrs.evolve(change(before, after), edits=(edit,))
    assert {run.role for run in runs(one)} == {"equal"}
    assert remarks(one) == ("differs in white space, quotes or dashes only",)


def test_square_brackets_are_marked() -> None:
    """Brackets mark what is still open, so their removal is no matter of print."""
    assert any(run.role == "deleted" for run in runs(change("a [permanent] cap", "a permanent cap")))


def test_long_equal_text_is_shortened_to_its_ends() -> None:
    """More than forty equal words between edits keep their first and last words around an ellipsis."""
    middle = " ".join(f"w{number}" for number in range(LONGEST + 1))
    elided = runs(change(f"old {middle} old", f"new {middle} new"))
    assert [run.text for run in elided if run.role == "elided"] == ["…"]
    assert any(run.text.startswith(" w0 w1 ") for run in elided)
    assert any(run.text.endswith(f"w{LONGEST} ") for run in elided)
    short = runs(
        change("old " + middle.rsplit(" ", 1)[0] + " old", "new " + middle.rsplit(" ", 1)[0] + " new")
    )
    assert all(run.role != "elided" for run in short)


def test_an_unlinked_provision_is_shown_whole() -> None:
    """The text of a dropped provision is one deletion, however long."""
    text = " ".join(["word"] * 100)
    assert runs(Change(draft({"1": [text]}).provisions, (), "dropped")) == (Run(text, "deleted"),)


def test_a_doubtful_link_is_told_in_words() -> None:
    """A link of low confidence names its confidence and its rival on the side where the rival stands."""
    doubtful = change("a b", "a c", confidence=0.46, runner_up=RunnerUp("1", "14.c", 0.4, 0.1))
    assert remarks(doubtful) == ("doubtful link (confidence 0.46); next best in the new draft: 14.c",)
    other = attrs.evolve(doubtful, runner_up=RunnerUp("9", "1", 0.4, 0.1))
    assert remarks(other) == ("doubtful link (confidence 0.46); next best in the old draft: 9",)
    assert remarks(change("a b", "a c", confidence=0.71)) == ()


def test_an_unlinked_provision_names_the_nearest_text() -> None:
    """For a dropped provision the nearest text of the new draft is named, with its likeness."""
    near = unlinked(runner_up=RunnerUp("3", "14.c", 0.31))
    assert remarks(near) == (
        "nothing in the new draft holds much of its wording; nearest: 14.c, likeness 0.31",
    )


def test_shifts_and_traces_are_told() -> None:
    """What shifted in the content, and where the content of a dropped provision lives on, is said in words."""
    shifted = change("a b", "a c", shifts=(Shift("quantity", "higher", "600,000", "800,000"),))
    assert remarks(shifted) == ("quantity higher: 600,000 → 800,000",)
    traced = unlinked(trace=(Trace("14.c", 40, ("line", "contact")),))
    assert remarks(traced) == ("40 % of its wording in 14.c of the new draft: “line”, “contact”",)
    long = unlinked(trace=(Trace("3", 90, ("x", *(f"word {n}" for n in range(6)), "y")),))
    assert remarks(long)[0].endswith("“word 4”, “word 5” and 2 more")


@pytest.mark.parametrize(
    ("completeness", "wording", "caveat"),
    [
        ("reported", "not in the reported text", "known from reports only"),
        ("partial", "not in the known part of the text", "known in part only"),
    ],
)
def test_absence_from_a_draft_not_known_in_full_is_worded_so(
    completeness: str, wording: str, caveat: str
) -> None:
    """What is missing in a draft known from reports or in part is not called dropped, and a caveat stands above."""
    page = page_of(unlinked(basis="reported"), new={"completeness": completeness})
    assert (page.groups[0].fate, page.groups[0].absence) == ("dropped", wording)
    assert page.groups[0].entries[0].words == (wording,)
    assert caveat in page.caveats[0]
    assert page_of(unlinked()).caveats == ()


def test_unchanged_neighbours_are_joined() -> None:
    """Unchanged provisions that follow each other in both drafts take one entry; a flag or a gap parts them."""
    old = draft({str(n): [f"w{n}"] for n in range(1, 7)})
    new = draft({"1": ["w1"], "2": ["w2"], "3": ["w4"], "4": ["w5"], "9": ["w6"]}, name="new.md")
    pairs = [("1", "1"), ("2", "2"), ("4", "3"), ("5", "4"), ("6", "9")]
    changes = [
        Change(by_id(old, a), by_id(new, b), "unchanged", renumbered=a != b, moved=a == "6") for a, b in pairs
    ]
    changes.append(Change(by_id(old, "3"), (), "dropped"))
    page = lay_out(Comparison(old, new, Changes(changes)))
    assert page.groups[-1].stretches == (
        "1 to 2",
        "4 to 5 → 3 to 4 (renumbered)",
        "6 → 9 (moved, renumbered)",
    )


def test_the_head_tells_what_was_set_aside_or_not_understood() -> None:
    """Notes and remainders are counted with their lines; the title falls back to the name."""
    writer = Writer()
    notes = tuple(writer.note(f"n{number}\n") for number in range(10))
    remainder = attrs.evolve(writer.note("??"), kind="remainder")
    side = page_of(unlinked(), old={"passages": (*notes, remainder), "date": "2025-11-20"}).old
    assert side.title == "old.md"
    assert side.facts == "old.md, 2025-11-20, 0 provisions"
    assert side.asides == (
        "10 passages set aside as a note (lines 1, 2, 3, 4, 5, 6, 7, 8 and 2 more)",
        "1 passage not understood (line 11)",
    )


def test_what_lies_below_a_wholly_dropped_point_is_told_by_it() -> None:
    """The table of points has no lines below a point that is wholly dropped or unchanged."""
    writer = Writer()
    points = (writer.point("1", ["Lead:"], {"a": ["x"]}), writer.point("2", ["Lead:"], {"a": ["y"]}))
    old = Draft("old.md", writer.text, "", points=points)
    new = draft({"1": ["y"]}, name="new.md")
    dropped = [Change((p,), (), "dropped") for p in old.provisions if p.id != "2.a"]
    kept = Change(by_id(old, "2.a"), by_id(new, "1"), "unchanged")
    page = lay_out(Comparison(old, new, Changes([*dropped, kept])))
    assert [(row.id, row.fate) for row in page.points] == [
        ("1", "dropped"),
        ("2", "changed"),
        ("2.a", "unchanged"),
    ]


@given(comparisons())
def test_the_ledger_adds_up(comparison: Comparison) -> None:
    """The last row of the ledger is the number of provisions of each side, and the sum of the rows above."""
    *rows, total = lay_out(comparison).ledger
    assert total.old == len(comparison.old.provisions) == sum(row.old or 0 for row in rows)
    assert total.new == len(comparison.new.provisions) == sum(row.new or 0 for row in rows)


@given(comparisons())
def test_every_change_is_on_the_page(comparison: Comparison) -> None:
    """Groups hold all changes, each once."""
    assert sum(group.count for group in lay_out(comparison).groups) == len(comparison.changes)


PLAIN = st.text("ab c\n“-,", max_size=30)


@given(PLAIN, PLAIN)
def test_runs_hold_all_words_of_both_sides(before: str, after: str) -> None:
    """Without the deleted runs the new words are left, without the inserted ones the old, print aside."""
    found = runs(change(before, after))
    for role, text in (("inserted", before), ("deleted", after)):
        shown = "".join(run.text for run in found if run.role != role)
        assert _bare(shown) == _bare(text)


def _bare(text: str) -> str:
    return "".join(text.translate(str.maketrans("", "", "“- \n")).split())


@given(comparisons())
def test_marked_runs_are_set_off(comparison: Comparison) -> None:
    """No marked run is empty, begins or ends with a space, or touches another; spaces are single."""
    for one in comparison.changes:
        found = runs(one)
        for run in found:
            assert run.text
            assert "  " not in run.text
            assert run.role == "equal" or run.text == run.text.strip(" ")
        for left, right in pairwise(found):
            assert "equal" in (left.role, right.role)
