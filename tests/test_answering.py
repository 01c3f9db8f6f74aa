"""Two drafts that answer one base: who did what, and the laws of it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacediff import Draft, ThreeWay, Trouble, compare, compare3, read, read_text
from peacediff.codec import schema
from peacediff.model import Answer, Provision
from peacediff.renderers import Style
from peacediff.renderers.answers import ANSWER_RENDERERS
from peacediff.testing import drafts, revisions

ROOT = Path(__file__).parent.parent
GOLDENS = {"text": "comparison.txt", "markdown": "comparison.md", "csv": "comparison.csv"}
TURNED = {"only-a": "only-b", "only-b": "only-a"}
TRIPLES = st.one_of(
    st.tuples(drafts(max_points=5), drafts(max_points=5), drafts(max_points=5)),
    st.tuples(revisions("hard", max_size=6), drafts(max_points=4)).map(lambda d: (d[0].old, d[0].new, d[1])),
)
BASE = read_text(
    "1. The ceasefire begins at noon.\n\n2. The force is limited to 600,000 soldiers.\n\n"
    "3. Prisoners are exchanged within ten days.\n\n4. The harbour of Tal is run by a joint commission.\n\n"
    "5. Observers inspect every depot.\n",
    name="base",
)
A = read_text(
    "1. The ceasefire begins at noon.\n\n2. The force is limited to 800,000 soldiers.\n\n"
    "3. Prisoners are exchanged within twenty days.\n\n4. The harbour of Tal is run by a joint commission.\n\n"
    "5. A hotline links the two headquarters at all hours.\n\n6. Schools open in spring.\n",
    name="a",
)
B = read_text(
    "1. The ceasefire begins at noon.\n\n2. The force is limited to 700,000 soldiers.\n\n"
    "3. Prisoners are exchanged within twenty days.\n\n4. The harbour of Tal is run by a joint council.\n\n"
    "5. A hotline links the two headquarters at all hours.\n",
    name="b",
)


def ids(provisions: tuple[Provision, ...]) -> tuple[str, ...]:
    return tuple(p.id for p in provisions)


def said(answer: Answer) -> tuple[object, ...]:
    sides = ((ids(c.old), ids(c.new), c.fate) for side in (answer.a, answer.b) for c in side)
    return (answer.stand, ids(answer.base), tuple(sorted(sides)))


def stands(found: ThreeWay) -> dict[str, str]:
    return {ids(answer.base)[0]: answer.stand for answer in found.answers if answer.base}


@settings(max_examples=25)
@given(TRIPLES)
def test_every_provision_of_the_three_drafts_stands_in_exactly_one_answer(
    triple: tuple[Draft, Draft, Draft],
) -> None:
    found = compare3(*triple)
    places = (
        [p.id for answer in found.answers for p in answer.base],
        [p.id for answer in found.answers for change in answer.a for p in change.new],
        [p.id for answer in found.answers for change in answer.b for p in change.new],
    )
    for draft, held in zip(triple, places, strict=True):
        assert Counter(held) == Counter(ids(draft.provisions))


@settings(max_examples=25)
@given(TRIPLES)
def test_swapping_a_and_b_mirrors_every_answer(triple: tuple[Draft, Draft, Draft]) -> None:
    base, a, b = triple
    forth, back = compare3(base, a, b), compare3(base, b, a)
    turned = Counter((TURNED.get(answer.stand, answer.stand), *said(answer)[1:]) for answer in back.answers)
    assert Counter(map(said, forth.answers)) == turned


@settings(max_examples=15)
@given(drafts())
def test_a_draft_that_all_three_are_is_silent(draft: Draft) -> None:
    assert {answer.stand for answer in compare3(draft, draft, draft).answers} <= {"neither"}


@settings(max_examples=15)
@given(revisions("hard", max_size=8).map(lambda revision: (revision.old, revision.new)))
def test_where_b_is_the_base_a_alone_did_what_the_comparison_tells(pair: tuple[Draft, Draft]) -> None:
    base, a = pair
    found = compare3(base, a, base)
    assert {answer.stand for answer in found.answers} <= {"only-a", "neither"}
    told = [change for answer in found.of("only-a") for change in answer.a]
    differing = [change for change in compare(base, a).changes if change.fate != "unchanged"]
    assert sorted(map(repr, told)) == sorted(map(repr, differing))


@settings(max_examples=15)
@given(TRIPLES)
def test_three_drafts_go_out_as_data_and_come_in_again(triple: tuple[Draft, Draft, Draft]) -> None:
    found = compare3(*triple)
    text = ANSWER_RENDERERS["json"](found, Style())
    assert ThreeWay.from_dict(json.loads(text)) == found
    assert text == ANSWER_RENDERERS["json"](compare3(*triple), Style())


def test_each_stand_is_told_where_it_holds() -> None:
    found = compare3(BASE, A, B)
    assert stands(found) == {"1": "neither", "2": "differently", "3": "alike", "4": "only-b", "5": "alike"}
    additions = [(a.stand, ids(a.a[0].new)) for a in found.answers if not a.base]
    assert additions == [("alike", ("5",)), ("only-a", ("6",))]


def test_a_conflict_shows_the_shifts_of_both_and_what_lies_between_them() -> None:
    [conflict] = compare3(BASE, A, B).of("differently")
    after = [change.shifts[0].after for change in (*conflict.a, *conflict.b, *conflict.between)]
    assert after == ["800,000", "700,000", "700,000"]
    assert conflict.between[0].shifts[0].direction == "lower"


def test_drafts_are_called_by_the_names_they_have_here() -> None:
    said = " ".join(ANSWER_RENDERERS["text"](compare3(BASE, A, B), Style()).split())
    assert "nothing in A holds much of its wording" in said
    assert "nothing in the base holds much of its wording" in said
    assert "the new draft" not in said
    assert "the old draft" not in said


def test_a_reader_is_told_what_may_be_missed() -> None:
    said = ANSWER_RENDERERS["markdown"](compare3(BASE, A, B), Style())
    assert "can be one that was heavily rewritten" in said
    assert "English" not in said
    foreign = read_text(f"---\nlanguage: fr\n---\n{B.text}", name="b")
    assert "B is not in English" in ANSWER_RENDERERS["markdown"](compare3(BASE, A, foreign), Style())


def test_the_data_fits_its_schema() -> None:
    data = compare3(BASE, A, B).to_dict()
    law = jsonschema.Draft202012Validator(json.loads(schema("compare3")))
    assert not list(law.iter_errors(data))
    assert not [key for key in data if law.is_valid({k: v for k, v in data.items() if k != key})]


@pytest.mark.parametrize(("key", "value"), [("ledger", {}), ("schema", "x"), ("answers", [{"stand": "x"}])])
def test_data_that_is_none_is_trouble(key: str, value: object) -> None:
    data = compare3(BASE, A, B).to_dict() | {key: value}
    with pytest.raises(Trouble, match=key):
        ThreeWay.from_dict(data)


@pytest.mark.parametrize("form", [form for form in ANSWER_RENDERERS if form != "json"])
def test_what_the_drafts_say_is_never_markup(form: str) -> None:
    hostile = read_text("1. Schools <script>alert(1)</script> open.\n\n2. =SUM(A1) is paid.\n", name="h")
    output = ANSWER_RENDERERS[form](compare3(BASE, hostile, B), Style())
    assert "hotline" in output
    if form in ("html", "markdown"):
        assert "<script>alert" not in output
    if form == "csv":
        assert "\n=SUM" not in output
        assert ",=SUM" not in output


@pytest.mark.parametrize("form", [form for form in ANSWER_RENDERERS if form != "json"])
def test_topics_narrow_what_is_shown(form: str) -> None:
    found = compare3(BASE, A, B)
    output = ANSWER_RENDERERS[form](found, Style(topics=("prisoners-humanitarian",)))
    assert "twenty" in output
    assert "hotline" not in output


@pytest.mark.parametrize("form", GOLDENS)
def test_the_example_of_a_counter_proposal_is_its_golden_file(
    form: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    case, place = Path("examples/01-us-28-to-ua-20"), Path("examples/09-counter-proposal")
    sides = (read(case / "old.md"), read(place / "counter.md"), read(case / "new.md"))
    output = ANSWER_RENDERERS[form](compare3(*sides), Style())
    golden = place / "expected" / GOLDENS[form]
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(output, encoding="utf-8", newline="\n")
    assert output == golden.read_text(encoding="utf-8")
