"""The declared rules: one TOML file each in ``data/rules/``, and in a user's own folder of the same form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from peacediff import packaged, toml
from peacediff.codec.structure import Wrong, at, field_readers, read_record, shown
from peacediff.errors import Trouble, unknown
from peacediff.model import SEVERITIES, Example, Rule, Severity, When

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_SUFFIX = ".toml"
_REMEDY = "see `peacediff explain guarantee-dropped` for a rule and its keys"
_LISTS: Mapping[str, type] = {"fires": Example, "near_misses": Example}


@cache
def load_rules() -> tuple[Rule, ...]:
    """The packaged rules by id, read once."""
    return tuple(_rules(packaged.folder() / "rules"))


def read_rules(folder: str | Path) -> tuple[Rule, ...]:
    """The packaged rules with a folder of your own laid over them: the same id replaces a rule, a new one adds one.

    Raises `peacediff.Trouble` that names the file and the key which is wrong.
    """
    place = Path(folder)
    if not place.is_dir():
        raise Trouble(str(folder), "is no folder", "name a folder of rules, one TOML file each")
    laid = {rule.id: rule for rule in (*load_rules(), *_rules(place))}
    return tuple(laid[name] for name in sorted(laid))


def with_severities(rules: Sequence[Rule], severities: Mapping[str, str], source: str) -> tuple[Rule, ...]:
    """The rules with other severities, ``none`` leaving one out; raises `Trouble` of ``source`` for what is unknown."""
    known, words = [rule.id for rule in rules], (*SEVERITIES, "none")
    for name, severity in severities.items():
        if name not in known:
            raise unknown(source, "rule", name, known)
        if severity not in words:
            raise unknown(source, "severity", severity, words)
    return tuple(_with_severities(rules, severities))


def _with_severities(rules: Sequence[Rule], severities: Mapping[str, str]) -> Iterator[Rule]:
    named: dict[str, Severity] = {severity: severity for severity in SEVERITIES}
    for rule in rules:
        asked = severities.get(rule.id, rule.severity)
        if asked in named:
            yield attrs.evolve(rule, severity=named[asked])


def _rules(folder: Traversable) -> Iterator[Rule]:
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.startswith("."):
            continue
        if not file.is_file() or not file.name.endswith(_SUFFIX):
            raise Trouble(str(file), "is no rule", f"keep only {_SUFFIX} files in a folder of rules")
        yield _rule(file)


def _rule(file: Traversable) -> Rule:
    name = file.name.removesuffix(_SUFFIX)
    try:
        raw = toml.read(file, str(file))
        _check_known(raw, Rule, but=("id",))
        written = {**_defaults(Rule), **raw, "id": name, "when": at(".when", _when, raw.get("when"))}
        for key, kind in _LISTS.items():
            written[key] = [_filled(kind, entry) for entry in written[key]]
        return read_record(Rule, field_readers(Rule), written)
    except Wrong as wrong:
        raise Trouble(str(file), wrong.problem, _REMEDY, wrong.place) from None


def _when(raw: Any) -> dict[str, list[Any]]:  # noqa: ANN401
    """What is asked, each value in a list; a rule that asks nothing would fire on everything."""
    if not isinstance(raw, dict) or not raw:
        raise Wrong("must be a table that asks something")
    _check_known(raw, When)
    if [] in raw.values():
        raise Wrong("asks for one of none")
    listed = {key: value if isinstance(value, list) else [value] for key, value in raw.items()}
    return {**{field.name: [] for field in attrs.fields(When)}, **listed}


def _filled(kind: type, raw: Any) -> Any:  # noqa: ANN401
    """A table with the keys that may be left out."""
    if not isinstance(raw, dict):
        return raw
    return {**_defaults(kind), **raw}


def _defaults(kind: type) -> dict[str, Any]:
    found = {field.name: field.default for field in attrs.fields(kind) if field.default is not attrs.NOTHING}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()}


def _check_known(raw: Mapping[str, Any], kind: type, but: Sequence[str] = ()) -> None:
    known = [field.name for field in attrs.fields(kind) if field.name not in but]
    for key in raw:
        if key not in known:
            raise Wrong(f"the key {shown(key)} is unknown, known are {', '.join(known)}")
