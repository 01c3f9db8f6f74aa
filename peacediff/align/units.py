"""What the aligner knows of a provision: its stems, how telling each is, and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

import attrs

from peacediff.align.names import named_stems
from peacediff.knowledge import Knowledge
from peacediff.text.stems import stems
from peacediff.text.words import keys

_MOST_OF_ONE_STEM = 3
_LIGHT = 0.15
"""What a function word weighs beside another word as rare."""
_NAME = 2.0
"""What a name weighs beside another word as rare: chosen on twelve pairs of plans, and no worse on the four sets."""
_FIGURE = 0.75
"""What a figure weighs beside a word as rare: two drafts of anything share a year, a sum or a fifty-fifty by chance."""
_FIRST_CODE = 0xE000
"""Stems are numbered from the private use area on, one code point each, so that rapidfuzz compares strings."""
_CODES = 0x10FFFF - _FIRST_CODE


@attrs.frozen
class Unit:
    """A provision as the aligner sees it.

    ``same`` is equal for texts that are word for word the same, or that are the same and have no words; ``bag`` counts
    stems (at most three of each), ``code`` spells the stems in order, one code point a stem and none for a function
    word, ``weight`` is what the bag weighs in all. Units of one point, its sub-points included, are of one ``family``.
    """

    index: int
    family: int
    same: str
    bag: Mapping[str, int]
    code: str
    weight: float


@attrs.frozen
class Units:
    """Both drafts' units and the weight of every stem in them."""

    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    weights: Mapping[str, float]


@attrs.frozen
class Text:
    """A text to align and the name of the family it belongs to."""

    text: str
    family: str


def units(old: Sequence[Text], new: Sequence[Text], knowledge: Knowledge, language: str = "") -> Units:
    """The units of two lists of texts, stems weighed by how rare they are in both together.

    Known variants are folded first: "Kiev" finds "Kyiv" and "robust guarantees" find "reliable" ones.
    """
    texts = dict.fromkeys(item.text for item in (*old, *new))
    stemmed = {text: stems(knowledge.fold(text), language) for text in texts}
    old_stems, new_stems = ([stemmed[item.text] for item in side] for side in (old, new))
    light = frozenset(stems(sorted(knowledge.function_words), language))
    names = named_stems(texts, knowledge, language)
    weights = _weights([*old_stems, *new_stems], light, names)
    codes = {stem: "" if stem in light else chr(_FIRST_CODE + n % _CODES) for n, stem in enumerate(weights)}
    return Units(_side(old, old_stems, weights, codes), _side(new, new_stems, weights, codes), weights)


def _side(
    texts: Sequence[Text],
    stemmed: Sequence[Sequence[str]],
    weights: Mapping[str, float],
    codes: Mapping[str, str],
) -> tuple[Unit, ...]:
    families = {name: number for number, name in enumerate(dict.fromkeys(item.family for item in texts))}
    bags = [bag_of(stems) for stems in stemmed]
    return tuple(
        Unit(
            index,
            families[item.family],
            same=" ".join(keys(item.text)) or item.text.strip(),
            bag=bags[index],
            code="".join([codes[stem] for stem in stemmed[index]]),
            weight=weigh(bags[index], weights),
        )
        for index, item in enumerate(texts)
    )


def bag_of(stemmed: Iterable[str]) -> Mapping[str, int]:
    """Stems counted, the fourth and further ones of a kind left out: repetition is not content."""
    return {stem: min(count, _MOST_OF_ONE_STEM) for stem, count in Counter(stemmed).items()}


def together(parts: Sequence[Unit], weights: Mapping[str, float]) -> Unit:
    """Several units as one, in the given order; its index and family are the first one's."""
    if len(parts) == 1:
        return parts[0]
    bag: Counter[str] = Counter()
    for part in parts:
        bag.update(part.bag)
    same, code = " ".join(part.same for part in parts), "".join(part.code for part in parts)
    return Unit(parts[0].index, parts[0].family, same, bag, code, weigh(bag, weights))


def weigh(bag: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """The weight of a bag: its stems' weights times their counts."""
    return sum(weights[stem] * count for stem, count in bag.items())


def _weights(
    documents: Sequence[Sequence[str]], light: frozenset[str], names: frozenset[str]
) -> Mapping[str, float]:
    """Inverse document frequency, ln((N + 1) / (df + 1/2)), over the provisions of both drafts.

    Function words weigh little even where they are rare, as they are in small drafts, figures a little less than other
    words, and names more: few provisions that share a rare name speak of different things.
    """
    frequency = Counter(stem for document in documents for stem in dict.fromkeys(document))
    share = dict.fromkeys(light, _LIGHT) | {stem: _FIGURE for stem in frequency if stem[0].isdecimal()}
    share |= dict.fromkeys(names, _NAME)
    return {
        stem: log((len(documents) + 1) / (df + 0.5)) * share.get(stem, 1.0) for stem, df in frequency.items()
    }
