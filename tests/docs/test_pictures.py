"""The pictures of the docs are drawn by the program."""

from __future__ import annotations

import pytest

from peacediff import compare, read
from peacediff.renderers import RENDERERS, Style
from tests.docs.pages import ROOT

CASE = ROOT / "examples" / "01-us-28-to-ua-20"
PICTURE = ROOT / "docs" / "images" / "founding-case.svg"


def test_the_picture_of_the_founding_case_is_what_the_program_draws(request: pytest.FixtureRequest) -> None:
    drawn = RENDERERS["svg"](compare(read(CASE / "old.md"), read(CASE / "new.md")), Style())
    if request.config.getoption("--update-golden"):
        PICTURE.write_text(drawn, encoding="utf-8", newline="\n")
    assert PICTURE.read_text(encoding="utf-8") == drawn
