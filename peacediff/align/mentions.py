"""Words that have kin: those that the thesaurus groups with others that speak of the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from peacediff.knowledge import Knowledge
from peacediff.knowledge.groups import Groups

Mention = tuple[str, ...]
"""A word or phrase that has kin, stem by stem."""
Mentions = Mapping[str, Sequence[Mention]]
"""What a text mentions, by the key of the group: a mention stands under each of its groups."""
_MARK = "≈"
"""Begins the key of a group, so that it is no stem."""


def mentions(found: Sequence[str], knowledge: Knowledge, language: str) -> Mentions:
    """What a text of these stems mentions: leftmost first, then longest. Linear in the text."""
    by_group: dict[int, dict[Mention, None]] = defaultdict(dict)
    for _, form in _groups(knowledge, language).found(tuple(found)):
        for number in form.groups:
            by_group[number][form.stems] = None
    return {f"{_MARK}{number}": tuple(by_group[number]) for number in sorted(by_group)}


@cache
def _groups(knowledge: Knowledge, language: str) -> Groups:
    return Groups.of(knowledge.thesaurus, knowledge, language)
