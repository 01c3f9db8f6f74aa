"""What the aligner knows of a provision: its stems, how telling each is, and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

import attrs

from peacediff.align.mentions import Mentions, mentions
from peacediff.align.names import is_name, named_stems
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
    word, ``weight`` is what the bag weighs in all; ``mentions`` are its words that have kin. Units of one point, its
    sub-points included, are of one ``family``. A ``heading`` heads others and says nothing itself.
    """

    index: int
    family: int
    same: str
    bag: Mapping[str, int]
    code: str
    weight: float
    mentions: Mentions
    heading: bool = False


@attrs.frozen
class Units:
    """Both drafts' units, the weight of every stem and of every group of kin in them, and the codes of the stems."""

    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    weights: Mapping[str, float]
    codes: Mapping[str, str]


@attrs.frozen
class Text:
    """A text to align, the name of the family it belongs to, and whether it is a heading."""

    text: str
    family: str
    heading: bool = False


def units(old: Sequence[Text], new: Sequence[Text], knowledge: Knowledge, language: str = "") -> Units:
    """The units of two lists of texts, stems weighed by how rare they are in both together.

    Known variants are folded first: "Kiev" finds "Kyiv" and "robust guarantees" find "reliable" ones. A known name is
    one word, however many it is written in: else two provisions that name the OSCE would have five in common.
    """
    texts = dict.fromkeys(item.text for item in (*old, *new))
    same = {item.text for item in old} & {item.text for item in new}
    read = {text: _Read.of(text, knowledge, language, alone=text not in same) for text in texts}
    light = frozenset(stems(sorted(knowledge.function_words), language))
    found = dict.fromkeys(stem for each in read.values() for stem in each.stems)
    names = named_stems(texts, knowledge, language) | frozenset(filter(is_name, found))
    weights = _weights([read[item.text].keys for item in (*old, *new)], light, names)
    codes = {stem: "" if stem in light else chr(_FIRST_CODE + n % _CODES) for n, stem in enumerate(found)}
    return Units(_side(old, read, weights, codes), _side(new, read, weights, codes), weights, codes)


@attrs.frozen
class _Read:
    """The stems of a text, and its words that have kin."""

    stems: Sequence[str]
    mentions: Mentions

    @classmethod
    def of(cls, text: str, knowledge: Knowledge, language: str, *, alone: bool) -> _Read:
        """Read a text; only what stands ``alone`` in one of the drafts is in need of kin."""
        folded = knowledge.fold_names(text)
        found = stems(folded, language)
        if not alone:
            return cls(found, {})
        named = [stem for stem, key in zip(found, folded, strict=True) if key not in knowledge.articles]
        return cls(found, mentions(named, knowledge, language))

    @property
    def keys(self) -> Sequence[str]:
        """All that has a weight: the stems, and the groups of what is mentioned."""
        return (*self.stems, *self.mentions)


def _side(
    items: Sequence[Text], read: Mapping[str, _Read], weights: Mapping[str, float], codes: Mapping[str, str]
) -> tuple[Unit, ...]:
    families = {name: number for number, name in enumerate(dict.fromkeys(item.family for item in items))}
    bags = {text: bag_of(each.stems) for text, each in read.items()}
    return tuple(
        Unit(
            index,
            families[item.family],
            same=" ".join(keys(item.text)) or item.text.strip(),
            bag=bags[item.text],
            code="".join([codes[stem] for stem in read[item.text].stems]),
            weight=weigh(bags[item.text], weights),
            mentions=read[item.text].mentions,
            heading=item.heading,
        )
        for index, item in enumerate(items)
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
    first, mentioned = parts[0], [part.mentions for part in parts]
    return Unit(first.index, first.family, same, bag, code, weigh(bag, weights), _all_of(mentioned))


def _all_of(several: Sequence[Mentions]) -> Mentions:
    groups = dict.fromkeys(group for mentioned in several for group in mentioned)
    return {
        group: tuple(dict.fromkeys(mention for mentioned in several for mention in mentioned.get(group, ())))
        for group in groups
    }


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
