"""Front matter and title."""

from __future__ import annotations

import pytest

from peacediff import Trouble
from peacediff.readers import read_text
from tests.readers.outline import ids, passages, read_markdown, read_plain

FRONT = """---
title: "The Tal: a plan"
date: 2031-03-02
completeness: partial
source: 'Notes'
language: en
mood: hopeful
---
"""


@pytest.mark.parametrize("input_format", ["markdown", "text"])
def test_front_matter_says_what_a_draft_is_and_is_a_passage(input_format: str) -> None:
    draft = read_text(FRONT + "\n1. a\n", input_format=input_format)
    assert (draft.title, draft.date, draft.completeness) == ("The Tal: a plan", "2031-03-02", "partial")
    assert (draft.source, draft.language) == ("Notes", "en")
    assert passages(draft) == [("front-matter", FRONT.rstrip())]
    assert draft.points[0].line == 10


def test_front_matter_may_have_crlf_line_breaks() -> None:
    draft = read_text(FRONT.replace("\n", "\r\n") + "\r\n1. a\r\n")
    assert draft.title == "The Tal: a plan"
    assert ids(draft) == ["1"]


def test_an_unknown_completeness_is_trouble_with_its_line_and_a_suggestion() -> None:
    with pytest.raises(Trouble) as caught:
        read_text("---\ntitle: X\ncompleteness: partail\n---\n1. a")
    assert (caught.value.place, caught.value.remedy) == ("line 3", "did you mean partial?")
    with pytest.raises(Trouble, match="say one of complete, partial, reported"):
        read_text("---\ncompleteness: 42\n---\n1. a")


def test_front_matter_that_is_not_closed_is_trouble() -> None:
    with pytest.raises(Trouble, match="not closed"):
        read_text("---\ntitle: X\n\n1. a\n")


@pytest.mark.parametrize(
    "text", ["---\n1. a\n---\n2. b\n", "---\n\n1. a\n", "---\nNote: x\n\n1. a\n\n---\n\n2. b\n"]
)
def test_a_rule_at_the_start_is_no_front_matter(text: str) -> None:
    assert "1" in ids(read_text(text))
    assert "front-matter" not in [passage.kind for passage in read_text(text).passages]


def test_the_only_first_level_heading_at_the_start_is_the_title() -> None:
    draft = read_markdown("# The plan\n\n1. a\n")
    assert draft.title == "The plan"
    assert passages(draft) == [("title", "The plan")]
    assert read_markdown("The plan\n========\n\n## A\n\n1. a\n").title == "The plan"


def test_the_title_heading_is_a_passage_also_where_front_matter_gives_another_title() -> None:
    draft = read_markdown(FRONT + "\n# The plan\n\n1. a\n")
    assert draft.title == "The Tal: a plan"
    assert passages(draft)[1:] == [("title", "The plan")]


@pytest.mark.parametrize(
    "text",
    [
        "# Part A\n\n1. a\n\n# Part B\n\n2. b\n",
        "1. a\n\n# Late\n\n2. b\n",
        "# Annex I\n\n1. a\n",
        "# 1. First\n\nText.\n",
        "# Alone\n",
    ],
)
def test_other_first_level_headings_are_no_title(text: str) -> None:
    assert read_markdown(text).title == ""


def test_a_title_in_front_matter_goes_before_the_printed_one() -> None:
    draft = read_plain("---\ntitle: Stated\n---\n\nThe plan\n\n1. a\n")
    assert draft.title == "Stated"
    assert passages(draft)[1] == ("title", "The plan")


def test_a_key_that_stands_twice_is_trouble_with_the_line_of_the_second() -> None:
    with pytest.raises(Trouble, match="line 3: the key 'completeness' stands twice; leave one of them"):
        read_text("---\ncompleteness: reported\nCompleteness: complete\n---\n1. a")


@pytest.mark.parametrize("sign", [">", "|-", ">2"])
def test_a_value_on_other_lines_is_trouble(sign: str) -> None:
    with pytest.raises(Trouble, match="line 2: the value of 'title' is on other lines"):
        read_text(f"---\ntitle: {sign}\n  The plan\n---\n1. a")


def test_an_indented_key_belongs_to_another_one() -> None:
    draft = read_text("---\ntitle: Plan\npaper:\n  title: Daily\n  completeness: unknown\n---\n1. a")
    assert (draft.title, draft.completeness) == ("Plan", "complete")
