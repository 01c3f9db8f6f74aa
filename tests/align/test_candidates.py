"""Which pairs are worth comparing."""

from __future__ import annotations

from random import Random

from hypothesis import given

from peacediff.align.candidates import BEST, DENSE, candidates
from peacediff.align.evidence import gather
from peacediff.align.linking import decide
from peacediff.align.units import Text, units
from peacediff.knowledge import load
from peacediff.testing import Revision, revisions

WORDS = [
    "harbour",
    "ferry",
    "depot",
    "bridge",
    "railway",
    "customs",
    "archive",
    "school",
    "lighthouse",
    "quarry",
]


def shuffled(count: int, seed: int) -> list[Text]:
    """Texts of the same words, each in an order of its own; then shorter ones, so that words are rare to a degree."""
    random = Random(seed)
    texts = [random.sample(WORDS, len(WORDS)) for _ in range(count)]
    texts += [WORDS[:length] for length in range(1, len(WORDS))]
    return [Text(" ".join(text), str(n)) for n, text in enumerate(texts)]


def test_equal_rivals_are_cut_off_alike_in_both_directions() -> None:
    """Of candidates that are equally good the nearest stay, whichever order their words were added up in."""
    for seed in range(1, 20):
        old, new = shuffled(3 * BEST, seed), shuffled(3 * BEST, seed + 50)
        places = range(3 * BEST)
        there = candidates(units(old, new, load()), places, places)
        back = candidates(units(new, old, load()), places, places)
        assert sorted((i, j) for j, i in back) == there


@given(revisions("easy"))
def test_small_drafts_are_linked_as_large_ones_are(revision: Revision) -> None:
    """The two ways to find candidates agree where texts are well apart."""
    olds, news = ([Text(p.text, p.id) for p in side.provisions] for side in (revision.old, revision.new))
    known = units(olds, news, load())
    all_pairs, looked_up = (decide(gather(known, dense=dense)) for dense in (DENSE, 0))
    assert all_pairs.exact == looked_up.exact
    assert [(g.old, g.new) for g in all_pairs.groups] == [(g.old, g.new) for g in looked_up.groups]
