"""The command ``compare3``: a base, and two drafts that answer it."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from peacediff.cli import drafts, outputs, streams
from peacediff.cli.options import Encoding, InputFormat
from peacediff.cli.progress import Progress
from peacediff.cli.streams import Color
from peacediff.errors import Trouble
from peacediff.renderers import Style
from peacediff.renderers.answers import ANSWER_RENDERERS, ANSWER_SUFFIXES

EXAMPLES = """\b
Examples:
  peacediff compare3 base.md ours.md theirs.md
  peacediff compare3 base.md ours.md theirs.md --topic territory --output answers.html
"""
_STDIN = "'-' is standard input, REV:PATH is read from git."


def compare3(  # noqa: PLR0913 (the options of the command line)
    base: Annotated[str, typer.Argument(metavar="BASE", help=f"The draft that both answer. {_STDIN}")],
    a: Annotated[str, typer.Argument(metavar="A", help="What one side made of it.")],
    b: Annotated[str, typer.Argument(metavar="B", help="What the other side made of it.")],
    *,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help=f"Show as {', '.join(ANSWER_RENDERERS)}; otherwise text."
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="[FORMAT=]FILE",
            help=f"Write to a file ({', '.join(ANSWER_SUFFIXES)}) instead; may be given several times.",
        ),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic", metavar="ID", help="Show only what is about this; may be given several times."
        ),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if A or B did anything that is shown.")
    ] = False,
    knowledge: Annotated[
        str | None, typer.Option("--knowledge", metavar="DIR", help="Your own knowledge, laid over ours.")
    ] = None,
    input_format: InputFormat = None,
    encoding: Encoding = None,
    color: Annotated[Color, typer.Option("--color", help="Colour text.")] = Color.AUTO,
    width: Annotated[
        int | None, typer.Option("--width", metavar="N", min=40, help="Columns of text.")
    ] = None,
    _debug: Annotated[
        bool, typer.Option("--debug", help="Show a traceback where something goes wrong.")
    ] = False,
) -> None:
    """Compare two answers to one draft: what each did with every provision, and whether they did alike."""
    from peacediff import pipeline
    from peacediff.knowledge import read_knowledge

    names = (base, a, b)
    if names.count("-") > 1:
        raise Trouble("<stdin>", "only one input can come from standard input", "give files for the others")
    shown = outputs.check_format(format_ or "text", ANSWER_RENDERERS) if format_ or not output else None
    targets = outputs.outputs(output or (), names, ANSWER_RENDERERS, ANSWER_SUFFIXES)
    with Progress() as progress:
        progress.begins("reading")
        how = drafts.Reading(input_format, encoding)
        first, second, third = (drafts.draft(name, how) for name in names)
        known = read_knowledge(knowledge) if knowledge is not None else None
        found = pipeline.compare3(first, second, third, known, begins=progress.begins)
    asked = [answer for name in topic or () for answer in found.about(name)] if topic else found.answers
    for target in targets:
        style = _style(width, topic, colored=color is Color.ALWAYS)
        outputs.write(target.path, ANSWER_RENDERERS[target.format](found, style))
    if shown:
        style = _style(width, topic, colored=streams.wants_color(color, os.environ))
        streams.show(ANSWER_RENDERERS[shown](found, style))
    raise typer.Exit(int(exit_code and any(answer.stand != "neither" for answer in asked)))


def _style(width: int | None, topics: list[str] | None, *, colored: bool) -> Style:
    return Style(width or streams.screen_width(), colored, tuple(topics or ()))
