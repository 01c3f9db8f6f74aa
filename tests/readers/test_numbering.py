"""Labels: what opens a point, and what only looks so."""

from __future__ import annotations

import pytest

from peacediff.readers.numbering import label_at
from peacediff.readers.scopes import scope_of
from tests.readers.outline import ids, read_plain, texts


@pytest.mark.parametrize(
    ("line", "label", "key"),
    [
        ("1. Text", "1.", "1"),
        ("1) Text", "1)", "1"),
        ("(1) Text", "(1)", "1"),
        ("1 - Text", "1 -", "1"),
        ("10 – Text", "10 –", "10"),
        ("1.1 Text", "1.1", "1.1"),
        ("1.2.3. Text", "1.2.3.", "1.2.3"),
        ("a. Text", "a.", "a"),
        ("b) Text", "b)", "b"),
        ("(b) Text", "(b)", "b"),
        ("A. Text", "A.", "a"),
        ("(B) Text", "(B)", "b"),
        ("(aa) Text", "(aa)", "aa"),
        ("ii) Text", "ii)", "ii"),
        ("(iv) Text", "(iv)", "iv"),
        ("II. Text", "II.", "ii"),
        ("а) Текст", "а)", "а"),
        ("(ب) نص", "(ب)", "ب"),
        ("١. نص", "١.", "1"),
        ("３．文", "３．", "3"),
        ("1.文", "1.", "1"),
        ("Point 1. Text", "Point 1.", "1"),
        ("Article 3", "Article 3", "3"),
        ("ARTICLE IV: Text", "ARTICLE IV:", "4"),
        ("§ 4. Text", "§ 4.", "4"),
        ("Статья 5", "Статья 5", "5"),
        ("Artículo 6.", "Artículo 6.", "6"),
        ("المادة 7", "المادة 7", "7"),
        ("第十二条 文", "第十二条", "12"),
        ("**7. Text**", "7.", "7"),
        ("**8.** Text", "8.", "8"),
        ("1\\. Text", "1\\.", "1"),
        ("1.", "1.", "1"),
        ("- Text", "-", ""),
        ("– Text", "–", ""),
        ("• Text", "•", ""),
        ("→ Text", "→", ""),
        ("-> Text", "->", ""),
        ("=> Text", "=>", ""),
        ("1.º Texto", "1.º", "1"),
        ("2ª Texto", "2ª", "2"),
        ("§ 4 Text", "§ 4", "4"),
        ("1- Text", "1-", "1"),
        ("2– Text", "2–", "2"),
        ("١- نص", "١-", "1"),
        ("1.- Texto", "1.-", "1"),
        ("1.—Text", "1.—", "1"),
        ("1.) Text", "1.)", "1"),
        ("(1.) Text", "(1.)", "1"),
        ("3/ Text", "3/", "3"),
        ("b/ Text", "b/", "b"),
        ("1º O texto", "1º", "1"),
        ("5bis. Text", "5bis.", "5bis"),
        ("5 ter. Text", "5 ter.", "5ter"),
        ("2a) Text", "2a)", "2a"),
        ("Article 5 bis", "Article 5 bis", "5bis"),
        ("Article 3a: Text", "Article 3a:", "3a"),
        ("Article 1.2. Text", "Article 1.2.", "1.2"),
        ("Article 1.2", "Article 1.2", "1.2"),
        ("Point No. 4: Text", "Point No. 4:", "4"),
        ("סעיף 4", "סעיף 4", "4"),
        ("א. טקסט", "א.", "א"),
        ("“1. Text", "“1.", "1"),
        ("Article premier", "Article premier", "1"),
        ("Article 1er", "Article 1er", "1"),
        ("Artículo 2º", "Artículo 2º", "2"),
        ("Artículo segundo", "Artículo segundo", "2"),
        ("المادة الثانية", "المادة الثانية", "2"),
        ("Стаття перша", "Стаття перша", "1"),
        ("Article One", "Article One", "1"),
        ("一、和平", "一、", "1"),
        ("（二）战争", "（二）", "2"),
        ("(a)和平", "(a)", "a"),
        ("\u200f1 - نص", "1 -", "1"),
        ("\u200b2. Text", "2.", "2"),
        ("[3. Text]", "[3.", "3"),
        ("Option 2: Text", "Option 2:", "option-2"),
        ("Alternative A", "Alternative A", "option-a"),
        ("Вариант 1. Текст", "Вариант 1.", "option-1"),
        ("备选案文1：文", "备选案文1：", "option-1"),
    ],
)
def test_a_label_is_read_as_printed(line: str, label: str, key: str) -> None:
    found = label_at(line, (0, len(line)))
    assert found is not None
    assert (found.text, found.readings[0].key) == (label, key)
    assert line[slice(*found.span)] == label


