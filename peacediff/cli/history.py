"""The command ``history``: two drafts or more, or the revisions of one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from peacediff.cli import options, streams
from peacediff.cli.drafts import ReadOptions, draft, with_papers
from peacediff.cli.grouped import grouped
from peacediff.cli.progress import Progress
from peacediff.cli.results import Forms, Look
from peacediff.errors import Trouble
from peacediff.renderers.history import HISTORY_RENDERERS, HISTORY_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peacediff.model import Draft

EXAMPLES = """\b
Examples:
  peacediff history first.md second.md third.md
  peacediff history *.md --output history.html
  peacediff history plan.md --git --topic territory
  peacediff history first.md second.md third.md --with 2=annex.md --with 3=annex.md
"""
STATUS = "Exit status: 0 done, 2 trouble."

Drafts = Annotated[
    list[str], typer.Argument(metavar="DRAFT...", help=f"The drafts, oldest first. {options.STDIN}")
]
_FORMS = Forms(HISTORY_RENDERERS, HISTORY_SUFFIXES)
Format = Annotated[str | None, options.choice(_FORMS.renderers)]
Output = Annotated[list[str] | None, options.files(_FORMS.suffixes)]
With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="[N=]FILE",
        help="A side paper of draft N, counted from 1, or of the last; may be given several times.",
    ),
]
Git = Annotated[bool, typer.Option("--git", help="Walk the revisions of the one file that is named.")]


@grouped
def history(  # noqa: PLR0913 (the options of the command line)
    drafts: Drafts,
    *,
    with_: With = None,
    git: Git = False,
    format_: Format = None,
    output: Output = None,
    look: Look,
    topic: options.Topics = None,
    knowledge: options.Knowledge = None,
    how: ReadOptions,
    _debug: options.Debug = False,
) -> None:
    """Follow every provision through a chain of drafts: what came back, what oscillates, who brought which words."""
    from peacediff import pipeline
    from peacediff.knowledge import read_knowledge

    papers = _papers(with_ or (), drafts)
    inputs = (*drafts, *(paper for beside in papers for paper in beside))
    streams.check_inputs(inputs)
    wanted = _FORMS.wanted(format_, output, inputs, look, topic)
    with Progress() as progress:
        progress.begins("reading")
        known = read_knowledge(knowledge) if knowledge is not None else None
        read = _walked(drafts, papers, how) if git else _files(drafts, papers, how)
        found = pipeline.history(read, known, begins=progress.begins)
    wanted.give(found)


def _papers(given: Sequence[str], names: Sequence[str]) -> list[list[str]]:
    """The papers beside each draft; ``./1=a.md`` is a file whose name holds the sign."""
    beside: list[list[str]] = [[] for _ in names]
    for paper in given:
        number, sign, file = paper.partition("=")
        if not (sign and number.isdecimal()):
            beside[-1].append(paper)
        elif 1 <= int(number) <= len(names):
            beside[int(number) - 1].append(file)
        else:
            raise Trouble(f"--with {paper}", f"there is no draft {number}", f"count from 1 to {len(names)}")
    return beside


def _walked(names: Sequence[str], papers: Sequence[Sequence[str]], how: ReadOptions) -> list[Draft]:
    from peacediff.cli.walked import walked

    if any(papers):
        raise Trouble("--with", "goes with drafts that are named", "leave it out, or --git")
    return walked(names, how)


def _files(names: Sequence[str], papers: Sequence[Sequence[str]], how: ReadOptions) -> list[Draft]:
    if len(names) < 2:  # noqa: PLR2004 (two ends of a step)
        remedy = "name two drafts or more, oldest first, or use --git for the revisions of one file"
        raise Trouble(names[0], "one draft makes no history", remedy)
    return [
        with_papers(draft(name, how), name, beside, how) for name, beside in zip(names, papers, strict=True)
    ]
