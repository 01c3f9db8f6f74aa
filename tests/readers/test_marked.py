"""Changes that Markdown and plain text mark, and entities: read as they are meant to be seen."""

from __future__ import annotations

import pytest

from peacediff import Draft
from peacediff.readers import read_bytes
from peacediff.readers.transcript import Tracked
from tests.readers.laws import assert_reading_laws
from tests.readers.outline import ids, passages, read_markdown, read_plain, texts

formats = pytest.mark.parametrize("input_format", ["markdown", "text"])


def read_side(text: str, input_format: str, tracked: Tracked) -> Draft:
    draft = read_bytes(text.encode(), "plan", input_format=input_format, tracked=tracked)
    assert_reading_laws(draft)
    return draft


@formats
@pytest.mark.parametrize(
    ("marked", "before", "after"),
    [
        ("~~600,000~~ <ins>800,000</ins>", "600,000", "800,000"),
        ("<del>600,000</del><ins>800,000</ins>", "600,000", "800,000"),
        ('<DEL cite="x">600,000</DEL> <ins class=a>800,000</ins>', "600,000", "800,000"),
        ("{--600,000--}{++800,000++}", "600,000", "800,000"),
        ("{~~600,000~>800,000~~}", "600,000", "800,000"),
        ("~~600,000~~ 800,000", "600,000 800,000", "800,000"),
        ("<s>600,000</s> 800,000", "800,000", "800,000"),
        ("600,000 ~~or\nmore~~", "600,000 or\nmore", "600,000"),
        ("~600,000~ {++800,000++}", "600,000", "800,000"),
        ("~600 or ~700 or 5~6", "~600 or ~700 or 5~6", "~600 or ~700 or 5~6"),
    ],
)
def test_marked_changes_are_made_or_not_made(input_format: str, marked: str, before: str, after: str) -> None:
    text = f"1. The cap is {marked} men.\n2. Go.\n"
    sides: tuple[tuple[Tracked, str], ...] = (("reject", before), ("accept", after))
    for tracked, read in sides:
        assert texts(read_side(text, input_format, tracked)) == {"1": f"The cap is {read} men.", "2": "Go."}


@formats
def test_what_is_gone_as_a_whole_is_a_note_and_so_seen(input_format: str) -> None:
    text = "1. Stop. ~~Go on.~~\n2. {++Stay.++}\n3. ~~Old.~~\n4. (a) <del>Gone.</del>\n"
    after, before = (read_side(text, input_format, side) for side in ("accept", "reject"))

    assert texts(after) == {"1": "Stop.", "2": "Stay."}
    assert [words for _, words in passages(after)] == ["~~Go on.~~", "~~Old.~~", "<del>Gone.</del>"]
    assert texts(before) == {"1": "Stop.", "1#2": "Go on.", "3": "Old.", "4.a": "Gone."}
    assert passages(before) == [("note", "{++Stay.++}")]
    assert before.remarks == ("Tracked changes, read as rejected: 1 insertion, 3 deletions.",)


@formats
def test_a_label_that_is_struck_leaves_its_place_to_the_one_behind_it(input_format: str) -> None:
    text = "1. Stop.\n\n~~2.~~ 3. Go.\n\n~~4. Old.~~ 5. New.\n"
    assert texts(read_side(text, input_format, "accept")) == {"1": "Stop.", "3": "Go.", "5": "New."}


@formats
def test_no_space_is_left_twice_or_before_a_mark(input_format: str) -> None:
    text = "1. Go ~~home~~, or ~~even~~ stay~~ing~~ ~~here~~.\n"
    assert texts(read_side(text, input_format, "accept")) == {"1": "Go, or stay."}


@formats
def test_what_is_struck_across_points_and_beside_other_words_is_told(input_format: str) -> None:
    draft = read_side("1. Go ~~home.\n2. Stay~~ here.\n", input_format, "accept")
    assert draft.remarks[-1] == "Struck through in part, and read as it stands: 2 provisions."


@formats
def test_lines_stay_those_of_the_file(input_format: str) -> None:
    draft = read_side("1. They ~~go\nand come\nback~~\nstay.\n\n2. F.\n", input_format, "accept")
    assert [(p.text, p.line) for p in draft.provisions] == [("They stay.", 1), ("F.", 6)]


def test_entities_of_markdown_are_the_signs_that_they_stand_for() -> None:
    draft = read_markdown(
        "1.&nbsp;Caf&eacute;s &amp; bars close.&#32;All &#x2013; of them.\n\n2. A&nbsp;b.\n\n&nbsp;\n\n3. C.\n"
    )
    said = {"1": "Cafés & bars close.", "1#2": "All – of them.", "2": "A\xa0b.", "3": "C."}
    assert (ids(draft), texts(draft), passages(draft)) == (["1", "2", "3"], said, [])
    assert_reading_laws(draft)


@pytest.mark.parametrize("literal", ["AT&T;", "&nosuch;", "&#10;", "a & b; c"])
def test_what_is_no_entity_or_no_sign_stays_as_it_is(literal: str) -> None:
    assert texts(read_markdown(f"1. Say {literal} now.\n")) == {"1": f"Say {literal} now."}


def test_an_entity_makes_no_heading_and_is_none_in_plain_text() -> None:
    assert ids(read_markdown("1. a\n\n&#35; c\n")) == ["1"]
    assert texts(read_plain("1. AT&amp;T.\n")) == {"1": "AT&amp;T."}
