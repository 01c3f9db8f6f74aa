"""Findings as a report page: what became of everything, with what was found beside the changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peacediff.present import lay_out
from peacediff.present.findings import FindingsPage
from peacediff.present.flow import flow
from peacediff.renderers import html
from peacediff.renderers.findings.inert import COMMAND

if TYPE_CHECKING:
    from peacediff.renderers import Style


def render(page: FindingsPage, style: Style) -> str:  # noqa: ARG001 (the shape of all renderers)
    """The page as HTML; the log of a pipeline finds no command in it."""
    return COMMAND.sub("#&#35;", html.render(lay_out(page.comparison), flow(page.comparison), page))
