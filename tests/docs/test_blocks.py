"""Every block of README and docs runs and prints what is shown below it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.docs.pages import PAGES, Block, blocks, name
from tests.docs.session import ELISION, Shown, agrees, commands, furnish, printed, run_python

RUNS = [page for page in PAGES if any(block.language in ("python", "console") for block in blocks(page))]
FILES = ("markdown", "text", "toml", "yaml")


@pytest.mark.parametrize("page", RUNS, ids=name)
def test_every_block_of_a_page_prints_what_it_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    stale: list[tuple[Block, str]] = []
    for block in blocks(page):
        if block.language in FILES and block.words:
            (tmp_path / block.words[0]).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / block.words[0]).write_text(block.text, encoding="utf-8")
        elif block.language == "python":
            for library in block.words:
                pytest.importorskip(library, reason=f"no {library} here: pip install -e '.[dev]'")
            assert not (wrong := list(run_python(block, names))), "".join(wrong)
        elif block.language == "console":
            stale += _compared(block, tmp_path, update=request.config.getoption("--update-golden"))
    _write(page, stale)


def _compared(block: Block, folder: Path, *, update: bool) -> list[tuple[Block, str]]:
    """Check a console block; where it may be updated and has nothing elided, the block as it should be instead."""
    shown = commands(block)
    assert shown, f"{block.place}: a console block shows no command"
    real = printed(shown, folder)
    if update and not any(line.strip() == ELISION for line in block.text.splitlines()):
        fresh = "".join(f"$ {each.command}\n{output}" for each, output in zip(shown, real, strict=True))
        return [(block, fresh)] if fresh != block.text else []
    for each, output in zip(shown, real, strict=True):
        assert agrees(each.output, output), _differs(block, each, output)
    return []


def _differs(block: Block, shown: Shown, real: str) -> str:
    return f"{block.place}: {shown.command} prints\n{real}"


def _write(page: Path, stale: list[tuple[Block, str]]) -> None:
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    for block, fresh in reversed(stale):
        lines[block.first + 1 : block.after - 1] = fresh.splitlines(keepends=True)
    if stale:
        page.write_text("".join(lines), encoding="utf-8", newline="\n")


def test_an_elision_stands_for_any_lines_and_nothing_else_does() -> None:
    assert agrees("a\n...\nd\n", "a\nb\nc\nd\n")
    assert agrees("...\nd\n", "d\n")
    assert not agrees("a\n...\nd\n", "a\nb\nd\ne\n")
    assert not agrees("a\nd\n", "a\nb\nd\n")
    assert not agrees("b\n...\na\n", "a\nb\n")
