"""The site of the documentation: strict, whole, and the same as the pages it is made from."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("zensical", reason="no zensical here: pip install -e '.[dev]'")
html = pytest.importorskip("lxml.html")

from markdown_it import MarkdownIt  # noqa: E402 (below what may be missing)

from tests.docs.pages import name  # noqa: E402
from tests.docs.site import EXAMPLES, READ, build  # noqa: E402

TAGS = {"list_item_open": "li", "table_open": "table", "fence": "pre", "heading_open": "heading"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "site"
    assert build(folder) == 0
    return folder


def meant(page: Path) -> Counter[str]:
    """How many of each part a page has where CommonMark is read, as on a forge."""
    tokens = MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))
    return Counter(TAGS[token.type] for token in tokens if token.type in TAGS)


def made(file: Path) -> Counter[str]:
    (article,) = html.fromstring(file.read_bytes()).xpath("//article")
    tags = ("heading" if str(part.tag) in ("h1", "h2", "h3", "h4") else part.tag for part in article.iter())
    return Counter(tag for tag in tags if tag in TAGS.values())


@pytest.mark.parametrize("page", READ, ids=name)
def test_a_page_of_the_site_has_the_parts_that_a_forge_shows(site: Path, page: Path) -> None:
    """No list, table, block or heading is lost or read as something else by another reader of Markdown."""
    place = Path(name(page))
    file = "index.html" if place.name == "README.md" else f"{place.stem}.html"
    assert made(site / place.parent / file) == meant(page)


def test_the_gallery_shows_every_example_as_the_program_draws_it(site: Path) -> None:
    gallery = (site / "gallery.html").read_text(encoding="utf-8")
    assert len(EXAMPLES) >= 10
    for example in EXAMPLES:
        assert f"gallery/{example.name}/report.html" in gallery
        for file in (site / "gallery" / example.name).iterdir():
            assert f"gallery/{example.name}/{file.name}" in gallery
            assert file.stat().st_size > 1000
    assert gallery.count("<img") == len(EXAMPLES) - 1


def test_a_dead_link_fails_the_build_and_leaves_what_stood(tmp_path: Path) -> None:
    """Links to a heading that is not there as well; those to other files are for test_links."""
    (tmp_path / "before").mkdir()
    assert build(tmp_path / "before", "[heading](docs/glossary.md#nowhere)") != 0
    assert list((tmp_path / "before").iterdir()) == []


def test_the_site_loads_nothing_from_elsewhere(site: Path) -> None:
    """Scripts, styles and pictures are its own, so that it opens from disk and tells nobody."""
    for file in site.rglob("*.html"):
        parts = html.fromstring(file.read_bytes()).xpath(
            "//script/@src | //link[@rel='stylesheet']/@href | //img/@src"
        )
        assert [part for part in parts if "//" in part] == []