@pytest.mark.parametrize(
    "line",
    [
        "1325 (2000) is recalled",
        "12 February 2015",
        "12.a was proposed",
        "5 - 10 km",
        "No. 5 of the council",
        "-5 degrees",
        "e.g. this",
        "Article 5 of the Treaty applies",
        "article 5",
        "by) the way",
        "(sic) it goes",
        "I agree",
        "[1] is cited",
        "[Note]",
        "Options A and B",
        "Option 2 is best",
        "5° C",
        "5-year plans",
        "24/7 watch",
        "3.5-fold",
        "J.-P. Storm",
        "ст. 4 of it",
        "10:30 hours",
        "5°30′ north",
        "A plan",
        "",
        "3",
    ],
)
def test_what_is_no_label_is_none(line: str) -> None:
    assert label_at(line, (0, len(line))) is None


@pytest.mark.parametrize(
    "line", ["1945. The war ended", "No. 5", "№ 5 Обмен", "#5 Peace", "5: Peace", "Article 5 Peace is kept"]
)
def test_what_may_as_well_stand_in_a_sentence_is_doubtful(line: str) -> None:
    label = label_at(line, (0, len(line)))

    assert label is not None
    assert label.doubtful


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("1️⃣ Ceasefire", "number", 1),
        ("1️⃣2️⃣ Prisoners", "number", 12),
        ("🔟 Other", "number", 10),
        ("① Ceasefire", "number", 1),
        ("⑫停火", "number", 12),
        ("➡️ Prisoners", "bullet", 0),
        ("🔹 Prisoners", "bullet", 0),
        ("‘2. Bread.’", "number", 2),
    ],
)
def test_signs_of_messengers_and_single_quotes_are_labels(line: str, kind: str, value: int) -> None:
    label = label_at(line, (0, len(line)))

    assert label is not None
    assert (label.readings[0].kind, label.readings[0].value) == (kind, (value,))


def test_initials_of_signatories_are_no_labels() -> None:
    draft = read_plain("1. The parties agree:\n\nA.W. Storm\n\nL. D. Field\n\nA. Brook\n\nI. W. Hill\n")
    assert ids(draft) == ["1", "closing"]


def test_a_letter_before_a_single_word_is_a_label_where_another_counts_on() -> None:
    assert ids(read_plain("A. Territory\n\n1. x.\n\nB. Security\n\n1. y.\n")) == ["a", "a.1", "b", "b.1"]
    assert ids(read_plain("I. General\n\n1. x.\n\nII. Special\n\n2. y.\n")) == ["i", "i.1", "ii", "ii.2"]


def test_an_inserted_point_stands_between_its_neighbours() -> None:
    draft = read_plain(
        "Article 5\n1. a b.\n\nArticle 5 bis\n1. c d.\n\nArticle 5ter\n1. e f.\n\nArticle 6\n1. g h.\n"
    )
    assert [point.id for point in draft.points] == ["5", "5bis", "5ter", "6"]
    assert [oddity.point for oddity in draft.numbering] == ["5"]


