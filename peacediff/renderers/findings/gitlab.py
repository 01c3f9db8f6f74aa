"""A page of findings as a code quality report of GitLab."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs

from peacediff.model import Severity
from peacediff.present.findings import FindingsPage, Hit
from peacediff.renderers import Style
from peacediff.renderers.findings.inert import data, inert

_Level = Literal["critical", "major", "info"]
_LEVELS: dict[Severity, _Level] = {"error": "critical", "warning": "major", "info": "info"}


@attrs.frozen
class _Lines:
    begin: int


@attrs.frozen
class _Location:
    path: str
    lines: _Lines


@attrs.frozen
class _Issue:
    description: str
    check_name: str
    fingerprint: str
    severity: _Level
    location: _Location


def render(page: FindingsPage, style: Style) -> str:  # noqa: ARG001 (every renderer is asked alike)
    """The findings that count as a JSON list; GitLab itself tells which are new."""
    return data([attrs.asdict(issue) for issue in _issues(page)])


def _issues(page: FindingsPage) -> Iterator[_Issue]:
    for hit in page.hits:
        yield _Issue(inert(hit.sentence), hit.rule, hit.fingerprint, _LEVELS[hit.severity], _location(hit))


def _location(hit: Hit) -> _Location:
    return _Location(hit.place.file.removeprefix("./"), _Lines(hit.place.line))
