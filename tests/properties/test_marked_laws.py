"""A text with marked changes reads as the text in which they are made, or not made; and law 1 holds for it."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from peacediff import Trouble
from peacediff.readers import read_bytes
from peacediff.readers.transcript import Tracked
from tests.readers.laws import assert_reading_laws
from tests.readers.outline import texts

MARKS = [
    "~~",
    "<del>",
    "</del>",
    "<ins>",
    "</ins>",
    "<s>",
    "</s>",
    "{--",
    "--}",
    "{++",
    "++}",
    "{~~",
    "~>",
    "~~}",
]
WORDS = [
    "Korr",
    "leaves.",
    "Go.",
    "1. ",
    "(a) ",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "&amp;",
    "&nbsp;",
    "# ",
    "- ",
    "| a | b |",
]
soups = st.lists(st.sampled_from([*MARKS, *WORDS]), min_size=1, max_size=24).map("".join)
formats = st.sampled_from(["markdown", "text"])
sides: st.SearchStrategy[Tracked] = st.sampled_from(["accept", "reject"])
MARKED = {
    "": "{}",
    "deletion": "~~{}~~",
    "del": "<del>{}</del>",
    "insertion": "<ins>{}</ins>",
    "plus": "{{++{}++}}",
}
GONE = {"accept": {"deletion", "del"}, "reject": {"insertion", "plus"}}
words = st.tuples(st.sampled_from([*MARKED]), st.sampled_from(["korr", "lum", "leaves", "600,000", "it"]))
clauses = st.lists(st.lists(words, max_size=6), min_size=1, max_size=4)


@settings(max_examples=400)
@given(soups, formats, sides)
def test_any_marks_keep_the_laws_of_reading(text: str, input_format: str, tracked: Tracked) -> None:
    with suppress(Trouble):
        draft = read_bytes(text.encode(), "a", input_format=input_format, tracked=tracked)
        assert_reading_laws(draft)
        lines = [provision.line for provision in draft.provisions]
        assert lines == sorted(lines)
        assert all(1 <= line <= text.count("\n") + 1 for line in lines)


@settings(max_examples=200)
@given(clauses, formats, sides)
def test_a_marked_text_reads_as_the_text_of_one_side(
    said: list[list[tuple[str, str]]], input_format: str, tracked: Tracked
) -> None:
    kept = [[("", word) for mark, word in clause if mark not in GONE[tracked]] for clause in said]
    marked, plain = ("".join(map(_written, range(1, 9), each)).encode() for each in (said, kept))

    draft = read_bytes(marked, "a", input_format=input_format, tracked=tracked)
    assert texts(draft) == texts(read_bytes(plain, "a", input_format=input_format))


def _written(number: int, clause: list[tuple[str, str]]) -> str:
    return " ".join([f"{number}. They", *(MARKED[mark].format(word) for mark, word in clause), "stay.\n\n"])
