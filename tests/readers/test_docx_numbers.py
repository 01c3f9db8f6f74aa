"""Automatic numbers of Word files are written out as Word shows them."""

from __future__ import annotations

import pytest

from peacediff.readers import read_bytes
from peacediff.readers.docx.counting import formatted
from tests.readers.word import docx, lvl, num, numbering, p, style, styles

LEGAL = lvl(0, "%1.") + lvl(1, "%1.%2") + lvl(2, "(%3)", "lowerLetter") + lvl(3, "(%4)", "lowerRoman")


def labels(body: str, **parts: str) -> list[str]:
    """What stands before the words ``x`` of each paragraph."""
    text = read_bytes(docx(p("1. x") + body, **parts), "plan.docx").text
    return [line.removesuffix("x").rstrip() for line in text.splitlines()][1:]


def items(*places: int, list_: int = 1) -> str:
    return "".join(p("x", num=list_, level=place) for place in places)


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ((0, 0, 0), ["1.", "2.", "3."]),
        ((0, 1, 1, 0, 1), ["1.", "1.1", "1.2", "2.", "2.1"]),
        ((0, 1, 2, 2, 1, 2), ["1.", "1.1", "(a)", "(b)", "1.2", "(a)"]),
        ((2, 3, 3, 2, 3), ["(a)", "(i)", "(ii)", "(b)", "(i)"]),
        ((0, 2, 0, 2), ["1.", "(a)", "2.", "(a)"]),
    ],
)
def test_levels_count_and_begin_anew_behind_an_outer_one(places: tuple[int, ...], shown: list[str]) -> None:
    assert labels(items(*places), numbering=numbering(LEGAL)) == shown


def test_a_level_may_go_on_behind_an_outer_one() -> None:
    """As articles that count through several chapters; a restart may also name its level."""
    on = lvl(0, "%1.", "upperRoman") + lvl(1, "%2.", more='<w:lvlRestart w:val="0"/>')
    assert labels(items(0, 1, 1, 0, 1), numbering=numbering(on)) == ["I.", "1.", "2.", "II.", "3."]
    named = lvl(0, "%1.") + lvl(1, "%2)") + lvl(2, "%3:", more='<w:lvlRestart w:val="1"/>')
    assert labels(items(0, 1, 2, 1, 2, 0, 1, 2), numbering=numbering(named))[2:5:2] == ["1:", "2:"]
    assert labels(items(0, 1, 2, 1, 2, 0, 1, 2), numbering=numbering(named))[-1] == "1:"


def test_a_list_begins_where_its_level_says() -> None:
    assert labels(items(0, 0), numbering=numbering(lvl(0, "%1)", start=7))) == ["7)", "8)"]


def test_lists_of_one_definition_count_on_from_each_other() -> None:
    both = numbering(LEGAL, numbers=num(1, 0) + num(2, 0))
    assert labels(items(0, 0) + items(0, list_=2) + items(0), numbering=both) == ["1.", "2.", "3.", "4."]


def test_an_override_begins_a_list_anew_once() -> None:
    anew = num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    both = numbering(LEGAL, numbers=num(1, 0) + anew)
    assert labels(items(0, 0) + items(0, 0, list_=2), numbering=both) == ["1.", "2.", "1.", "2."]


def test_an_override_may_replace_a_level() -> None:
    other = num(2, 0, f'<w:lvlOverride w:ilvl="0">{lvl(0, "%1:", "upperLetter")}</w:lvlOverride>')
    both = numbering(LEGAL, numbers=num(1, 0) + other)
    assert labels(items(0) + items(0, list_=2), numbering=both) == ["1.", "B:"]


def test_numbers_of_outer_levels_are_plain_digits_where_the_level_is_legal() -> None:
    legal = lvl(0, "Article %1", "upperRoman") + lvl(1, "%1.%2", more="<w:isLgl/>")
    assert labels(items(0, 0, 1), numbering=numbering(legal)) == ["Article I", "Article II", "2.1"]


def test_numbers_come_with_a_style_and_the_level_that_names_it() -> None:
    outline = lvl(0, "%1.", more='<w:pStyle w:val="A"/>') + lvl(1, "%1.%2", more='<w:pStyle w:val="B"/>')
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    known = styles(
        style("A", "clause", listed), style("B", "sub-clause", listed), style("C", "kin", based="B")
    )
    body = p("x", style="A") + p("x", style="B") + p("x", style="C")
    assert labels(body, numbering=numbering(outline), styles=known) == ["1.", "1.1", "1.2"]


def test_a_definition_may_link_to_the_list_of_a_style() -> None:
    link = '<w:numStyleLink w:val="L"/>'
    known = styles(style("L", "legal", '<w:numPr><w:numId w:val="2"/></w:numPr>'))
    assert labels(items(0, 1), numbering=numbering(link, LEGAL), styles=known) == ["1.", "1.1"]


def test_list_nought_takes_the_number_of_a_style_away() -> None:
    known = styles(style("A", "clause", '<w:numPr><w:numId w:val="1"/></w:numPr>'))
    body = p("x", style="A") + p("x", style="A", num=0) + p("x", style="A")
    assert labels(body, numbering=numbering(LEGAL), styles=known) == ["1.", "", "2."]


def test_bullets_of_fonts_of_signs_are_shown_as_bullets() -> None:
    symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    drawn = lvl(0, "\uf0b7", "bullet") + lvl(1, "o", "bullet", more=symbol) + lvl(2, "–", "bullet")
    assert labels(items(0, 1, 2), numbering=numbering(drawn)) == ["•", "•", "–"]


def test_a_list_that_is_not_there_numbers_nothing() -> None:
    assert labels(items(0, list_=9)) == [""]
    assert labels(items(5), numbering=numbering(lvl(0, "%1."))) == [""]


@pytest.mark.parametrize(
    ("format_", "value", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("lowerRoman", 1999, "mcmxcix"),
        ("upperRoman", 44, "XLIV"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 0, "0"),
        ("russianLower", 10, "к"),
        ("arabicAbjad", 3, "ج"),
        ("chineseCounting", 11, "十一"),
        ("chineseCounting", 30, "三十"),
        ("decimalFullWidth", 10, "１０"),
        ("lowerRoman", 5000, "5000"),
        ("none", 4, ""),
        ("unheard-of", 4, "4"),
    ],
)
def test_formats_of_numbers(format_: str, value: int, shown: str) -> None:
    assert formatted(value, format_) == shown


def test_points_follow_from_automatic_numbers() -> None:
    """A stated ``(i)`` is the ninth letter behind ``(h)``, and the first roman number one level deeper."""
    body = items(0, *[2] * 9, 3)
    draft = read_bytes(docx(body, numbering=numbering(LEGAL)), "plan.docx")
    assert [point.id for point in draft.walk()][-2:] == ["1.i", "1.i.i"]
    assert [point.label for point in draft.walk()][-2:] == ["(i)", "(i)"]
