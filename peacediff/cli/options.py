"""The options that commands about findings share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from peacediff.cli.streams import Color
from peacediff.renderers.findings import FINDINGS_RENDERERS, FINDINGS_SUFFIXES


class Seen(StrEnum):
    """Severities, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class FailOn(StrEnum):
    """From which severity on a check fails."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


Debug = Annotated[bool, typer.Option("--debug", help="Show a traceback where something goes wrong.")]
Old = Annotated[str, typer.Argument(metavar="OLD", help="The old draft; REV:PATH is read from git.")]
New = Annotated[str | None, typer.Argument(metavar="[NEW]", help="The new draft; left out with --against.")]
With = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="FILE", help="A side paper of the new draft; may be given several times."),
]
OldWith = Annotated[
    list[str] | None,
    typer.Option("--old-with", metavar="FILE", help="A side paper of the old draft, likewise."),
]
Before = Annotated[
    list[str] | None,
    typer.Option(
        "--before", metavar="FILE", help="A draft before OLD, oldest first; may be given several times."
    ),
]
Against = Annotated[
    str | None, typer.Option("--against", metavar="REV", help="Compare one file with itself in REV of git.")
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="Decode with this encoding instead of UTF-8.")
]
Knowledge = Annotated[
    str | None, typer.Option("--knowledge", metavar="DIR", help="Your own knowledge, laid over ours.")
]
Rules = Annotated[str | None, typer.Option("--rules", metavar="DIR", help="Your own rules, laid over ours.")]
Links = Annotated[
    str | None, typer.Option("--links", metavar="FILE", help="Pin or forbid links, as in compare.")
]
RegisterFile = Annotated[
    str | None, typer.Option("--register", metavar="FILE", help="What is acknowledged; else beside NEW.")
]
Today = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="The day to judge by, instead of the clock's.")
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help=f"Show as {', '.join(FINDINGS_RENDERERS)}; otherwise text."
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="[FORMAT=]FILE",
        help=f"Write to a file ({', '.join(FINDINGS_SUFFIXES)}) instead; may be given several times.",
    ),
]
Width = Annotated[int | None, typer.Option("--width", metavar="N", min=40, help="Columns of text.")]
ColorChoice = Annotated[Color, typer.Option("--color", help="Colour text.")]
Fails = Annotated[FailOn, typer.Option("--fail-on", help="Exit with 1 from this severity on.")]
Shown = Annotated[
    Seen, typer.Option("--min-severity", help="Show from this severity on; hides the rest only.")
]
Baseline = Annotated[bool, typer.Option("--baseline", help="Accept all that is found.")]
Accepted = Annotated[bool, typer.Option("--accepted", help="Show as text what is accepted in full, too.")]
Why = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why the baseline is accepted.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it is acknowledged.")]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="The last day on which that holds.")
]
Fingerprint = Annotated[str, typer.Argument(metavar="FINGERPRINT", help="As peacediff check shows it.")]
OldAgain = Annotated[
    str | None, typer.Argument(metavar="[OLD]", help="The drafts in which it is found, to look it up.")
]
InputFormat = Annotated[
    str | None, typer.Option("--input-format", metavar="FORMAT", help="Read all drafts as this format.")
]
