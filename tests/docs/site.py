"""The site of the documentation, built strictly into ``site/``: ``python -m tests.docs.site``.

The pages are the repository's own, at their own paths, so that a link works here as it does on a forge; what they
lead to comes along. The program makes the gallery from the examples of two drafts.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt

from peacediff import Comparison, compare, read
from peacediff.renderers import RENDERERS, Style
from tests.docs.pages import PAGES, ROOT, blocks, name

EXAMPLES = sorted(file.parent for file in (ROOT / "examples").glob("*/old.md"))
"""Pairs of drafts: a chain has no report page of two sides."""
READ = (*PAGES, *sorted((ROOT / "examples").rglob("README.md")))
SHOWN = {"report.html": "html", "picture.svg": "svg"}
GALLERY = "gallery.md"
CONFIG = """\
[project]
site_name = "peacediff"
docs_dir = "pages"
site_dir = "site"
use_directory_urls = false
nav = {nav}

[project.theme]
font = false
features = ["navigation.sections", "content.code.copy"]
palette = [
  {{ media = "(prefers-color-scheme: light)", scheme = "default" }},
  {{ media = "(prefers-color-scheme: dark)", scheme = "slate" }},
]

[project.markdown_extensions.tables]
[project.markdown_extensions.toc]
slugify = {{ object = "pymdownx.slugs.slugify", kwds = {{ case = "lower" }} }}
[project.markdown_extensions."pymdownx.highlight"]
[project.markdown_extensions."pymdownx.superfences"]
"""


def build(folder: Path, extra: str = "") -> int:
    """Build the site in place of a folder; the status is not 0 where a link leads nowhere, and then it stays.

    ``extra`` is Markdown to go below the gallery.
    """
    with tempfile.TemporaryDirectory() as work:
        pages, config = Path(work) / "pages", Path(work) / "zensical.toml"
        _gather(pages)
        (pages / GALLERY).write_text("\n\n".join([*_gallery(pages), extra]), encoding="utf-8")
        config.write_text(CONFIG.format(nav=_nav()), encoding="utf-8")
        command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(config)]
        status = subprocess.run(command, cwd=work, check=False).returncode
        if not status:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(Path(work) / "site", folder)
    return status


def links(page: Path) -> Iterator[str]:
    """Where the links and the pictures of a page lead."""
    for token in MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8")):
        for child in token.children or ():
            if to := child.attrs.get("href") or child.attrs.get("src"):
                yield str(to)


def _gather(pages: Path) -> None:
    """Copy every page, and every file of the project that one leads to."""
    for file in sorted({*READ, *(target for page in READ for target in _targets(page))}):
        (pages / name(file)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, pages / name(file))
    for page in READ:
        (pages / name(page)).write_text(_without_words(page), encoding="utf-8")


def _without_words(page: Path) -> str:
    """A page whose fenced blocks say their language only: the words behind it are for the tests."""
    lines = page.read_text(encoding="utf-8").splitlines()
    for block in blocks(page):
        lines[block.first] = re.sub(r"(```\w*).*", r"\1", lines[block.first])
    return "\n".join(lines) + "\n"


def _targets(page: Path) -> Iterator[Path]:
    for link in links(page):
        path = unquote(link.partition("#")[0])
        if path and ":" not in path and (target := (page.parent / path).resolve()).is_file():
            yield target


def _gallery(pages: Path) -> Iterator[str]:
    """The page of all examples; beside it what the program makes of each."""
    yield "# Gallery"
    yield "What peacediff says of its examples. Their texts are invented or in our own words, and quote no document."
    for folder in EXAMPLES:
        comparison = compare(read(folder / "old.md"), read(folder / "new.md"))
        _show(comparison, pages / "gallery" / folder.name)
        yield from _shown(folder, comparison)


def _show(comparison: Comparison, folder: Path) -> None:
    folder.mkdir(parents=True)
    for file, form in SHOWN.items():
        (folder / file).write_text(RENDERERS[form](comparison, Style()), encoding="utf-8")


def _shown(folder: Path, comparison: Comparison) -> Iterator[str]:
    """An example: its heading, its picture, what can be said of it in a paragraph, and where there is more."""
    title = (folder / "README.md").read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    place = f"gallery/{folder.name}"
    yield f"## {title}"
    yield f"[![Picture of the revision: {title}]({place}/picture.svg)]({place}/report.html)"
    yield f"~~~text\n{RENDERERS['summary'](comparison, Style(width=72)).rstrip()}\n~~~"
    yield f"[Report page]({place}/report.html) · [About this example](examples/{folder.name}/README.md)"


def _nav() -> str:
    """What the index of the documentation lists, in its sections."""
    sections: dict[str, list[tuple[str, str]]] = {}
    for line in (ROOT / "docs" / "README.md").read_text(encoding="utf-8").splitlines():
        if head := re.match(r"\*\*(.+?)\*\*", line):
            sections[head[1]] = []
        sections_of = next(reversed(sections.values()), [])
        sections_of += [(title, f"docs/{to}") for title, to in re.findall(r"\[(.+?)\]\((.+?)\)", line)]
    parts = [_entry("peacediff", "README.md"), _entry("Gallery", GALLERY)]
    for title, entries in sections.items():
        parts.append(f"{{ {json.dumps(title)} = [{', '.join(_entry(*entry) for entry in entries)}] }}")
    return f"[{', '.join([*parts, _entry('Examples', 'examples/README.md'), _entry('Changes', 'CHANGELOG.md')])}]"


def _entry(title: str, to: str) -> str:
    return f"{{ {json.dumps(title)} = {json.dumps(to)} }}"


if __name__ == "__main__":
    sys.exit(build(ROOT / "site"))
