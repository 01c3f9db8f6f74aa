"""A letter that a scan shows in the place of the number 1: ``l.`` before ``2.`` opens a list of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

import attrs

from peacediff.readers.entries import Entry
from peacediff.readers.labels import Label, Reading
from peacediff.readers.lexicon import label_words

_Values = AbstractSet[tuple[str, int]]


def as_numbers(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, where a letter that looks like 1 and belongs to no list of letters is read as 1 before a 2."""
    if not any(entry.label and _token(entry.label) in label_words().like_one for entry in entries):
        return tuple(entries)
    labels = [entry.label for entry in entries if entry.label]
    counted = {(reading.style, reading.value[-1]) for label in labels for reading in label.readings}
    found = list(entries)
    labelled = [place for place, entry in enumerate(entries) if entry.label]
    for place, following in pairwise(labelled):
        reading = _one_before(entries[place], entries[following], counted)
        if reading and (label := entries[place].label):
            found[place] = attrs.evolve(entries[place], label=attrs.evolve(label, readings=(reading,)))
    return tuple(found)


def _token(label: Label) -> str:
    return "".join(filter(str.isalnum, label.text))


def _one_before(entry: Entry, following: Entry, counted: _Values) -> Reading | None:
    """The number 1 of the list that the next label goes on with, where the letter can be nothing else."""
    label, after = entry.label, following.label
    if not (label and after) or _token(label) not in label_words().like_one:
        return None
    if entry.block.indent != following.block.indent or after.readings[0].kind != "number":
        return None
    number = attrs.evolve(after.readings[0], value=(1,), key="1")
    is_letter = any((r.style, r.value[-1] + step) in counted for r in label.readings for step in (-1, 1))
    is_second = after.readings[0].value == (2,) and after.text == label.text.replace(_token(label), "2")
    return number if is_second and not is_letter and (number.style, 1) not in counted else None
