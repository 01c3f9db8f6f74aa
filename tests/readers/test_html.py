"""Web pages: the article as a browser shows it, and a word on what was left out around it."""

from __future__ import annotations

import pytest

from peacediff import Draft, Trouble
from peacediff.readers import read_bytes, read_text
from tests.readers.outline import ids, texts


def read_page(body: str) -> Draft:
    return read_text(f"<!DOCTYPE html><html><body>{body}</body></html>", "page.html")


def labels(body: str) -> list[str]:
    return [point.label for point in read_page(body).walk()]


@pytest.mark.parametrize(
    ("opened", "shown"),
    [
        ("<ol>", ["1.", "2."]),
        ("<ol start=9>", ["9.", "10."]),
        ("<ol type=a>", ["a.", "b."]),
        ("<ol type=A start=26>", ["Z.", "AA."]),
        ("<ol type=i start=3>", ["iii.", "iv."]),
        ("<ol type=I>", ["I.", "II."]),
        ("<ol style='list-style-type: lower-roman'>", ["i.", "ii."]),
        ("<ol reversed>", ["2.", "1."]),
        ("<ol start=-1>", ["-1.", "0."]),
        ("<ul>", ["•", "•"]),
    ],
)
def test_items_have_the_labels_that_a_browser_shows(opened: str, shown: list[str]) -> None:
    draft = read_page(f"{opened}<li>Peace.<li>Trade.</{opened[1:3]}>")
    assert [line.split()[0] for line in draft.text.splitlines()] == shown


def test_an_item_may_state_its_number_and_the_next_counts_on() -> None:
    assert labels("<ol><li>a<li value=7>b<li>c</ol>") == ["1.", "7.", "8."]


def test_lists_nest() -> None:
    page = (
        "<ol><li>Peace:<ol type=a><li>at sea<ul><li>Korr</ul><li>on land</ol><p>All of it.</p><li>Trade.</ol>"
    )
    assert texts(read_page(page)) == {
        "1": "Peace:",
        "1.a": "at sea",
        "1.a.-1": "Korr",
        "1.b": "on land",
        "1#2": "All of it.",
        "2": "Trade.",
    }


def test_a_list_without_marks_keeps_the_labels_of_its_text() -> None:
    assert labels("<ul style='list-style: none'><li>1. a<li>2. b</ul>") == ["1.", "2."]


def test_the_article_is_read_and_not_the_page_around_it() -> None:
    page = (
        "<nav><a>Home</a> <a>News</a></nav><header>The Times</header><main><article><header><h1>Plan</h1></header>"
        "<p>1. Peace.</p><aside>Read more</aside></article></main><footer>All rights</footer><script>var x = 1</script>"
    )
    draft = read_page(page)
    assert (draft.title, draft.text) == ("Plan", "Plan\n1. Peace.\n")
    assert draft.remarks == (
        "Left out: 2 words of aside, 2 words of footer, 2 words of header, 2 words of nav.",
    )


def test_without_an_article_it_is_the_block_with_most_of_the_words() -> None:
    menu = "<div><a href=a>One</a><a href=b>Two</a></div>"
    draft = read_page(
        f"{menu}<div><div><p>1. The parties keep the peace at sea.</p></div></div><div>Imprint</div>"
    )
    assert draft.text == "1. The parties keep the peace at sea.\n"
    assert draft.remarks == ("Left out: 3 words of other parts of the page.",)


def test_no_block_is_left_out_where_words_are_spread() -> None:
    draft = read_page("<div><p>1. Peace at sea.</p></div><div><p>2. Trade on land.</p></div>")
    assert ids(draft) == ["1", "2"]
    assert draft.remarks == ()


def test_one_of_several_articles_is_read_only_if_it_holds_half_of_their_words() -> None:
    teasers = "".join(f"<article>{n}. Peace at sea.</article>" for n in range(1, 5))
    assert ids(read_page(teasers)) == ["1", "2", "3", "4"]
    assert read_page(f"{teasers}<article>5. {'Trade goes on. ' * 20}</article>").points[0].id == "5"


@pytest.mark.parametrize("hidden", ["hidden", "style='display: none'", "style=visibility:hidden"])
def test_what_is_hidden_is_left_out_and_counted(hidden: str) -> None:
    draft = read_page(f"<p>1. Peace.</p><p {hidden}>Old words</p><img src=a>")
    assert draft.text == "1. Peace.\n"
    assert draft.remarks == ("Left out: 2 words of hidden, 1 picture.",)


def test_insertions_and_deletions_are_tracked_changes() -> None:
    page = b"<html><p>1. The cap is <del>600,000</del><ins>800,000</ins> men.</p></html>"
    before, after = (read_bytes(page, "a", tracked=tracked).text for tracked in ("reject", "accept"))
    assert (before, after) == ("1. The cap is 600,000 men.\n", "1. The cap is 800,000 men.\n")
    assert read_bytes(page, "a").remarks == ("Tracked changes, read as accepted: 1 insertion, 1 deletion.",)


