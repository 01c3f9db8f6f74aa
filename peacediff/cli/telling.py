"""The commands that only tell: ``schema``, and what a check is made with: ``rules``, ``explain``, ``config``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from peacediff.cli import options, settings, streams
from peacediff.cli.settings import Paths
from peacediff.errors import unknown

if TYPE_CHECKING:
    from peacediff.model import Rule

Document = Annotated[
    str, typer.Argument(metavar="[FILE]", help="The document; otherwise the working directory counts.")
]


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="The kind of data: comparison, compare3, draft, points, findings or history."
        ),
    ],
    *,
    _debug: options.Debug = False,
) -> None:
    """Show the JSON Schema of the data that is written and read."""
    from peacediff import codec

    if name not in codec.SCHEMAS:
        raise unknown("schema", "schema", name, tuple(codec.SCHEMAS))
    streams.show(codec.schema(name))


def rules(*, rules_: options.Rules = None, _debug: options.Debug = False) -> None:
    """List the rules that a check in this folder goes by: id, severity, title."""
    from peacediff.renderers.rules import listed

    streams.show(listed(_rules(rules_)))


def explain(name: options.RuleId, *, rules_: options.Rules = None, _debug: options.Debug = False) -> None:
    """Show a rule in full: what it asks, what to look at, its mirror, and examples."""
    from peacediff.renderers.rules import explained

    known = {rule.id: rule for rule in _rules(rules_)}
    if name not in known:
        raise unknown("explain", "rule", name, tuple(known))
    streams.show(explained(known[name], tuple(known.values())))


def config(document: Document = "-", *, _debug: options.Debug = False) -> None:
    """Show the settings that hold for a document, and where each comes from."""
    found = settings.config_for(document)
    settings.rules_of(found)
    streams.show("".join(f"{line}\n" for line in settings.lines(found, document)))


def _rules(folder: str | None) -> tuple[Rule, ...]:
    return settings.rules_of(settings.over(settings.config_for("-"), Paths(rules=folder)))
