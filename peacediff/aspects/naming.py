"""Which names come, go, or stand in another's stead between two texts, whether places or parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import attrs

from peacediff.aspects.asked import asked
from peacediff.aspects.bodies import spelled_out
from peacediff.aspects.names import ANYONE, COUNTRY, MANY, Group, Named, groups
from peacediff.aspects.reading import Reading
from peacediff.model import Span
from peacediff.text.kept import Pair, kept

_REACH = 12
"""Words between two names that can have changed their roles."""
_NAME = "\0"
"""Stands for any list of names where the words of two texts are laid side by side."""


@attrs.frozen
class Difference:
    """A name of the old text and one of the new that stands in its stead; None where nothing does."""

    old: Named | None
    new: Named | None

    @property
    def place(self) -> tuple[int, int]:
        """A key to sort by, the same when the sides change places."""
        firsts = [name.first for name in (self.old, self.new) if name]
        return min(firsts), max(firsts)


@attrs.frozen
class Swap:
    """Names that changed places (``if A attacks B``, ``if B attacks A``): word indices on both sides."""

    name: Named
    old: Span
    new: Span


@attrs.frozen
class Compared:
    """The names of both sides, what differs between them and what was swapped."""

    old: tuple[Named, ...]
    new: tuple[Named, ...]
    differences: tuple[Difference, ...]
    swaps: tuple[Swap, ...]

    def turned(self) -> Compared:
        """The same with the sides changed."""
        return Compared(
            self.new,
            self.old,
            tuple(Difference(d.new, d.old) for d in self.differences),
            tuple(Swap(s.name, s.new, s.old) for s in self.swaps),
        )


def compared(old: Reading, new: Reading) -> Compared:
    """The names of two texts against each other; mirrors when they change places."""
    if new.keys < old.keys:
        return compared(new, old).turned()
    here, there = _Side.of(old), _Side.of(new)
    lists = list(_side_by_side(here, there))
    found = _Differences(here, there)
    found.spell_out(here, there)
    found.spell_out(there, here)
    for pair in lists:
        if pair.near:
            found.meet(pair)
    swaps = tuple(_swaps(here, there, lists))
    if not swaps:
        found.address()
    found.refer()
    found.part()
    return Compared(
        here.names,
        there.names,
        tuple(sorted(found.told, key=lambda d: d.place)),
        swaps,
    )


@attrs.frozen(eq=False)
class _Side:
    """A text as words and lists of names."""

    reading: Reading
    groups: tuple[Group, ...]
    tokens: tuple[str, ...]
    """Stems, and `_NAME` for each list."""
    owners: tuple[Group | None, ...]
    """Of each token the list it stands for."""
    ids: frozenset[str]
    """Of all names, those inside the names of bodies included."""
    titles: frozenset[str]
    """The ids of what is no party, as its full name shows."""
    stems: frozenset[str]
    heads: frozenset[str]
    """Words for bodies that are written with a capital outside of any name."""

    @classmethod
    def of(cls, reading: Reading) -> _Side:
        found = groups(reading)
        pairs = list(_tokens(reading, found))
        names = [name for group in found for name in group.names]
        known = (entry.id for mention in reading.mentions for entry in mention.entries)
        ids = frozenset([*known, *(id_ for name in names for id_ in name.ids)])
        titles = frozenset(
            id_ for name in names if name.sense == "none" and not name.listed for id_ in name.ids
        )
        tokens, owners = tuple(token for token, _ in pairs), tuple(owner for _, owner in pairs)
        heads = frozenset(_heads(reading, names))
        return cls(reading, found, tokens, owners, ids, titles, frozenset(reading.stems), heads)

    @property
    def names(self) -> tuple[Named, ...]:
        return tuple(name for group in self.groups for name in group.names)

    @property
    def refers_outside(self) -> bool:
        """Whether a pronoun that acts (``it will``) stands before any party."""
        first = next((name for name in self.names if name.sense == "party"), None)
        if first is None or ANYONE not in first.ids or first.end >= len(self.reading.keys):
            return False
        return self.reading.keys[first.end] in self.reading.knowledge.name_words.acting

    def is_state(self, name: Named) -> bool:
        entries = self.reading.knowledge.entries
        return name.sense == "party" and any(
            id_ in entries and entries[id_].kind == "country" for id_ in name.ids
        )

    def answers(self, name: Named) -> bool:
        """Whether this side names it too."""
        return not name.answers.isdisjoint(self.ids)

    def has_head_of(self, name: Named, reading: Reading) -> bool:
        """Whether this side speaks of ``the Council`` where the other gives its name."""
        return name.end - name.first > 1 and reading.keys[name.end - 1] in self.heads

    def writes(self, name: Named, reading: Reading) -> bool:
        """Whether this side has the words of a name in small letters: ``the Green Zone``, ``the green zone``."""
        words = reading.keys[name.first : name.end]
        if len(words) < 2 or not self.stems.issuperset(reading.stems[name.first : name.end]):  # noqa: PLR2004
            return False
        places = range(len(self.reading.keys) - len(words) + 1)
        found = (at for at in places if self.reading.keys[at : at + len(words)] == words)
        return any(not self.reading.is_name(at, at + len(words)) for at in found)

    def has_words_of(self, name: Named, reading: Reading) -> bool:
        return self.stems.issuperset(reading.stems[name.first : name.end])


def _heads(reading: Reading, names: Iterable[Named]) -> Iterator[str]:
    inside = {at for name in names for at in range(name.first, name.end)}
    for at, key in enumerate(reading.keys):
        if key in reading.knowledge.name_words.bodies and at and at not in inside and reading.is_capital(at):
            yield key


def _tokens(reading: Reading, found: Sequence[Group]) -> Iterator[tuple[str, Group | None]]:
    at = 0
    for group in found:
        yield from _words(reading, at, group.first)
        yield _NAME, group
        at = group.end
    yield from _words(reading, at, len(reading.keys))


def _words(reading: Reading, first: int, end: int) -> Iterator[tuple[str, None]]:
    for at in range(first, end):
        if reading.keys[at] not in reading.knowledge.articles:
            yield reading.stems[at], None


@attrs.frozen
class _Lists:
    """Two lists of names that stand at one place among the words that both texts keep."""

    old: Group
    new: Group
    before: bool
    """Whether the word before them is kept beside them as well."""
    after: bool

    @property
    def near(self) -> bool:
        return self.before or self.after


def _side_by_side(here: _Side, there: _Side) -> Iterator[_Lists]:
    pairs = list(kept(here.tokens, there.tokens))
    known = {*pairs, (-1, -1), (len(here.tokens), len(there.tokens))}
    for i, j in pairs:
        old, new = here.owners[i], there.owners[j]
        if old and new:
            hands = (_edge(here, (i, j), hand, known) for hand in (-1, 1))
            yield _Lists(old, new, *hands)


def _edge(here: _Side, pair: Pair, hand: int, known: set[Pair]) -> bool:
    """Whether the next word on a hand is kept; a small word shows it with the one behind it only."""
    (i, j), last = pair, len(here.tokens)
    if (i + hand, j + hand) not in known:
        return False
    small = 0 <= i + hand < last and here.tokens[i + hand] in here.reading.knowledge.function_words
    return not small or (i + 2 * hand, j + 2 * hand) in known


@attrs.define
class _Differences:
    """Gathers what differs, each name once."""

    here: _Side
    there: _Side
    told: list[Difference] = attrs.field(factory=list)
    settled: set[str] = attrs.field(factory=set)
    """The ids of which all is said."""

    def gone(self, names: Iterable[Named]) -> list[Named]:
        return [name for name in names if self.is_alone(name, self.here, self.there)]

    def come(self, names: Iterable[Named]) -> list[Named]:
        return [name for name in names if self.is_alone(name, self.there, self.here)]

    def is_alone(self, name: Named, side: _Side, other: _Side) -> bool:
        """Whether a name that tells something stands on one side only and is not told yet."""
        if name.sense not in ("place", "party") or {ANYONE, COUNTRY, MANY} & name.ids:
            return False
        if COUNTRY in other.ids - side.ids and side.is_state(name):
            return False
        if not self.settled.isdisjoint(name.ids) or other.answers(name):
            return False
        if name.ids & (side.titles | other.titles) or other.has_head_of(name, side.reading):
            return False
        return not (
            other.writes(name, side.reading) if name.listed else other.has_words_of(name, side.reading)
        )

    def spell_out(self, side: _Side, other: _Side) -> None:
        """Settle the abbreviations of a side that the other spells out, and the names within those words."""
        for name in side.names:
            short = next((id_ for id_ in name.ids if id_.startswith("(")), "").strip("()")
            words = spelled_out(other.reading, short) if short and not other.answers(name) else None
            if words:
                self.settle([name, *(n for n in other.names if n.first < words[1] and words[0] < n.end)])

    def meet(self, lists: _Lists) -> None:
        """Tell the names of one list that stand for names of the other."""
        gone, come = self.gone(lists.old.names), self.come(lists.new.names)
        if _stands_for(lists.new, gone):
            self.settle(gone)
        elif _stands_for(lists.old, come):
            self.settle(come)
        else:
            self.pair(_matched(lists, gone, come) or _widened(lists, gone, come))

    def pair(self, matched: Iterable[tuple[Named, Named]]) -> None:
        for old, new in matched:
            self.told.append(Difference(old, new))
            self.settle((old, new))

    def address(self) -> None:
        """Tell who is asked or bound to do what the other side asks of another, though both are named elsewhere."""
        one, other = (asked(side.reading, side.groups) for side in (self.here, self.there))
        if one is None or other is None or one.task.isdisjoint(other.task):
            return
        ids = one.name.ids | other.name.ids
        same = not (
            one.name.answers.isdisjoint(other.name.ids) and other.name.answers.isdisjoint(one.name.ids)
        )
        if not same and self.settled.isdisjoint(ids):
            self.pair([(one.name, other.name)])

    def refer(self) -> None:
        """Take a pronoun that no name of its own text explains for the first name that is missing there."""
        if self.there.refers_outside == self.here.refers_outside:
            return
        if self.there.refers_outside:
            self.settle([n for n in self.gone(self.here.names) if n.sense == "party"][:1])
        else:
            self.settle([n for n in self.come(self.there.names) if n.sense == "party"][:1])

    def part(self) -> None:
        """Tell the names that stand on one side only."""
        for name in self.here.names:
            for alone in self.gone([name]):
                self.told.append(Difference(alone, None))
                self.settle([alone])
        for name in self.there.names:
            for alone in self.come([name]):
                self.told.append(Difference(None, alone))
                self.settle([alone])

    def settle(self, names: Iterable[Named]) -> None:
        for name in names:
            self.settled |= name.ids


def _stands_for(group: Group, names: Sequence[Named]) -> bool:
    """Whether a list is a pronoun, or a word for several parties where there are several names."""
    ids = frozenset(id_ for name in group.names for id_ in name.ids)
    return bool(names) and (ANYONE in ids or (MANY in ids and len(names) > 1))


def _matched(lists: _Lists, gone: Sequence[Named], come: Sequence[Named]) -> list[tuple[Named, Named]]:
    """The names of both lists in order, for each sense that as many have on both sides.

    A name of the gazetteer and one that is told by its words are seldom rivals: both neighbours must be kept.
    """
    pairs: list[tuple[Named, Named]] = []
    for sense in ("place", "party"):
        old, new = ([n for n in names if n.sense == sense] for names in (gone, come))
        if len(old) == len(new):
            pairs += zip(old, new, strict=True)
    return [(o, n) for o, n in pairs if o.listed == n.listed or (lists.before and lists.after)]


def _widened(lists: _Lists, gone: Sequence[Named], come: Sequence[Named]) -> list[tuple[Named, Named]]:
    """One party in the stead of a word for several, or the other way round."""
    many_old, many_new = _many(lists.old), _many(lists.new)
    if many_old and not gone and len(come) == 1:
        return [(many_old, come[0])]
    return [(gone[0], many_new)] if many_new and not come and len(gone) == 1 else []


def _many(group: Group) -> Named | None:
    return group.names[0] if MANY in group.names[0].ids else None


def _swaps(here: _Side, there: _Side, lists: Sequence[_Lists]) -> Iterator[Swap]:
    """Lists that stand in each other's stead, with the same word before each place."""
    moved = [pair for pair in lists if pair.near and _exchanged(here, there, pair)]
    for one, other in combinations(moved, 2):
        near = other.old.first - one.old.end <= _REACH and other.new.first - one.new.end <= _REACH
        if near and _same(one.old, other.new) and _same(other.old, one.new):
            yield Swap(one.old.names[0], (one.old.first, other.old.end), (one.new.first, other.new.end))
            return


def _exchanged(here: _Side, there: _Side, pair: _Lists) -> bool:
    return not _same(pair.old, pair.new) and _role(here, pair.old) == _role(there, pair.new)


def _same(old: Group, new: Group) -> bool:
    there = frozenset(id_ for name in new.names for id_ in name.ids)
    here = frozenset(id_ for name in old.names for id_ in name.ids)
    return all(not name.answers.isdisjoint(there) for name in old.names) and all(
        not name.answers.isdisjoint(here) for name in new.names
    )


def _role(side: _Side, group: Group) -> str:
    """The word before a list, where it says what is done to it or by it."""
    at, knowledge = group.first - 1, side.reading.knowledge
    while at >= 0 and side.reading.keys[at] in knowledge.articles:
        at -= 1
    return side.reading.keys[at] if at >= 0 and side.reading.keys[at] in knowledge.name_words.roles else ""
