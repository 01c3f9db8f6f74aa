"""Who answers whom: `align` two drafts, or `align_texts` two plain lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from peacediff.align.confidence import Compared
from peacediff.align.evidence import gather
from peacediff.align.exact import Pair
from peacediff.align.given import Given, given
from peacediff.align.linking import Linked, decide, link
from peacediff.align.regrouping import Group
from peacediff.align.setting import USUAL, Setting
from peacediff.align.similarity import score
from peacediff.align.units import Text, together, units
from peacediff.knowledge import Knowledge, load
from peacediff.model import Alignment, Draft, Found, Link, Pins, Provision, RunnerUp, Unlinked

_DIGITS = 3


def align_texts(old: Sequence[str], new: Sequence[str]) -> list[tuple[list[int], list[int]]]:
    """Groups of old and new indices that belong together, sorted; what is in none is dropped or added."""
    olds, news = ([Text(text, family=str(n)) for n, text in enumerate(texts)] for texts in (old, new))
    linked = link(units(olds, news, load()))
    groups = [((i,), (j,)) for i, j in linked.exact] + [(g.old, g.new) for g in linked.groups]
    return sorted((list(olds), list(news)) for olds, news in groups)


def align(
    old: Draft, new: Draft, knowledge: Knowledge, pins: Pins | None = None, setting: Setting = USUAL
) -> Alignment:
    """Link the provisions of two drafts; every one is in exactly one link or unlinked.

    ``pins`` stand as they are, and the rest is aligned around them; all their ids must be of provisions.
    """
    olds, news = old.provisions, new.provisions
    language = old.language if old.language == new.language else ""
    said = given(pins or Pins(), olds, news)
    known = units(_texts(old), _texts(new), knowledge, language)
    return _Report(olds, news, decide(gather(known, said), setting), said).alignment()


def _texts(draft: Draft) -> list[Text]:
    """The provisions, each with its whole numbered point, sub-points included, as its family."""
    headings = {p.id for point in draft.walk() if point.kind == "heading" for p in point.provisions}
    return [Text(p.text, p.point.partition(".")[0], p.id in headings) for p in draft.provisions]


class _Report:
    """The indices of `Linked` told as links between provisions."""

    def __init__(
        self, olds: Sequence[Provision], news: Sequence[Provision], linked: Linked, said: Given
    ) -> None:
        self.olds, self.news, self.linked, self.said = olds, news, linked, said
        self.around: Mapping[Pair, list[Compared]] = _around(linked.compared)

    def alignment(self) -> Alignment:
        pinned = set(self.said.pairs)
        links = [self.exact(*pair) for pair in self.linked.exact if pair not in pinned]
        links += [self.link(group) for group in self.linked.groups]
        links += [self.pinned(Group(*group, confidence=1.0)) for group in self.said.groups]
        links.sort(key=lambda link: (link.old[0].span, link.new[0].span))
        done = {p.id for link in links for p in link.old}, {p.id for link in links for p in link.new}
        return Alignment(
            tuple(links),
            tuple(self.unlinked(0, n, p) for n, p in enumerate(self.olds) if p.id not in done[0]),
            tuple(self.unlinked(1, n, p) for n, p in enumerate(self.news) if p.id not in done[1]),
        )

    def exact(self, i: int, j: int) -> Link:
        return Link((self.olds[i],), (self.news[j],), score=1.0, confidence=1.0, found="exact")

    def pinned(self, group: Group) -> Link:
        old, new = tuple(self.olds[i] for i in group.old), tuple(self.news[j] for j in group.new)
        return Link(old, new, round(self.score(group), _DIGITS), confidence=1.0, found="user")

    def link(self, group: Group) -> Link:
        likeness = round(self.score(group), _DIGITS)
        old, new = tuple(self.olds[i] for i in group.old), tuple(self.news[j] for j in group.new)
        rival = self.runner_up(self.rivals(group), likeness)
        return Link(old, new, likeness, round(group.confidence, _DIGITS), self.found(group), rival)

    def score(self, group: Group) -> float:
        known = self.linked.units
        old = together([known.old[i] for i in group.old], known.weights)
        return score(old, together([known.new[j] for j in group.new], known.weights), known)

    def found(self, group: Group) -> Found:
        if len(group.old) + len(group.new) > 2:  # noqa: PLR2004 (more than one on a side)
            return "regrouped"
        pair = next(c for c in self.around[0, group.old[0]] if c.new == group.new[0])
        return "text" if pair.by_words > 1 / 2 else "context"

    def rivals(self, group: Group) -> Iterator[Compared]:
        """The compared pairs with one end in the group and the other outside."""
        for i in group.old:
            yield from (c for c in self.around.get((0, i), ()) if c.new not in group.new)
        for j in group.new:
            yield from (c for c in self.around.get((1, j), ()) if c.old not in group.old)

    def unlinked(self, side: int, index: int, provision: Provision) -> Unlinked:
        return Unlinked(provision, self.runner_up(self.around.get((side, index), ()), None))

    def rank(self, pair: Compared) -> tuple[float, int, int, list[str]]:
        """By score, then by nearness, then by the texts themselves: the same whichever draft is the old one."""
        texts = sorted((self.olds[pair.old].text, self.news[pair.new].text))
        return pair.score, -abs(pair.old - pair.new), -pair.old - pair.new, texts

    def runner_up(self, rivals: Iterable[Compared], likeness: float | None) -> RunnerUp | None:
        best = max(rivals, key=self.rank, default=None)
        if best is None or not best.score:
            return None
        rounded = round(best.score, _DIGITS)
        margin = None if likeness is None else round(likeness - rounded, _DIGITS)
        return RunnerUp(self.olds[best.old].id, self.news[best.new].id, rounded, margin)


def _around(compared: Iterable[Compared]) -> Mapping[Pair, list[Compared]]:
    """The compared pairs of every unit, by side and index."""
    around: dict[Pair, list[Compared]] = defaultdict(list)
    for pair in compared:
        around[0, pair.old].append(pair)
        around[1, pair.new].append(pair)
    return around