def test_white_space_breaks_and_rows_are_as_a_browser_shows_them() -> None:
    page = "<p>1.  A\n  <b>b</b>c<br>2. D</p><pre>x\n  y</pre><table><tr><td>e<td>f</tr></table>"
    assert read_page(page).text == "1. A bc\n2. D\nx\n  y\ne\tf\n"


def test_the_mark_of_a_note_does_not_stick_to_a_number() -> None:
    draft = read_page("<p>1. 600,000<sup><a href='#n'>1</a></sup> men, 5 km<sup>2</sup>.</p>")
    assert texts(draft) == {"1": "600,000 men, 5 km²."}


def test_lines_are_those_of_the_page() -> None:
    page = "<html><!-- a\n-->\n<p>1. One\ntwo.\nThree.</p><script>\n\n</script>\n<ol start=2>\n<li>Four."
    draft = read_text(page, "page.html")
    assert {p.id: p.line for p in draft.provisions} == {"1": 3, "1#2": 5, "2": 9}


def test_headings_nest_by_their_level_and_the_title_may_be_that_of_the_page() -> None:
    page = "<html lang=uk><title>The plan</title><h2>Security</h2><p>1. a</p><h2>Trade</h2><p>2. b</p></html>"
    draft = read_text(page, "page.html")
    assert (draft.title, draft.language, ids(draft)) == ("The plan", "uk", ["security", "1", "trade", "2"])


def test_a_page_says_its_encoding() -> None:
    page = '<html><meta charset="windows-1251"><p>1. Перемирие.</p></html>'
    assert read_bytes(page.encode("cp1251"), "page.html").text == "1. Перемирие.\n"


def test_a_page_is_told_by_its_content_and_its_suffix() -> None:
    assert read_bytes(b"<!-- x --><!DOCTYPE html><p>1. a", "page.txt").text == "1. a\n"
    assert read_bytes(b"1. a<br>2. b", "page.htm").text == "1. a\n2. b\n"
    assert read_bytes(b"<ol><li>a</ol>", "-").text == "1. a\n"


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ("<div>" * 300 + "1. a", "Excessive depth"),
        ("<html></html>", "is empty"),
        ("<nav>1. a</nav>", "is empty"),
        ("", "is empty"),
        ("<p>1. " + "a" * 11_000_000, "cannot be read"),
    ],
)
def test_what_is_no_sound_page_is_trouble_in_one_line(page: str, problem: str) -> None:
    """Nothing that the parser gave up on is read in part."""
    with pytest.raises(Trouble) as caught:
        read_text(page, "page.html")
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("attribute", ["a{}=1 ", "a{} ", "a{}='1'", "a{}/", "a{}=< "])
def test_a_tag_of_thousands_of_attributes_is_refused_before_it_is_parsed(attribute: str) -> None:
    tag = "".join(map(attribute.format, range(50_000)))
    with pytest.raises(
        Trouble, match=r"page\.html, line 2: the page .* \(a tag has more than 1,000 attributes\)"
    ):
        read_text(f"<html>\n<p {tag}>1. Peace.</html>", "page.html")


def test_a_picture_written_into_its_tag_is_no_trouble() -> None:
    picture = "abcd/+ef" * 100_000
    assert ids(
        read_text(f"<html><img src='data:image/png;base64,{picture}'><p>1. Peace.</html>", "a.html")
    ) == ["1"]


@pytest.mark.parametrize("element", ["s", "strike", "span style='text-decoration: line-through'"])
def test_what_is_struck_through_is_left_out_and_counted(element: str) -> None:
    draft = read_page(
        f"<p>1. Forces <{element}>shall withdraw</{element.split(maxsplit=1)[0]}> remain.</p><p>2. Peace.</p>"
    )
    assert texts(draft) == {"1": "Forces remain.", "2": "Peace."}
    assert draft.remarks == ("Left out: 2 words of struck-through text.",)


def test_raised_and_lowered_digits_do_not_become_part_of_a_number() -> None:
    draft = read_page(
        "<p>1. Tolls<sup>1</sup> are 10<sup>2</sup> for H<sub>2</sub>O on the 3<sup>rd</sup>.</p>"
    )
    assert texts(draft) == {"1": "Tolls¹ are 10² for H₂O on the 3rd."}


def test_paragraphs_next_to_the_block_with_most_words_are_not_left_out() -> None:
    points = "".join(f"<tr><td>{n}.</td><td>The harbour gate is shut.</td></tr>" for n in range(1, 9))
    draft = read_text(
        f"<html><body><p>The plan:</p><table>{points}</table><p>Done at Korr.</p></html>", "plan.html"
    )
    assert texts(draft)["preamble"] == "The plan:"
    assert texts(draft)["closing"] == "Done at Korr."


def test_an_entity_from_outside_is_not_read() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>1. a &x; b</p></html>'
    assert "root:" not in read_text(page, "page.html").text


