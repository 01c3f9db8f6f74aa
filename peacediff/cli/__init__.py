"""The command line: parses, calls, prints and exits. What a command does is done elsewhere."""

from __future__ import annotations

from typing import Annotated

import typer

from peacediff.cli import chains, check, compare3, drafts, git, options, outputs, streams, telling
from peacediff.cli.drafts import Papers, Reading
from peacediff.cli.grouped import grouped
from peacediff.cli.progress import Progress
from peacediff.cli.results import Forms, Look
from peacediff.errors import unknown
from peacediff.renderers import OUTLINES, RENDERERS, SUFFIXES

_EXAMPLES = """\b
Examples:
  peacediff old.md new.md
  peacediff old.md new.md --output report.html
  peacediff outline plan.md
  peacediff check old.md new.md
  peacediff history first.md second.md third.md
"""
_OF_COMPARE = """\b
Examples:
  peacediff old.md new.md
  peacediff old.md new.md --output report.html --output data.json
  peacediff --format markdown old.md new.md
  git show main:plan.md | peacediff - plan.md --exit-code
  peacediff old.md new.md --topic territory --topic security-guarantees
  peacediff old.md new.md --with side-paper.md --with annex.md
"""
_STATUS = "Exit status: 0 done, 1 with --exit-code and a difference, 2 trouble."

app = typer.Typer(
    name="peacediff",
    rich_markup_mode=None,  # rich costs more to load than a comparison takes
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_FORMS = Forms(RENDERERS, SUFFIXES)
Format = Annotated[str | None, options.choice(_FORMS.renderers)]
Output = Annotated[list[str] | None, options.files(_FORMS.suffixes)]
_OUTLINE_FORMS = Forms(OUTLINES, {})
OutlineFormat = Annotated[str | None, options.choice(_OUTLINE_FORMS.renderers)]
Summary = Annotated[
    bool, typer.Option("--summary", help="Show one paragraph to check and quote: short for --format summary.")
]
ExitCode = Annotated[
    bool, typer.Option("--exit-code", help="Exit with 1 if anything shown is not unchanged.")
]
Robust = Annotated[
    bool,
    typer.Option("--robustness", help="Say what hangs on how the aligner is set: six more alignments."),
]


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


@app.command("compare", epilog=f"{_OF_COMPARE}\n{_STATUS}")
@grouped
def compare(  # noqa: PLR0913 (the options of the command line)
    old: Annotated[str, typer.Argument(metavar="OLD", help=f"The old draft. {options.STDIN}")],
    new: Annotated[
        str | None,
        typer.Argument(metavar="[NEW]", help=f"The new draft; none with --tracked both. {options.STDIN}"),
    ] = None,
    *,
    papers: Papers,
    format_: Format = None,
    summary: Summary = False,
    output: Output = None,
    look: Look,
    topic: options.Topics = None,
    exit_code: ExitCode = False,
    links: options.Links = None,
    knowledge: options.Knowledge = None,
    robustness: Robust = False,
    how: Reading,
    _debug: options.Debug = False,
) -> None:
    """Compare two drafts: what became of every provision of the old one, and what is new."""
    from peacediff import pipeline
    from peacediff.knowledge import read_knowledge
    from peacediff.pinning import read_links

    inputs = [name for name in (old, new, links, *papers.names) if name is not None]
    streams.check_inputs(inputs)
    form = outputs.summarised(format_) if summary else format_
    wanted = _FORMS.wanted(form, output, inputs, look, topic)
    with Progress() as progress:
        progress.begins("reading")
        before, after = drafts.main_texts(old, new, how)
        sides = papers.beside((before, old), (after, new or old), how)
        pins = read_links(links) if links is not None else None
        known = read_knowledge(knowledge) if knowledge is not None else None
        comparison = pipeline.compare(*sides, known, links=pins, robust=robustness, begins=progress.begins)
    asked_for = (
        [change for name in topic or () for change in comparison.about(name)] if topic else comparison.changes
    )
    wanted.give(comparison)
    differs = any(change.fate != "unchanged" for change in asked_for)
    raise typer.Exit(int(exit_code and differs))


@app.command("outline", epilog="Example: peacediff outline plan.md --format json")
@grouped
def outline(
    file: Annotated[str, typer.Argument(metavar="FILE", help=f"The draft. {options.STDIN}")],
    *,
    format_: OutlineFormat = None,
    look: Look,
    how: Reading,
    _debug: options.Debug = False,
) -> None:
    """Show how a draft is understood: its points, provisions and what was set aside, with lines."""
    wanted = _OUTLINE_FORMS.wanted(format_, None, (file,), look)
    wanted.give(drafts.draft(file, how))


@app.command("schema", epilog="Example: peacediff schema findings > findings.schema.json")
def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="The kind of data: comparison, compare3, draft, points, findings or history."
        ),
    ],
    *,
    _debug: options.Debug = False,
) -> None:
    """Show the JSON Schema of the data that is written and read."""
    from peacediff import codec

    if name not in codec.SCHEMAS:
        raise unknown("schema", "schema", name, tuple(codec.SCHEMAS))
    streams.show(codec.schema(name))


app.command("history", epilog=f"{chains.EXAMPLES}\n{chains.STATUS}")(chains.chain)
app.command("compare3", epilog=compare3.EXAMPLES)(compare3.compare3)
app.command("check", epilog=f"{check.EXAMPLES}\n{check.STATUS}")(check.check)
app.command("accept", epilog=check.ACCEPT_EXAMPLES)(check.accept)
app.command("rules", epilog="Example: peacediff rules --rules my-rules")(telling.rules)
app.command("explain", epilog="Example: peacediff explain guarantee-dropped")(telling.explain)
app.command("config", epilog="Example: peacediff config plans/plan.md")(telling.config)
app.command("git", epilog="Example: peacediff git enable 'plans/*.md'")(git.git)
