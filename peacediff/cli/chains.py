"""The command ``history``: three or more drafts, or the revisions of one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from peacediff.cli import drafts as named
from peacediff.cli import options, streams
from peacediff.cli.drafts import Reading
from peacediff.cli.progress import Progress
from peacediff.cli.results import Forms, Look
from peacediff.cli.streams import Color
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
"""
STATUS = "Exit status: 0 done, 2 trouble."

Drafts = Annotated[
    list[str], typer.Argument(metavar="DRAFT...", help=f"The drafts, oldest first. {options.STDIN}")
]
_FORMS = Forms(HISTORY_RENDERERS, HISTORY_SUFFIXES)
Format = Annotated[str | None, options.choice(_FORMS.renderers)]
Output = Annotated[list[str] | None, options.files(_FORMS.suffixes)]
Git = Annotated[bool, typer.Option("--git", help="Walk the revisions of the one file that is named.")]


def chain(  # noqa: PLR0913 (the options of the command line)
    drafts: Drafts,
    *,
    git: Git = False,
    format_: Format = None,
    output: Output = None,
    color: options.ColorChoice = Color.AUTO,
    width: options.Width = None,
    topic: options.Topics = None,
    knowledge: options.Knowledge = None,
    input_format: options.InputFormat = None,
    encoding: options.Encoding = None,
    _debug: options.Debug = False,
) -> None:
    """Follow every provision through a chain of drafts: what came back, what oscillates, who brought which words."""
    from peacediff import pipeline
    from peacediff.cli.walked import walked
    from peacediff.knowledge import read_knowledge

    streams.check_inputs(drafts)
    wanted = _FORMS.wanted(format_, output, drafts, Look(width, color, topic or ()))
    with Progress() as progress:
        progress.begins("reading")
        known = read_knowledge(knowledge) if knowledge is not None else None
        how = Reading(input_format, encoding)
        read = walked(drafts, how) if git else _files(drafts, how)
        history = pipeline.history(read, known, begins=progress.begins)
    wanted.give(history)


def _files(names: Sequence[str], how: Reading) -> list[Draft]:
    if len(names) < 2:  # noqa: PLR2004 (two ends of a step)
        remedy = "name two drafts or more, oldest first, or use --git for the revisions of one file"
        raise Trouble(names[0], "one draft makes no history", remedy)
    return [named.draft(name, how) for name in names]
