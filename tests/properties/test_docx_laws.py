"""The laws of reading hold for Word files of any shape, and for bytes that are hardly one."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from peacediff import Trouble
from peacediff.readers import TRACKED, read_bytes
from tests.readers.laws import assert_reading_laws
from tests.readers.word import deleted, docx, ins, lvl, mark, notes, numbering, p, r, row, style, styles

LISTS = numbering(
    lvl(0, "%1.") + lvl(1, "%1.%2") + lvl(2, "(%3)", "lowerLetter") + lvl(3, "(%4)", "lowerRoman"),
    lvl(0, "Article %1", left=360) + lvl(1, "%2", "ordinalText", left=720) + lvl(2, "%9 %3 -", "bullet"),
)
STYLES = styles(
    style("H1", "heading 1"),
    style("H2", "heading 2", '<w:numPr><w:numId w:val="2"/></w:numPr>'),
    style("T", "Title"),
    style("C", "toc 1"),
)
PARTS = {"numbering": LISTS, "styles": STYLES, "footnotes": notes("footnote", "Seen.", "1. Heard.")}
NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
WORDS = [
    "Peace.",
    "1. ",
    "b) ",
    "Annex I",
    "limited to 600,000;",
    " ",
    "\u202e",
    "Foo, bar:",
    "x" * 90,
    "<&>",
]

runs = st.sampled_from(WORDS).map(r) | st.sampled_from(["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", NOTE])
changes = runs.map(ins) | st.sampled_from(WORDS).map(deleted)
contents = st.lists(runs | changes, max_size=5).map("".join)
paragraphs = st.builds(
    p,
    contents.map(lambda inside: inside or r("")),
    num=st.none() | st.sampled_from([0, 1, 2, 9]),
    level=st.integers(0, 4),
    style=st.sampled_from(["", "", "H1", "H2", "T", "C", "none"]),
    more=st.sampled_from(["", "", mark("ins"), mark("del"), '<w:ind w:left="900"/>']),
)
rows = st.lists(paragraphs, min_size=1, max_size=3).map(lambda cells: row(*cells))
tables = st.lists(rows, min_size=1, max_size=3).map(lambda listed: f"<w:tbl>{''.join(listed)}</w:tbl>")
bodies = st.lists(paragraphs | tables, min_size=1, max_size=10).map("".join)


@settings(max_examples=300)
@given(bodies, st.sampled_from(TRACKED))
def test_any_word_file_keeps_the_laws_of_reading(body: str, tracked: str) -> None:
    with suppress(Trouble):
        assert_reading_laws(read_bytes(docx(body, **PARTS), "a.docx", tracked=tracked))  # type: ignore[arg-type]


@settings(max_examples=200)
@given(
    st.lists(st.tuples(st.sampled_from(["kept", "inserted", "deleted"]), st.integers(1, 999)), max_size=12)
)
def test_every_word_is_read_on_its_sides_and_in_order(words: list[tuple[str, int]]) -> None:
    """Words that are not tracked stand on both sides, inserted ones on the new, deleted ones on the old."""
    write = {"kept": r, "inserted": lambda text: ins(r(text)), "deleted": deleted}
    data = docx(p(r("1. Start") + "".join(write[kind](f" w{n}") for kind, n in words)))
    for tracked, other in (("accept", "deleted"), ("reject", "inserted")):
        expected = ["1.", "Start", *(f"w{n}" for kind, n in words if kind != other)]
        assert read_bytes(data, "a.docx", tracked=tracked).text.split() == expected  # type: ignore[arg-type]


whole = docx(p("1. Peace.", num=1) + p("2. Trade."), **PARTS)
edits = st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=8)


def told(data: bytes) -> str:
    """What is said of bytes: the name of a draft that keeps the laws, or trouble."""
    try:
        draft = read_bytes(data, "a.docx")
    except Trouble as trouble:
        return str(trouble)
    assert_reading_laws(draft)
    return draft.name


@settings(max_examples=300)
@given(edits, st.integers(0, 40))
def test_a_damaged_word_file_is_a_draft_or_trouble_in_one_line(
    changed: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(whole)
    for at, value in changed:
        data[at] = value
    assert "\n" not in told(bytes(data[: len(data) - cut] if cut < 20 else data))


@settings(max_examples=300)
@given(st.sampled_from(["word/document.xml", "word/numbering.xml", "word/styles.xml"]), st.data())
def test_a_damaged_part_is_a_draft_or_trouble_in_one_line(part: str, data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    damaged = bytearray(members[part])
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(damaged) - 1))
        if data.draw(st.booleans()):
            del damaged[start : start + data.draw(st.integers(1, 40))]
        else:
            damaged[start:start] = data.draw(
                st.sampled_from([b"9", b"-", b"\xff", b"<w:p/>", b"</w:p>", b"&x;"])
            )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in {**members, part: bytes(damaged)}.items():
            archive.writestr(name, content)
    assert "\n" not in told(file.getvalue())
