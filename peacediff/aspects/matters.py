"""What a topic is listed by: where one such thing gave way to another, the matter itself did, not its wording."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from peacediff.aspects.reading import Reading
from peacediff.knowledge import Knowledge
from peacediff.knowledge.terms import NOWHERE, START, Terms, terms_of


def is_matter(reading: Reading, run: Sequence[int]) -> bool:
    """Whether words end in what shows a topic, be it but weakly: troops, heavy weapons, refugees."""
    keys, terms = reading.keys, _terms(reading.knowledge)
    names, end = [NOWHERE] * len(keys), run[-1] + 1
    return any(
        term.weights and term.end(keys, names, at) == end
        for at in run
        for term in terms.beginning(keys[at][:START])
    )


@cache
def _terms(knowledge: Knowledge) -> Terms:
    return terms_of(knowledge)
