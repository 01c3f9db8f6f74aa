"""Who is asked or bound to do something by the main verb of a text: ``Requests the Mission to report``."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from peacediff.aspects.atoms import ANYONE, COUNTRY, MANY
from peacediff.aspects.names import Group, Named
from peacediff.aspects.reading import Reading

_OPENING = 7
"""So many words may stand before who is asked."""
_TASK = 6
"""So many words from the verb on tell what is asked."""
_CLAUSE = 25
"""So many words between commas may part who is asked from what is."""


@attrs.frozen
class Asked:
    """The party that is asked, and the stems of what it is to do."""

    name: Named
    task: frozenset[str]
    passive: bool
    """It is done to the party, by whomever."""


def asked(reading: Reading, groups: Sequence[Group]) -> Asked | None:
    """The one party near the beginning that is to do something; None where there are several or none."""
    first = next((group for group in groups if group.names[0].sense == "party"), None)
    if first is None or len(first.names) > 1 or first.first > _OPENING:
        return None
    if not first.names[0].ids.isdisjoint({ANYONE, COUNTRY, MANY}):
        return None
    verb = _verb(reading, first.end)
    ties = reading.knowledge.function_words
    task = {
        reading.stems[at]
        for at in range(verb, min(verb + _TASK, len(reading.keys)))
        if reading.keys[at] not in ties
    }
    passive = verb < len(reading.keys) and reading.keys[verb] in reading.knowledge.auxiliaries
    return Asked(first.names[0], frozenset(task), passive) if verb and task else None


def _verb(reading: Reading, end: int) -> int:
    """After the "to" or "shall" that follows a name, at once or behind a clause between commas; 0 for none."""
    if end >= len(reading.keys):
        return 0
    leads = reading.knowledge.name_words.acting | reading.knowledge.name_words.ways
    if reading.keys[end] in leads and not reading.parted[end - 1]:
        return end + 1
    if "," not in reading.gap(end):
        return 0
    clause = range(end + 1, min(end + _CLAUSE, len(reading.keys)))
    return next((at + 1 for at in clause if reading.keys[at] in leads and "," in reading.gap(at)), 0)
