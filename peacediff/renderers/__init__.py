"""Renderers: a `Comparison` to text. What people read goes through a `Page`, what programs read does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from peacediff.model import Comparison, Draft


@attrs.frozen
class Style:
    """What the reader asks for: ``width`` in columns, whether ANSI colours are understood, and topics to show alone.

    What programs read is always whole.
    """

    width: int = 80
    color: bool = False
    topics: tuple[str, ...] = ()


Renderer = Callable[["Comparison", Style], str]


def _text(comparison: Comparison, style: Style) -> str:
    from peacediff.present import lay_out
    from peacediff.renderers.terminal import render

    return render(lay_out(comparison, style.topics), style)


def _markdown(comparison: Comparison, style: Style) -> str:
    from peacediff.present import lay_out
    from peacediff.renderers.markdown import render

    return render(lay_out(comparison, style.topics))


def _html(comparison: Comparison, style: Style) -> str:
    from peacediff.present import lay_out
    from peacediff.present.flow import flow
    from peacediff.renderers.html import render

    return render(lay_out(comparison, style.topics), flow(comparison))


def _svg(comparison: Comparison, style: Style) -> str:  # noqa: ARG001
    from peacediff.present.flow import flow
    from peacediff.renderers.picture import alone

    return alone(flow(comparison), f"{comparison.old.title} → {comparison.new.title}")


def _summary(comparison: Comparison, style: Style) -> str:
    from peacediff.present.paragraph import paragraph
    from peacediff.renderers.terminal import Block, paint
    from peacediff.renderers.wrapping import Piece

    return paint([Block((Piece(paragraph(comparison, style.topics)),))], style)


def _table(comparison: Comparison, style: Style) -> str:
    from peacediff.present.correspondence import correspondence
    from peacediff.renderers.table import text

    return text(correspondence(comparison), style)


def _table_markdown(comparison: Comparison, style: Style) -> str:  # noqa: ARG001
    from peacediff.present.correspondence import correspondence
    from peacediff.renderers.table import markdown

    return markdown(correspondence(comparison))


def _table_csv(comparison: Comparison, style: Style) -> str:  # noqa: ARG001
    from peacediff.present.correspondence import correspondence
    from peacediff.renderers.table import separated

    return separated(correspondence(comparison))


def _json(comparison: Comparison, style: Style) -> str:  # noqa: ARG001
    from peacediff.renderers.json import render

    return render(comparison)


def _outline(draft: Draft, style: Style) -> str:
    from peacediff.renderers.outline import render

    return render(draft, style)


def _draft_json(draft: Draft, style: Style) -> str:  # noqa: ARG001
    from peacediff.renderers.json import render_draft

    return render_draft(draft)


OUTLINES: Mapping[str, Callable[[Draft, Style], str]] = MappingProxyType(
    {"text": _outline, "json": _draft_json}
)
"""The formats of a draft."""

RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {"text": _text, "markdown": _markdown, "html": _html, "svg": _svg, "json": _json}
    | {"summary": _summary, "table": _table, "table-markdown": _table_markdown, "table-csv": _table_csv}
)
"""The formats, each loaded when it is asked for."""

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".svg": "svg",
        ".json": "json",
    }
)
"""The format that a file's suffix asks for."""
