"""Which term of one side answers which of the other: what says the same, then what is alike in what surrounds it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Protocol, TypeVar

from peacediff.aspects.quoting import bracketed
from peacediff.aspects.reading import Reading
from peacediff.model import Aspect, Direction, Shift, Span

_REACH = 6
"""So many words of content on each side are the company of a term."""
_WINDOW = 24
"""A term is held against so many of the other side before and after its own place: cost stays linear."""


class Placed(Protocol):
    """A term at the words from index ``first`` up to, not including, ``end``."""

    @property
    def first(self) -> int:
        """The index of its first word."""

    @property
    def end(self) -> int:
        """The index after its last word."""


_Term = TypeVar("_Term", bound=Placed)
Likeness = Callable[[_Term, _Term], float]


def without_equals(
    old: Sequence[_Term], new: Sequence[_Term], says: Callable[[_Term], Hashable]
) -> tuple[list[_Term], list[_Term]]:
    """The terms of each side that nothing on the other side says as often."""
    return _beyond(old, Counter(map(says, new)), says), _beyond(new, Counter(map(says, old)), says)


def _beyond(
    terms: Sequence[_Term], there: Counter[Hashable], says: Callable[[_Term], Hashable]
) -> list[_Term]:
    rest, found = there.copy(), []
    for term in terms:
        if rest[says(term)]:
            rest[says(term)] -= 1
        else:
            found.append(term)
    return found


def unsaid(
    pairs: Iterable[tuple[_Term | None, _Term | None]],
    sides: tuple[Sequence[_Term], Sequence[_Term]],
    says: Callable[[_Term], Hashable],
) -> Iterator[tuple[_Term | None, _Term | None]]:
    """The pairs without lone terms that the other side says, too: what is said once for two has not gone."""
    old, new = (set(map(says, terms)) for terms in sides)
    for before, after in pairs:
        lone_and_said = (before is None and after and says(after) in old) or (
            after is None and before and says(before) in new
        )
        if not lone_and_said:
            yield before, after


def paired(
    old: Sequence[_Term], new: Sequence[_Term], likeness: Likeness[_Term]
) -> Iterator[tuple[_Term | None, _Term | None]]:
    """The likeliest pairs first come, then what is left on either side; a likeness of 0 makes no pair.

    Between equals the nearer in order are taken, so that the sides can change places.
    """
    candidates = [
        (-round(score, 6), abs(i - j), i + j, i, j)
        for i, before in enumerate(old)
        for j in range(max(i - _WINDOW, 0), min(i + _WINDOW + 1, len(new)))
        if (score := likeness(before, new[j])) > 0
    ]
    taken: dict[int, int] = {}
    used: set[int] = set()
    for *_, i, j in sorted(candidates):
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    yield from ((before, new[taken[i]] if i in taken else None) for i, before in enumerate(old))
    yield from ((None, after) for j, after in enumerate(new) if j not in used)


Sides = tuple[Reading, Reading]
"""The old one and the new one."""
Place = tuple[Span | None, Span | None]
"""Where words stand on both sides, by index: the first one and one after the last; None where nothing answers."""


def side_by_side(pairs: Iterable[tuple[_Term | None, _Term | None]], sides: Sides) -> Iterator[Place]:
    """The places of pairs in the order of the text, those that adjoin on both sides as one.

    So ``paragraph 5 of resolution 1807`` is one place, and so is a list.
    """
    places = sorted((tuple(map(_place, pair)) for pair in pairs), key=_order)
    groups: list[list[Place]] = []
    for place in places:
        if groups and all(map(_adjoin, groups[-1][-1], place, sides)):
            groups[-1].append(place)  # type: ignore[arg-type]
        else:
            groups.append([place])  # type: ignore[list-item]
    for group in groups:
        yield _around(one for one, _ in group), _around(one for _, one in group)


def _place(term: Placed | None) -> Span | None:
    return (term.first, term.end) if term else None


def _order(place: tuple[Span | None, ...]) -> tuple[Span, Span]:
    before, after = place
    return before or after or (0, 0), after or (0, 0)


def _adjoin(last: Span | None, one: Span | None, reading: Reading) -> bool:
    if last is None or one is None:
        return last is one
    between = reading.keys[last[1] : one[0]]
    return last[1] <= one[0] and len(between) <= 2 and set(between) <= reading.knowledge.function_words  # noqa: PLR2004


def _around(spans: Iterable[Span | None]) -> Span | None:
    known = [span for span in spans if span]
    return (known[0][0], known[-1][1]) if known else None


class Company:
    """How alike the surroundings of two terms are: the stems of content near them, nearer ones more."""

    def __init__(self, old: Reading, new: Reading) -> None:
        self._old, self._new = _Surroundings(old), _Surroundings(new)

    def likeness(self, before: Placed, after: Placed) -> float:
        """From 0 (nothing in common) to 1 (the same words on both hands)."""
        left, right = self._old.of(before), self._new.of(after)
        shared = sum(min(weight, right[stem]) for stem, weight in left.items() if stem in right)
        return 2 * shared / ((sum(left.values()) + sum(right.values())) or 1)


class _Surroundings:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        ties = reading.knowledge.function_words
        self._content = [at for at, key in enumerate(reading.keys) if key not in ties]
        self._known: dict[tuple[int, int], dict[tuple[str, str], float]] = {}

    def of(self, term: Placed) -> dict[tuple[str, str], float]:
        """Each stem near the term with its weight, on its hand and (half as much) on either."""
        place = (term.first, term.end)
        if place not in self._known:
            self._known[place] = self._weights(*place)
        return self._known[place]

    def _weights(self, first: int, end: int) -> dict[tuple[str, str], float]:
        from bisect import bisect_left

        found: dict[tuple[str, str], float] = defaultdict(float)
        left, right = bisect_left(self._content, first), bisect_left(self._content, end)
        before = self._content[max(left - _REACH, 0) : left][::-1]
        for hand, near in (("left", before), ("right", self._content[right : right + _REACH])):
            for distance, at in enumerate(near):
                weight, stem = 1 / (1 + distance), self._reading.stems[at]
                found[hand, stem] += weight
                found["either", stem] += weight / 2
        return found


def shift(aspect: Aspect, direction: Direction, sides: Sides, place: Place, difference: str = "") -> Shift:
    """The shift that shows the words at a place of both sides."""
    (old, new), (before, after) = sides, place
    before_span, after_span = _quoted(old, before), _quoted(new, after)
    return Shift(
        aspect,
        direction,
        old.text[slice(*before_span)] if before_span else "",
        new.text[slice(*after_span)] if after_span else "",
        before_span,
        after_span,
        difference,
    )


def _quoted(reading: Reading, place: Span | None) -> Span | None:
    return bracketed(reading, *place) if place else None


def in_order(told: Iterable[Shift]) -> list[Shift]:
    """In the order of the old text; what only came is told where it stands in the new one."""
    return sorted(told, key=lambda one: (one.before_span or one.after_span, one.after_span or (0, 0)))


def per_cent(before: Fraction, after: Fraction) -> str:
    """How far a value went, of the old one; empty where there is none to count from."""
    if not before or before == after:
        return ""
    change = 100 * (after - before) / abs(before)
    return f"{round(change):+d} %" if abs(change) >= 1 else f"{float(change):+.2g} %"
