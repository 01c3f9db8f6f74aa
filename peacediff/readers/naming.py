"""The ids of points: ``21.b``, ``2.-1``, ``annex-1/3``, ``security-guarantees``."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence

import attrs

from peacediff.readers.frames import ROOT
from peacediff.readers.labels import Reading
from peacediff.readers.nesting import Branch
from peacediff.readers.scopes import scope_of

_SLUG_WORDS, _SLUG_LENGTH = 6, 60


def name_branches(branches: Sequence[Branch]) -> tuple[str, ...]:
    """A unique id for each branch, in their order."""
    namer = _Namer(branches)
    for index in range(len(branches)):
        namer.name(index)
    return tuple(namer.ids)


def slug(words: str) -> str:
    """The first six words of a heading, folded and joined by ``-``."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", words[:500]).casefold())
    plain = "".join(c for c in folded if not unicodedata.category(c).startswith("M"))
    return "-".join(re.findall(r"\w+", plain)[:_SLUG_WORDS])[:_SLUG_LENGTH].strip("-") or "heading"


@attrs.define
class _Namer:
    """Names branches one after the other; each has a prefix for the points of its scope, and one for those below it."""

    branches: Sequence[Branch]
    ids: list[str] = attrs.field(factory=list, init=False)
    _scopes: list[str] = attrs.field(factory=list, init=False)
    _prefixes: list[str] = attrs.field(factory=list, init=False)
    _used: set[str] = attrs.field(factory=set, init=False)
    _repeats: Counter[str] = attrs.field(factory=Counter, init=False)
    _bullets: Counter[str] = attrs.field(factory=Counter, init=False)
    _counted: dict[tuple[str, str], tuple[int, ...]] = attrs.field(factory=dict, init=False)
    _below: dict[int, list[int]] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._below = defaultdict(list)
        for index, branch in enumerate(self.branches):
            self._below[branch.parent].append(index)

    def name(self, index: int) -> None:
        branch = self.branches[index]
        above = branch.parent
        scope = self._scopes[above] if above != ROOT else ""
        prefix = self._prefixes[above] if above != ROOT else ""
        if branch.kind == "point":
            self._name_point(branch, scope, prefix)
        else:
            self._name_heading(index, branch, scope, prefix)

    def _name_point(self, branch: Branch, scope: str, prefix: str) -> None:
        reading = branch.reading
        assert reading is not None  # noqa: S101 (a point is a branch with a label)
        if reading.kind == "bullet":
            holder = self._bullet_holder(branch, prefix)
            self._bullets[holder] += 1
            wanted = f"{holder}-{self._bullets[holder]}"
        elif reading.kind == "levels":
            wanted = scope + reading.key
        else:
            wanted = prefix + reading.key
        if prefix == scope:
            self._counted[scope, reading.style] = reading.value
        own = self._unique(wanted)
        self._keep(own, scope, f"{own}.")

    def _bullet_holder(self, branch: Branch, prefix: str) -> str:
        above = self.branches[branch.parent] if branch.parent != ROOT else None
        return f"{self.ids[branch.parent]}." if above and above.kind == "heading" else prefix

    def _name_heading(self, index: int, branch: Branch, scope: str, prefix: str) -> None:
        found = scope_of(branch.heading)
        wanted = slug(branch.heading) if branch.kind == "heading" else branch.kind
        if found and found[0].restarts:
            wanted = found[0].name
        if found and found[1]:
            wanted = f"{found[0].name}-{found[1]}".replace(".", "-")  # a dot parts a point from what it holds
        own = self._unique(scope + wanted)
        if (found and found[0].restarts) or (prefix == scope and self._restarts(index, scope)):
            scope = prefix = f"{own}/"
        self._keep(own, scope, prefix)

    def _restarts(self, index: int, scope: str) -> bool:
        """Whether the first numbered point under a heading does not count on from those before the heading."""
        first = self._first_numbered(index)
        last = self._counted.get((scope, first.style)) if first else None
        return bool(first and last and first.value <= last)

    def _first_numbered(self, index: int) -> Reading | None:
        waiting = [index]
        while waiting:
            for below in self._below[waiting.pop()]:
                reading = self.branches[below].reading
                if reading and reading.kind != "bullet":
                    return reading
                if self.branches[below].kind == "heading":
                    waiting.append(below)
        return None

    def _unique(self, wanted: str) -> str:
        candidate = wanted
        while candidate in self._used:
            self._repeats[wanted] += 1
            candidate = f"{wanted}~{self._repeats[wanted] + 1}"
        self._used.add(candidate)
        return candidate

    def _keep(self, own: str, scope: str, prefix: str) -> None:
        self.ids.append(own)
        self._scopes.append(scope)
        self._prefixes.append(prefix)
