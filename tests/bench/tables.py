"""Tables of figures as Markdown, and their place on a page: between two comments that name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column to the left, the others to the right."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def share(part: float, whole: float) -> str:
    """A share with three digits, a dash where there is nothing to share."""
    return f"{part / whole:.3f}".removeprefix("0") if whole else "–"


def f1(hit: int, said: int, true: int) -> str:
    """The harmonic mean of precision and recall."""
    return share(2 * hit, said + true)


def show(name: str, text: str, page: Path | None) -> None:
    """Print a table, or put it on a page between the comments ``<!-- name -->`` and ``<!-- end of name -->``."""
    if page is None:
        print(text)  # noqa: T201 (a script)
    else:
        page.write_text(placed(page.read_text(encoding="utf-8"), name, text), encoding="utf-8", newline="\n")


def placed(page: str, name: str, text: str) -> str:
    """The page with the text between the comments of that name, which must stand there once."""
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    if page.count(start) != 1 or page.count(end) != 1:
        raise SystemExit(f"the page must hold {start} and {end} once")
    before, _, rest = page.partition(start)
    _, _, after = rest.partition(end)
    return f"{before}{start}\n\n{text}\n\n{end}{after}"
