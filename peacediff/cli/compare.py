"""The command ``compare``: two drafts."""

from __future__ import annotations

from typing import Annotated

import typer

from peacediff.cli import drafts, options, outputs, streams
from peacediff.cli.drafts import Papers, ReadOptions
from peacediff.cli.grouped import grouped
from peacediff.cli.progress import Progress
from peacediff.cli.results import Forms, Look
from peacediff.renderers import RENDERERS, SUFFIXES

EXAMPLES = """\b
Examples:
  peacediff old.md new.md
  peacediff old.md new.md --output report.html --output data.json
  peacediff --format markdown old.md new.md
  git show main:plan.md | peacediff - plan.md --exit-code
  peacediff old.md new.md --topic territory --topic security-guarantees
  peacediff old.md new.md --with side-paper.md --with annex.md
"""
_FORMS = Forms(RENDERERS, SUFFIXES)
Format = Annotated[str | None, options.choice(_FORMS.renderers)]
Output = Annotated[list[str] | None, options.files(_FORMS.suffixes)]
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
    how: ReadOptions,
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
