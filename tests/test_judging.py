"""Findings: their order, fingerprints, neighbours, and what a register does to them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from peacediff import Findings, Register, Trouble, compare, judge, read_text
from peacediff.judging import FINGERPRINT
from peacediff.model import Acceptance
from peacediff.testing import Revision, revisions

OLD = """1. The bridge opens in spring.
2. Both parties must release the archives.
3. The northern republic receives security guarantees from three guarantor states.
"""
NEW = """1. The bridge opens in spring.
2. Both parties may release the archives.
"""
TODAY = date(2026, 5, 3)


def findings(old: str = OLD, new: str = NEW, *accepted: Acceptance) -> Findings:
    comparison = compare(read_text(old, name="old.md"), read_text(new, name="new.md"))
    return judge(comparison, register=Register("r.toml", accepted), today=TODAY)


def fingerprints(old: str = OLD, new: str = NEW) -> dict[str, str]:
    return {finding.rule: finding.fingerprint for finding in findings(old, new)}


def test_findings_come_worst_first_and_filter() -> None:
    found = findings()
    assert [finding.rule for finding in found] == ["guarantee-dropped", "duty-softer"]
    assert [finding.rule for finding in found.at_least("error")] == ["guarantee-dropped"]
    assert len(found.at_least("info")) == 2
    assert [finding.rule for finding in found.by("duty-softer")] == ["duty-softer"]
    assert not found.by("duty-firmer")
    assert isinstance(found[:1], Findings)
    with pytest.raises(Trouble, match="did you mean error"):
        found.at_least("eror")  # type: ignore[arg-type]


def test_a_finding_quotes_the_words_of_its_shifts_or_else_the_texts() -> None:
    dropped, softer = findings()
    assert softer.quoted == (("must release", "may release"),)
    assert dropped.quoted == ((dropped.change.before, ""),)


def test_a_dropped_provision_stands_near_the_answer_of_the_one_before_it() -> None:
    dropped, softer = findings()
    assert dropped.neighbour is not None
    assert dropped.neighbour.id == "2"
    assert softer.neighbour is None
    lone, *_ = findings("1. The town is territory of the republic.\n", "1. Fishermen pay no harbour dues.\n")
    assert lone.neighbour is None


def test_a_fingerprint_outlives_labels_lines_case_and_what_is_not_its_own() -> None:
    old = "# Plan\n\nI. The lake is deep.\n\nII. Both parties must release the archives.\n"
    new = "# Plan\n\nI. Both parties MAY release the archives.\n"
    assert fingerprints(old, new)["duty-softer"] == fingerprints()["duty-softer"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD.replace("archives", "records"), NEW.replace("archives", "records")),
        (OLD, NEW.replace("may", "can")),
    ],
)
def test_a_fingerprint_follows_the_words_of_both_sides(old: str, new: str) -> None:
    assert fingerprints(old, new)["duty-softer"] != fingerprints()["duty-softer"]


def test_a_fingerprint_differs_between_rules_and_counts_equal_texts() -> None:
    again = "4. The northern republic receives security guarantees from three guarantor states.\n"
    found = [f for f in findings(OLD + again) if f.rule == "guarantee-dropped"]
    first, second = (finding.fingerprint for finding in found)
    assert second == f"{first}-2"
    assert first.startswith(FINGERPRINT)
    assert len({finding.fingerprint for finding in findings()}) == 2


def test_what_is_accepted_does_not_count_and_is_kept() -> None:
    name = fingerprints()["guarantee-dropped"]
    found = findings(OLD, NEW, Acceptance(name, "agreed"))
    assert [finding.rule for finding in found] == ["duty-softer"]
    assert not found.at_least("error")
    (accepted,) = found.accepted
    assert (accepted.fingerprint, accepted.acceptance) == (name, Acceptance(name, "agreed"))
    assert (found.stale, found.expired) == ((), ())


@pytest.mark.parametrize(("until", "counts"), [("2026-05-02", True), ("2026-05-03", False), ("", False)])
def test_an_acceptance_holds_through_its_last_day(until: str, *, counts: bool) -> None:
    entry = Acceptance(fingerprints()["guarantee-dropped"], "agreed", until)
    found = findings(OLD, NEW, entry)
    assert bool(found.at_least("error")) is counts
    assert found.expired == ((entry,) if counts else ())


def test_an_acceptance_that_nothing_answers_is_stale() -> None:
    entry = Acceptance(f"{FINGERPRINT}{'0' * 16}", "agreed")
    assert findings(OLD, NEW, entry).stale == (entry,)


def test_an_acceptance_that_ends_needs_a_day_to_be_judged() -> None:
    """Without one it would never end."""
    comparison = compare(read_text(OLD, name="old"), read_text(NEW, name="new"))
    register = Register("r.toml", (Acceptance("v1-0", "agreed", "2026-05-03"),))
    with pytest.raises(Trouble, match=r"r\.toml: the acceptance of v1-0 ends on 2026-05-03"):
        judge(comparison, register=register)


@given(revisions(max_size=6))
def test_any_revision_has_findings_with_fingerprints_of_their_own(revision: Revision) -> None:
    found = judge(compare(revision.old, revision.new))
    assert len({finding.fingerprint for finding in found}) == len(found)
    assert not judge(compare(revision.old, revision.old))


def test_what_is_no_comparison_is_told_with_the_way_to_one() -> None:
    with pytest.raises(Trouble, match=r"str 'old\.md' is no comparison; compare two drafts first"):
        judge("old.md")  # type: ignore[arg-type]


def test_a_watched_topic_that_there_is_not_is_told_by_its_setting() -> None:
    """Trouble names what the user wrote: the watched topics, and not a rule that asks for them."""
    with pytest.raises(Trouble, match=r"^watched: there is no topic 'nucler'; did you mean nuclear\?"):
        judge(compare(read_text(OLD), read_text(NEW)), watched=("nucler",))
