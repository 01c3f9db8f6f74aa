"""Tracked changes of Word files: both sides can be read, and nothing of either is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from peacediff import Trouble, compare, read
from peacediff.readers import read_bytes
from peacediff.readers.transcript import Tracked
from tests.readers.word import deleted, docx, ins, lvl, mark, numbering, p, r, row

LIST = numbering(lvl(0, "%1."))


def sides(body: str, **parts: str) -> tuple[list[str], list[str]]:
    """The lines of the text before the changes and after them."""
    return _lines(docx(body, **parts), "reject"), _lines(docx(body, **parts), "accept")


def _lines(data: bytes, tracked: Tracked) -> list[str]:
    return read_bytes(data, "plan.docx", tracked=tracked).text.splitlines()


def test_an_insertion_and_a_deletion_are_each_read_on_their_side() -> None:
    body = p(r("1. The cap is ") + deleted("600,000") + ins(r("800,000")) + r(" men."))
    assert sides(body) == (["1. The cap is 600,000 men."], ["1. The cap is 800,000 men."])


def test_what_was_inserted_and_deleted_again_is_on_neither_side() -> None:
    assert sides(p(r("1. Peace") + ins(deleted(" for now")) + r("."))) == (["1. Peace."], ["1. Peace."])


def test_a_move_is_read_at_one_place_on_each_side() -> None:
    there = p(r("1. a.")) + p('<w:moveFrom w:id="1" w:author="C">' + r("2. b.") + "</w:moveFrom>")
    here = p('<w:moveTo w:id="2" w:author="C">' + r("2. b.") + "</w:moveTo>")
    assert sides(there + p("3. c.") + here) == (["1. a.", "2. b.", "3. c."], ["1. a.", "3. c.", "2. b."])


def test_an_inserted_paragraph_is_gone_on_the_old_side_with_its_number() -> None:
    body = p("A.", num=1) + p(ins(r("B.")), num=1, more=mark("ins")) + p("C.", num=1)
    assert sides(body, numbering=LIST) == (["1. A.", "2. C."], ["1. A.", "2. B.", "3. C."])


def test_a_deleted_paragraph_is_gone_on_the_new_side_with_its_number() -> None:
    body = p("A.", num=1) + p(deleted("B."), num=1, more=mark("del")) + p("C.", num=1)
    assert sides(body, numbering=LIST) == (["1. A.", "2. B.", "3. C."], ["1. A.", "2. C."])


def test_a_deleted_mark_joins_two_paragraphs_and_an_inserted_one_parts_them() -> None:
    assert sides(p("1. One ", more=mark("del")) + p("two.")) == (["1. One", "two."], ["1. One two."])
    assert sides(p("1. One ", more=mark("ins")) + p("two.")) == (["1. One two."], ["1. One", "two."])


def test_marks_in_a_row_join_all_of_their_paragraphs() -> None:
    body = p("1. One ", more=mark("del")) + p("two ", more=mark("del")) + p("three.")
    assert sides(body)[1] == ["1. One two three."]


def test_rows_and_cells_of_tables_come_and_go() -> None:
    gone, new = '<w:del w:id="1" w:author="C"/>', '<w:ins w:id="1" w:author="C"/>'
    table = row("1.", "a") + row("2.", "b", properties=gone) + row("3.", "c", properties=new)
    assert sides(f"<w:tbl>{table}</w:tbl>") == (["1.\ta", "2.\tb"], ["1.\ta", "3.\tc"])
    cell = f'<w:tc><w:tcPr><w:cellIns w:id="1" w:author="C"/></w:tcPr>{p("new")}</w:tc>'
    assert sides(f"<w:tbl><w:tr><w:tc>{p('1. a')}</w:tc>{cell}</w:tr></w:tbl>") == (["1. a"], ["1. a\tnew"])


def test_a_number_that_was_given_or_changed_is_read_on_its_side() -> None:
    given = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="1" w:author="C"/></w:numPr>'
    assert sides(p("A.", more=given) + p("1. b"), numbering=LIST) == (["A.", "1. b"], ["1. A.", "1. b"])
    former = '<w:pPrChange w:id="1" w:author="C"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    assert sides(p("A.", more=former) + p("1. b"), numbering=LIST) == (["1. A.", "1. b"], ["A.", "1. b"])


def test_words_that_were_hidden_are_shown_on_the_old_side() -> None:
    hidden = '<w:vanish/><w:rPrChange w:id="1" w:author="C"><w:rPr/></w:rPrChange>'
    assert sides(p(r("1. Peace") + r(" and calm", hidden))) == (["1. Peace and calm"], ["1. Peace"])


def test_notes_have_tracked_changes_too() -> None:
    part = '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    part += f'<w:footnote w:id="1">{p(deleted("Old") + ins(r("New")))}</w:footnote></w:footnotes>'
    body = p(r("1. a") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    assert sides(body, footnotes=part) == (["1. a", "[1] Old"], ["1. a", "[1] New"])


def test_a_draft_says_what_changes_it_holds_and_how_they_were_read() -> None:
    body = p(r("1. a") + ins(r("b")) + ins(r("c")) + deleted("d"))
    assert read_bytes(docx(body), "a.docx").remarks == (
        "Tracked changes, read as accepted: 2 insertions, 1 deletion.",
    )
    assert read_bytes(docx(body), "a.docx", tracked="reject").remarks == (
        "Tracked changes, read as rejected: 2 insertions, 1 deletion.",
    )
    assert read_bytes(docx(p("1. a")), "a.docx").remarks == ()


def test_the_two_sides_of_one_file_can_be_compared(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(docx(p(r("1. The cap is ") + deleted("600,000") + ins(r("800,000")) + r(" men."))))
    changes = compare(read(path, tracked="reject"), read(path, tracked="accept")).changes
    assert [(edit.old, edit.new) for change in changes for edit in change.edits] == [("600,000", "800,000")]


def test_text_without_tracked_changes_reads_the_same_on_both_sides() -> None:
    old, new = sides(p("1. a") + p("2. b"))
    assert old == new
    with pytest.raises(Trouble, match="use one of accept, reject"):
        _lines(docx(p("1. a")), "both")  # type: ignore[arg-type]