def test_a_keyword_before_a_capital_is_a_label_only_where_another_counts_on() -> None:
    text = "The talks ended.\n\nArticle 1 The port is open.\n\nArticle 2 Tolls end.\n\nArticle 9 Troops were named.\n"
    assert ids(read_plain(text)) == ["preamble", "1", "2"]


def test_points_behind_quotation_marks_are_points_where_they_count_on() -> None:
    text = "The plan reads:\n\n“1. The port is open.\n\n“2. Tolls are halved.”\n\nSo it was said.\n"
    draft = read_plain(text)
    assert ids(draft) == ["preamble", "1", "2"]
    assert texts(draft)["1"] == "The port is open."


@pytest.mark.parametrize(
    "text",
    [
        "PRIMERO.- Uno aquí.\nSEGUNDO.- Dos aquí.\n",
        "First: stop here.\n\nSecond: go there.\n",
        "أولا: يتوقف.\nثانيا: ينسحب.\n",
    ],
)
def test_numbers_in_words_are_labels_where_they_count_on(text: str) -> None:
    assert ids(read_plain(f"{text}\n(a) x y;\n(b) z.\n")) == ["1", "2", "2.a", "2.b"]


def test_a_lone_number_in_words_opens_a_sentence() -> None:
    assert ids(read_plain("1. Both met.\n\nSecond: tolls end.\n\n2. Both left.\n")) == ["1", "2"]


def test_a_keyword_and_its_abbreviation_are_one_style() -> None:
    draft = read_plain("Article premier. Le port est libre.\nArt. 2. Il est ouvert.\nArticle trois\nFin.\n")
    assert [point.id for point in draft.points] == ["1", "2", "3"]


def test_a_quoted_amendment_is_no_point_of_its_own() -> None:
    text = "1. Point 3 reads:\n\n“3. Tolls are halved.”\n\n2. Point 7 reads:\n\n“7. The port is open.”\n"
    assert ids(read_plain(text)) == ["1", "2"]


def test_rival_options_behind_a_label_are_all_points() -> None:
    draft = read_plain("1. a b.\n2. Option A: the city is open.\nOption B: the city is divided.\n3. c d.\n")
    assert ids(draft) == ["1", "2", "2.option-a", "2.option-b", "3"]


def test_an_amount_is_no_label() -> None:
    assert ids(read_plain("1.1 first.\n\n1.2 second.\n\n3.5 million people return.\n")) == ["1.1", "1.2"]


@pytest.mark.parametrize(
    ("heading", "name", "number"),
    [
        ("Annex I", "annex", "1"),
        ("ANNEX 2 - Map", "annex", "2"),
        ("Annex A", "annex", "a"),
        ("Annex", "annex", ""),
        ("Приложение 1", "annex", "1"),
        ("المرفق 1", "annex", "1"),
        ("附件1", "annex", "1"),
        ("附件一", "annex", "1"),
        ("Part II", "part", "2"),
        ("Chapter 3. Borders", "chapter", "3"),
    ],
)
def test_a_scope_is_read_with_its_number(heading: str, name: str, number: str) -> None:
    found = scope_of(heading)
    assert found is not None
    assert (found[0].name, found[1]) == (name, number)


@pytest.mark.parametrize(
    "heading", ["Party representatives", "Annexes to come", "Parts of the border", "Partial truce"]
)
def test_words_that_begin_like_a_scope_are_none(heading: str) -> None:
    assert scope_of(heading) is None


def test_a_letter_goes_on_and_a_roman_number_opens() -> None:
    draft = read_plain(
        "1. x:\n\n(g) a;\n\n(h) b;\n\n(i) c;\n\n(j) d.\n\n2. y:\n\n(a) e:\n\n(i) f;\n\n(ii) g.\n"
    )
    assert ids(draft) == ["1", "1.g", "1.h", "1.i", "1.j", "2", "2.a", "2.a.i", "2.a.ii"]


def test_a_list_may_open_with_a_later_letter() -> None:
    assert texts(read_plain("1. x.\n\n(b) y.\n\n2. z.\n")) == {"1": "x.", "1.b": "y.", "2": "z."}
