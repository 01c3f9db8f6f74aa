"""Akoma Ntoso XML: the hierarchy that a document states, and what it says beside the text."""

from __future__ import annotations

import pytest

from peacediff import Draft, Trouble
from peacediff.readers import read_bytes
from peacediff.readers.akoma.tree import MOST_DEEP, MOST_ELEMENTS
from peacediff.readers.transcript import Tracked
from tests.readers.outline import headings, ids, passages, texts

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def read_xml(inner: str, tracked: Tracked = "accept", document: str = "statement") -> Draft:
    return read_bytes(whole(inner, document).encode(), "plan.xml", tracked=tracked)


def whole(inner: str, document: str = "statement") -> str:
    return f'<akomaNtoso xmlns="{NAMESPACE}"><{document}>\n{inner}\n</{document}></akomaNtoso>'


def p(words: str, number: str = "", name: str = "paragraph") -> str:
    num = f"<num>{number}</num>" if number else ""
    return f"<{name}>{num}<content><p>{words}</p></content></{name}>"


def test_preamble_paragraphs_lists_and_their_lead_and_end_are_read() -> None:
    draft = read_xml(
        "<preamble><formula><p>The <i>parties</i>,</p></formula><recitals><recital><p>Having met,</p></recital>"
        "</recitals></preamble><mainBody><paragraph><num>1.</num><list><intro><p>They agree:</p></intro>"
        + p("to halt;", "(a)", "point")
        + p("to talk,", "(b)", "point")
        + "<wrapUp><p>All of it at once.</p></wrapUp></list></paragraph>"
        + p("Done.", "2.")
        + "</mainBody>"
    )
    assert ids(draft) == ["preamble", "1", "1.a", "1.b", "2"]
    assert texts(draft) == {
        "preamble": "The parties,",
        "preamble#2": "Having met,",
        "1": "They agree:",
        "1.a": "to halt;",
        "1.b": "to talk,",
        "1#2": "All of it at once.",
        "2": "Done.",
    }


def test_parts_articles_and_sections_are_headed_points() -> None:
    articles = "".join(
        f"<article><num>Article {n}</num><heading>{title}</heading>{p('One.', '1.')}{p('Two.', '2.')}</article>"
        for n, title in ((1, "Guards"), (2, "Tolls"))
    )
    draft = read_xml(
        f"<body><chapter><num>Chapter I</num><heading>The harbour</heading>{articles}</chapter></body>"
    )
    assert ids(draft) == ["chapter-1", "1", "1.1", "1.2", "2", "2.1", "2.2"]
    assert headings(draft) == ["chapter-1", "1", "2"]
    assert texts(draft)["chapter-1"] == "Chapter I The harbour"


def test_block_lists_nest_whatever_their_labels() -> None:
    def items(*inner: str) -> str:
        return f"<blockList>{''.join(inner)}</blockList>"

    def item(number: str, inner: str) -> str:
        return f"<item><num>{number}</num>{inner}</item>"

    inner = items(item("–", "<p>Lamps.</p>"), item("–", "<p>Bells.</p>"))
    body = f"<p>Guards stand:</p>{items(item('–', '<p>At the gate:</p>' + inner), item('–', '<p>On the mole.</p>'))}"
    draft = read_xml(f"<mainBody><paragraph><num>1.</num><content>{body}</content></paragraph></mainBody>")
    assert ids(draft) == ["1", "1.-1", "1.-1.-1", "1.-1.-2", "1.-2"]


def test_siblings_of_several_styles_state_no_depth_and_nest_by_their_numbers() -> None:
    flat = "".join(p(f"Word {n}.", n) for n in ("1.", "(a)", "(i)", "(ii)", "(b)", "2."))
    assert ids(read_xml(f"<mainBody>{flat}</mainBody>")) == ["1", "1.a", "1.a.i", "1.a.ii", "1.b", "2"]


def test_a_number_whose_words_stand_in_the_next_paragraph_is_their_label() -> None:
    draft = read_xml(
        f"<mainBody>{p('', '1.')}{p('The harbour is open.')}{p('', '2.')}{p('Guards stand.')}</mainBody>"
    )
    assert texts(draft) == {"1": "The harbour is open.", "2": "Guards stand."}


def test_annexes_are_scopes_stated_or_not() -> None:
    annex = "<doc><mainBody>" + p("Annex I") + p("One.", "1.") + "</mainBody></doc>"
    stated = "<heading>Annex II</heading><doc><mainBody>" + p("Two.", "1.") + "</mainBody></doc>"
    draft = read_xml(
        f"<mainBody>{p('Peace.', '1.')}</mainBody><attachments><attachment>{annex}</attachment>"
        f"<attachment>{stated}</attachment></attachments>"
    )
    assert ids(draft) == ["1", "annex-1", "annex-1/1", "annex-2", "annex-2/1"]


