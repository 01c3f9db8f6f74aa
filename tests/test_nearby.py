"""Whether what is dropped and added hangs on how the aligner is set."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings

from peacediff import Comparison, compare, read
from peacediff.model import Change, Changes, Nearby, Robustness, Wavering
from peacediff.present import lay_out
from peacediff.present.page import Entry, Page, plain
from peacediff.testing import Revision, revisions
from tests.comparisons import by_id, draft

EXAMPLES = Path(__file__).parent.parent / "examples"


def robust(compared: Comparison) -> Robustness:
    assert compared.robustness is not None
    return compared.robustness


def entries(page: Page) -> list[Entry]:
    return [entry for section in page.sections for group in section.groups for entry in group.entries]


def test_robustness_is_only_told_where_it_is_asked_for() -> None:
    old = draft({"1": ["Ceasefire at noon."]})
    assert compare(old, old).robustness is None
    assert robust(compare(old, old, robust=True)).stays == 6


def test_a_heavy_rewrite_hangs_on_the_setting_and_says_where() -> None:
    """The founding case; what wavers is named at its change, and the counts of every other setting are told."""
    case = EXAMPLES / "01-us-28-to-ua-20"
    compared = compare(read(case / "old.md"), read(case / "new.md"), robust=True)
    found, page = robust(compared), lay_out(compared)
    assert 0 <= found.stays < 6
    assert found.wavering
    assert f"In {found.stays} of 6 nearby settings" in " ".join(page.caveats)
    remarks = [plain(remark) for entry in entries(page) for remark in entry.remarks]
    assert sum("of 6 nearby settings" in remark for remark in remarks) == len(found.wavering)


@given(revisions("hard", max_size=6))
@settings(max_examples=25, deadline=None)
def test_a_setting_stays_just_where_nothing_wavers_and_the_reverse_is_the_mirror(revision: Revision) -> None:
    forwards = robust(compare(revision.old, revision.new, robust=True))
    backwards = robust(compare(revision.new, revision.old, robust=True))
    assert (forwards.stays == 6) == (not forwards.wavering)
    assert [(s.name, s.dropped, s.added, s.stays) for s in forwards.settings] == [
        (s.name, s.added, s.dropped, s.stays) for s in backwards.settings
    ]
    other = {"old": "new", "new": "old"}
    assert {(w.side, w.provision, w.unlinked) for w in forwards.wavering} == {
        (other[w.side], w.provision, w.unlinked) for w in backwards.wavering
    }


@given(revisions("easy", max_size=6))
@settings(max_examples=25, deadline=None)
def test_what_is_clear_stays_in_every_nearby_setting(revision: Revision) -> None:
    assert robust(compare(revision.old, revision.new, robust=True)).stays == 6


def test_what_wavers_is_told_at_its_change() -> None:
    """A linked provision tells where it is dropped, a dropped one where it is linked."""
    old, new = draft({"1": ["One stays."], "2": ["Two goes."]}), draft({"1": ["One remains."]}, name="new.md")
    changes = Changes(
        [
            Change(by_id(old, "1"), by_id(new, "1"), "changed", found="text", confidence=0.9),
            Change(by_id(old, "2"), (), "dropped"),
        ]
    )
    settings_ = (Nearby("lower bar", 1, 0, stays=True), Nearby("higher bar", 2, 1, stays=False))
    wavering = (Wavering("old", "1", 1), Wavering("old", "2", 1), Wavering("new", "1", 1))
    page = lay_out(Comparison(old, new, changes, robustness=Robustness(settings_, wavering)))
    told = {entry.ids: [r for r in map(plain, entry.remarks) if "nearby" in r] for entry in entries(page)}
    assert told == {
        "1": [
            "1 of the old draft is dropped in 1 of 2 nearby settings of the aligner",
            "1 of the new draft is added in 1 of 2 nearby settings of the aligner",
        ],
        "2": ["linked in 1 of 2 nearby settings of the aligner"],
    }
    said = "the same provisions are dropped and added (not with higher bar: 2 dropped, 1 added)."
    assert f"In 1 of 2 nearby settings of the aligner {said}" in page.caveats
