"""Law 1: every text is its span's slice, and nothing of an input is silently skipped."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from peacediff import Draft, Trouble
from peacediff.model import ID_GRAMMAR, Span, is_shown
from peacediff.readers import read_bytes, read_text

OPENINGS = [
    *[
        "1.",
        "2. ",
        "10. ",
        "1) ",
        "(1) ",
        "1 - ",
        "1.1 ",
        "1.2. ",
        "a. ",
        "b) ",
        "(a) ",
        "(b) ",
        "(i) ",
        "(ii) ",
        "(h) ",
    ],
    *[
        "A. ",
        "II. ",
        "- ",
        "* ",
        "+ ",
        "– ",
        "• ",
        "→ ",
        "# ",
        "## ",
        "###### ",
        "> ",
        "> > ",
        "```",
        "~~~",
        "---",
        "===",
    ],
    *[
        "***",
        "| a | b |",
        "|---|---|",
        "<!-- ",
        "-->",
        "<div>",
        "Article 3",
        "Article 4. ",
        "Point 1: ",
        "§ 4 ",
        "Annex I",
    ],
    *[
        "ANNEX 2 - ",
        "Part Two",
        "第3条 ",
        "附件1",
        "١. ",
        "３．",
        "**1.** ",
        "__2. ",
        "(1)(a) ",
        "7. (a) ",
        "- (b) ",
    ],
    *["1945. ", "[x]: y", ""],
]
WORDS = [
    *[
        "the",
        "Korr",
        "force",
        "limited to 600,000;",
        "Lum.",
        "agree:",
        "Foo, bar,",
        "A.W. Storm",
        "L. D. Field",
        "A. Brook",
    ],
    *[
        "12 June 2031",
        "No. 5",
        "3.5 million",
        "(a) stop; and (b) leave.",
        "2. Go on.",
        "Option B: a bridge.",
        "[free] [600]",
        "Point 3 is deleted.",
        "Done at Korr",
        "**Arms**",
        "[deleted]",
        "title: x",
        "Note",
        "Territories",
        "“quoted.”",
        "等。",
        "نعم؟",
        "हाँ।",
        "é",
    ],
    *[
        "e\u0301",
        "\U0001f54a",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\u2028",
        "\x0b",
        "\x85",
        "\xa0",
        "&amp;",
        "\\",
        "*",
        "_",
    ],
    *["#", "|", "`", "<b>"],
]
INDENTS = ["", "", "", " ", "   ", "    ", "\t", "        "]
BREAKS = ["\n", "\n", "\n\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " \n \n"]

lines = st.tuples(
    st.sampled_from(INDENTS),
    st.lists(st.sampled_from(OPENINGS), max_size=2).map("".join),
    st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join),
    st.sampled_from(BREAKS),
).map("".join)
soups = st.lists(lines, min_size=1, max_size=14).map("".join)
TEXTS = ("markdown", "text")
formats = st.sampled_from(TEXTS)


def read_or_reject(text: str, input_format: str) -> Draft:
    try:
        return read_text(text, input_format=input_format)
    except Trouble:
        assume(False)  # noqa: FBT003 (its only argument)
        raise


def spans(draft: Draft) -> list[Span]:
    labels = [point.label_span for point in draft.walk()]
    return sorted(
        span
        for span in [*(p.span for p in draft.provisions), *(p.span for p in draft.passages), *labels]
        if span[0] < span[1]
    )


@settings(max_examples=400, suppress_health_check=[HealthCheck.filter_too_much])
@given(soups, formats)
@example("1. a\r2. b\r\n3. c", "text")
@example("1. x\n    \x85\n2. y", "markdown")
@example("1945. (1)(a) \n1.\n", "text")
def test_every_text_is_the_slice_of_its_span(text: str, input_format: str) -> None:
    draft = read_or_reject(text, input_format)
    for provision in draft.provisions:
        assert draft.text[slice(*provision.span)] == provision.text == provision.text.strip() != ""
    for passage in draft.passages:
        assert draft.text[slice(*passage.span)] == passage.text == passage.text.strip() != ""
    for point in draft.walk():
        assert draft.text[slice(*point.label_span)] == point.label


@settings(max_examples=400, suppress_health_check=[HealthCheck.filter_too_much])
@given(soups, formats)
@example("> quoted\n\n1. a\n\n```\ncode\n```\n\n| a |\n|---|\n| b |\n\n<div>\n", "markdown")
@example("- " * 300 + "a\n\n1. b", "markdown")
def test_spans_never_overlap_and_nothing_but_space_and_markers_is_outside_of_them(
    text: str, input_format: str
) -> None:
    draft = read_or_reject(text, input_format)
    at = 0
    for start, end in [*spans(draft), (len(draft.text), len(draft.text))]:
        assert start >= at
        assert not any(map(is_shown, draft.text[at:start])), draft.text[at:start]
        at = end


@settings(max_examples=400, suppress_health_check=[HealthCheck.filter_too_much])
@given(soups, formats)
def test_ids_are_unique_and_follow_one_grammar(text: str, input_format: str) -> None:
    draft = read_or_reject(text, input_format)
    points = [point.id for point in draft.walk()]
    provisions = [provision.id for provision in draft.provisions]
    assert len(set(points)) == len(points)
    assert len(set(provisions)) == len(provisions)
    assert all(ID_GRAMMAR.fullmatch(id_) for id_ in points + provisions)
    assert {provision.point for provision in draft.provisions} <= set(points)


@settings(max_examples=200, suppress_health_check=[HealthCheck.filter_too_much])
@given(soups, formats)
def test_lines_are_counted_at_line_breaks_only(text: str, input_format: str) -> None:
    draft = read_or_reject(text, input_format)
    for provision in draft.provisions:
        before = draft.text[: provision.span[0]].replace("\r\n", "\n").replace("\r", "\n")
        assert provision.line == before.count("\n") + 1


@given(soups, formats)
def test_reading_twice_gives_the_same_draft(text: str, input_format: str) -> None:
    assert read_or_reject(text, input_format) == read_or_reject(text, input_format)


@given(st.binary(max_size=60), st.sampled_from(["a.md", "a.txt", "a"]))
@example(b"\xff\xfe1", "a.txt")
@example(b"---\ncompleteness:", "a.md")
def test_any_bytes_are_a_draft_or_trouble_in_one_line(data: bytes, name: str) -> None:
    try:
        told = str(read_bytes(data, name).points[0].id)
    except Trouble as trouble:
        told = str(trouble)
    assert told
    assert "\n" not in told


GROWING: dict[str, Callable[[int], str]] = {
    "one long line": lambda n: "1. " + "word " * n,
    "one long word": lambda n: "1. " + "x" * n,
    "many points": lambda n: "".join(f"{i % 999 + 1}. Foo bar.\n\n" for i in range(n // 10)),
    "one number again and again": lambda n: "1. a\n\n" * (n // 10),
    "one heading again and again": lambda n: "Same\n\n1. a\n\n" * (n // 20),
    "nested bullets on a line": lambda n: "1. x\n\n" + "- " * n,
    "nested quotes": lambda n: "1. x\n\n" + ">" * n,
    "labels in a row": lambda n: "1. " + "(a) " * n,
    "opened brackets": lambda n: "1. " + "[" * n,
    "stops": lambda n: "1. a" + ". " * n,
    "spaces": lambda n: "1. a" + " " * n + "b",
    "hashes": lambda n: "1. a\n\n# b" + " #" * n + " c",
    "nested lines": lambda n: "".join(f"{' ' * i}- a\n" for i in range(int(n**0.5))),
}


@pytest.mark.parametrize("input_format", TEXTS)
@pytest.mark.parametrize("name", GROWING)
def test_no_shape_of_text_recurses_or_loses_its_place(name: str, input_format: str) -> None:
    """How long each takes stands in the benchmark, not here."""
    with suppress(Trouble):
        draft = read_text(GROWING[name](80_000), input_format=input_format)
        assert all(draft.text[slice(*p.span)] == p.text for p in draft.provisions)
