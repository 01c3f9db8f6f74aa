"""The laws of a comparison, as docs/explanation/pipeline.md states them; the law of reading has a file of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from random import Random

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from peacediff import Comparison, Draft, compare
from peacediff.model import ID_GRAMMAR, TURNED, Change, EditKind, Fate, Provision, Shape
from peacediff.readers import read_text
from peacediff.testing import Revision, drafts, revise, revisions
from peacediff.text.edits import replay

PAIRS = st.one_of(
    st.tuples(drafts(), drafts()),
    revisions("medium").map(lambda revision: (revision.old, revision.new)),
    revisions("hard").map(lambda revision: (revision.old, revision.new)),
)


def ids(provisions: tuple[Provision, ...]) -> tuple[str, ...]:
    return tuple(provision.id for provision in provisions)


def links(comparison: Comparison) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return {(ids(change.old), ids(change.new)) for change in comparison.changes}


@given(PAIRS)
def test_every_provision_stands_in_exactly_one_change(pair: tuple[Draft, Draft]) -> None:
    comparison = compare(*pair)
    assert Counter(i for c in comparison.changes for i in ids(c.old)) == Counter(
        ids(comparison.old.provisions)
    )
    assert Counter(i for c in comparison.changes for i in ids(c.new)) == Counter(
        ids(comparison.new.provisions)
    )


@given(PAIRS)
def test_the_ledger_adds_up_on_both_sides(pair: tuple[Draft, Draft]) -> None:
    comparison = compare(*pair)
    ledger = comparison.ledger
    assert sum(count for _, count in ledger.old) == len(comparison.old.provisions)
    assert sum(count for _, count in ledger.new) == len(comparison.new.provisions)


@given(drafts())
def test_ids_are_unique_and_follow_one_grammar(draft: Draft) -> None:
    found = ids(draft.provisions)
    assert len(set(found)) == len(found)
    assert all(ID_GRAMMAR.fullmatch(name) for name in found)


@given(st.one_of(drafts(), revisions("hard").map(lambda revision: revision.new)))
def test_a_draft_compared_with_itself_is_unchanged(draft: Draft) -> None:
    for change in compare(draft, draft).changes:
        assert change.fate == "unchanged"
        assert change.found == "exact"
        assert ids(change.old) == ids(change.new)
        assert (change.edits, change.shifts) == ((), ())
        assert (change.moved, change.renumbered, change.doubtful) == (False, False, False)


FATES: dict[Fate, Fate] = {"dropped": "added", "added": "dropped"}
SHAPES: dict[Shape, Shape] = {"split": "merged", "merged": "split"}
KINDS: dict[EditKind, EditKind] = {"insert": "delete", "delete": "insert"}


def in_any_order(changes: Iterable[Change]) -> set[Change]:
    """Changes to hold against each other, but for the order of shifts and by how much of the old value they differ."""
    return {
        attrs.evolve(
            change,
            shifts=tuple(sorted((attrs.evolve(shift, difference="") for shift in change.shifts), key=str)),
        )
        for change in changes
    }


def mirrored(change: Change) -> Change:
    """The change as the reversed comparison should tell it."""
    return attrs.evolve(
        change,
        old=change.new,
        new=change.old,
        fate=FATES.get(change.fate, change.fate),
        shape=SHAPES.get(change.shape, change.shape),
        gone=change.come,
        come=change.gone,
        shifts=tuple(
            attrs.evolve(
                shift,
                direction=TURNED[shift.direction],
                before=shift.after,
                after=shift.before,
                before_span=shift.after_span,
                after_span=shift.before_span,
            )
            for shift in change.shifts
        ),
        runner_up=change.runner_up
        and attrs.evolve(change.runner_up, old=change.runner_up.new, new=change.runner_up.old),
        edits=tuple(
            attrs.evolve(
                edit,
                kind=KINDS.get(edit.kind, edit.kind),
                old=edit.new,
                new=edit.old,
                old_span=edit.new_span,
                new_span=edit.old_span,
            )
            for edit in change.edits
        ),
    )


@given(PAIRS)
def test_the_reversed_comparison_is_the_mirror(pair: tuple[Draft, Draft]) -> None:
    old, new = pair
    forwards, backwards = compare(old, new), compare(new, old)
    assert in_any_order(map(mirrored, forwards.changes)) == in_any_order(backwards.changes)


@given(PAIRS)
def test_edits_turn_the_old_text_into_the_new_and_back(pair: tuple[Draft, Draft]) -> None:
    for change in compare(*pair).changes:
        assert replay(change.before, change.edits) == change.after
        assert replay(change.after, mirrored(change).edits) == change.before
        if change.fate in ("dropped", "added"):
            assert len(change.edits) == 1


def reordered(draft: Draft, order: list[int]) -> tuple[Draft, dict[str, str]]:
    """The same flat points in another order, newly numbered, and each text's id there."""
    texts = [p.text for p in draft.provisions]
    lines = [f"{n}. {texts[place]}" for n, place in enumerate(order, start=1)]
    return read_text("\n\n".join(lines) + "\n", name=draft.name), {
        draft.provisions[place].id: str(n) for n, place in enumerate(order, start=1)
    }


@given(revisions("easy"), st.randoms(use_true_random=False))
def test_order_never_changes_who_answers_whom(revision: Revision, random: Random) -> None:
    order = list(range(len(revision.new.provisions)))
    random.shuffle(order)
    shuffled, renamed = reordered(revision.new, order)
    there = {
        (ids(c.old), frozenset(renamed[i] for i in ids(c.new)))
        for c in compare(revision.old, revision.new).changes
    }
    here = {(ids(c.old), frozenset(ids(c.new))) for c in compare(revision.old, shuffled).changes}
    assert there == here


@given(revisions("easy"))
@settings(max_examples=200)
def test_easy_revisions_are_recovered_exactly(revision: Revision) -> None:
    assert links(compare(revision.old, revision.new)) == {(t.old, t.new) for t in revision.truth}


def test_a_large_easy_revision_is_recovered_exactly() -> None:
    revision = revise(Random(4), 150)
    assert links(compare(revision.old, revision.new)) == {(t.old, t.new) for t in revision.truth}
