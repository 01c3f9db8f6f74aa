"""What a cue denies: the word behind it or before it, or the rest of the word that it begins."""

from __future__ import annotations

from collections.abc import Container

from peacediff.aspects.cues import Hit
from peacediff.aspects.facing import Term, governed, ruling
from peacediff.aspects.polarity.ways import NOUN, VERB
from peacediff.aspects.reading import Reading


def denial(hit: Hit, reading: Reading, taken: Container[int]) -> Term:
    """With the word it denies: the next one, or where a mark follows the one before that denies nothing itself."""
    if _is_fronted(hit, reading):
        return Term(hit.cue.id, NOUN, "", hit.first, hit.first, hit.end)
    denied = governed(reading, hit.end)
    end = hit.end if denied is None else reading.whole(denied)
    told = denied if denied is None else _telling(reading, denied)
    if told is None:
        told = ruling(reading, hit.first, taken)
    about = "" if told is None else reading.stems[told]
    return Term(hit.cue.id, hit.cue.rank, about, hit.first, hit.first, end, word=denied)


def _is_fronted(hit: Hit, reading: Reading) -> bool:
    """Whether who acts stands between a denial and the verb that it denies: "at no time shall the league fish"."""
    grammar, ways = reading.knowledge.grammar, reading.knowledge.name_words.ways
    return hit.cue.rank == VERB and not (grammar.leading - ways).isdisjoint(
        reading.keys[hit.end : hit.end + 1]
    )


def _telling(reading: Reading, denied: int) -> int:
    """The word that tells what is denied: behind a verb that says little another one ("carry out any drilling")."""
    at: int | None = denied
    while at is not None and reading.stems[at] in reading.knowledge.weak:
        at = governed(reading, at + 1)
    return denied if at is None else at


def prefixed(hit: Hit, reading: Reading) -> Term:
    """About the word without the prefix, which may be written apart ("non-nuclear")."""
    key, end = reading.keys[hit.first], hit.end
    if key in hit.cue.forms:
        about = reading.keys[end] if end < len(reading.keys) else ""
        return Term(hit.cue.id, hit.cue.rank, about, hit.first, hit.first, min(end + 1, len(reading.keys)))
    prefixes = (form.removesuffix("*") for form in hit.cue.forms)
    about = next((key.removeprefix(p) for p in prefixes if key.startswith(p)), "")
    return Term(hit.cue.id, hit.cue.rank, about, hit.first, hit.first, end)
