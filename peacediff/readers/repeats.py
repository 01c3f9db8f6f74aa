"""Lists of plain text whose every item is written ``1.``: they count on all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import attrs

from peacediff.readers.entries import Entry
from peacediff.readers.labels import Label, Reading

_RANK = Reading("number", "1.", (1,), "1").rank


def counted_on(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, where labels that all say ``1.`` at one indentation are read as 1, 2, 3; what is printed stays."""
    values: dict[tuple[str, int], set[int]] = defaultdict(set)
    for entry in entries:
        if entry.label and _plain_number(entry):
            values[_style(entry.label), entry.block.indent].add(entry.label.readings[0].value[0])
    repeating = {key for key, found in values.items() if found == {1}}
    return _recounted(entries, repeating) if repeating else tuple(entries)


def _recounted(entries: Sequence[Entry], repeating: set[tuple[str, int]]) -> tuple[Entry, ...]:
    counted: dict[tuple[str, int], int] = {}
    found = []
    for entry in entries:
        label, indent = entry.label, entry.block.indent
        if entry.block.kind == "heading" or (label and label.readings[0].rank < _RANK):
            counted.clear()
        elif label:
            counted = {key: count for key, count in counted.items() if key[1] <= indent}
        if label and _plain_number(entry) and (key := (_style(label), indent)) in repeating:
            counted[key] = counted.get(key, 0) + 1
            found.append(attrs.evolve(entry, label=_with_value(label, counted[key])))
        else:
            found.append(entry)
    return tuple(found)


def _plain_number(entry: Entry) -> bool:
    """Whether a label is a number that no format has counted."""
    label = entry.label
    return label is not None and entry.block.marker is None and label.readings[0].kind == "number"


def _style(label: Label) -> str:
    return label.readings[0].style


def _with_value(label: Label, value: int) -> Label:
    return attrs.evolve(label, readings=(attrs.evolve(label.readings[0], value=(value,), key=str(value)),))