def test_title_date_and_language_are_what_the_document_says_of_itself() -> None:
    draft = read_xml(
        '<meta><identification><FRBRWork><FRBRdate date="2031-06-12" name="adoption"/></FRBRWork><FRBRExpression>'
        '<FRBRlanguage language="fra"/></FRBRExpression></identification></meta><coverPage><p>Korr Council</p><p>'
        f"<docTitle>Harbour accord</docTitle></p></coverPage><mainBody>{p('Peace.', '1.')}</mainBody>"
    )
    assert (draft.title, draft.date, draft.language) == ("Harbour accord", "2031-06-12", "fr")
    assert passages(draft) == [("note", "Korr Council"), ("title", "Harbour accord")]


def test_empty_cells_at_the_end_of_a_row_leave_no_white_space_there() -> None:
    row = "<table><tr><td>x</td><td/></tr><tr><td/><td/></tr></table>"
    assert ("remainder", "x |\n|") in passages(read_xml(f"<body>{p('Peace.', '1.')}{row}</body>"))


def test_notes_are_set_aside_and_tables_are_not_understood() -> None:
    table = "<table><tr><th><p>Year</p></th><th>Toll</th></tr><tr><td>2031</td><td>4</td></tr></table>"
    draft = read_xml(
        "<meta><notes><note><p>From 2030.</p></note></notes></meta><mainBody><paragraph><num>1.</num><content><p>Tolls"
        '<authorialNote marker="*"><p>In gold.</p></authorialNote> are halved<br/>today.</p>'
        f"{table}</content></paragraph></mainBody>"
    )
    assert texts(draft) == {"1": "Tolls are halved today."}
    assert passages(draft) == [
        ("note", "* In gold."),
        ("remainder", "Year | Toll\n2031 | 4"),
        ("note", "From 2030."),
    ]


@pytest.mark.parametrize(
    ("tracked", "words", "said"),
    [("accept", "Tolls are halved.", "deletion"), ("reject", "Tolls are doubled.", "insertion")],
)
def test_marked_changes_are_read_as_made_or_not_made(tracked: Tracked, words: str, said: str) -> None:
    draft = read_xml(
        f"<mainBody>{p('Tolls are <del>doubled</del><ins>halved</ins>.', '1.')}</mainBody>", tracked
    )
    assert texts(draft) == {"1": words}
    assert draft.remarks == (f"Left out: 1 marked {said}.",)


def test_elements_that_are_not_known_lose_no_text() -> None:
    draft = read_xml(
        f"<mainBody>{p('Peace.', '1.')}<novelty>Odd <strange>words</strange> stay.</novelty></mainBody>"
    )
    assert texts(draft) == {"1": "Peace.", "1#2": "Odd", "1#3": "words", "1#4": "stay."}


def test_lines_are_those_of_the_xml() -> None:
    draft = read_xml("<mainBody>\n\n" + p("One.", "1.") + "\n" + p("Two.", "2.") + "</mainBody>")
    assert [point.line for point in draft.walk()] == [4, 5]


def test_any_encoding_that_the_xml_names_is_read() -> None:
    xml = '<?xml version="1.0" encoding="windows-1251"?>' + whole(f"<mainBody>{p('Мир.', '1.')}</mainBody>")
    assert texts(read_bytes(xml.encode("cp1251"), "plan.xml")) == {"1": "Мир."}
    wide = xml.replace("windows-1251", "utf-16").encode("utf-16")
    assert texts(read_bytes(wide, "plan.xml")) == {"1": "Мир."}


DOCTYPE = (
    '<!DOCTYPE akomaNtoso [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
)


@pytest.mark.parametrize(
    ("xml", "problem"),
    [
        (
            DOCTYPE + whole(p("&b;&c;", "1.")),
            r"line 1: the XML declares a document type, .*; remove the DOCTYPE",
        ),
        (
            whole("<p>" * MOST_DEEP + "1. Deep" + "</p>" * MOST_DEEP),
            f"line 2: the XML nests more than {MOST_DEEP} deep",
        ),
        (whole("<p>&nbsp;</p>"), r"line 2, column 4: this is no well-formed XML \(undefined entity\); mend"),
        (whole("<p>1. Torn"), r"line 3, column 3: this is no well-formed XML \(mismatched tag\)"),
        ("<law><p>1. Peace</p></law>", r"line 1: this XML is no Akoma Ntoso: its root is <law>; save"),
        (
            '<?xml version="1.0" encoding="klingon"?><akomaNtoso/>',
            "the XML cannot be decoded|unknown encoding",
        ),
        (whole("<p/>" * MOST_ELEMENTS), f"more than {MOST_ELEMENTS:,} elements"),
    ],
    ids=["entities", "deep", "entity", "torn", "other XML", "encoding", "many"],
)
def test_what_cannot_be_read_is_refused_with_its_place(xml: str, problem: str) -> None:
    with pytest.raises(Trouble, match=problem):
        read_bytes(xml.encode(), "plan.xml")
