"""What two provisions have in common beyond the stems that they share: words that speak of one thing.

One drafter names the army, another the armed forces or troops. Such kin are paired, each with one at most, and weigh a
little less than one word in both texts would. Soft matches of this kind are known from the scoring of translations (the
synonyms of METEOR: S. Banerjee and A. Lavie 2005).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from peacediff.align.mentions import Mention
from peacediff.align.units import Unit, Units

_WORTH = 0.9
"""What a pair of kin weighs beside a word that stands in both texts."""


class Kinship(NamedTuple):
    """What the kin of two texts weigh in all, and both texts as codes with paired kin spelled alike."""

    weight: float
    old: str
    new: str


def kinship(old: Unit, new: Unit, units: Units) -> Kinship:
    """Pair the kin of two units, those that weigh most first.

    Stems that both have count for nothing here. Costs a look at the mentions of the groups that both have.
    """
    total, old_code, new_code = 0.0, old.code, new.code
    for number, (mine, theirs, weight) in enumerate(_pairs(old, new, units.weights)):
        total += weight
        old_code = _spelled(old_code, mine, number, units.codes)
        new_code = _spelled(new_code, theirs, number, units.codes)
    return Kinship(total * _WORTH, old_code, new_code)


def _pairs(old: Unit, new: Unit, weights: Mapping[str, float]) -> Iterator[tuple[Mention, Mention, float]]:
    offers = _offers(old, new, weights)
    taken: tuple[set[Mention], set[Mention]] = (set(), set())
    for (mine, theirs), weight in sorted(offers.items(), key=lambda offer: (-offer[1], sorted(offer[0]))):
        if mine not in taken[0] and theirs not in taken[1]:
            taken[0].add(mine)
            taken[1].add(theirs)
            yield mine, theirs, weight


def _offers(old: Unit, new: Unit, weights: Mapping[str, float]) -> Mapping[tuple[Mention, Mention], float]:
    """Every pair of kin, with what the lightest of the two and of their group weighs."""
    offers: dict[tuple[Mention, Mention], float] = {}
    for group in old.mentions.keys() & new.mentions.keys():
        if old.mentions[group] == new.mentions[group]:
            continue
        left, right = _apart(old, group, new, weights), _apart(new, group, old, weights)
        for mine, my_weight in left:
            for theirs, their_weight in right:
                weight = min(my_weight, their_weight, weights[group])
                if weight > offers.get((mine, theirs), 0.0):
                    offers[mine, theirs] = weight
    return offers


def _apart(
    unit: Unit, group: str, other: Unit, weights: Mapping[str, float]
) -> Sequence[tuple[Mention, float]]:
    """A unit's mentions of a group, with what those of their stems weigh that the other unit does not have."""
    apart = (
        (mention, sum([weights[stem] for stem in mention if stem not in other.bag]))
        for mention in unit.mentions[group]
    )
    return [(mention, weight) for mention, weight in apart if weight]


def _spelled(code: str, mention: Mention, number: int, codes: Mapping[str, str]) -> str:
    """A text as codes with a mention spelled by its number, which is the code of no stem."""
    written = "".join([codes[stem] for stem in mention])
    return code.replace(written, chr(number + 1)) if written else code
