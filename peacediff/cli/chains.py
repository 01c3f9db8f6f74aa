"""The command ``history``: three or more drafts, or the revisions of one file."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import attrs
import typer

from peacediff.cli import drafts as named
from peacediff.cli import outputs, streams
from peacediff.cli.drafts import Reading
from peacediff.cli.options import Debug
from peacediff.cli.progress import Progress
from peacediff.cli.streams import Color
from peacediff.errors import Trouble
from peacediff.renderers import Style
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
    list[str], typer.Argument(metavar="DRAFT...", help="The drafts, oldest first. '-' is standard input.")
]
Git = Annotated[bool, typer.Option("--git", help="Walk the revisions of the one file that is named.")]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help=f"Show as {', '.join(HISTORY_RENDERERS)}; otherwise text."
    ),
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="[FORMAT=]FILE",
        help=f"Write to a file ({', '.join(HISTORY_SUFFIXES)}) instead; may be given several times.",
    ),
]
Topics = Annotated[
    list[str] | None,
    typer.Option("--topic", metavar="ID", help="Show only what is about this; may be given several times."),
]
Knowledge = Annotated[
    str | None,
    typer.Option("--knowledge", metavar="DIR", help="Your own knowledge, laid over ours."),
]
InputFormat = Annotated[
    str | None, typer.Option("--input-format", metavar="FORMAT", help="Read all drafts as this format.")
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="Decode with this encoding instead of UTF-8.")
]
Width = Annotated[int | None, typer.Option("--width", metavar="N", min=40, help="Columns of text.")]
ColorChoice = Annotated[Color, typer.Option("--color", help="Colour text.")]


def chain(  # noqa: PLR0913 (the options of the command line)
    drafts: Drafts,
    *,
    git: Git = False,
    format_: Format = None,
    output: Output = None,
    color: ColorChoice = Color.AUTO,
    width: Width = None,
    topic: Topics = None,
    knowledge: Knowledge = None,
    input_format: InputFormat = None,
    encoding: Encoding = None,
    _debug: Debug = False,
) -> None:
    """Follow every provision through a chain of drafts: what came back, what oscillates, who brought which words."""
    from peacediff import pipeline
    from peacediff.knowledge import read_knowledge

    if drafts.count("-") > 1:
        raise Trouble("<stdin>", "only one input can come from standard input", "give files for the others")
    shown = outputs.check_format(format_ or "text", HISTORY_RENDERERS) if format_ or not output else None
    targets = outputs.outputs(output or (), drafts, HISTORY_RENDERERS, HISTORY_SUFFIXES)
    with Progress() as progress:
        progress.begins("reading")
        known = read_knowledge(knowledge) if knowledge is not None else None
        how = Reading(input_format, encoding)
        read = _revisions(drafts, how) if git else _files(drafts, how)
        history = pipeline.history(read, known, begins=progress.begins)
    for target in targets:
        style = _style(width, topic, colored=color is Color.ALWAYS)
        outputs.write(target.path, HISTORY_RENDERERS[target.format](history, style))
    if shown:
        style = _style(width, topic, colored=streams.wants_color(color, os.environ))
        streams.show(HISTORY_RENDERERS[shown](history, style))


def _style(width: int | None, topics: Sequence[str] | None, *, colored: bool) -> Style:
    return Style(width or streams.screen_width(), colored, tuple(topics or ()))


def _files(names: Sequence[str], how: Reading) -> list[Draft]:
    if len(names) < 2:  # noqa: PLR2004 (two ends of a step)
        remedy = "name two drafts or more, oldest first, or use --git for the revisions of one file"
        raise Trouble(names[0], "one draft makes no history", remedy)
    return [named.draft(name, how) for name in names]


def _revisions(names: Sequence[str], how: Reading) -> list[Draft]:
    """The file as it was in each revision, then as it is; what is the same as the one before is left out and told."""
    from peacediff.readers import read_bytes
    from peacediff.revisions import blob, revisions

    if len(names) != 1:
        raise Trouble("--git", "walks the revisions of one file", "name one file, or leave --git out")
    path = names[0]
    found = [(name, blob(name, Path(path).parent)) for name in revisions(path)]
    found += [(path, Path(path).read_bytes())] if Path(path).is_file() else []
    kept = [found[0], *(now for was, now in pairwise(found) if was[1] != now[1])]
    if len(kept) < 2:  # noqa: PLR2004 (two ends of a step)
        raise Trouble(path, "has the same text in all its revisions", "name the drafts one by one")
    read = [
        read_bytes(data, name, input_format=how.input_format, encoding=how.encoding) for name, data in kept
    ]
    if left_out := len(found) - len(kept):
        said = f"{left_out} of {len(found)} revisions left out, as they are the same as the one before"
        read[-1] = attrs.evolve(read[-1], remarks=(*read[-1].remarks, said))
    return [
        attrs.evolve(draft, title=f"{draft.title or path} ({draft.name.partition(':')[0]})") for draft in read
    ]
