from __future__ import annotations

from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff.errors import Trouble
from peacediff.model import Change, Changes, Comparison, Draft, Edit, RunnerUp, Shift, Trace
from peacediff.present import lay_out
from peacediff.present.page import Group, Page, Run, plain
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


def groups(page: Page) -> list[Group]:
    return [group for section in page.sections for group in section.groups]


def unlinked(**said: Any) -> Change:
    return Change(draft({"3": ["NATO will not expand."]}).provisions, (), "dropped", **said)


def remarks(one: Change) -> tuple[str, ...]:
    return tuple(map(plain, groups(page_of(one))[0].entries[0].remarks))


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
    assert [group.fate for group in groups(page)] == ["dropped", "changed", "added", "reworded", "unchanged"]
    assert [g.fate for g in groups(lay_out(Comparison(old, new, Changes(changes[:1]))))] == ["unchanged"]


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


def shift_lines(*shifts: Shift) -> list[tuple[str, str]]:
    shown = groups(page_of(change("a b", "a c", shifts=shifts)))[0].entries[0].shifts
    return [(line.label, line.said) for line in shown]


def test_a_shift_is_told_in_one_line_with_both_sides_and_how_far_it_went() -> None:
    """The aspect and the way in words, then before and after, then the difference."""
    higher = Shift("quantity", "higher", "600,000", "800,000", difference="+33 %")
    assert shift_lines(higher) == [("quantity higher", "600,000 → 800,000 (+33 %)")]
    other = Shift("deadline", "incomparable", "within 100 days", "soon")
    assert shift_lines(other) == [("deadline other, not comparable", "within 100 days → soon")]


def test_shifts_stand_in_the_order_of_aspects_and_those_of_one_side_share_a_line() -> None:
    """What of one aspect came alone, or went alone, is listed in one line, each once."""
    found = shift_lines(
        Shift("condition", "added", "", "in peacetime"),
        Shift("place", "removed", "Crimea"),
        Shift("place", "removed", "Donetsk"),
        Shift("place", "removed", "Crimea"),
    )
    assert found == [("place removed", "Crimea; Donetsk"), ("condition added", "in peacetime")]


def test_a_long_quotation_is_shortened_to_its_ends() -> None:
    """Of a condition of many words the first ten and the last six stay; one a word longer than that stays whole."""
    words = [f"w{number}" for number in range(18)]
    ((_, said),) = shift_lines(Shift("condition", "added", "", " ".join(words)))
    assert said == " ".join([*words[:10], "…", *words[-6:]])
    assert shift_lines(Shift("condition", "added", "", " ".join(words[:17]))) == [
        ("condition added", " ".join(words[:17]))
    ]


def test_the_words_that_carry_the_verdict_are_told_and_many_are_shortened() -> None:
    """Words gone and come stand below the text; beside shifts they are the others; eight of a side are named."""
    assert remarks(change("a b", "a c", gone=("b",), come=("c",))) == ("words gone: b · come: c",)
    assert remarks(change("a b", "a c", gone=("b",))) == ("words gone: b",)
    beside = change("a b", "a c", come=("c",), shifts=(Shift("place", "removed", "b"),))
    assert remarks(beside) == ("other words come: c",)
    many = change("a b", "a c", gone=tuple("abcdefghij"))
    assert remarks(many) == ("words gone: a; b; c; d; e; f; g; h and 2 more",)
    turned = change("a b", "b a", gone=("a", "b"), come=("b", "a"))
    assert remarks(turned) == ("named in another order: a; b → b; a",)


def test_where_the_content_of_a_dropped_provision_lives_on_is_told() -> None:
    """A trace names the provision, how much of the content it holds, and the words."""
    traced = unlinked(trace=(Trace("14.c", 40, ("line", "contact")),))
    assert remarks(traced) == ("40 % of its wording in 14.c of the new draft: “line”, “contact”",)
    long = unlinked(trace=(Trace("3", 90, ("x", *(f"word {n}" for n in range(6)), "y")),))
    assert remarks(long)[0].endswith("“word 4”, “word 5” and 2 more")


TOPICS = ("territory", "security-guarantees", "nuclear")


