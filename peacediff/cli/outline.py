"""The command ``outline``: how one draft is understood."""

from __future__ import annotations

from typing import Annotated

import typer

from peacediff.cli import drafts, options
from peacediff.cli.drafts import ReadOptions
from peacediff.cli.grouped import grouped
from peacediff.cli.results import Forms, Look
from peacediff.renderers import OUTLINES

_FORMS = Forms(OUTLINES, {})
Format = Annotated[str | None, options.choice(_FORMS.renderers)]


@grouped
def outline(
    file: Annotated[str, typer.Argument(metavar="FILE", help=f"The draft. {options.STDIN}")],
    *,
    format_: Format = None,
    look: Look,
    how: ReadOptions,
    _debug: options.Debug = False,
) -> None:
    """Show how a draft is understood: its points, provisions and what was set aside, with lines."""
    wanted = _FORMS.wanted(format_, None, (file,), look)
    wanted.give(drafts.draft(file, how))
