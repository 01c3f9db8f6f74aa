"""Which names come, go, or stand in another's stead between two texts, whether places or parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from peacediff.aspects.asked import asked
from peacediff.aspects.atoms import ANYONE, COUNTRY, MANY
from peacediff.aspects.bodies import spelled_out
from peacediff.aspects.names import Group, Named
from peacediff.aspects.naming.exchanges import exchanges
from peacediff.aspects.naming.forms import deeds_of, has_bare, has_head_of, has_in_other_form, sounding_like
from peacediff.aspects.naming.lists import Lists, side_by_side
from peacediff.aspects.naming.sides import Side, side_of
from peacediff.aspects.naming.swaps import Swap, swaps
from peacediff.aspects.reading import Reading
from peacediff.model import Span


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
    here, there = side_of(old), side_of(new)
    lists = list(side_by_side(here, there))
    found = _Differences(here, there)
    found.spell_out(here, there)
    found.spell_out(there, here)
    for pair in lists:
        if pair.near:
            found.meet(pair)
    swapped = tuple(swaps(here, there, lists)) or tuple(exchanges(old, new))
    if not swapped:
        found.address()
    found.refer()
    found.part()
    return Compared(
        here.names,
        there.names,
        tuple(sorted(found.told, key=lambda d: d.place)),
        swapped,
    )


def answered(old: Reading, new: Reading) -> tuple[list[Span], list[Span]]:
    """The places of words of names that the other side gives in other words or in short: ``the Council``."""
    here, there = side_of(old), side_of(new)
    short, other_short = list(_shortened(here, there)), list(_shortened(there, here))
    mine = [*(own for own, _ in short), *(words for _, words in other_short)]
    other = [*(own for own, _ in other_short), *(words for _, words in short)]
    return (
        [*mine, *_answered(here, there), *_sounding(here, there), *_doing(here, there)],
        [*other, *_answered(there, here), *_sounding(there, here), *_doing(there, here)],
    )


def _shortened(side: Side, other: Side) -> Iterator[tuple[Span, Span]]:
    """The abbreviations of a side, and the words of the other for which they stand."""
    for name in side.names:
        words = spelled_out(other.reading, _short(name))
        if words:
            yield side.reading.span(name.first, name.end), other.reading.span(*words)


def _short(name: Named) -> str:
    """The letters of an abbreviation, none of another name."""
    return next((id_ for id_ in name.ids if id_.startswith("(")), "").strip("()")


def _sounding(side: Side, other: Side) -> Iterator[Span]:
    """The words that write a name of the other side in other letters."""
    for name in other.names:
        yield from (side.reading.span(at, at + 1) for at in sounding_like(side, name, other.reading))


def _doing(side: Side, other: Side) -> Iterator[Span]:
    """The verbs that say what the other side says by a role."""
    for name in other.names:
        yield from (side.reading.span(at, at + 1) for at in deeds_of(side, name, other.reading))


def _answered(side: Side, other: Side) -> Iterator[Span]:
    for name in side.names:
        in_short = has_head_of(other, name, side.reading) or has_bare(other, name, side.reading)
        if in_short or sounding_like(other, name, side.reading) or deeds_of(other, name, side.reading):
            yield side.reading.span(name.first, name.end)
        elif name.listed and not name.part and other.answers(name):
            words = range(name.first, name.end)
            yield from (
                side.reading.span(at, at + 1) for at in words if side.reading.stems[at] not in other.stems
            )


@attrs.define
class _Differences:
    """Gathers what differs, each name once."""

    here: Side
    there: Side
    told: list[Difference] = attrs.field(factory=list)
    settled: set[str] = attrs.field(factory=set)
    """The ids of which all is said."""

    def gone(self, names: Iterable[Named]) -> list[Named]:
        return [name for name in names if self.is_alone(name, self.here, self.there)]

    def come(self, names: Iterable[Named]) -> list[Named]:
        return [name for name in names if self.is_alone(name, self.there, self.here)]

    def is_alone(self, name: Named, side: Side, other: Side) -> bool:
        """Whether a name that tells something stands on one side only and is not told yet."""
        if name.sense not in ("place", "party") or {ANYONE, COUNTRY, MANY} & name.ids:
            return False
        if COUNTRY in other.ids - side.ids and side.is_state(name):
            return False
        if not self.settled.isdisjoint(name.ids) or other.answers(name):
            return False
        if name.ids & (side.titles | other.titles) or has_head_of(other, name, side.reading):
            return False
        return not has_in_other_form(other, name, side.reading)

    def spell_out(self, side: Side, other: Side) -> None:
        """Settle the abbreviations of a side that the other spells out, and the names within those words."""
        for name in side.names:
            short = _short(name)
            words = spelled_out(other.reading, short) if short and not other.answers(name) else None
            if words:
                self.settle([name, *(n for n in other.names if n.first < words[1] and words[0] < n.end)])

    def meet(self, lists: Lists) -> None:
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
        same = one.passive != other.passive or not (
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


def _matched(lists: Lists, gone: Sequence[Named], come: Sequence[Named]) -> list[tuple[Named, Named]]:
    """The names of both lists in order, for each sense that as many have on both sides.

    A name of the gazetteer and one that is told by its words are seldom rivals: both neighbours must be kept.
    """
    pairs: list[tuple[Named, Named]] = []
    for sense in ("place", "party"):
        old, new = ([n for n in names if n.sense == sense] for names in (gone, come))
        if len(old) == len(new):
            pairs += zip(old, new, strict=True)
    return [(o, n) for o, n in pairs if o.listed == n.listed or (lists.before and lists.after)]


def _widened(lists: Lists, gone: Sequence[Named], come: Sequence[Named]) -> list[tuple[Named, Named]]:
    """One party in the stead of a word for several, or the other way round."""
    many_old, many_new = _many(lists.old), _many(lists.new)
    if many_old and many_new:
        return []
    if many_old and not gone and len(come) == 1:
        return [(many_old, come[0])]
    return [(gone[0], many_new)] if many_new and not come and len(gone) == 1 else []


def _many(group: Group) -> Named | None:
    return group.names[0] if MANY in group.names[0].ids else None
