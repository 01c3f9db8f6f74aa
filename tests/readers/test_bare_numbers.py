"""Labels that only a row of them makes sure: numbers without a mark, ``1:`` and ``No. 1``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peacediff import Draft
from tests.readers.outline import ids, read_markdown, read_plain, texts

Read = Callable[[str], Draft]
both = pytest.mark.parametrize("read", [read_plain, read_markdown])


@both
@pytest.mark.parametrize("label", ["{}", "{}:", "No. {}", "№ {}", "#{}", "**{}**"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_row_of_such_labels_opens_points(read: Read, label: str, between: str) -> None:
    said = {"1": "Stop the shelling", "2": "Leave the valley", "3": "Free all"}
    lines = (f"{label.format(number)} {words}" for number, words in said.items())

    assert texts(read(between.join(lines))) == said


@both
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("600 soldiers leave.\n\n15 December is the day.\n\n3 Brigades stay.\n", ["1", "2", "3"]),  # by place
        ("1. It costs\n2 Million.\n2. Peace.\n", ["1", "2"]),
        ("1. Stop.1\n2. Go.2\n3. End.3\n\n1 See above.\n2 Ibid.\n3 Ibid.\n", ["1", "2", "3"]),  # footnotes
        ("1. They recall resolution\nNo. 5 of the council.\n2. Peace.\n", ["1", "2"]),
        ("1. They recall the order\nNo. 5\nof the council.\n2. Peace.\n", ["1", "2"]),
        ("No one is tried.\n\nNo. 5 was dropped.\n\nThe end comes.\n", ["1", "2", "3"]),  # by place
    ],
)
def test_amounts_dates_footnotes_and_references_are_none(read: Read, text: str, expected: list[str]) -> None:
    assert ids(read(text)) == expected
    assert "2 Million" not in [*texts(read(text)).values()]


@both
def test_a_date_in_a_wrapped_sentence_is_no_label_of_the_row_around_it(read: Read) -> None:
    text = "1 Stop.\n2 Leave the towns along the river and the whole of the valley by\n3 December.\n3 Go.\n"
    assert texts(read(text))["2"].endswith("3 December.")


@both
def test_a_gap_is_kept_where_the_label_stands_alone(read: Read) -> None:
    draft = read("No. 1\nStop.\n\nNo. 2\nLeave.\n\nNo. 5\nFree all.\n")
    assert [*texts(draft).items()] == [("1", "Stop."), ("2", "Leave."), ("5", "Free all.")]


@both
def test_bare_numbers_begin_again_in_each_article_and_annex(read: Read) -> None:
    articles = "Article 1\n1 Stop.\n2 Leave.\n3 Go.\n\nArticle 2\n1 Bread.\n2 Salt.\n"
    annex = "1 Stop.\n2 Leave.\n3 Go.\n\nANNEX\n\n1 Bread.\n2 Salt.\n"

    assert ids(read(articles)) == ["1", "1.1", "1.2", "1.3", "2", "2.1", "2.2"]
    assert ids(read(annex)) == ["1", "2", "3", "annex", "annex/1", "annex/2"]


@both
def test_letters_below_a_bare_number_nest(read: Read) -> None:
    assert ids(read("1 Stop:\n(a) here\n(b) there\n2 Leave.\n3 Go.\n")) == ["1", "1.a", "1.b", "2", "3"]


@both
@pytest.mark.parametrize("between", ["\n", "\n\n", ";\n"])
@pytest.mark.parametrize("lead", ["", "The parties will:\n", "A. Peace.\n\n"])
def test_a_row_before_small_letters_opens_points_where_nothing_is_in_between(
    read: Read, lead: str, between: str
) -> None:
    said = {"1": "stop the shelling", "2": "leave the valley\n  and the mole", "3": "Free all"}
    found = texts(read(lead + between.join(f"{number} {words}" for number, words in said.items()) + "\n"))

    assert [words.rstrip(";") for words in found.values()][-3:] == [*said.values()]


@both
@pytest.mark.parametrize(
    "text",
    [
        "They need\n1 tank\n2 planes\n3 ships\nat once.\n",
        "They need:\n1 tank\n2 planes\n3 ships\nat once.\n",
        "They pay\n1 million now,\n2 million then and\n3 million later.\n",
        "They need:\n1 tank\nor so,\n2 planes,\n3 ships.\n",
        "They need:\n2 tanks\n3 planes\n4 ships\n",
        "1. Stop.\n\n2. Go.\n\n1 see above\n2 ibid.\n3 ibid.\n",
    ],
)
def test_amounts_and_footnotes_before_small_letters_are_no_row(read: Read, text: str) -> None:
    assert not {"1 ", "2 ", "3 "} & {
        f"{point.label} " for point in read(text).walk() if "." not in point.label
    }
