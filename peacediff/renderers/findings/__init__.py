"""Renderers of findings: a page of findings to text, each loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peacediff.present.findings import FindingsPage
    from peacediff.renderers import Style

FindingsRenderer = Callable[["FindingsPage", "Style"], str]


def _from(module: str) -> FindingsRenderer:
    def render(page: FindingsPage, style: Style) -> str:
        found: FindingsRenderer = import_module(f"peacediff.renderers.findings.{module}").render
        return found(page, style)

    return render


FINDINGS_RENDERERS: Mapping[str, FindingsRenderer] = MappingProxyType(
    {
        "text": _from("text"),
        "oneline": _from("oneline"),
        "json": _from("json"),
        "markdown": _from("markdown"),
        "html": _from("html"),
        "csv": _from("csv"),
        "github": _from("github"),
        "sarif": _from("sarif"),
        "junit": _from("junit"),
        "gitlab": _from("gitlab"),
    }
)
"""The formats of findings."""

FINDINGS_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".json": "json",
        ".csv": "csv",
        ".sarif": "sarif",
        ".xml": "junit",
    }
)
"""The format that a file's suffix asks for."""
