"""The register: a TOML file in which a team acknowledges findings, each with a reason."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from textwrap import shorten
from typing import Any

import attrs

from peacediff.codec.structure import Wrong, at, check_keys, field_readers, read_list, read_record
from peacediff.errors import Trouble
from peacediff.model import Acceptance, Finding, Register
from peacediff.readers.decoding import bytes_of, decode
from peacediff.toml import parsed

FILE = "peacediff-register.toml"
"""What a register beside the documents is called, unless another is named."""

_REMEDY = 'write [[accepted]], and below it fingerprint = "v1-…" and reason = "…"'
_HEAD = "# Findings of `peacediff check` that were acknowledged. Delete an entry to take it back.\n"
_QUOTED = 160
_ENTRY = re.compile(r"(?:^#.*\n)*^\[\[accepted\]\]", re.MULTILINE)
"""The head of an entry, with the comments right above it."""


def read_register(path: str | Path) -> Register:
    """The acceptances in a TOML file; raises `peacediff.Trouble` naming the file and the entry that is wrong."""
    name = Path(path).as_posix()
    return register_of(decode(bytes_of(path), name).text, name)


def register_of(text: str, name: str) -> Register:
    """The acceptances in TOML text; ``name`` is what trouble is told of."""
    try:
        raw = {"accepted": [], **parsed(text, name, _REMEDY)}
        check_keys(("accepted",), raw)
        entries = at(".accepted", lambda listed: read_list(_acceptance, listed), raw["accepted"])
        _check_once(entries)
    except Wrong as wrong:
        raise Trouble(name, wrong.problem, _REMEDY, wrong.place) from None
    return Register(name, entries)


def acceptance(finding: Finding, reason: str, until: str = "") -> Acceptance:
    """The acceptance of a finding, with the words it rests on for those who read the file."""
    change = finding.change
    said = (shorten(text, _QUOTED, placeholder=" …") for text in (change.before, change.after))
    return Acceptance(finding.fingerprint, reason, until, finding.rule, *said)


def with_entries(text: str, entries: Sequence[Acceptance]) -> str:
    """The text of a register with further entries, each before the first with a greater fingerprint.

    What stands there stays as it is. Two people who each add an entry seldom add it at one place, as they would at
    the end, so git can merge what they did.
    """
    begun = text or _HEAD
    stands = register_of(begun, FILE).acceptances
    laid = _laid_into(begun, stands, sorted(entries, key=lambda entry: entry.fingerprint))
    sound = _entries_of(laid) == {
        *stands,
        *entries,
    }  # a string of the file can look like the head of an entry
    return laid if sound else _behind(begun, entries)


def _laid_into(text: str, stands: Sequence[Acceptance], entries: Sequence[Acceptance]) -> str:
    heads = [found.start() for found in _ENTRY.finditer(text)]
    last: list[Acceptance] = []
    for entry in reversed(entries):
        places = zip(heads, stands, strict=False)
        at = next((at for at, other in places if other.fingerprint > entry.fingerprint), None)
        if at is None:
            last.insert(0, entry)
        else:
            text = f"{text[:at]}{_written(entry)}\n{text[at:]}"
    return _behind(text, last)


def _behind(text: str, entries: Sequence[Acceptance]) -> str:
    ended = text if text.endswith("\n") or not entries else f"{text}\n"
    return ended + "".join(f"\n{_written(entry)}" for entry in entries)


def _entries_of(text: str) -> set[Acceptance]:
    try:
        return set(register_of(text, FILE).acceptances)
    except Trouble:
        return set()


def _written(entry: Acceptance) -> str:
    said = {field.name: getattr(entry, field.name) for field in attrs.fields(Acceptance)}
    lines = [f"{name} = {_string(value)}\n" for name, value in said.items() if value]
    return "".join(["[[accepted]]\n", *lines])


def _string(text: str) -> str:
    """A TOML string: that of JSON, but for what TOML wants escaped too and what no file in UTF-8 can hold."""
    sound = text.encode("utf-8", "replace").decode()
    return json.dumps(sound, ensure_ascii=False).replace("\x7f", "\\u007f")


def _acceptance(raw: Any) -> Acceptance:  # noqa: ANN401
    if not isinstance(raw, dict):
        raise Wrong("must be a table")
    defaults = {f.name: f.default for f in attrs.fields(Acceptance) if f.default is not attrs.NOTHING}
    entry: Acceptance = read_record(Acceptance, field_readers(Acceptance), {**defaults, **_dated(raw)})
    for key in ("fingerprint", "reason"):
        if not getattr(entry, key).strip():
            raise Wrong("says nothing", f".{key}")
    if entry.until:
        at(".until", day, entry.until)
    return entry


def _dated(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The entry, with a date that is written as TOML's own as a string."""
    until = raw.get("until")
    own = isinstance(until, date) and not isinstance(until, datetime)
    return {**raw, "until": until.isoformat()} if own and until else dict(raw)


def day(text: str) -> date:
    """A day such as ``2026-12-31``; raises `Wrong`."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise Wrong(f"must be a day such as 2026-12-31, not {text!r}")
    return found


def _check_once(entries: Sequence[Acceptance]) -> None:
    for number, name in _repeated(entries):
        raise Wrong(f"accepts {name} a second time", f".accepted[{number}]")


def _repeated(entries: Sequence[Acceptance]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        if entry.fingerprint in seen:
            yield number, entry.fingerprint
        seen.add(entry.fingerprint)
