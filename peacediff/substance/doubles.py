"""Doubles: words between which a translator chooses, alone or several together, found in the words of a text."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import attrs

from peacediff.knowledge import Knowledge
from peacediff.knowledge.groups import Form, Groups, is_english
from peacediff.text.stems import stems


class Unit(NamedTuple):
    """A word, or the words of a double: its stem, its groups, and the indices of its words.

    A ``light`` one may explain others and is never missed itself.
    """

    stem: str
    first: int
    end: int
    light: bool
    held: tuple[str, ...]
    """The stems that carry substance."""
    groups: frozenset[int] = frozenset()
    alone: tuple[Form, ...] = ()
    """Its words where they are doubles by themselves."""

    def spared(self, here: Container[str]) -> Iterator[frozenset[int]]:
        """Its groups, and those of its words that do not stand here as well."""
        yield self.groups
        yield from (form.groups for form in self.alone if form.stems[0] not in here)


def units(read: Sequence[Unit], found: tuple[str, ...], doubles: Doubles) -> Iterator[Unit]:
    """The words, those of a double taken together; it stands in the groups of its words as well."""
    end = 0
    for at in range(len(found)):
        if at < end:
            continue
        form = doubles.groups.at(found, at)
        end = at + len(form.stems) if form else at + 1
        if form and doubles.is_light(form) and _is_cut(read, range(at + 1, end), found, doubles):
            form, end = None, at + 1
        yield _together(form, read[at:end], doubles) if form else read[at]


def _is_cut(read: Sequence[Unit], rest: range, found: tuple[str, ...], doubles: Doubles) -> bool:
    """Whether one that carries substance begins in the rest of a light double: "be made" and "made known"."""
    for at in rest:
        form = None if read[at].light else doubles.groups.at(found, at)
        if form and not doubles.is_light(form) and at + len(form.stems) > rest.stop:
            return True
    return False


def _together(form: Form, taken: Sequence[Unit], doubles: Doubles) -> Unit:
    own, is_light = form.groups - {doubles.light}, doubles.is_light(form)
    if len(taken) == 1:
        stem, first, end, light, *_ = taken[0]
        return Unit(stem, first, end, light or is_light, () if light else (stem,), own)
    telling = tuple(unit.stem for unit in taken if not unit.light)
    alone = tuple(one for unit in taken if not unit.light and (one := doubles.groups.alone(unit.stem)))
    return Unit(
        " ".join(form.stems),
        taken[0].first,
        taken[-1].end,
        is_light or not telling,
        telling,
        own,
        alone,
    )


@attrs.frozen(eq=False)
class Doubles:
    """The doubles in their groups, of which one, numbered ``light``, is no group: light words come and go."""

    groups: Groups
    light: int
    weak: frozenset[str]
    particles: frozenset[str]

    def is_light(self, form: Form) -> bool:
        """Whether a double is light enough to come and go."""
        return self.light in form.groups


@cache
def doubles_of(knowledge: Knowledge, language: str) -> Doubles:
    """The doubles as a text in a language is read by them."""
    doubles = knowledge.doubles
    irregular = doubles.irregular if is_english(language) else {}
    groups = Groups.of((*doubles.groups, doubles.light), knowledge, language, irregular)
    particles = frozenset(stems(knowledge.grammar.particles, "")) if irregular else frozenset()
    return Doubles(groups, len(doubles.groups), knowledge.weak, particles)
