"""What a check is made with: options of the command line over the settings of the project over our own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from peacediff.cli import options
from peacediff.errors import Trouble

if TYPE_CHECKING:
    from peacediff.config import Config
    from peacediff.model import Register, Rule


@attrs.frozen
class Paths:
    """Paths that are named on the command line; None where one is not."""

    register: options.RegisterFile = None
    rules: options.Rules = None
    knowledge: options.Knowledge = None
    links: options.Links = None


def config_for(document: str) -> Config:
    """The settings that hold for a document, those of the working directory for standard input."""
    from peacediff.config import find_config

    try:
        here = Path.cwd()
    except FileNotFoundError as error:
        raise Trouble(".", "the working directory is gone", "change to one that is there") from error
    return find_config((here / ("-" if document == "-" else document)).resolve(), here)


def over(config: Config, given: Paths) -> Config:
    """The settings with what is named on the command line over them; raises `Trouble` where a name is empty."""
    named = {key: value for key, value in attrs.asdict(given).items() if value is not None}
    if empty := [key for key, value in named.items() if not value]:
        remedy = "name a file or folder, or leave it out (a variable of the pipeline may be empty)"
        raise Trouble(f"--{empty[0]}", "names nothing", remedy)
    return attrs.evolve(config, **named)


def files(document: str, given: Paths) -> tuple[str, ...]:
    """The files that a check reads beside the drafts, the register included even where there is none yet."""
    config = over(config_for(document), given)
    return tuple(filter(None, (config.links, str(register_path(config, document)))))


def rules_of(config: Config) -> tuple[Rule, ...]:
    """The rules, with the severities that are set."""
    from peacediff.knowledge.rules import load_rules, read_rules, with_severities

    rules = read_rules(config.rules) if config.rules else load_rules()
    return with_severities(rules, dict(config.severity), config.source)


def register_path(config: Config, document: str) -> Path:
    """The register that is set, or the one beside the document."""
    from peacediff.register import FILE

    beside = Path() if document == "-" else Path(document).parent
    return Path(config.register) if config.register else beside / FILE


def register_at(path: Path, *, named: bool) -> Register | None:
    """The register in a file; None where there is none beside the document. One that is named must be there."""
    from peacediff.register import read_register

    return read_register(path) if named or path.exists() else None


def today(given: str | None) -> date:
    """The day that is given, or the clock's."""
    if given is None:
        return date.today()  # noqa: DTZ011 (a day of the user's calendar)
    return asked_day(given, "--today")


def asked_day(given: str, option: str) -> date:
    """A day that an option names."""
    from peacediff.codec.structure import Wrong
    from peacediff.register import day

    try:
        return day(given)
    except Wrong as wrong:
        raise Trouble(option, wrong.problem, "give year, month and day") from None


def lines(config: Config, document: str) -> Iterator[str]:
    """The settings that hold for a document, one a line, each with where it comes from."""
    from peacediff.config import KEYS

    width = max(map(len, KEYS))
    for key in KEYS:
        set_ = register_path(config, document).as_posix() if key == "register" else getattr(config, key)
        value = _shown(set_) or "none"
        source = config.source if key in config.named else "default"
        yield f"{key.ljust(width)}  {value}  ({source})"


def _shown(value: str | Sequence[str] | Sequence[tuple[str, str]]) -> str:
    if isinstance(value, str):
        return value
    return ", ".join(item if isinstance(item, str) else " = ".join(item) for item in value)
