"""The site of the documentation, built strictly into ``site/``: ``python -m tests.docs.site``.

The pages are the repository's own, at their own paths, so that a link works here as it does on a forge; what they
lead to comes along. The program makes the gallery from the examples.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt

from peacediff import compare, compare3, history, package, read
from peacediff.renderers import RENDERERS, Style
from peacediff.renderers.answers import ANSWER_RENDERERS
from peacediff.renderers.history import HISTORY_RENDERERS
from tests.docs.pages import PAGES, ROOT, blocks, name

FOLDER = ROOT / "examples"
EXAMPLES = sorted(file.parent for file in FOLDER.glob("[0-9]*/README.md"))
FOUNDING = FOLDER / "01-us-28-to-ua-20"
READ = (*PAGES, *sorted((ROOT / "examples").rglob("README.md")))
GALLERY = "gallery.md"
PAGE, PICTURE, SUMMARY = "report.html", "picture.svg", "summary"
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
        made = _made(folder)
        place = pages / "gallery" / folder.name
        place.mkdir(parents=True)
        for file in made.keys() - {SUMMARY}:
            (place / file).write_text(made[file], encoding="utf-8")
        yield from _shown(folder, made)
    yield "## In a notebook"
    yield (
        "[founding-case.ipynb](examples/notebooks/founding-case.ipynb) shows the founding case as Jupyter does; "
        "[how](docs/how-to/notebook.md)."
    )


def _made(folder: Path) -> dict[str, str]:
    """The files of the gallery for an example, and in words what can be said of it in a paragraph, if anything."""
    style = Style(width=72)
    if (folder / "1.md").exists():
        lived = history([read(file) for file in sorted(folder.glob("[0-9].md"))])
        files = {PAGE: "html", PICTURE: "svg"}
        return {file: HISTORY_RENDERERS[form](lived, style) for file, form in files.items()}
    if (folder / "counter.md").exists():
        base, new = (read(FOUNDING / f"{side}.md") for side in ("old", "new"))
        return {PAGE: ANSWER_RENDERERS["html"](compare3(base, read(folder / "counter.md"), new), style)}
    home = folder if (folder / "old.md").exists() else FOUNDING
    papers = (read(file) for file in sorted(folder.glob("side-paper.md")))
    comparison = compare(read(home / "old.md"), package(read(home / "new.md"), *papers))
    files = {PAGE: "html", PICTURE: "svg", SUMMARY: "summary"}
    return {file: RENDERERS[form](comparison, style) for file, form in files.items()}


def _shown(folder: Path, made: Mapping[str, str]) -> Iterator[str]:
    """An example: its heading, its picture, what can be said of it in a paragraph, and where there is more."""
    title = (folder / "README.md").read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    place = f"gallery/{folder.name}"
    yield f"## {title}"
    if PICTURE in made:
        yield f"[![Picture of the revision: {title}]({place}/{PICTURE})]({place}/{PAGE})"
    if SUMMARY in made:
        yield f"~~~text\n{made[SUMMARY].rstrip()}\n~~~"
    yield f"[Report page]({place}/{PAGE}) · [About this example](examples/{folder.name}/README.md)"


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
