"""A history as GitHub-flavoured Markdown; nothing of the documents is taken for markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peacediff.present.lives import MARKS, Brought, HistoryPage, Life, Told
from peacediff.renderers.history.text import legend
from peacediff.renderers.markdown import escaped, marked, table


def render(page: HistoryPage) -> str:
    """The page as Markdown text."""
    blocks = [
        f"# History of {len(page.drafts)} drafts",
        "\n".join(_drafts(page)),
        " ".join(filter(None, (page.summary, page.left_out, *page.caveats))),
        *_group("Came back", page.came_back),
        *_swings(page.oscillating),
        *_group("Gone from the last draft", [life for life in page.gone if not life.returned]),
        *_group("Not as it was first", page.altered),
        *_grid(page),
        *_phrases(page.brought),
    ]
    return "\n\n".join(blocks) + "\n"


def _drafts(page: HistoryPage) -> Iterator[str]:
    for number, draft in enumerate(page.drafts, start=1):
        yield f"{number}. {escaped(draft.title)} ({escaped('; '.join((draft.facts, *draft.asides)))})"


def _group(title: str, lives: Iterable[Life]) -> Iterator[str]:
    lives = tuple(lives)
    if lives:
        yield f"## {title} ({len(lives)})"
    for life in lives:
        about = f" · {', '.join(life.topics)}" if life.topics else ""
        yield f"### {escaped(life.name)}{about}"
        yield "\n".join(line for told in life.told for line in _told(told))


def _told(told: Told) -> Iterator[str]:
    yield f"- {MARKS[told.standing]} {escaped(told.head)}  "
    yield from marked(told.runs)
    for shift in told.shifts:
        yield f"  - {escaped(f'{shift.label}: {shift.said}')}"
    for words in told.words:
        yield f"  - {escaped(words)}"


def _swings(lives: Iterable[Life]) -> Iterator[str]:
    lives = tuple(lives)
    if lives:
        yield f"## Oscillating ({len(lives)})"
        yield "\n".join(f"- {escaped(life.name)} {escaped(swing)}" for life in lives for swing in life.swings)


def _grid(page: HistoryPage) -> Iterator[str]:
    yield "## The grid"
    yield f"{legend()}."
    head = ("Provision", *(str(n + 1) for n in range(len(page.drafts))), "As it stands last")
    rows = (
        (
            life.name,
            *(" ".join(filter(None, (MARKS[c.standing].strip(), c.ids))) for c in life.cells),
            life.text,
        )
        for life in page.lives
    )
    yield table(head, rows)


def _phrases(brought: Iterable[Brought]) -> Iterator[str]:
    yield "## The last draft, phrase by phrase"
    yield "Before each phrase stands the number of the draft that brought it."
    for row in brought:
        said = " ".join(f"`{draft}` {escaped(text)}" for text, draft in row.phrases)
        yield f"**{escaped(row.provision)}** {said}"
