"""Renderers of three drafts: a `ThreeWay` to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from peacediff.renderers import Style

if TYPE_CHECKING:
    from peacediff.model import ThreeWay


def _text(found: ThreeWay, style: Style) -> str:
    from peacediff.present.answers import lay_out_answers
    from peacediff.renderers.answers.text import render

    return render(lay_out_answers(found, style.topics), style)


def _markdown(found: ThreeWay, style: Style) -> str:
    from peacediff.present.answers import lay_out_answers
    from peacediff.renderers.answers.markdown import render

    return render(lay_out_answers(found, style.topics))


def _html(found: ThreeWay, style: Style) -> str:
    from peacediff.present.answers import lay_out_answers
    from peacediff.renderers.answers.html import render

    return render(lay_out_answers(found, style.topics))


def _csv(found: ThreeWay, style: Style) -> str:
    from peacediff.present.answers import lay_out_answers
    from peacediff.renderers.answers.csv import render

    return render(lay_out_answers(found, style.topics))


def _json(found: ThreeWay, style: Style) -> str:  # noqa: ARG001 (what programs read is whole)
    from peacediff.renderers.json import written

    return written(found.to_dict())


ANSWER_RENDERERS: Mapping[str, Callable[[ThreeWay, Style], str]] = MappingProxyType(
    {"text": _text, "markdown": _markdown, "html": _html, "csv": _csv, "json": _json}
)
"""The formats, each loaded when it is asked for."""

ANSWER_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
    | {".csv": "csv", ".json": "json"}
)
"""The format that a file's suffix asks for."""
