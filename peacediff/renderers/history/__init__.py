"""Renderers of a `History`, each loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from peacediff.renderers import Style

if TYPE_CHECKING:
    from peacediff.model import History

HistoryRenderer = Callable[["History", Style], str]


def _text(history: History, style: Style) -> str:
    from peacediff.present.lives import lay_out_history
    from peacediff.renderers.history.text import render

    return render(lay_out_history(history, style.topics), style)


def _markdown(history: History, style: Style) -> str:
    from peacediff.present.lives import lay_out_history
    from peacediff.renderers.history.markdown import render

    return render(lay_out_history(history, style.topics))


def _html(history: History, style: Style) -> str:
    from peacediff.present.lives import lay_out_history
    from peacediff.renderers.history.html import render

    return render(lay_out_history(history, style.topics))


def _svg(history: History, style: Style) -> str:
    from peacediff.present.lives import lay_out_history
    from peacediff.renderers.history.picture import alone

    return alone(lay_out_history(history, style.topics))


def _json(history: History, style: Style) -> str:  # noqa: ARG001
    from peacediff.renderers.json import render_history

    return render_history(history)


def _csv(history: History, style: Style) -> str:  # noqa: ARG001
    from peacediff.renderers.history.csv import render

    return render(history)


HISTORY_RENDERERS: Mapping[str, HistoryRenderer] = MappingProxyType(
    {"text": _text, "markdown": _markdown, "html": _html, "svg": _svg, "json": _json, "csv": _csv}
)
"""The formats of a history."""

HISTORY_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
    | {".svg": "svg", ".json": "json", ".csv": "csv"}
)
"""The format that a file's suffix asks for."""
