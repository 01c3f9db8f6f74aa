"""The page of rules is generated from the rule files: ``--update-golden`` writes it anew."""

from __future__ import annotations

import pytest

from peacediff.knowledge.rules import load_rules
from peacediff.renderers.rules import reference
from tests.docs.pages import ROOT


def test_the_page_of_rules_is_what_the_files_say(request: pytest.FixtureRequest) -> None:
    page = ROOT / "docs" / "reference" / "rules.md"
    written = reference(load_rules())
    if request.config.getoption("--update-golden"):
        page.write_text(written, encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == written
