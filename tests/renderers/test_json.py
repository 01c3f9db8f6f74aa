from __future__ import annotations

import json

from hypothesis import given

from peacediff.model import Comparison
from peacediff.renderers import RENDERERS, SUFFIXES, Style
from tests.comparisons import comparisons
from tests.renderers.test_terminal import small


@given(comparisons())
def test_json_holds_the_whole_comparison(comparison: Comparison) -> None:
    """Law 8: what is written is an equal comparison when it is read again."""
    written = RENDERERS["json"](comparison, Style())
    assert Comparison.from_dict(json.loads(written)) == comparison


def test_json_is_sorted_readable_and_ends_in_a_newline() -> None:
    """Keys are sorted, letters stand as they are, and the file ends in a line break."""
    written = RENDERERS["json"](small("Україна — держава."), Style())
    assert "Україна — держава." in written
    assert written.endswith("}\n")
    assert list(json.loads(written)) == sorted(json.loads(written))
    assert written == RENDERERS["json"](small("Україна — держава."), Style(width=20, color=True))


def test_every_suffix_has_a_renderer() -> None:
    """No suffix names a format that is not there."""
    assert set(SUFFIXES.values()) <= set(RENDERERS)
