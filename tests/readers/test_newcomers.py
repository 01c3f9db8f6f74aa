"""Drafts as a newcomer brings them: what was once misread, a class of text each, and what it is read as."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peacediff import Draft
from tests.readers.outline import headings, ids, passages, read_markdown, read_plain, texts

Read = Callable[[str], Draft]
both = pytest.mark.parametrize("read", [read_plain, read_markdown])

AGREEMENT = """\
PEACE AGREEMENT

CHAPTER IV
Security Arrangements

Article 1
Ceasefire

Section 1. The Parties shall:
(a) cease all hostilities:
(i) on land; and
(ii) at sea;
(b) withdraw.
Section 2. The ceasefire is monitored.

Article 2

Section 1. Forces withdraw.
"""


@both
def test_sections_that_open_sentences_are_points_below_their_article(read: Read) -> None:
    draft = read(AGREEMENT)

    below = ["1.1", "1.1.a", "1.1.a.i", "1.1.a.ii", "1.1.b", "1.2"]
    assert ids(draft)[-10:] == ["chapter-4", "1", *below, "2", "2.1"]
    assert texts(draft)["1.2"] == "The ceasefire is monitored."
    assert "chapter-4#2" in headings(draft)


@both
@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("l.", "2.", "3."), ["1", "2", "3"]),
        (("I.", "2.", "3."), ["1", "2", "3"]),
        (("(l)", "(2)", "(3)"), ["1", "2", "3"]),
        (("k.", "l.", "2."), ["k", "l", "2"]),
        (("l.", "2.", "m."), ["l", "2", "m"]),
        (("I.", "2.", "II."), ["i", "i.2", "ii"]),
        (("1.", "l.", "2."), ["1", "1.l", "2"]),
        (("l.", "2)", "3)"), ["l", "2", "3"]),
        (("l.", "3.", "4."), ["l", "3", "4"]),
    ],
)
def test_a_letter_that_a_scan_shows_for_1_is_1_before_2(
    read: Read, labels: tuple[str, ...], expected: list[str]
) -> None:
    """Only where no label around makes a list of letters of it; the label stays as printed."""
    draft = read("\n\n".join(f"{label} The parties meet." for label in labels))
    assert ids(draft) == expected
    assert [point.label for point in draft.walk()] == list(labels)


@both
def test_a_section_over_points_stays_a_heading(read: Read) -> None:
    assert ids(read("Section 1. Arms\n\n1. Peace.\n\nSection 2. Money\n\n2. Bread.\n")) == [
        "section-1",
        "1",
        "section-2",
        "2",
    ]


@both
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3. A.\n3bis. B.\n3 ter. C.\n4. D.\n", ["3", "3bis", "3ter", "4"]),
        ("3. A.\n3 a. B.\n3 b. C.\n4. D.\n", ["3", "3a", "3b", "4"]),
        ("Article 3\nPeace.\n\nArticle 3 a\nBread.\n\nArticle 4\nSalt.\n", ["3", "3a", "4"]),
        ("1. They meet at\n3 a.m. sharp.\n2. B.\n", ["1", "2"]),
    ],
)
def test_letters_and_latin_behind_a_number_belong_to_it(read: Read, text: str, expected: list[str]) -> None:
    assert ids(read(text)) == expected


@both
def test_several_points_may_be_deleted_under_one_label(read: Read) -> None:
    draft = read("1. A.\n2. B.\n3-5. [Deleted]\n6. C.\n7–9 (reserved)\n10. D.\n")

    assert ids(draft) == ["1", "2", "3-5", "6", "7-9", "10"]
    assert not draft.numbering
    assert [kind for kind, _ in passages(draft)] == ["remark", "remark"]


@both
@pytest.mark.parametrize(
    "remark", ["Points 4-6 are deleted.", "Points 4–6: deleted", "Articles 4, 5 and 6: reserved."]
)
def test_a_range_of_points_that_is_deleted_is_a_remark(read: Read, remark: str) -> None:
    assert passages(read(f"1. A.\n\n{remark}\n\n7. B.\n")) == [("remark", remark)]


@both
def test_amounts_from_to_are_no_labels(read: Read) -> None:
    text = "1. It takes\n5-7 (at most nine) days.\n\n10-15 (or more) guards stand there.\n\n2. B.\n"
    assert ids(read(text)) == ["1", "2"]


@both
def test_what_is_struck_through_as_a_whole_stands_no_more(read: Read) -> None:
    draft = read(
        "1. Forces ~~withdraw~~ remain.\n2. ~~The mole is cleared. At once.~~\n~~3. Gone.~~\n4. Stay.\n"
    )

    assert texts(draft) == {"1": "Forces remain.", "4": "Stay."}
    assert [kind for kind, _ in passages(draft)] == ["note", "note", "note"]
    assert draft.remarks == ("Tracked changes, read as accepted: 3 deletions.",)


@both
@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("¹", "¹ See the map."),
        ("[1]", "[1] See the map."),
        ("[^1]", "[^1]: See the map."),
        ("†", "† See."),
        ("*", "* See the map."),
        ("**", "** See."),
        ("*", "*See the map."),
    ],
)
def test_footnotes_are_notes(read: Read, mark: str, note: str) -> None:
    draft = read(f"1. Tolls are halved.{mark}\n2. Lamps are lit.\n\n{note}\n")

    assert passages(draft) == [("note", note)]
    assert texts(draft) == {"1": "Tolls are halved.", "2": "Lamps are lit."}
    assert draft.remarks == ("Left out: 1 footnote mark.",)


@both
def test_a_number_in_brackets_that_no_word_bears_opens_a_paragraph_as_before(read: Read) -> None:
    assert not passages(read("1. Tolls are halved.\n\n[1] See the map.\n"))


@both
def test_the_mark_of_a_note_is_left_out_and_no_other_sign(read: Read) -> None:
    text = "1. Tolls end [2]. It is 5 km² wide.²\n2. A[^a] b[^a], c[^b].\n\n² See.\n\n[2] So.\n\n[^a]: D.\n"
    assert [*texts(read(text)).values()] == ["Tolls end.", "It is 5 km² wide.", "A b, c[^b]."]


@both
def test_footnotes_under_stars_have_a_mark_each_and_stand_by_themselves(read: Read) -> None:
    draft = read("1. Stop.*\n\n* See the map.\n\n2. Leave** Korr.*\n\n** Or Lum.\n\n* All.\n\n* Of it.\n")
    assert [text for _, text in passages(draft)] == ["* See the map.", "** Or Lum."]


@both
@pytest.mark.parametrize(
    "text",
    [
        "1. They bring*:\n* arms\n\n2. Go.\n",
        "1. They keep the *line* open.\n\n* arms\n",
        "1. An area of 2*3 miles.\n\n* arms\n",
        "1. Stop* it.\n\n*Arms* are cleared.\n",
        "1. Stop* it.\n\n* arms\n* bread\n",
    ],
)
def test_stars_of_lists_and_emphasis_are_no_footnotes(read: Read, text: str) -> None:
    assert not passages(read(text))


@both
def test_labels_in_two_languages_are_one(read: Read) -> None:
    draft = read("Article 1 / Стаття 1\n\nPeace.\n\nArticle 2 | Стаття 2\n\nBread.\n")

    labels = {point.id: point.label for point in draft.points}
    assert labels == {"1": "Article 1 / Стаття 1", "2": "Article 2 | Стаття 2"}


@pytest.mark.parametrize(
    "text",
    [
        "[12/03/2031, 10:15:22] A: The plan:\n[12/03/2031, 10:15:40] A: 1. Stop\n[12/03/2031, 10:16] B: 2. Go\n",
        "12.03.31, 10:15 - Anna: The plan:\n1. Stop\n12.03.31, 10:16 AM - Ben: 2. Go\n",
    ],
)
def test_stamps_of_messages_are_notes_and_hide_no_label(text: str) -> None:
    draft = read_plain(text)

    assert texts(draft) == {"preamble": "The plan:", "1": "Stop", "2": "Go"}
    assert {kind for kind, _ in passages(draft)} == {"note"}


def test_a_table_in_plain_text_is_read_as_one_in_markdown() -> None:
    text = "| No | Text |\n|:---|---|\n| 1 | Peace. |\n| 2 | Bread. Salt. |\n"
    assert texts(read_plain(text)) == texts(read_markdown(text))


@both
def test_rival_options_in_one_line_stay_together_and_open(read: Read) -> None:
    draft = read("1. [Option A: the mole] [Option B: the gate]\n2. Peace.\n")
    assert [(p.id, p.open) for p in draft.provisions] == [("1", True), ("2", False)]


@both
def test_a_definition_that_goes_on_is_no_heading(read: Read) -> None:
    draft = read(
        'In this accord:\n\n"Mole" means the wall; and\n\n"Toll" means a payment.\n\n1. Peace.\n\n2. Bread.\n'
    )
    assert not headings(draft)


@both
def test_a_short_line_between_the_number_of_an_article_and_its_paragraphs_is_its_heading(read: Read) -> None:
    assert headings(read("Article 1\nCeasefire\n\nThe parties stop.\n")) == ["1"]
    assert not headings(read("Article 1\nThe parties stop\n\nat once.\n"))
    assert not headings(read("1. Stop\n\nThe parties stop.\n"))


@both
@pytest.mark.parametrize("word", ["Phase", "Step", "Étape", "Этап"])
def test_phases_that_open_sentences_are_points(read: Read, word: str) -> None:
    draft = read(f"{word} 1: The parties stop.\n\n{word} 2: They leave.\n\n{word} 3: All are free.\n")
    assert [*texts(draft).items()] == [
        ("1", "The parties stop."),
        ("2", "They leave."),
        ("3", "All are free."),
    ]


@both
def test_phases_over_points_are_headings(read: Read) -> None:
    assert ids(read("Phase 1\n\n1. Stop.\n\nPhase 2\n\n2. Leave.\n")) == ["phase-1", "1", "phase-2", "2"]


@both
@pytest.mark.parametrize("mark", [".", ")"])
def test_a_number_may_stick_to_a_capital(read: Read, mark: str) -> None:
    assert ids(read(f"1{mark}Stop now\n2{mark}Leave now\n")) == ["1", "2"]


def test_lines_of_a_table_of_contents_are_notes() -> None:
    draft = read_plain(
        "Contents\n\n1. Arms ........ 3\n2. Money . . . . 4\n\n1. Arms leave.\n\n2. Tolls are halved.\n"
    )
    assert ids(draft)[-2:] == ["1", "2"]
    assert [words for kind, words in passages(draft) if kind == "note"] == [
        "1. Arms ........ 3",
        "2. Money . . . . 4",
    ]


@pytest.mark.parametrize("number", ["Page {} of 3", "{}/3", "- {} -", "стр. {} из 3", "Página {} de 3", "{}"])
def test_what_is_printed_on_every_page_is_set_aside(number: str) -> None:
    pages = (
        f"{n}. They keep the peace.\n\n\n\n\n{number.format(n)}\nDraft of 14 March\n\n" for n in (1, 2, 3)
    )
    draft = read_plain("Draft of 14 March\n\n" + "".join(pages))

    assert ids(draft) == ["1", "2", "3"]
    assert len(draft.provisions) == 3


@both
@pytest.mark.parametrize(
    "words",
    [
        "NOVENO DÉCIMO",
        "TENTH ELEVENTH",
        "DÉCIMO DÉCIMO_PRIMERO DUODÉCIMO",
        "Erstens Zweitens",
        "ثانياً ثالثاً",
        "Десятый Одиннадцатый",
    ],
)
def test_ordinals_in_words_count_on(read: Read, words: str) -> None:
    known = [word.replace("_", " ") for word in words.split()]
    draft = read("\n\n".join(f"{word}: They meet." for word in known))
    assert [point.label for point in draft.points] == [f"{word}:" for word in known]


@both
@pytest.mark.parametrize("dash", [" -", "-", " –"])
@pytest.mark.parametrize("letters", ["ab", "аб", "أب"])
def test_letters_before_a_dash_count_on(read: Read, letters: str, dash: str) -> None:
    lines = "".join(f"{letter}{dash} они\n" for letter in letters)
    assert ids(read(f"1. Guards stand:\n\n{lines}\n2. Go.\n")) == [
        "1",
        f"1.{letters[0]}",
        f"1.{letters[1]}",
        "2",
    ]


@both
@pytest.mark.parametrize("line", ["I - the undersigned - agree.", "A - B is the line.", "5 . It is late."])
def test_one_letter_or_number_alone_before_a_dash_or_stop_is_text(read: Read, line: str) -> None:
    assert ids(read(f"1. Stop.\n\n{line}\n\n2. Go.\n")) == ["1", "2"]


@both
def test_a_space_may_stand_before_the_mark_of_a_number(read: Read) -> None:
    assert texts(read("1 . Stop.\n\n2 . Go.\n")) == {"1": "Stop.", "2": "Go."}


@both
def test_an_amount_in_brackets_that_opens_a_line_is_no_label(read: Read) -> None:
    assert ids(read("1. They leave within thirty\n(30) days of it:\n(a) by sea\n(b) by land\n")) == [
        "1",
        "1.a",
        "1.b",
    ]


@both
@pytest.mark.parametrize("mark", [" –", " -", ".", ":"])
def test_a_title_behind_the_number_of_an_article_is_its_heading_over_a_text(read: Read, mark: str) -> None:
    draft = read(
        f"Article 1{mark} Ceasefire\nThe Parties cease fire.\n\nArticle 2{mark} Tolls\nTolls are halved.\n"
    )
    assert headings(draft) == ["1", "2"]
    assert texts(draft)["1"] == "Ceasefire"


def test_points_that_are_answered_in_line_are_points() -> None:
    draft = read_plain("> 1. Stop.\nAgreed.\n> 2. Leave Korr\n> at once.\nNever.\n> 3. Go.\n")
    assert ids(draft) == ["1", "2", "3"]


@both
def test_words_broken_at_line_ends_are_made_whole_where_they_stand_elsewhere(read: Read) -> None:
    draft = read(
        "1. All hosti-\n   lities end. The cease-\n   fire holds.\n\n2. Hostilities end. Pre-\n   and postwar.\n"
    )

    assert next(iter(texts(draft).values())) == "All hostilities end."
    assert "cease-\n" in draft.text
    assert "Pre-\n" in draft.text
    assert draft.remarks == ("Made whole: 1 word broken at line ends.",)
    assert draft.points[-1].line == 5
