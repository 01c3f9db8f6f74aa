"""Plain text in two columns."""

from __future__ import annotations

import pytest

from peacediff.readers.side_by_side import SAID
from tests.readers.outline import ids, read_plain, texts

COLUMNS = """\
title: not front matter, but a line of its own over both columns of the text

1. The garrison of Korr will be     3. Ships of both parties may
limited to 400 soldiers.            enter the harbour by day.

2. Arvenia will withdraw its        4. Observers may visit all
forces from Lum.                    barracks in Korr.
They leave no mines behind.

5. A line over the whole page ends the columns and stands behind both of them.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_columns_are_read_one_below_the_other(end: str) -> None:
    """The left one first; lines over the whole page stay where they are, and lines are told as in the file."""
    draft = read_plain(COLUMNS.replace("\n", end))
    assert ids(draft)[-5:] == ["1", "2", "3", "4", "5"]
    assert " ".join(texts(draft)["1"].split()) == "The garrison of Korr will be limited to 400 soldiers."
    assert " ".join(texts(draft)["4"].split()) == "Observers may visit all barracks in Korr."
    assert [point.line for point in draft.walk()][-5:] == [3, 6, 3, 6, 10]
    assert draft.remarks == (SAID,)


def test_marked_changes_keep_their_lines_in_columns() -> None:
    """What is left out of a provision moves no line."""
    text = COLUMNS.replace("400 soldiers. ", "~~400~~ 500 men")
    assert [point.line for point in read_plain(text).walk()][-5:] == [3, 6, 3, 6, 10]


@pytest.mark.parametrize(
    "text",
    [
        "1. Zones:\n\nNorth      400 soldiers\nSouth      200 soldiers\nEast       100 soldiers\n",
        "1. North   400 men\n2. South   200 men\n3. East    100 men\n",
        "1. Peace.\n\nFor Arvenia:        For Belmark:\nA. Brook            C. Dale\nMinister            Minister\n",
        "1. Peace   1. Paix\n",
    ],
    ids=["a table", "labels on one side", "signatories", "one point a side"],
)
def test_what_only_stands_side_by_side_is_no_column(text: str) -> None:
    """Columns begin two points or more each; else the text is that of the file."""
    draft = read_plain(text)
    assert (draft.text, draft.remarks) == (text, ())
