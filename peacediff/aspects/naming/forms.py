"""The other forms in which a side has a name that stands in the ``reading`` of the other side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from peacediff.aspects.names import Named
from peacediff.aspects.naming.sides import Side, goes_on
from peacediff.aspects.naming.sounds import sound
from peacediff.aspects.reading import Reading
from peacediff.aspects.settlements import bare_name

_SOUNDS = 3
"""So many consonants a name must have to be known by them."""
_START = 6
"""So many letters of a word tell it, whatever kind of word it is: assemble, assembly."""


def has_in_other_form(side: Side, name: Named, reading: Reading) -> bool:
    """Whether a side gives a name in other letters, in small ones (``the green zone``), or by its words alone."""
    if sounding_like(side, name, reading) or has_bare(side, name, reading):
        return True
    if name.listed:
        return name.end - name.first > 1 and _writes_small(side.reading, reading.keys[name.first : name.end])
    said = _has_words_of(side, name, reading) or _has_kind_of(side, name, reading)
    return said or bool(deeds_of(side, name, reading))


def has_bare(side: Side, name: Named, reading: Reading) -> bool:
    """Whether a side has the name without the word that tells its kind: ``the district of Oda``, ``Oda``.

    Of a name that goes on (``port of Saint Orme``) it must have the next word as well.
    """
    bare = set(map(bare_name, name.ids)) - {""}
    if not bare or not goes_on(reading, name.end, name.end - 1):
        return not side.bare.isdisjoint(bare)
    keys = side.reading.keys
    return any((word, reading.keys[name.end]) in pairwise(keys) for word in bare)


def deeds_of(side: Side, name: Named, reading: Reading) -> Sequence[int]:
    """The verbs here, none of them there, that say what makes one the role: ``guarantors``, ``they guarantee``."""
    deeds = reading.knowledge.name_words.deeds
    verbs = {verb for id_ in name.ids if not name.listed for verb in deeds.get(id_, ())}
    if not verbs or not verbs.isdisjoint(reading.keys):
        return ()
    return [at for at, key in enumerate(side.reading.keys) if key in verbs and _is_verb(side.reading, at)]


def has_head_of(side: Side, name: Named, reading: Reading) -> bool:
    """Whether a side speaks of ``the Council`` where the other gives its name."""
    return name.end - name.first > 1 and reading.keys[name.end - 1] in side.heads


def _has_kind_of(side: Side, name: Named, reading: Reading) -> bool:
    """Whether a side has a body of the kind in small letters: ``the Korr Trade Fund``, ``a trade fund``."""
    owned = {at for m in reading.mentions for at in range(m.first, m.end)}
    inside = reading.knowledge.name_words.inside | reading.knowledge.articles
    kind = tuple(
        reading.keys[at]
        for at in range(name.first, name.end)
        if at not in owned and reading.keys[at] not in inside
    )
    if len(kind) < 2 or len(kind) == name.end - name.first:  # noqa: PLR2004
        return False
    return _writes_small(side.reading, kind) and not _writes_small(reading, kind)


def sounding_like(side: Side, name: Named, reading: Reading) -> Sequence[int]:
    """The words here that write a name in other letters: ``Ras Isa``, ``Ras Issa``; none is in a gazetteer."""
    lacking = [at for at in range(name.first, name.end) if reading.stems[at] not in side.stems]
    if not lacking or len("".join(map(sound, reading.keys[name.first : name.end]))) < _SOUNDS:
        return ()
    found = [side.unknown.get(sound(reading.keys[at])) for at in lacking]
    others = [at for at in found if at is not None and side.reading.keys[at] not in reading.keys]
    return others if len(others) == len(lacking) else ()


def _has_words_of(side: Side, name: Named, reading: Reading) -> bool:
    """Whether all words of a name stand somewhere on a side, but for small ones: ``Korr's Central Bank``."""
    small, weak = reading.knowledge.name_words.inside, reading.knowledge.weak
    telling = [at for at in range(name.first, name.end) if reading.keys[at] not in small]
    said = [at for at in telling if reading.stems[at] not in weak]
    if name.sense == "place" and not any(map(reading.is_capital, said)):
        starts = {stem[:_START] for stem in side.stems}
        return starts.issuperset(reading.stems[at][:_START] for at in said)
    return side.stems.issuperset(reading.stems[at] for at in telling)


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a word that may be a noun is a verb: it follows a name, or a small word that leads to a verb."""
    knowledge = reading.knowledge
    leading = knowledge.grammar.leading | knowledge.grammar.relative | knowledge.auxiliaries
    before = reading.keys[at - 1] if at else ""
    is_name = at > 0 and reading.is_capital(at - 1) and before not in knowledge.function_words
    return is_name or before in leading | knowledge.conjunctions


def _writes_small(reading: Reading, words: tuple[str, ...]) -> bool:
    """Whether a text has words in a row, none with a capital."""
    places = (at for at, key in enumerate(reading.keys) if key == words[0])
    return any(
        reading.keys[at : at + len(words)] == words and not reading.is_name(at, at + len(words))
        for at in places
    )
