"""The options and arguments that commands share, and how a shell completes them."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Annotated, Any

import typer

from peacediff.cli.streams import Color


def _beginning(names: Collection[str], incomplete: str) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]


def _topics(incomplete: str) -> list[str]:
    from peacediff.knowledge import load

    return _beginning([topic.id for topic in load().topics], incomplete)


def _rules(incomplete: str) -> list[str]:
    from peacediff.knowledge.rules import load_rules

    return _beginning([rule.id for rule in load_rules()], incomplete)


def _input_formats(incomplete: str) -> list[str]:
    from peacediff.readers.formats import FORMATS

    return _beginning(FORMATS, incomplete)


def choice(formats: Collection[str]) -> Any:  # noqa: ANN401 (what typer gives)
    """The option for what is shown, by the names of formats."""

    def complete(incomplete: str) -> list[str]:
        return _beginning(formats, incomplete)

    said = f"Show as {', '.join(formats)}; otherwise text."
    return typer.Option("--format", "-f", metavar="FORMAT", help=said, autocompletion=complete)


def files(suffixes: Collection[str]) -> Any:  # noqa: ANN401 (what typer gives)
    """The option for files to write, by the suffixes that tell a format."""
    said = f"Write to a file ({', '.join(suffixes)}) instead; may be given several times."
    return typer.Option("--output", "-o", metavar="[FORMAT=]FILE", help=said)


STDIN = "'-' is standard input, REV:PATH is read from git."


class Tracked(StrEnum):
    """Which side of the tracked changes of a file is read; both make an old and a new draft of one file."""

    ACCEPT = "accept"
    REJECT = "reject"
    BOTH = "both"


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
New = Annotated[
    str | None,
    typer.Argument(metavar="[NEW]", help="The new draft; none with --against or --tracked both."),
]
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
    str | None,
    typer.Option(
        "--knowledge", metavar="DIR", help="Lay your own places, parties, topics and cues over ours."
    ),
]
Rules = Annotated[str | None, typer.Option("--rules", metavar="DIR", help="Your own rules, laid over ours.")]
Links = Annotated[
    str | None,
    typer.Option(
        "--links", metavar="FILE", help="Pin or forbid links: a TOML file of [[link]] and [[forbid]]."
    ),
]
RegisterFile = Annotated[
    str | None, typer.Option("--register", metavar="FILE", help="What is acknowledged; else beside NEW.")
]
Today = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="The day to judge by, instead of the clock's.")
]
Width = Annotated[
    int | None,
    typer.Option("--width", metavar="N", min=40, help="Columns of text; otherwise those of the screen."),
]
ColorChoice = Annotated[
    Color, typer.Option("--color", help="Colour text; auto heeds NO_COLOR and FORCE_COLOR.")
]
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
TrackedChanges = Annotated[
    Tracked,
    typer.Option(
        "--tracked", help="Read tracked and marked changes as made, or as not made; or compare both."
    ),
]
InputFormat = Annotated[
    str | None,
    typer.Option(
        "--input-format",
        metavar="FORMAT",
        help="Read as this format, whatever content and suffix say.",
        autocompletion=_input_formats,
    ),
]
Topics = Annotated[
    list[str] | None,
    typer.Option(
        "--topic",
        metavar="ID",
        help="Show only what is about this, such as territory; may be given several times.",
        autocompletion=_topics,
    ),
]
RuleId = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="The id of a rule, as peacediff rules lists it.", autocompletion=_rules
    ),
]
