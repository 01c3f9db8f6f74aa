"""Folding: every variant in a sequence of word keys becomes its canonical form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from peacediff.text.words import keys

Keys = tuple[str, ...]
"""The word keys (`peacediff.text.words.keys`) of a phrase or a text."""
Fold = Mapping[str, tuple[tuple[Keys, Keys], ...]]
"""By the first key of a form: the forms that begin with it, the longest first, each with its canonical keys."""
_TENS = range(20, 100, 10)
_PLAIN_NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,9})?")


@lru_cache(maxsize=1 << 13)
def form_keys(form: str) -> Keys:
    """The word keys of a form: what `keys` says, without its work where the form is plain English words."""
    plain = form.replace("-", " ")
    if plain.isascii() and plain.replace(" ", "").isalpha():
        return tuple(plain.lower().split())
    return tuple(keys(form))


def fold_of(groups: Iterable[Sequence[str]], spelled: Fold | None = None) -> Fold:
    """The fold of groups of forms, the first of each canonical; ``spelled`` is applied to all forms beforehand."""
    fold: dict[str, list[tuple[Keys, Keys]]] = {}
    for group in groups:
        canonical, *others = (substitute(form_keys(form), spelled or {}) for form in group)
        for form in others:
            fold.setdefault(form[0], []).append((form, canonical))
        # A canonical form of several words stands too, so that no shorter form is found inside it.
        if len(canonical) > 1:
            fold.setdefault(canonical[0], []).append((canonical, canonical))
    return {first: tuple(sorted(forms, key=_longest_first)) for first, forms in fold.items()}


def substitute(read: Sequence[str], fold: Fold) -> Keys:
    """The keys with every form of the fold in its canonical form: leftmost first, then longest."""
    if fold.keys().isdisjoint(read):
        return tuple(read)
    return replaced(read, substitutions(read, fold))


Replacement = tuple[int, int, Keys]
"""The first and the end of the keys that are replaced, and what stands in their stead."""


def replaced(read: Sequence[str], replacements: Iterable[Replacement]) -> Keys:
    """The keys with some of them replaced."""
    found: list[str] = []
    at = 0
    for first, end, become in replacements:
        found += read[at:first]
        found += become
        at = end
    found += read[at:]
    return tuple(found)


def substitutions(read: Sequence[str], fold: Fold) -> Iterator[Replacement]:
    """Where forms of the fold stand, and their canonical ones."""
    end = 0
    for at, key in enumerate(read):
        if key in fold and at >= end:
            for form, canonical in fold[key]:
                if len(form) == 1 or tuple(read[at : at + len(form)]) == form:
                    end = at + len(form)
                    yield at, end, canonical
                    break


def _longest_first(pair: tuple[Keys, Keys]) -> tuple[int, Keys]:
    return -len(pair[0]), pair[0]


def multiplied(read: Sequence[str], multipliers: Mapping[str, int]) -> Sequence[str]:
    """The keys with a number and what multiplies it as one: ``600 thousand`` is ``600000``."""
    if multipliers.keys().isdisjoint(read):
        return read
    return replaced(read, multiplications(read, multipliers))


def multiplications(read: Sequence[str], multipliers: Mapping[str, int]) -> Iterator[Replacement]:
    """Where a number and what multiplies it stand, and what they make."""
    at = 0
    while at < len(read):
        start, written = at, read[at]
        at += 1
        while at < len(read) and read[at] in multipliers and _PLAIN_NUMBER.fullmatch(written):
            written = _written(Decimal(written) * multipliers[read[at]])
            at += 1
        if at > start + 1:
            yield start, at, (written,)


def figures(read: Sequence[str], numbers: Mapping[str, int]) -> Iterator[Replacement]:
    """Where number words stand, and their figures: ``twenty five`` is ``25``."""
    end = 0
    for at, key in enumerate(read):
        if key in numbers and at >= end:
            ones = numbers.get(read[at + 1], 0) if at + 1 < len(read) else 0
            both = numbers[key] in _TENS and 0 < ones < _TENS.step
            end = at + 2 if both else at + 1
            yield at, end, (str(numbers[key] + ones if both else numbers[key]),)


Placed = tuple[str, tuple[int, int]]
"""A key, and the first word and the end of the words of the text that it stands for."""


Stage = tuple[KeysView[str], Callable[[Sequence[str]], Iterator[Replacement]]]
"""The keys of which one must be there for anything to be replaced, and what replaces, such as `substitutions`."""


def placed(read: Sequence[str], stages: Iterable[Stage]) -> list[Placed]:
    """The keys after some stages, each with the words that it stands for."""
    found: list[Placed] = [(key, (place, place + 1)) for place, key in enumerate(read)]
    now = read
    for needed, stage in stages:
        if not needed.isdisjoint(now):
            found = list(_replaced(found, stage(now)))
            now = [key for key, _ in found]
    return found


def _replaced(found: Sequence[Placed], replacements: Iterable[Replacement]) -> Iterator[Placed]:
    at = 0
    for first, end, become in replacements:
        yield from found[at:first]
        span = found[first][1][0], found[end - 1][1][1]
        yield from [(key, span) for key in become]
        at = end
    yield from found[at:]


def _written(value: Decimal) -> str:
    return str(int(value)) if value == int(value) else str(value.normalize())
