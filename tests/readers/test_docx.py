"""Word files: what is a heading, a note or a table, and that nothing of the text is lost."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from peacediff import Draft, Trouble, read
from peacediff.readers import formats, read_bytes
from peacediff.readers.docx import package
from tests.readers.outline import headings, ids, passages, texts
from tests.readers.word import (
    docx,
    header,
    lvl,
    notes,
    numbering,
    p,
    r,
    row,
    style,
    styles,
    zipped,
)

OUTLINE = numbering(
    lvl(0, "Article %1", left=360) + lvl(1, "%1.%2", left=720) + lvl(2, "(%3)", "lowerLetter", left=1440),
    lvl(0, "•", "bullet", left=1800),
)
STYLES = styles(
    style("T", "Title"),
    style("H1", "heading 1", '<w:outlineLvl w:val="0"/>'),
    style("H2", "Überschrift 2"),
    style("Toc", "toc 1"),
)


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText><w:t>code</w:t>'
    '<w:fldChar w:fldCharType="separate"/><w:t>Article 2</w:t><w:fldChar w:fldCharType="end"/><w:t>!</w:t></w:r>'
)


def read_word(body: str, **parts: str) -> Draft:
    return read_bytes(docx(body, **parts), "plan.docx")


def test_a_word_file_is_told_by_its_content(tmp_path: Path) -> None:
    """Whatever its suffix; another archive is none."""
    (tmp_path / "plan.txt").write_bytes(docx(p("1. Peace.")))
    assert texts(read(tmp_path / "plan.txt")) == {"1": "Peace."}
    with pytest.raises(Trouble, match="ZIP or Office"):
        read_bytes(zipped({"a.txt": "1. a"}), "plan.txt")


def test_headings_articles_and_lists_nest_as_they_do_in_word() -> None:
    body = (
        p("Accord", style="T")
        + p("Whereas the sea is wide,")
        + p("Ceasefire", style="H1", num=1)
        + p("Guns are silent.", num=1, level=1)
        + p("This holds:", num=1, level=1)
        + p("at sea;", num=1, level=2)
        + p("in ports such as", num=1, level=2)
        + p("Korr", num=2)
        + p("in the air.", num=1, level=2)
        + p("Forces", style="H1", num=1)
        + p("They leave.", num=1, level=1)
    )
    draft = read_word(body, numbering=OUTLINE, styles=STYLES)
    assert draft.title == "Accord"
    assert ids(draft) == ["preamble", "1", "1.1", "1.2", "1.2.a", "1.2.b", "1.2.b.-1", "1.2.c", "2", "2.1"]
    assert headings(draft) == ["1", "1.2", "1.2.b", "2"]


def test_a_heading_is_told_by_outline_level_style_name_or_bold_words() -> None:
    bold = p(r("Trade", "<w:b/>")) + p("Tolls are halved.")
    body = p("Security", style="H1") + p("Sea", style="H2") + p("1. Open.") + bold
    draft = read_word(body, styles=STYLES)
    assert draft.title == "Security"
    assert ids(draft) == ["sea", "1", "trade"]


def test_a_clause_in_the_style_of_a_heading_is_a_clause() -> None:
    words = (
        "The parties withdraw all heavy arms behind the line of contact within thirty days. They report it."
    )
    draft = read_word(p(words, style="H1", num=1), styles=STYLES, numbering=OUTLINE)
    assert texts(draft) == {"1": words[:-16].strip(), "1#2": "They report it."}
    assert headings(draft) == []


def test_a_row_of_a_table_is_one_line_and_every_cell_is_kept() -> None:
    table = f"<w:tbl>{row('Year', 'Toll')}{row('2031', '4')}</w:tbl>"
    draft = read_word(p("1. Tolls:") + table)
    assert draft.text == "1. Tolls:\nYear\tToll\n2031\t4\n"
    assert texts(draft)["1#3"] == "2031\t4"


def test_points_may_stand_in_a_table() -> None:
    """Numbered by hand or by Word, in one cell or in two, in tables inside of tables."""
    table = row("1.", "Peace.") + row(p("", num=1), "Trade.") + row(p("3. Law.") + p("All obey."), "Done.")
    inner = row(f"<w:tbl>{row('4.', 'Order.')}</w:tbl>", "5. End.")
    draft = read_word(f"<w:tbl>{table}{inner}</w:tbl>", numbering=numbering(lvl(0, "%1.", start=2)))
    assert texts(draft) == {
        "1": "Peace.",
        "2": "Trade.",
        "3": "Law.",
        "3#2": "All obey.",
        "3#3": "Done.",
        "4": "Order.",
        "5": "End.",
    }


def test_notes_and_comments_stand_behind_their_paragraph() -> None:
    marks = "".join(f'<w:r><w:{kind} w:id="1"/></w:r>' for kind in ("footnoteReference", "endnoteReference"))
    body = p(r("1. The cap is 600,000") + marks + r(".")) + p(
        r("2. b") + '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    parts = {kind + "s": notes(kind, f"About {kind}.") for kind in ("footnote", "endnote", "comment")}
    draft = read_word(body, **parts)
    assert texts(draft) == {"1": "The cap is 600,000.", "2": "b"}
    assert passages(draft) == [
        ("note", "[1] About footnote."),
        ("note", "[i] About endnote."),
        ("note", "[B. Reader] About comment."),
    ]
    assert [passage.line for passage in draft.passages] == [2, 3, 5]


def test_headers_and_a_table_of_contents_are_notes() -> None:
    draft = read_word(p("Peace 1", style="Toc") + p("1. Peace"), styles=STYLES, header=header("Draft 3"))
    assert passages(draft) == [("note", "Peace 1"), ("note", "Draft 3")]
    assert texts(draft) == {"1": "Peace"}


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:hyperlink><w:r><w:t>Korr</w:t></w:r></w:hyperlink>", "Korr"),
        (
            "<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent><w:r><w:t>Korr</w:t></w:r></w:sdtContent></w:sdt>",
            "Korr",
        ),
        ("<w:smartTag><w:r><w:t>Korr</w:t></w:r></w:smartTag>", "Korr"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>so</w:t><w:softHyphen/><w:t>ft</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r>", "soft\u2011x"),
        ('<w:r><w:t>a</w:t><w:sym w:font="Symbol" w:char="00A7"/></w:r>', "a§"),
        ("<w:r><w:t>a</w:t></w:r><m:oMath><m:r><m:t>x + y</m:t></m:r></m:oMath>", "ax + y"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>X</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "(kan)X",
        ),
        (
            FIELD,
            "Article 2!",
        ),
        ('<w:fldSimple w:instr="DATE"><w:r><w:t>5 May</w:t></w:r></w:fldSimple>', "5 May"),
    ],
    ids=[
        "link",
        "control",
        "tag",
        "breaks",
        "hyphens",
        "sign",
        "formula",
        "reading",
        "field",
        "simple field",
    ],
)
def test_the_text_of_a_paragraph_is_what_word_shows(inside: str, shown: str) -> None:
    assert read_word(p("1. x") + p(inside)).text == f"1. x\n{shown}\n"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('2. In the box.')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read_word(p(r("1. Outside.") + both))) == {"1": "Outside.", "2": "In the box."}


def test_labels_behind_line_breaks_open_points() -> None:
    broken = r("1. First") + "<w:r><w:br/></w:r>" + r("2. Second") + "<w:r><w:br/></w:r>" + r("and more")
    assert texts(read_word(p(broken))) == {"1": "First", "2": "Second\nand more"}


@pytest.mark.parametrize("switch", ["<w:strike/>", "<w:dstrike/>"])
def test_what_is_struck_through_is_left_out_and_counted(switch: str) -> None:
    draft = read_word(
        p(r("1. Forces ") + r("shall withdraw", switch) + r("remain.")) + p(r("2. Gone.", switch))
    )
    assert texts(draft) == {"1": "Forces remain."}
    assert draft.remarks == ("Left out: 4 struck-through words.",)


def test_raised_digits_do_not_become_part_of_a_number() -> None:
    raised = r("2", '<w:vertAlign w:val="superscript"/>')
    assert texts(read_word(p(r("1. It is 10") + raised + r(" km.")))) == {"1": "It is 10² km."}


def test_what_is_no_text_is_counted() -> None:
    inside = r("1. Peace") + r(" not shown", "<w:vanish/>") + "<w:r><w:object/><v:imagedata/></w:r>"
    draft = read_word(p(inside) + "<w:altChunk/>")
    assert draft.remarks == ("Left out: 2 hidden words, 1 picture, 2 embedded files.",)
    assert "not shown" not in draft.text


def test_the_strict_form_of_the_format_is_read_too() -> None:
    data = docx(p("1. Peace."))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    old, new = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    members["word/document.xml"] = members["word/document.xml"].replace(old, new)
    assert texts(read_bytes(zipped(members), "plan.docx")) == {"1": "Peace."}


BOMB = '<!DOCTYPE a [<!ENTITY x "aaaaaaaaaa"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


def with_document(document: str | bytes) -> bytes:
    rels = '<Relationships xmlns="x"><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
    return zipped({"_rels/.rels": rels, "word/document.xml": document})


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (with_document(BOMB), "declares a document type"),
        (with_document(OUTSIDE), "declares a document type"),
        (with_document("<a>"), "the XML cannot be read"),
        (with_document("<a>" * 300 + "</a>" * 300), "the XML cannot be read"),
        (with_document("<a/>"), "holds no Word document"),
        (with_document(b"<a>" + b" " * 3_000_000 + b"</a>"), "far more than it holds"),
        (zipped({"word/document.xml": "<a/>"}), "holds no Word document"),
        (zipped({f"{n}": "" for n in range(package.MOST_MEMBERS + 1)}), "more than 4096 parts"),
        (docx(p("1. a"))[:-40], "no whole Word file"),
        (b"1. a", "no whole Word file"),
        (b"\xd0\xcf\x11\xe0old", "old Word file, or one that is locked by a password"),
        (docx(""), "the draft is empty"),
    ],
)
def test_what_is_no_sound_word_file_is_trouble_in_one_line(data: bytes, problem: str) -> None:
    with pytest.raises(Trouble) as caught:
        read_bytes(data, "plan.docx", input_format="docx")
    assert problem in str(caught.value)
    assert "passwd" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_part_that_stands_twice_is_trouble() -> None:
    file = io.BytesIO(docx(p("1. a")))
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(Trouble, match="two parts of the same name"):
        read_bytes(file.getvalue(), "plan.docx")


def test_all_parts_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_BYTES", 1)
    with pytest.raises(Trouble, match="far more than it holds"):
        package.Package("plan.docx", zipfile.ZipFile(io.BytesIO(docx(p("1. a")))), 20).xml(
            "word/document.xml"
        )


def test_a_missing_lxml_is_trouble_that_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("lxml", "peacediff.readers.docx"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "peacediff.readers.safe_xml", raising=False)
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(Trouble, match=r"run pip install \"peacediff\[docx\]\""):
        read_bytes(docx(p("1. a")), "plan.docx")
    assert formats.FORMATS["docx"].extra == "docx"


@pytest.mark.skipif(
    not shutil.which("soffice"), reason="needs LibreOffice (Debian: libreoffice-writer-nogui)"
)
def test_numbers_are_those_that_libreoffice_prints(tmp_path: Path) -> None:
    body = "".join(
        p(f"x{place}", num=1, level=place) + (p("•x", num=2) if n == 5 else "")
        for n, place in enumerate([0, 1, 1, 2, 2, 1, 0, 1, 2, 0])
    )
    (tmp_path / "plan.docx").write_bytes(docx(body, numbering=OUTLINE))
    convert(tmp_path / "plan.docx", "txt:Text (encoded):UTF8")
    printed = (tmp_path / "plan.txt").read_text("utf-8-sig").split()
    assert read(tmp_path / "plan.docx").text.split() == printed


@pytest.mark.skipif(
    not shutil.which("soffice"), reason="needs LibreOffice (Debian: libreoffice-writer-nogui)"
)
def test_a_file_that_libreoffice_wrote_is_read(tmp_path: Path) -> None:
    page = "<h1>Accord</h1><ol start=3><li>Peace.<ol type=a><li>At sea.</ol><li>Trade.</ol>"
    (tmp_path / "page.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    convert(tmp_path / "page.html", "docx:MS Word 2007 XML", "--infilter=HTML (StarWriter)")
    draft = read(tmp_path / "page.docx")
    assert (draft.title, texts(draft)) == ("Accord", {"3": "Peace.", "3.a": "At sea.", "4": "Trade."})


def convert(path: Path, wanted: str, *more: str) -> None:
    """Convert a file beside itself, with a profile that is nobody's."""
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [
        "soffice",
        "--headless",
        profile,
        *more,
        "--convert-to",
        wanted,
        "--outdir",
        str(path.parent),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
