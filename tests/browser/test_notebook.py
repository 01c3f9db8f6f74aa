"""What values show in a notebook, within a page that is not ours and whose theme may be light or dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome

from peacediff import compare, history, judge, read
from tests.browser.conftest import CASE, axe_script

CHAIN = CASE.parent / "08-history"
THEMES = {"light": ("#ffffff", "#202124"), "dark": ("#111111", "#e0e0e0")}


@pytest.fixture(scope="module")
def shown() -> str:
    """Several outputs, one below the other."""
    comparison = compare(read(CASE / "old.md"), read(CASE / "new.md"))
    lived = history([read(CHAIN / f"{number}.md") for number in range(1, 5)])
    values = (comparison.new, comparison, comparison.dropped, judge(comparison), comparison.plot(), lived)
    return "\n".join(value._repr_html_() for value in values).replace("<details>", "<details open>")


@pytest.mark.parametrize("theme", THEMES)
def test_every_word_has_contrast_on_any_ground_and_nothing_is_too_wide(
    chrome: Chrome, shown: str, theme: str, tmp_path: Path
) -> None:
    """The rules of axe-core hold for what is shown; a narrow cell of a notebook holds it."""
    ground, ink = THEMES[theme]
    style = f"background: {ground}; color: {ink}; margin: 0; width: 700px"
    head = '<meta charset="utf-8"><title>Notebook</title>'
    place = tmp_path / "notebook.html"
    page = f'<html lang="en">{head}<body style="{style}"><main><h1>Cells</h1>{shown}</main></body></html>'
    place.write_text(f"<!doctype html>{page}", encoding="utf-8")
    axe = axe_script()
    chrome.get(place.as_uri())
    chrome.execute_script(axe)
    found: dict[str, Any] = chrome.execute_async_script("axe.run().then(arguments[0])")
    assert [(broken["id"], broken["nodes"][0]["html"]) for broken in found["violations"]] == []
    contrast = next(rule for rule in found["passes"] if rule["id"] == "color-contrast")
    assert len(contrast["nodes"]) > 300
    widest = "return Math.max(...[...document.querySelectorAll('.peacediff table')].map(t => t.offsetWidth))"
    assert chrome.execute_script(widest) <= 700
