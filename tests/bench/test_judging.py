"""The sheet of judgements is drawn alike each time, and counted as it was judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.judging import counts, judged, main

ROOT = Path(__file__).parents[2]
PAIR = [str(ROOT / "examples" / "01-us-28-to-ua-20" / name) for name in ("old.md", "new.md")]


def test_the_same_seed_draws_the_same_sheet(tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        assert main(["draw", str(tmp_path / name), "--shifts", "5", "--links", "6", *PAIR]) == 0
    one, two = ((tmp_path / name).read_text("utf-8") for name in ("one.md", "two.md"))
    assert one == two
    assert (one.count("\njudged:"), one.count("\nmissed:")) == (5, 6)


JUDGED = """# Pairs
## S1 · duty firmer
judged: right
## S2 · duty softer
judged: wrong
## S3 · place removed
judged: unclear
## L1 · told: duty, place
missed: none
## L2 · told: none
missed: duty, condition
"""


def test_precision_and_recall_are_counted_for_each_aspect() -> None:
    """What is unclear counts for nothing; recall is what was told of all that the searched links hold."""
    table = {line.split()[0]: line.split()[1:] for line in counts(judged(JUDGED))}
    assert table["duty"] == ["2", "1", "0.50", "1", "1", "0.50"]
    assert table["place"] == ["0", "0", "–", "1", "0", "1.00"]
    assert table["condition"] == ["0", "0", "–", "0", "1", "0.00"]
    assert table["all"] == ["2", "1", "0.50", "2", "2", "0.50"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## S1 · duty firmer\njudged:\n", "S1 · duty firmer: say one of right"),
        ("## L1 · told: none\nmissed: dutty\n", "'dutty' is no aspect"),
        ("## L1 · told: none\nmissed:\n", "'' is no aspect"),
    ],
)
def test_a_line_left_empty_or_misspelt_is_no_judgement(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        judged(text)
