"""The command line: parses, calls, prints and exits. What a command does is done elsewhere."""

from __future__ import annotations

from typing import Annotated

import typer

from peacediff.cli import check, compare, compare3, git, history, outline, streams, telling

_EXAMPLES = """\b
Examples:
  peacediff old.md new.md
  peacediff old.md new.md --output report.html
  peacediff outline plan.md
  peacediff check old.md new.md
  peacediff history first.md second.md third.md
"""
_STATUS = "Exit status: 0 done, 1 with --exit-code and a difference, 2 trouble."

app = typer.Typer(
    name="peacediff",
    rich_markup_mode=None,  # rich costs more to load than a comparison takes
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:  # noqa: FBT001 (called by typer)
    if asked:
        from peacediff.version import __version__

        streams.show(f"peacediff {__version__}\n")
        raise typer.Exit


@app.callback(epilog=f"{_EXAMPLES}\n{_STATUS}")
def program(
    *,
    _asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """What became of every provision: compare two drafts of a negotiated text, point by point.

    'peacediff OLD NEW' is short for 'peacediff compare OLD NEW'; a file named like a command needs './' before it.
    """


app.command("compare", epilog=f"{compare.EXAMPLES}\n{_STATUS}")(compare.compare)
app.command("outline", epilog="Example: peacediff outline plan.md --format json")(outline.outline)
app.command("schema", epilog="Example: peacediff schema findings > findings.schema.json")(telling.schema)
app.command("history", epilog=f"{history.EXAMPLES}\n{history.STATUS}")(history.history)
app.command("compare3", epilog=compare3.EXAMPLES)(compare3.compare3)
app.command("check", epilog=f"{check.EXAMPLES}\n{check.STATUS}")(check.check)
app.command("accept", epilog=check.ACCEPT_EXAMPLES)(check.accept)
app.command("rules", epilog="Example: peacediff rules --rules my-rules")(telling.rules)
app.command("explain", epilog="Example: peacediff explain guarantee-dropped")(telling.explain)
app.command("config", epilog="Example: peacediff config plans/plan.md")(telling.config)
app.command("git", epilog="Example: peacediff git enable 'plans/*.md'")(git.git)
