"""PDF files: pages become one text, and what belongs to the pages only is set aside."""

from __future__ import annotations

import subprocess
import sys
import zlib
from collections.abc import Sequence

import pytest

from peacediff import Draft, Trouble
from peacediff.readers import pdf as reader
from peacediff.readers import read_bytes
from peacediff.readers.pdf import apart, segments
from peacediff.readers.pdf.expansion import MOST_BYTES
from tests.readers.outline import headings, ids, passages, texts
from tests.readers.pdf_writer import Put, column, nested_drawings, pdf

pytest.importorskip("pypdfium2", reason="the extra 'pdf' is not installed")

PLAN = [
    "1. The parties keep the harbour open to the ships of",
    "both fleets and to the boats of the fishers.",
    "2. Guards stand at the gate.",
    "3. The parties agree:",
    "(a) to halve the tolls;",
    "(b) to light the lamps.",
]


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare each test the start of a process."""
    monkeypatch.setattr(reader, "pages_apart", segments.pages)


def read_pages(*pages: Sequence[Put], keys: str = "") -> Draft:
    return read_bytes(pdf(pages, keys=keys), "plan.pdf")


def with_edges(number: int, lines: Sequence[str], total: int = 3) -> list[Put]:
    """A page with a header, a footer and its number."""
    edges = [Put(72, 770, "Harbour accord (draft of 2031)"), Put(280, 30, f"- {number} of {total} -")]
    return [edges[0], *column(lines, 72, 700), edges[1]]


def test_points_and_their_sub_points_are_read() -> None:
    draft = read_pages(column(PLAN, 72, 700))
    assert ids(draft) == ["1", "2", "3", "3.a", "3.b"]
    assert (
        texts(draft)["1"]
        == "The parties keep the harbour open to the ships of both fleets and to the boats of the fishers."
    )


def test_a_pdf_is_known_by_its_content() -> None:
    assert ids(read_bytes(pdf([column(PLAN, 72, 700)], packed=True), "plan.txt"))[:2] == ["1", "2"]


def test_hanging_indents_and_gaps_do_not_break_a_point() -> None:
    lines = [Put(72, 700, "1."), *column(["The harbour is open to all ships", "of both fleets."], 96, 700)]
    lines += [Put(72, 660, "2."), *column(["Guards stand at the gate, and on", "the mole."], 96, 660)]
    assert texts(read_pages(lines)) == {
        "1": "The harbour is open to all ships of both fleets.",
        "2": "Guards stand at the gate, and on the mole.",
    }


def test_two_columns_are_read_one_after_the_other_below_a_full_width_line() -> None:
    left = [
        "1. The harbour is open to the",
        "ships of both fleets and to",
        "the boats of the fishers who",
        "live there.",
    ]
    right = [
        "2. Guards of both parties do",
        "stand at the gate of the",
        "harbour and on the mole, by",
        "day and night.",
    ]
    draft = read_pages(
        [
            Put(72, 740, "The parties to the accord on the harbour, having met in Korr, agree as follows:"),
            *column(left, 72, 700),
            *column(right, 320, 700),
        ]
    )
    assert ids(draft) == ["preamble", "1", "2"]
    assert texts(draft)["1"].endswith("the boats of the fishers who live there.")
    assert texts(draft)["2"].endswith("by day and night.")


def test_a_point_goes_on_in_the_next_column() -> None:
    left = [
        "1. Tolls are halved today.",
        "2. The harbour is open to",
        "the ships of both of the",
        "fleets and to the boats of",
    ]
    right = [
        "the fishers who live there",
        "and in the islands beyond.",
        "3. Guards stand at the two",
        "gates of the harbour.",
    ]
    draft = read_pages([*column(left, 72, 700), *column(right, 320, 700)])
    assert texts(draft)["2"] == (
        "The harbour is open to the ships of both of the fleets and to the boats of the fishers who live there "
        "and in the islands beyond."
    )


def test_headers_footers_and_page_numbers_are_set_aside_counted_and_shown() -> None:
    draft = read_pages(
        *(with_edges(n, [f"{n}. Point {word} stands."]) for n, word in enumerate(("one", "two", "six"), 1))
    )
    assert list(texts(draft).values()) == ["Point one stands.", "Point two stands.", "Point six stands."]
    header = "Harbour accord (draft of 2031)"
    assert passages(draft) == [
        ("note", "\n".join(f"{header}\n- {n} of 3 -" for n in (1, 2, 3))),
    ]
    assert draft.remarks == ("Set aside at the end: 6 margin lines.",)


def test_a_point_goes_on_over_a_page_break() -> None:
    draft = read_pages(
        with_edges(
            1, ["1. The harbour is open to the ships of both of the fleets and", "to the boats of the"], 2
        ),
        with_edges(2, ["fishers who live there, and to all boats that carry bread.", "2. Guards stand."], 2),
    )
    assert texts(draft)["1"] == (
        "The harbour is open to the ships of both of the fleets and to the boats of the fishers who live there, "
        "and to all boats that carry bread."
    )
    assert ids(draft) == ["1", "2"]


def test_the_running_head_of_a_chapter_is_set_aside() -> None:
    words = "abcdefghijkl"
    heads = ["The harbour"] * 3 + [f"Word {word} stands here." for word in words]
    draft = read_pages(*(column([head, "", f"1. Word {n} goes."], 72, 700) for n, head in enumerate(heads)))
    assert passages(draft) == [("note", "\n".join(["The harbour"] * 3))]


def test_articles_that_each_open_a_page_are_no_page_numbers() -> None:
    draft = read_pages(*(column([f"Article {n}", "", f"Word {n} stands."], 72, 700) for n in (1, 2, 3)))
    assert ids(draft) == ["1", "2", "3"]


def test_a_number_that_does_not_count_with_the_pages_stays() -> None:
    draft = read_pages(
        column(["1. The force has", "900"], 72, 100), column(["2. The other has", "400"], 72, 100)
    )
    assert "900" in texts(draft)["1"]
    assert "400" in texts(draft)["2"]


def test_a_page_of_one_line_is_no_page_number() -> None:
    draft = read_pages([Put(72, 700, "1. Word stands.")], [Put(72, 700, "1. Word stands.")])
    assert list(texts(draft).values()) == ["Word stands.", "Word stands."]


def test_roman_page_numbers_are_set_aside() -> None:
    draft = read_pages(
        *([*column([f"{n}. Word {n}."], 72, 700), Put(300, 30, r)] for n, r in ((1, "iv"), (2, "v")))
    )
    assert passages(draft) == [("note", "iv\nv")]


def test_a_broken_word_is_made_whole_where_it_stands_elsewhere() -> None:
    draft = read_pages(
        column(
            [
                "1. Demilitarization is agreed. The parties begin the demili-",
                "tarization and keep the cease-",
                "fire. They disarm the for-",
                "tifications, in pre-",
                "and post-war zones.",
            ],
            72,
            700,
        )
    )
    assert list(texts(draft).values()) == [
        "Demilitarization is agreed.",
        "The parties begin the demilitarization and keep the cease-fire.",
        "They disarm the for-tifications, in pre- and post-war zones.",
    ]
    assert draft.remarks == ("Made whole: 1 word broken at line ends.",)


def test_larger_fonts_are_headings_and_the_largest_first_line_is_the_title() -> None:
    draft = read_pages(
        [
            Put(72, 740, "Harbour accord", 20),
            Put(72, 700, "On security", 14),
            *column(["1. The harbour is open.", "2. Guards stand."], 72, 670),
            Put(72, 620, "On trade", 14),
            *column(["3. Tolls are halved."], 72, 590),
        ]
    )
    assert draft.title == "Harbour accord"
    assert ids(draft) == ["on-security", "1", "2", "on-trade", "3"]
    assert headings(draft) == ["on-security", "on-trade"]


def test_footnotes_contents_and_watermarks_are_notes() -> None:
    draft = read_pages(
        [
            *column(["Point 1 . . . . . . . . . . . . 1"], 72, 760),
            *column(["1. The harbour is open to ships."], 72, 700),
            Put(200, 300, "DRAFT", 40, angle=(0.7, 0.7)),
            *column(["1 As it was in 2030."], 72, 60, size=7),
        ]
    )
    assert texts(draft) == {"1": "The harbour is open to ships."}
    assert passages(draft) == [
        ("note", "1 As it was in 2030."),
        ("note", "Point 1 . . . . . . . . . . . . 1"),
        ("note", "DRAFT"),
    ]


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    lines = ["1. The harbour is open to", "all ships.", "2. Guards stand."]
    turned = [Put(100 + 12 * n, 72, line, angle=(0, 1)) for n, line in enumerate(lines)]
    assert texts(read_pages(turned, keys="/Rotate 90"))["1"] == "The harbour is open to all ships."


def test_a_scan_is_trouble_and_a_scanned_page_is_told() -> None:
    drawn = pdf([[]]).replace(b"/Length 0 >>\nstream\n", b"/Length 12 >>\nstream\n0 0 9 9 re f ")
    with pytest.raises(
        Trouble, match="no page of this PDF holds text, as in a scan; recognise its text first"
    ):
        read_bytes(drawn, "scan.pdf")
    mixed = pdf([column(PLAN, 72, 700), []]).replace(
        b"/Length 0 >>\nstream\n", b"/Length 12 >>\nstream\n0 0 9 9 re f "
    )
    assert read_bytes(mixed, "plan.pdf").remarks == ("Without text, as in a scan: 1 page (2).",)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\n", pdf([column(PLAN, 72, 700)])[:300], b"%PDF-1.7" + bytes(500)]
)
def test_a_broken_pdf_is_trouble(data: bytes) -> None:
    with pytest.raises(Trouble, match=r"plan\.pdf: this PDF cannot be opened; open it in a viewer"):
        read_bytes(data, "plan.pdf")


def test_a_small_file_that_would_fill_the_memory_is_refused() -> None:
    bomb = pdf([column(PLAN, 72, 700)]).replace(b"endstream", b"endstream " + _packed(MOST_BYTES))
    with pytest.raises(Trouble, match=r"plan\.pdf: its packed parts hold more than 256 MB; print it"):
        read_bytes(bomb, "plan.pdf")


@pytest.mark.parametrize(
    ("name", "most", "problem"),
    [
        ("MOST_PAGES", 1, "this has more than 1 pages"),
        ("MOST_CHARACTERS", 9, "this holds more than 9 characters"),
        ("MOST_OBJECTS", 2, "page 1: a page holds more than 2 objects"),
    ],
)
def test_too_many_pages_characters_or_objects_are_refused(
    name: str, most: int, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segments, name, most)
    with pytest.raises(Trouble, match=problem):
        read_pages(column(PLAN, 72, 700), column(PLAN, 72, 700))


def _packed(size: int) -> bytes:
    """A stream that inflates to more than ``size`` bytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(2**20)) for _ in range(size // 2**20 + 1))
    return b"stream\n" + packed + packer.flush()


def test_another_process_reads_the_same_pages() -> None:
    data = pdf([column(PLAN, 72, 700), [Put(72, 700, "aslant", angle=(0.7, 0.7))]])
    assert list(apart.pages_apart(data, "plan.pdf")) == list(segments.pages(data, "plan.pdf"))


def test_trouble_of_the_other_process_is_told() -> None:
    with pytest.raises(Trouble, match=r"pl'an\.pdf: this PDF cannot be opened; open it in a viewer"):
        list(apart.pages_apart(b"%PDF-1.4\n", "pl'an.pdf"))


@pytest.mark.skipif(sys.platform == "win32", reason="the system bounds no process")
def test_drawings_within_drawings_that_fill_any_memory_are_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST_MEMORY", 2**29)
    with pytest.raises(
        Trouble, match=r"plan\.pdf: its pages cannot be read within 512 MB and 120 s; print it"
    ):
        list(apart.pages_apart(nested_drawings(30), "plan.pdf"))


def test_a_program_without_a_python_reads_the_pages_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(subprocess, "run", None)
    assert len(list(apart.pages_apart(pdf([column(PLAN, 72, 700)]), "plan.pdf"))) == 1
