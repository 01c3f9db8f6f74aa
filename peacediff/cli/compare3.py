"""The command ``compare3``: a base, and two drafts that answer it."""

from __future__ import annotations

from typing import Annotated

import typer

from peacediff.cli import drafts, options, streams
from peacediff.cli.drafts import ReadOptions
from peacediff.cli.grouped import grouped
from peacediff.cli.progress import Progress
from peacediff.cli.results import Forms, Look
from peacediff.renderers.answers import ANSWER_RENDERERS, ANSWER_SUFFIXES

EXAMPLES = """\b
Examples:
  peacediff compare3 base.md ours.md theirs.md
  peacediff compare3 base.md ours.md theirs.md --topic territory --output answers.html
"""
Base = Annotated[str, typer.Argument(metavar="BASE", help=f"The draft that both answer. {options.STDIN}")]
One = Annotated[str, typer.Argument(metavar="A", help="What one side made of it.")]
Other = Annotated[str, typer.Argument(metavar="B", help="What the other side made of it.")]
_FORMS = Forms(ANSWER_RENDERERS, ANSWER_SUFFIXES)
Format = Annotated[str | None, options.choice(_FORMS.renderers)]
Output = Annotated[list[str] | None, options.files(_FORMS.suffixes)]
ExitCode = Annotated[
    bool, typer.Option("--exit-code", help="Exit with 1 if A or B did anything that is shown.")
]


@grouped
def compare3(  # noqa: PLR0913 (the options of the command line)
    base: Base,
    a: One,
    b: Other,
    *,
    format_: Format = None,
    output: Output = None,
    topic: options.Topics = None,
    exit_code: ExitCode = False,
    knowledge: options.Knowledge = None,
    how: ReadOptions,
    look: Look,
    _debug: options.Debug = False,
) -> None:
    """Compare two answers to one draft: what each did with every provision, and whether they did alike."""
    from peacediff import pipeline
    from peacediff.knowledge import read_knowledge

    names = (base, a, b)
    streams.check_inputs(names)
    wanted = _FORMS.wanted(format_, output, names, look, topic)
    with Progress() as progress:
        progress.begins("reading")
        first, second, third = (drafts.draft(name, how) for name in names)
        known = read_knowledge(knowledge) if knowledge is not None else None
        found = pipeline.compare3(first, second, third, known, begins=progress.begins)
    asked = [answer for name in topic or () for answer in found.about(name)] if topic else found.answers
    wanted.give(found)
    raise typer.Exit(int(exit_code and any(answer.stand != "neither" for answer in asked)))
