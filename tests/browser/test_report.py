"""What a reader does with the report page: filter, search, step, cite, print, and read it on a small or dark screen."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from peacediff import compare, read_text
from peacediff.renderers import RENDERERS, Style
from tests.bench.drawn import friendly
from tests.browser.conftest import axe_script

SHOWN = "return [...document.querySelectorAll('.change:not([hidden])')].map(c => ({...c.dataset}))"
FOCUSED = "return document.activeElement.querySelector('.provision')?.id"
IN_SIGHT = """
const [at, controls] = [arguments[0], 'controls'].map(id => document.getElementById(id).getBoundingClientRect());
return at.top >= controls.bottom && at.top < 400;
"""
CONTRASTS = """
const parse = (text) => text.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
  .reduce((sum, v, n) => sum + v * [.2126, .7152, .0722][n], 0);
const ground = (e) => {
  for (; e; e = e.parentElement) {
    const [r, g, b, a = 1] = parse(getComputedStyle(e).backgroundColor);
    if (a === 1) return [r, g, b];
  }
  return [255, 255, 255];
};
const found = [];
for (const e of document.querySelectorAll('body *:not(script, svg, svg *, option)')) {
  if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
  const [one, other] = [light(parse(getComputedStyle(e).color)), light(ground(e))].sort((a, b) => b - a);
  if ((one + .05) / (other + .05) < 4.5) found.push(`${e.tagName}.${e.className} ${e.textContent.slice(0, 30)}`);
}
return found;
"""
UNNAMED = """
const named = (e) => e.textContent.trim() || e.labels?.length || e.getAttribute('aria-label');
const unnamed = [...document.querySelectorAll('a:not(svg a), button, input, select')].filter(e => !named(e));
const lost = [...document.querySelectorAll('[aria-labelledby]')]
  .filter(e => !document.getElementById(e.getAttribute('aria-labelledby')));
