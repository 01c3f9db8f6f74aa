"""A headless browser, where there is one: the tests are skipped, and say so, where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from peacediff import compare, judge, read
from peacediff.knowledge.rules import load_rules
from peacediff.present.findings import lay_out_findings
from peacediff.renderers import RENDERERS, Style
from peacediff.renderers.findings import FINDINGS_RENDERERS

CASE = Path(__file__).parents[2] / "examples" / "01-us-28-to-ua-20"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")


def axe_script() -> str:
    """The script of axe-core; the test is skipped where there is none."""
    carrier = find_spec("axe_playwright_python")
    if not (carrier and carrier.origin):
        pytest.skip("no axe-core here: pip install -e '.[dev]'")
    return Path(carrier.origin).with_name("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Chromium with a profile of its own."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (browser and driver):
        pytest.skip("no chromium and chromedriver here: apt-get install chromium chromium-driver")
    options = ChromeOptions()
    options.binary_location = browser
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}", "--window-size=1600,1000"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = Chrome(options=options, service=Service(driver))
    started.set_script_timeout(300)  # axe-core takes its time where others use the machine
    yield started
    started.quit()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of the founding case on disk."""
    comparison = compare(read(CASE / "old.md"), read(CASE / "new.md"))
    place = tmp_path_factory.mktemp("report") / "report.html"
    place.write_text(RENDERERS["html"](comparison, Style()), encoding="utf-8")
    return place.as_uri()


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of the founding case with its findings."""
    comparison, rules = compare(read(CASE / "old.md"), read(CASE / "new.md")), load_rules()
    place = tmp_path_factory.mktemp("judged") / "report.html"
    found = lay_out_findings(comparison, judge(comparison, rules), rules)
    place.write_text(FINDINGS_RENDERERS["html"](found, Style()), encoding="utf-8")
    return place.as_uri()


@pytest.fixture
def page(chrome: Chrome, report: str) -> Iterator[Chrome]:
    """The page, freshly opened; nothing may be complained of in the console."""
    chrome.get_log("browser")  # type: ignore[no-untyped-call]
    chrome.get("about:blank")
    chrome.get(report)
    yield chrome
    complaints: list[object] = chrome.get_log("browser")  # type: ignore[no-untyped-call]
    assert complaints == []
