"""Tasks: the verb that a word of duty leads to, and those listed behind it ("shall monitor, verify and report")."""

from __future__ import annotations

from peacediff.aspects.cues import hits
from peacediff.aspects.facing import clause_start, sentence
from peacediff.aspects.reading import Reading

STEP = "attached: step"
"""The cue of what is laid beside another task."""
_NOTICE = 1
"""The rank of what addresses nobody."""
_ADDRESSING = 16
"""The rank up to which a word of duty asks somebody else, whom a "to" may follow."""


def is_task(reading: Reading, at: int) -> bool:
    """Whether a word is led to by a word of duty, or is listed behind one that is."""
    joiners = reading.knowledge.name_words.joiners & reading.knowledge.conjunctions
    if _is_behind_name(reading, at) or _is_listed(reading, at):
        return True
    while at > 0 and not reading.is_capital(at):
        if reading.keys[at - 1] in reading.knowledge.grammar.leading:
            return _leads(reading, at - 1)
        if reading.keys[at - 1] in reading.knowledge.auxiliaries:
            at -= 1
        elif reading.keys[at - 1] in joiners:
            at -= 2
        elif reading.gap(at) == ", ":
            at -= 1
        else:
            return False
    return False


def _is_listed(reading: Reading, at: int) -> bool:
    """Whether a word begins a member of a list as only a verb does, and somebody is bound before it in its sentence.

    What a verb is done to follows with its article (``, support the police``), or it is one of those that are listed.
    """
    knowledge, key, start = reading.knowledge, reading.keys[at], sentence(reading, at)[0]
    if (
        reading.is_capital(at)
        or key in knowledge.function_words | knowledge.grammar.qualifying
        or at == start
    ):
        return False
    if not (reading.parted[at - 1] or reading.keys[at - 1] in knowledge.conjunctions):
        return False
    found = hits("duty", reading)
    verbs = {hit.end - 1 for hit in found if hit.cue.id == STEP}
    is_verb = at in verbs or not knowledge.articles.isdisjoint(reading.keys[at + 1 : at + 2])
    return is_verb and any(start <= hit.first < at and hit.cue.rank > _NOTICE for hit in found)


def _is_behind_name(reading: Reading, at: int) -> bool:
    """Whether a word stands behind a name or a role that begins its clause: ``Norway leads the talks``.

    What somebody does in a condition is nobody's task: ``if Norway leaves``.
    """
    start = clause_start(reading, at)
    if reading.keys[start] in reading.knowledge.grammar.conditional:
        return False
    begin = start + (reading.keys[start] in reading.knowledge.articles)
    key, knowledge = reading.keys[at], reading.knowledge
    if reading.is_capital(at) or key in knowledge.function_words | knowledge.grammar.leading:
        return False
    if at and reading.keys[at - 1] in knowledge.grammar.dangling:
        return False
    if any(hit.first <= begin and hit.end == at for hit in hits("party", reading)):
        return True
    mention = next((m for m in reading.mentions if m.end == at and m.first == begin), None)
    if mention is None:
        return _is_large(reading, begin, at)
    said = reading.quote(mention.first, mention.end)
    return not any(said in entry.adjectives for entry in mention.entries)


def _is_large(reading: Reading, first: int, end: int) -> bool:
    """Whether words are written as one name is: two with a capital or more, small ones between."""
    small = reading.knowledge.name_words.of | reading.knowledge.articles
    large = [reading.is_capital(at) for at in range(first, end) if reading.keys[at] not in small]
    return len(large) > 1 and all(large) and reading.is_capital(end - 1)


def _leads(reading: Reading, at: int) -> bool:
    """Whether a word leads to a verb: "shall" always, "to" where a verb hardly can but follow.

    That is where it is part of a word of duty, or behind one that addresses somebody, where a clause begins, and where
    an article stands behind the next word ("to relieve the suffering").
    """
    if reading.keys[at] not in reading.knowledge.name_words.ways:
        return True
    start, object_ = clause_start(reading, at), at + 2
    if start == at or (object_ < len(reading.keys) and reading.keys[object_] in reading.knowledge.articles):
        return True
    return any(
        hit.first <= at < hit.end or (start <= hit.first < at and _NOTICE < hit.cue.rank <= _ADDRESSING)
        for hit in hits("duty", reading)
    )
