"""A page of findings as SARIF 2.1.0, the OASIS format of static analysis results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal
from urllib.parse import quote

import attrs

from peacediff.model import Rule, Severity
from peacediff.present.findings import FindingsPage, Hit, Place
from peacediff.renderers import Style
from peacediff.renderers.findings.inert import data, inert
from peacediff.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_MARKS = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})

Level = Literal["error", "warning", "note"]
_LEVELS: Mapping[Severity, Level] = {"error": "error", "warning": "warning", "info": "note"}


@attrs.frozen
class Message:
    """Plain text."""

    text: str


@attrs.frozen
class Region:
    """A line, and its text where that is told."""

    start_line: int
    snippet: Message | None = None


@attrs.frozen
class ArtifactLocation:
    """A file."""

    uri: str


@attrs.frozen
class PhysicalLocation:
    """A line of a file."""

    artifact_location: ArtifactLocation
    region: Region


@attrs.frozen
class Location:
    """A place, and what is to be said of it."""

    physical_location: PhysicalLocation
    message: Message | None = None


@attrs.frozen
class Suppression:
    """A finding that was acknowledged outside of the text, in the register."""

    justification: str
    kind: Literal["external"] = "external"
    status: Literal["accepted"] = "accepted"


@attrs.frozen
class Result:
    """A finding. Without a register nothing is said of suppressions and of what is new."""

    rule_id: str
    rule_index: int
    level: Level
    message: Message
    locations: tuple[Location, ...]
    partial_fingerprints: Mapping[str, str]
    related_locations: tuple[Location, ...] | None = None
    suppressions: tuple[Suppression, ...] | None = None
    baseline_state: Literal["new", "unchanged"] | None = None


@attrs.frozen
class Configuration:
    """How severe a rule is."""

    level: Level


@attrs.frozen
class Descriptor:
    """A rule."""

    id: str
    name: str
    short_description: Message
    full_description: Message
    help: Message
    default_configuration: Configuration


@attrs.frozen
class Driver:
    """The program."""

    name: str
    version: str
    rules: tuple[Descriptor, ...]


@attrs.frozen
class Tool:
    """The program and nothing beside it."""

    driver: Driver


@attrs.frozen
class Notification:
    """What else must be known: what of the register is stale, what is not shown."""

    message: Message
    level: Literal["note"] = "note"


@attrs.frozen
class Invocation:
    """That the comparison was made."""

    tool_execution_notifications: tuple[Notification, ...]
    execution_successful: bool = True


@attrs.frozen
class Run:
    """One check."""

    tool: Tool
    invocations: tuple[Invocation, ...]
    results: tuple[Result, ...]
    column_kind: Literal["unicodeCodePoints"] = "unicodeCodePoints"


def render(page: FindingsPage, style: Style) -> str:  # noqa: ARG001 (every renderer is asked alike)
    """The findings as a log of one run."""
    driver = Driver("peacediff", __version__, tuple(map(_descriptor, page.rules)))
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [_plain(Run(Tool(driver), (_invocation(page),), _results(page)))],
    }
    return data(log)


def _invocation(page: FindingsPage) -> Invocation:
    said = filter(None, (page.left_out, *page.register))
    return Invocation(tuple(Notification(_message(sentence)) for sentence in said))


def _results(page: FindingsPage) -> tuple[Result, ...]:
    order = {rule.id: place for place, rule in enumerate(page.rules)}
    return (
        *(_result(hit, order, page, accepted=False) for hit in page.hits),
        *(_result(hit, order, page, accepted=True) for hit in page.accepted),
    )


def _result(hit: Hit, order: Mapping[str, int], page: FindingsPage, *, accepted: bool) -> Result:
    suppressions = (Suppression(inert(hit.reason)),) if accepted else ()
    return Result(
        hit.rule,
        order[hit.rule],
        _LEVELS[hit.severity],
        _message(hit.sentence),
        (_location(hit.place),),
        {"peacediff/v1": hit.fingerprint},
        related_locations=(_lost(hit, hit.was),) if hit.was else None,
        suppressions=suppressions if page.registered else None,
        baseline_state=("unchanged" if accepted else "new") if page.registered else None,
    )


def _lost(hit: Hit, was: Place) -> Location:
    return _location(was, Message(inert(hit.lost)), _message(f"the old draft: {hit.lost}"))


def _location(place: Place, snippet: Message | None = None, message: Message | None = None) -> Location:
    at = ArtifactLocation(quote(place.file.removeprefix("./"), errors="replace"))
    return Location(PhysicalLocation(at, Region(place.line, snippet)), message)


def _descriptor(rule: Rule) -> Descriptor:
    name = "".join(part.capitalize() for part in rule.id.split("-"))
    title, said, look = (_message(text) for text in (rule.title, rule.message, rule.help))
    return Descriptor(rule.id, name, title, said, look, Configuration(_LEVELS[rule.severity]))


def _message(text: str) -> Message:
    """A message in which brackets are no link and braces no placeholder (SARIF 3.11.5 and 3.11.6)."""
    return Message(inert(text).translate(_MARKS))


def _plain(value: Any) -> Any:  # noqa: ANN401
    """A value with the names of SARIF, without what is not said."""
    if attrs.has(type(value)):
        told = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)))
        return {_camel(name): _plain(inner) for name, inner in told if inner is not None}
    if isinstance(value, tuple):
        return _list(value)
    return dict(value) if isinstance(value, Mapping) else value


def _list(values: Iterable[Any]) -> list[Any]:
    return [_plain(value) for value in values]


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