return [...unnamed, ...lost].map(e => e.outerHTML.slice(0, 80));
"""


def shown(page: Chrome) -> list[dict[str, str]]:
    found: list[dict[str, str]] = page.execute_script(SHOWN)
    return found


def screen(page: Chrome, width: int, scheme: str = "light") -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def wait_for(page: Chrome, place: str) -> None:
    """Until a provision is in sight."""
    WebDriverWait(page, 30).until(lambda browser: browser.execute_script(IN_SIGHT, place))


def press(page: Chrome, keys: str) -> None:
    page.switch_to.active_element.send_keys(keys)


def test_filters_show_only_what_fits_and_say_how_much(page: Chrome) -> None:
    """Fates, topic and aspect narrow together; groups of nothing are hidden; all can be shown again."""
    everything = len(shown(page))
    for fate in ("changed", "added", "reworded", "unchanged"):
        page.find_element(By.CSS_SELECTOR, f"[name=fate][value={fate}]").click()
    assert {change["fate"] for change in shown(page)} == {"dropped"}
    Select(page.find_element(By.ID, "topic")).select_by_value("territory")
    assert all("territory" in change["topics"].split() for change in shown(page))
    assert 0 < len(shown(page)) < everything
    assert page.find_element(By.ID, "found").text == f"{len(shown(page))} of {everything} changes shown"
    assert not page.find_elements(By.CSS_SELECTOR, ".group > h3.changed:not([hidden])")
    page.find_element(By.ID, "all").click()
    Select(page.find_element(By.ID, "aspect")).select_by_value("quantity")
    assert {"quantity"} <= {aspect for change in shown(page) for aspect in change["aspects"].split()}


def test_words_are_searched_in_the_text_of_both_sides(page: Chrome) -> None:
    page.find_element(By.ID, "search").send_keys("600,000 personnel")
    assert [change["fate"] for change in shown(page)] == ["changed"]
    page.find_element(By.ID, "search").send_keys(" nowhere")
    assert shown(page) == []


def test_keys_step_through_what_is_shown_and_can_be_turned_off(page: Chrome) -> None:
    """The key n goes on, p goes back, a slash to the search; letters typed there are no steps."""
    press(page, "n")
    first = page.execute_script(FOCUSED)
    press(page, "n")
    assert page.execute_script(FOCUSED) != first
    press(page, "p")
    assert page.execute_script(FOCUSED) == first
    press(page, "/")
    press(page, "n")
    assert page.find_element(By.ID, "search").get_attribute("value") == "n"
    page.find_element(By.ID, "keys").click()
    press(page, "n")
    assert page.execute_script("return document.activeElement.id") == "keys"


def test_an_address_leads_to_its_sentence_even_where_a_filter_hides_it(page: Chrome, report: str) -> None:
    page.find_element(By.ID, "search").send_keys("nowhere")
    page.execute_script("location.hash = '#old:21.d:2'")
    wait_for(page, "old:21.d:2")
    assert page.current_url == f"{report}#old:21.d:2"


@pytest.mark.parametrize("place", ["old:1", "old:6", "old:25", "new:9", "new:20"])
def test_a_cited_sentence_is_in_sight_when_the_page_opens(chrome: Chrome, report: str, place: str) -> None:
    """Below the controls, which stay on top, and not far below."""
    screen(chrome, 1600)
    chrome.get("about:blank")
    chrome.get(f"{report}#{place}")
    wait_for(chrome, place)


def test_a_cited_sentence_of_a_long_page_is_in_sight_too(chrome: Chrome, tmp_path: Any) -> None:
    """Where changes out of sight are not laid out, and so are not as high as they will be."""
    place, drawn = tmp_path / "long.html", friendly(600)
    drafts = [
        "".join(f"{n}. {text}\n\n" for n, text in enumerate(side, 1)) for side in (drawn.old, drawn.new)
    ]
    place.write_text(
        RENDERERS["html"](compare(read_text(drafts[0]), read_text(drafts[1])), Style()), encoding="utf-8"
    )
    screen(chrome, 1600)
    for point in ("old:590", "new:300", "old:20"):
        chrome.get("about:blank")
        chrome.get(f"{place.as_uri()}#{point}")
        wait_for(chrome, point)


def test_a_quotation_has_words_ids_titles_fate_and_address(page: Chrome, report: str) -> None:
    page.execute_script("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    card = page.find_element(By.XPATH, "//article[.//*[@id='old:25']]")
    page.execute_script("arguments[0].querySelector('.copy').click()", card)
    quoted = page.execute_script("return window.copied").splitlines()
    title = "United States draft in 28 points (our wording from fact notes)"
    assert quoted[0] == f"old 25 ({title}): “Ukraine will hold elections in 100 days.”"
    assert quoted[1].startswith("new 18 (Framework in 20 points")
    assert quoted[2:] == ["~ 25 → 18 changed", f"{report}#old:25"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1600])
def test_it_fits_the_screen_and_every_text_has_contrast_and_every_control_a_name(
    page: Chrome, width: int, scheme: str
) -> None:
    """Nothing is wider than the screen, text has a contrast of 4.5, controls and regions have names."""
    screen(page, width, scheme)
    assert page.execute_script("return document.documentElement.scrollWidth") <= width
    assert page.execute_script(CONTRASTS) == []
    assert page.execute_script(UNNAMED) == []
    assert len(page.find_elements(By.CSS_SELECTOR, "header, main, nav, h1")) == 4


def test_it_prints_all_changes_on_light_ground(page: Chrome) -> None:
    """The PDF has the last change and is not scripted away; controls are not printed."""
    pdfium = pytest.importorskip("pypdfium2")
    screen(page, 1600, "dark")
    printed: dict[str, Any] = page.execute_cdp_cmd("Page.printToPDF", {})
    document = pdfium.PdfDocument(base64.b64decode(printed["data"]))
    text = " ".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
    assert "Ukraine will hold elections in 100 days" in " ".join(text.split())
    assert "Wholly new points" in text
    assert "Copy quotation" not in text
    assert len(document) <= 40


def test_without_script_all_is_there(chrome: Chrome, report: str) -> None:
    """Only the controls need the script: without it they are not shown and every change is."""
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chrome.get(report)
        assert not chrome.find_element(By.ID, "controls").is_displayed()
        assert len(chrome.find_elements(By.CSS_SELECTOR, ".change:not([hidden])")) > 90
    finally:
        chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_draft_full_of_markup_and_script_stays_text(chrome: Chrome, tmp_path: Any) -> None:
    """No element comes of it, nothing runs, and the words can be read."""
    nasty = (
        '1. <img src=x onerror="window.bad=1"><script>window.bad=1</script></style> & </article> "quoted".\n'
    )
    place = tmp_path / "nasty.html"
    drafts = (
        read_text(nasty, name="<b>old</b>"),
        read_text(f"{nasty}\n2. More.\n", name="</title><script>window.bad=1"),
    )
    place.write_text(RENDERERS["html"](compare(*drafts), Style()), encoding="utf-8")
    chrome.get(place.as_uri())
    assert chrome.execute_script("return window.bad") is None
    assert chrome.find_elements(By.CSS_SELECTOR, "img") == []
    assert len(chrome.find_elements(By.CSS_SELECTOR, "script")) == 1
    assert "onerror=" in chrome.find_element(By.ID, "new:1").text


def test_right_to_left_text_is_read_from_the_right(chrome: Chrome, tmp_path: Any) -> None:
    place = tmp_path / "arabic.html"
    drafts = read_text("1. تنسحب القوات من المدينة.\n"), read_text("1. تنسحب القوات من المدينة والميناء.\n")
    place.write_text(RENDERERS["html"](compare(*drafts), Style()), encoding="utf-8")
    chrome.get(place.as_uri())
    found = "return getComputedStyle(document.querySelector('.provision p')).direction"
    assert chrome.execute_script(found) == "rtl"


def test_keys_are_seen_where_they_are(page: Chrome) -> None:
    """The first stop leads past the head, and every stop is outlined."""
    press(page, Keys.TAB)
    focused = page.switch_to.active_element
    assert focused.text == "Skip to the changes"
    assert focused.value_of_css_property("outline-style") == "solid"


def test_findings_stand_beside_their_changes_and_filter_them(chrome: Chrome, judged: str) -> None:
    """Every finding of the list leads to a change that tells it, and a severity shows the changes that have it."""
    chrome.get(judged)
    rows = chrome.find_elements(By.CSS_SELECTOR, "section > .findings > li")
    beside = chrome.find_elements(By.CSS_SELECTOR, ".change .findings > li")
    assert len(rows) == len(beside) > 40
    for row in rows[:5]:
        to = row.find_element(By.TAG_NAME, "a").get_attribute("hash")
        severity = row.find_element(By.TAG_NAME, "b").text
        told = "return document.getElementById(arguments[0]).closest('.change').dataset.findings"
        assert severity in chrome.execute_script(told, str(to)[1:]).split()
    Select(chrome.find_element(By.ID, "finding")).select_by_value("warning")
    assert 0 < len(shown(chrome)) < len(rows)
    assert all("warning" in change["findings"].split() for change in shown(chrome))


@pytest.mark.parametrize(("scheme", "width"), [("light", 1600), ("dark", 360)])
def test_axe_finds_no_violation(chrome: Chrome, judged: str, width: int, scheme: str) -> None:
    """The rules of axe-core hold on the page that has everything; its own rules let no other script run in it."""
    axe = axe_script()
    screen(chrome, width, scheme)
    chrome.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    try:
        chrome.get(judged)
        chrome.execute_script(axe)
        run = "const done = arguments[0]; axe.run().then(found => done(found))"
        found: dict[str, Any] = chrome.execute_async_script(run)
    finally:
        chrome.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})
    assert [(broken["id"], broken["nodes"][0]["html"]) for broken in found["violations"]] == []
    assert len(found["passes"]) > 30