def about(*topics: tuple[str, ...]) -> Comparison:
    """A dropped provision about each of some topics, in points 1, 2, 3 ..."""
    old = draft({str(n): ["Words."] for n, _ in enumerate(topics, start=1)})
    changes = [Change((p,), (), "dropped", topics=t) for p, t in zip(old.provisions, topics, strict=True)]
    return Comparison(old, draft({}, name="new.md"), Changes(changes, TOPICS))


def sections(page: Page) -> list[tuple[str, list[str], str]]:
    return [(s.title, [e.ids for g in s.groups for e in g.entries], plain(s.above)) for s in page.sections]


def test_watched_topics_come_first_and_each_change_is_told_once() -> None:
    """Territory, then security guarantees, then the rest; what is about both is named where it is not told."""
    both = ("territory", "security-guarantees")
    page = lay_out(about(("nuclear",), ("security-guarantees",), both, ()))
    assert sections(page) == [
        ("Territory", ["3"], ""),
        ("Security guarantees", ["2"], "Also about this, told above: 3 (dropped)"),
        ("Other topics", ["1", "4"], ""),
    ]
    assert [section.summary for section in page.sections] == ["1 dropped", "1 dropped", "2 dropped"]


def test_without_a_watched_topic_nothing_is_parted() -> None:
    """A comparison about other things has one section without a title."""
    assert sections(lay_out(about(("nuclear",), ()))) == [("", ["1", "2"], "")]


def test_topics_asked_for_are_shown_alone_in_their_order_and_the_rest_is_counted() -> None:
    """The page says how much it leaves out; the ledger counts all, the table of points has what is shown."""
    comparison = about(("nuclear",), ("territory",), (), ("territory", "nuclear"))
    page = lay_out(comparison, ("nuclear", "territory"))
    assert sections(page) == [
        ("Nuclear", ["1", "4"], ""),
        ("Territory", ["2"], "Also about this, told above: 4 (dropped)"),
    ]
    assert page.left_out == "1 change about other topics is not shown."
    assert page.ledger == lay_out(comparison).ledger
    assert [str(row.point) for row in page.points] == ["1", "2", "4"]
    assert lay_out(comparison).left_out == ""
    empty = lay_out(comparison, ("security-guarantees",))
    assert (sections(empty), empty.left_out) == (
        [("Security guarantees", [], "")],
        "4 changes about other topics are not shown.",
    )


def test_an_unknown_topic_is_trouble_with_a_suggestion() -> None:
    """Nobody takes a misspelt topic for one that nothing is about, in the library and on the page."""
    for ask in (about(()).about, lambda topic: lay_out(about(()), (topic,)), about(()).dropped.about):
        with pytest.raises(Trouble, match="there is no topic 'teritory'; did you mean territory"):
            ask("teritory")


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
    assert (groups(page)[0].fate, groups(page)[0].absence) == ("dropped", wording)
    assert groups(page)[0].entries[0].words == (wording,)
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
    assert page.summary == "1 dropped, 5 unchanged. 5 links: 1 moved, 3 renumbered."
    assert groups(page)[-1].stretches == (
        "1 to 2",
        "4 to 5 → 3 to 4",
        "6 → 9 (moved)",
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
    assert [(str(row.point), row.fate) for row in page.points] == [
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
    assert sum(group.count for group in groups(lay_out(comparison))) == len(comparison.changes)


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


def test_a_changed_point_says_how_much_of_it_is_dropped() -> None:
    """The line of a point that lost a provision counts it; a point lost as a whole needs no count."""
    old = draft({"1": ["The guns leave.", "Monitors stay."], "2": ["Prisoners return."]})
    new = draft({"1": ["The guns leave."]}, name="new.md")
    changes = [
        Change(by_id(old, "1"), by_id(new, "1"), "unchanged"),
        Change(by_id(old, "1#2"), (), "dropped"),
        Change(by_id(old, "2"), (), "dropped"),
    ]
    page = lay_out(Comparison(old, new, Changes(changes)))
    assert [row.opening for row in page.points] == [
        "[1 of 2 provisions dropped] The guns leave.",
        "Prisoners return.",
    ]
