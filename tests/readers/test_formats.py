"""How the format of an input is told, and what is said where it cannot be read."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from peacediff import Trouble
from peacediff.readers import formats, read_bytes, read_text
from peacediff.readers.blocks import Block
from peacediff.readers.formats import Format
from peacediff.readers.transcript import Input, Transcript


def _staged(given: Input) -> Transcript:
    """A format of one point, whose text is not its input."""
    text = "Accord\ni) Peace."
    blocks = (Block("title", (0, 6)), Block("text", (10, 16), marker=(7, 9), ordinal=9))
    return Transcript(text, blocks, places=((0, 4), (7, 40)), remarks=(f"Read as {given.tracked}.",))


def _missing(_: Input) -> Transcript:
    raise ModuleNotFoundError("No module named 'harbour'", name="harbour")


STAGED = (
    Format("staged", (".stage",), _staged, is_surely=lambda given: given.head().startswith("STAGE")),
    Format("missing", (".gone",), _missing, extra="gone"),
)


@pytest.fixture(autouse=True)
def _more_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    more = {each.name: each for each in STAGED} | dict(formats.FORMATS)
    monkeypatch.setattr(formats, "FORMATS", MappingProxyType(more))


def test_unmistakable_content_outweighs_the_suffix() -> None:
    assert read_bytes(b"STAGE 1. a", "plan.txt").text.startswith("Accord")
    assert read_bytes(b"1. a", "plan.txt").text == "1. a"


def test_a_suffix_outweighs_what_content_looks_like() -> None:
    assert read_bytes(b"1. a", "plan.STAGE").title == "Accord"


def test_a_named_format_outweighs_all() -> None:
    assert read_bytes(b"STAGE\n\n1. a", "plan.stage", input_format="text").text == "STAGE\n\n1. a"


def test_a_missing_extra_is_trouble_that_says_what_to_install() -> None:
    with pytest.raises(Trouble, match=r"\(harbour\); run pip install \"peacediff\[gone\]\""):
        read_bytes(b"1. a", "plan.gone")


def test_points_title_lines_and_remarks_follow_from_the_transcript() -> None:
    """A stated ordinal tells what ``i)`` counts; lines are those of the input."""
    draft = read_bytes(b"STAGE", "plan", tracked="reject")
    assert [(point.id, point.label, point.line) for point in draft.points] == [("i", "i)", 40)]
    assert [(p.kind, p.text, p.line) for p in draft.passages] == [("title", "Accord", 4)]
    assert draft.remarks == ("Read as reject.",)
    assert all(draft.text[slice(*p.span)] == p.text for p in draft.provisions)


def test_tracked_changes_are_accepted_or_rejected_and_nothing_else() -> None:
    with pytest.raises(Trouble, match="use one of accept, reject"):
        read_bytes(b"1. a", "plan.txt", tracked="maybe")  # type: ignore[arg-type]


def test_an_unknown_format_is_trouble_that_names_the_known_ones() -> None:
    with pytest.raises(Trouble, match=r"use one of staged, missing, .*markdown, text"):
        read_text("1. a", input_format="papyrus")
