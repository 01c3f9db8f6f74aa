"""Renderers: a `Comparison` to text. What people read goes through a `Page`, what programs read does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from peacediff.model import Comparison


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


def _json(comparison: Comparison, style: Style) -> str:  # noqa: ARG001
    from peacediff.renderers.json import render

    return render(comparison)


RENDERERS: Mapping[str, Renderer] = MappingProxyType({"text": _text, "markdown": _markdown, "json": _json})
"""The formats, each loaded when it is asked for."""

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {".txt": "text", ".md": "markdown", ".markdown": "markdown", ".json": "json"}
)
"""The format that a file's suffix asks for."""
