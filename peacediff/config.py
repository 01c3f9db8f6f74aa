"""Settings of a project: ``[tool.peacediff]`` of pyproject.toml, or peacediff.toml, found upward from a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from peacediff import toml
from peacediff.errors import Trouble, unknown
from peacediff.model import WATCHED

_OWN, _SHARED = "peacediff.toml", "pyproject.toml"
_REMEDY = "see `peacediff config` for the keys and what they are"


@attrs.frozen
class Config:
    """What is set, and where: ``source`` is the file (empty where there is none), ``named`` the keys it gives.

    Paths are as they lead there from the working directory; empty where nothing is named. ``severity`` pairs rules
    with ``error``, ``warning``, ``info`` or ``none``.
    """

    source: str = ""
    named: tuple[str, ...] = ()
    watched: tuple[str, ...] = WATCHED
    severity: tuple[tuple[str, str], ...] = ()
    knowledge: str = ""
    rules: str = ""
    links: str = ""
    register: str = ""


KEYS = ("watched", "severity", "knowledge", "rules", "links", "register")
"""What may be set."""


def find_config(document: Path, here: Path) -> Config:
    """The settings that hold for a document: those of the nearest folder, from its own upward, that has any.

    Both paths are absolute; ``here`` is where paths are told from. Raises `Trouble` that names the file and the key
    which is wrong.
    """
    for folder in document.parents:
        found = [(file, table) for file, table in _tables(folder, here) if table is not None]
        if len(found) > 1:
            problem = f"stands beside a {_SHARED} with [tool.peacediff]"
            raise Trouble(found[0][0].shown, problem, "keep the settings in one of the two")
        for file, table in found:
            return _config(file, table)
    return Config()


@attrs.frozen
class _File:
    """A file of settings, and how paths from it are told."""

    path: Path
    here: Path

    @property
    def shown(self) -> str:
        return self.told(self.path)

    def told(self, path: Path) -> str:
        """A path as one would type it from here."""
        return (path.relative_to(self.here) if path.is_relative_to(self.here) else path).as_posix()


def _tables(folder: Path, here: Path) -> Iterator[tuple[_File, Mapping[str, Any] | None]]:
    """The settings in the two files that may hold any; None where a file holds none."""
    for file in (_File(folder / _OWN, here), _File(folder / _SHARED, here)):
        if file.path.is_file():
            raw = toml.read(file.path, file.shown)
            yield file, raw if file.path.name == _OWN else _section(raw, file)


def _section(raw: Mapping[str, Any], file: _File) -> Mapping[str, Any] | None:
    tools = raw.get("tool", {})
    section = tools.get("peacediff") if isinstance(tools, dict) else None
    if section is not None and not isinstance(section, dict):
        raise Trouble(file.shown, "must be a table", _REMEDY, "tool.peacediff")
    return section


def _config(file: _File, table: Mapping[str, Any]) -> Config:
    source = file.shown
    for key in table:
        if key not in KEYS:
            raise unknown(source, "key", key, KEYS)
    read = {key: _READERS[key](value, file, key) for key, value in table.items()}
    return Config(source, tuple(table), **read)


def _topics(value: Any, file: _File, key: str) -> tuple[str, ...]:  # noqa: ANN401
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Trouble(file.shown, "must be a list of topics", _REMEDY, key)
    return tuple(value)


def _severities(value: Any, file: _File, key: str) -> tuple[tuple[str, str], ...]:  # noqa: ANN401
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise Trouble(file.shown, "must be a table of rules and severities", _REMEDY, key)
    return tuple(value.items())


def _path(value: Any, file: _File, key: str) -> str:  # noqa: ANN401
    if not isinstance(value, str) or not value:
        raise Trouble(file.shown, "must be a path", _REMEDY, key)
    return file.told(file.path.parent / value)


_READERS: Mapping[str, Callable[[Any, _File, str], Any]] = {
    "watched": _topics,
    "severity": _severities,
    **dict.fromkeys(("knowledge", "rules", "links", "register"), _path),
}
