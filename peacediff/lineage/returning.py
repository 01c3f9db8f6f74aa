"""What was dropped and stands again later, found without comparing every draft with every other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

import attrs

from peacediff.align import align
from peacediff.classify import classify
from peacediff.knowledge import Knowledge
from peacediff.model import Change, Comparison, Draft, Point, Provision, Return
from peacediff.text.words import keys

_ASKED = 8
"""The rarest words of an added provision that are looked up."""
_MOST_HOLDERS = 32
"""A word that more dropped provisions hold tells none of them."""
_SHARED = 0.5
"""Part of the looked-up words that the best dropped provision must hold to be aligned at all."""


@attrs.frozen
class _Lost:
    """What became of a dropped provision, and the place of the last draft that held it."""

    draft: int
    change: Change

    @property
    def name(self) -> tuple[int, str]:
        """Tells it from all others."""
        return self.draft, self.change.old[0].id


class _Pool:
    """The dropped provisions that are still gone, by their words."""

    def __init__(self) -> None:
        self.lost: dict[tuple[int, str], _Lost] = {}
        self.texts: dict[tuple[str, ...], list[_Lost]] = defaultdict(list)
        self.holders: dict[str, list[_Lost]] = defaultdict(list)

    def take(self, lost: _Lost) -> None:
        """Hold one that was dropped."""
        said = keys(lost.change.before)
        self.lost[lost.name] = lost
        self.texts[said].append(lost)
        for word in dict.fromkeys(said):
            self.holders[word].append(lost)

    def forget(self, draft: int, provisions: Iterable[Provision]) -> None:
        """Leave out what has come back."""
        for provision in provisions:
            self.lost.pop((draft, provision.id), None)

    def like(self, text: str, asked: Collection[tuple[int, str]]) -> _Lost | None:
        """The dropped provision to ask: one of the same words, or the one that holds most of the rarest words."""
        said = keys(text)
        same = [lost for lost in self.texts.get(said, ())[-_MOST_HOLDERS:] if lost.name in self.lost]
        if same:
            return next((lost for lost in reversed(same) if lost.name not in asked), same[-1])
        votes = Counter(lost.name for word in self.rare(said) for lost in self.holders[word])
        held = [name for name in votes if name in self.lost]
        best = max(held, key=lambda name: (votes[name], name), default=None)
        enough = _SHARED * min(_ASKED, len(set(said)))
        return self.lost[best] if best is not None and votes[best] >= enough else None

    def rare(self, said: Iterable[str]) -> list[str]:
        """The words of a text that few dropped provisions hold, rarest first."""
        known = {word: len(self.holders[word]) for word in said if word in self.holders}
        few = [word for word, holders in known.items() if holders <= _MOST_HOLDERS]
        return sorted(few, key=lambda word: (known[word], word))[:_ASKED]


def returns(drafts: Sequence[Draft], steps: Sequence[Comparison], knowledge: Knowledge) -> tuple[Return, ...]:
    """What each step added that an earlier one had dropped, by the aligner itself and never where it doubts."""
    pool, found = _Pool(), list[Return]()
    for step, comparison in enumerate(steps):
        for old, pair in sorted(_asked(pool, comparison.added).items()):
            for change in _linked(drafts[old], drafts[step + 1], *pair, knowledge):
                pool.forget(old, change.old)
                found.append(Return(old, step + 1, change))
        for change in comparison.dropped:
            pool.take(_Lost(step, change))
    return tuple(found)


def _asked(pool: _Pool, added: Iterable[Change]) -> dict[int, tuple[list[Change], list[Change]]]:
    """By earlier draft: what it dropped, and of what is added now that which is worth an alignment with it."""
    asked: dict[int, tuple[dict[str, Change], list[Change]]] = {}
    taken: set[tuple[int, str]] = set()
    for change in added:
        if lost := pool.like(change.after, taken):
            taken.add(lost.name)
            old, new = asked.setdefault(lost.draft, ({}, []))
            old[lost.change.old[0].id] = lost.change
            new.append(change)
    return {draft: (list(old.values()), new) for draft, (old, new) in asked.items()}


def _linked(
    old: Draft, new: Draft, lost: Sequence[Change], added: Sequence[Change], knowledge: Knowledge
) -> Iterator[Change]:
    """The links between what one draft lost and another added; a doubtful one is no claim that it came back."""
    about = {p.id: change.topics for change in lost for p in change.old}
    now = {p.id: change.topics for change in added for p in change.new}
    before = _only(old, [p for change in lost for p in change.old])
    after = _only(new, [p for change in added for p in change.new])
    for change in classify(before, after, align(before, after, knowledge), knowledge):
        if change.old and change.new and not change.doubtful:
            named = {t for p in change.old for t in about[p.id]} | {t for p in change.new for t in now[p.id]}
            topics = tuple(topic.id for topic in knowledge.topics if topic.id in named)
            yield attrs.evolve(change, topics=topics, moved=False)  # among so few, no order is kept or lost


def _only(draft: Draft, provisions: Iterable[Provision]) -> Draft:
    """The draft with nothing but these provisions, each in a point of its own name."""
    held: dict[str, list[Provision]] = defaultdict(list)
    for provision in sorted(provisions, key=lambda provision: provision.span):
        held[provision.point].append(provision)
    points = (Point(name, "", "point", of[0].line, (0, 0), tuple(of)) for name, of in held.items())
    return attrs.evolve(draft, points=tuple(points))