@pytest.mark.parametrize(
    "page", ["<p>Annex I</p>", "<p><b>Annex I</b></p>", "<div><strong>Annex</strong> <b>I</b></div>"]
)
def test_a_paragraph_that_names_an_annex_is_a_heading(page: str) -> None:
    draft = read_page(f"<ol><li>Peace.</li></ol>{page}<ol><li>The map.</li></ol>")
    assert ids(draft) == ["1", "annex-1", "annex-1/1"]


def test_a_short_paragraph_all_in_bold_is_a_heading_and_bold_words_in_one_are_not() -> None:
    draft = read_page(
        "<p><b>Arms</b></p><ol><li>Peace.</li></ol><p><b>Money</b> is paid</p><ol start=2><li>Bread.</li></ol>"
    )
    assert ids(draft) == ["arms", "1", "2"]


NOTES = {
    "pandoc": '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>|'
    '<section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>See.'
    '<a href="#fnref1">↩︎</a></p></ol></section>',
    "MediaWiki": '<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>|<div class="reflist">'
    '<ol class="references">'
    '<li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> <span>See.</span></li></ol></div>',
    "Word": '<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>|<div style="mso-element: footnote-list"><hr>'
    '<div style="mso-element:footnote" id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup>'
    "</a> See.</p></div></div>",
    "Google Docs": '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>|<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]'
    "</a> See.</p></div>",
    "LibreOffice": '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>|'
    '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>See.</p></div>',
    "DPUB": '<a role="doc-noteref" href="#n1"><sup>*</sup></a>|<aside role="doc-footnote" id=n1>See.</aside>',
    "WordPress": '<sup><a href="#a" id="b">1</a></sup>|<ol class="wp-block-footnotes"><li id="a">'
    'See. <a href="#b">↩</a></ol>',
}


@pytest.mark.parametrize("producer", NOTES)
def test_footnotes_of_a_page_are_notes(producer: str) -> None:
    mark, notes = NOTES[producer].split("|")
    draft = read_page(
        f"<article><p>1. Stop{mark}.</p><p>2. Go.</p>{notes}<h2>Annex A</h2><p>1. Map.</p></article>"
    )

    assert texts(draft) == {"1": "Stop.", "2": "Go.", "annex-a": "Annex A", "annex-a/1": "Map."}
    assert [(each.kind, "See." in each.text) for each in draft.passages] == [("note", True)]
    assert draft.remarks == ("Left out: 1 footnote mark.",)


def test_the_heading_of_the_notes_is_one_of_them() -> None:
    draft = read_page(
        "<p>1. Stop.</p><h2>Notes</h2><ol class=footnotes><li>See.</ol><h2>Arms</h2><p>2. Go.</p>"
    )
    assert ids(draft) == ["1", "arms", "2"]


@pytest.mark.parametrize(
    "page",
    [
        (
            "<div class=has-footnotes><p>1. A<sup><a href='#f' id=r>1</a></sup></p><p>2. B</p>"
            "<p id=f><a href='#r'>^</a> x</p>"
        ),
        "<div class=footnotes-on><p>1. A</p><p>2. B</p></div>",
        "<p>1. A<sup><a href='#p2'>2</a></sup></p><p id=p2>2. B <a href='#p1'>above</a></p>",
    ],
)
def test_what_only_sounds_like_notes_or_is_led_to_is_text(page: str) -> None:
    assert ids(read_page(f"<article>{page}</article>")) == ["1", "2"]


def test_a_list_of_links_leads_away_and_is_left_out() -> None:
    links = "<ul><li><a href=a>Facebook</a><li><a href=b>Share this</a></ul>"
    draft = read_page(
        f"<article>{links}<p>1. Peace:</p><ul><li><a href=c>Korr</a> is free;<li>Lum too.</ul></article>"
    )

    assert ids(draft) == ["1", "1.-1", "1.-2"]
    assert draft.remarks == ("Left out: 3 words of lists of links.",)


@pytest.mark.parametrize("item", ["<a href=a>They stop.</a>", "<a href=a>They stop</a> now", "They stop"])
def test_a_list_of_provisions_is_read_though_they_are_links(item: str) -> None:
    assert len(read_page(f"<article><p>All:</p><ol><li>{item}<li>{item}</ol></article>").provisions) == 3


def test_lists_of_google_docs_nest_by_their_class_and_its_title_is_the_title() -> None:
    lists = (("0 start", "Stop."), ("1 start", "on land"), ("1", "at sea"), ("0", "Go."))
    items = "".join(f"<ol class='c1 lst-kix_ab3-{level}'><li>{words}</ol>" for level, words in lists)
    items = items.replace("-0'><li>Go", "-0' start=2><li>Go").replace("-1'><li>at", "-1' start=2><li>at")
    draft = read_page(f"<p class='c0 title'>Accord</p>{items}")

    assert (draft.title, ids(draft)) == ("Accord", ["1", "1.1", "1.2", "2"])
