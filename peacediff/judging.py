"""Rules over the changes of a comparison: what somebody should look at before it is passed on."""

from __future__ import annotations

import reprlib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256

import attrs

from peacediff.errors import Trouble, unknown
from peacediff.knowledge.rules import load_rules
from peacediff.model import (
    SEVERITIES,
    WATCHED,
    WATCHED_TOPIC,
    Acceptance,
    Change,
    Comparison,
    Finding,
    Findings,
    Flag,
    History,
    Provision,
    Register,
    Rule,
    Shift,
    When,
)
from peacediff.text.words import keys

FINGERPRINT = "v1-"
"""What a fingerprint begins with; another way to make one would have another."""
_DIGITS = 16
Past = Mapping[tuple[str, str], Sequence[Flag]]


@attrs.frozen
class _Asked:
    """A rule, the topics it asks for spelled out; changes about topics that are ``left`` are left to other rules."""

    rule: Rule
    left: frozenset[str]


def judge(
    comparison: Comparison | History,
    rules: Sequence[Rule] | None = None,
    register: Register | None = None,
    today: date | None = None,
    watched: Sequence[str] = WATCHED,
) -> Findings:
    """What the rules find in a comparison, worst first and then in the order of the text.

    Of a history the last step is judged, by rules that know what was before it.

    ``rules`` are the packaged ones unless others are given (`peacediff.read_rules`), ``register`` what a team has
    acknowledged (`peacediff.read_register`), ``watched`` the topics that rules on watched topics ask for. An
    acceptance that ends needs ``today``; without it that is `peacediff.Trouble`, as is an unknown topic.
    """
    _refuse_what_is_no_comparison(comparison)
    rules = load_rules() if rules is None else tuple(rules)
    asked = tuple(_watching(rules, watched))
    past: Past = {}
    if isinstance(comparison, History):
        past, comparison = _past(comparison), comparison.steps[-1]
    _check_topics(rules, watched, comparison.changes.topics)
    found = sorted(_findings(comparison, asked, past), key=lambda finding: SEVERITIES.index(finding.severity))
    return _held_against(register or Register(), found, today)


def _refuse_what_is_no_comparison(given: object) -> None:
    if not isinstance(given, Comparison | History):
        problem = f"{type(given).__name__} {reprlib.repr(given)} is no comparison"
        raise Trouble("judge", problem, "compare two drafts first, with peacediff.compare(old, new)")


def _watching(rules: Sequence[Rule], watched: Sequence[str]) -> Iterator[_Asked]:
    """The rules with the watched topics where they ask for them; where nothing is watched, without these rules."""
    for rule in rules:
        named = (watched if topic == WATCHED_TOPIC else (topic,) for topic in rule.when.topic)
        topics = tuple(topic for group in named for topic in group)
        if topics or not rule.when.topic:
            asked = attrs.evolve(rule, when=attrs.evolve(rule.when, topic=topics))
            yield _Asked(
                asked, _with_own_rule(rule, rules) if WATCHED_TOPIC in rule.when.topic else frozenset()
            )


def _with_own_rule(rule: Rule, rules: Sequence[Rule]) -> frozenset[str]:
    """The topics for which another rule asks the same, whatever its direction."""
    asked = _of_any_topic(rule.when)
    same = (other.when for other in rules if _of_any_topic(other.when).asks_as(asked))
    return frozenset(topic for when in same for topic in when.topic if topic != WATCHED_TOPIC)


def _of_any_topic(when: When) -> When:
    return attrs.evolve(when, topic=(), direction=())


def _check_topics(rules: Iterable[Rule], watched: Sequence[str], known: Sequence[str]) -> None:
    """Raise `Trouble` for a topic that there is not, by the rule or the setting that names it."""
    asked = [(rule.id, topic) for rule in rules for topic in rule.when.topic] if known else []
    for rule, topic in asked:
        by_setting = topic == WATCHED_TOPIC
        for name in watched if by_setting else (topic,):
            if name not in known:
                raise unknown("watched" if by_setting else f"rule {rule}", "topic", name, known)


def _past(history: History) -> Past:
    """What only the drafts before the last two tell of the changes of the last step, by the ids of either side."""
    last, told = len(history.drafts) - 1, defaultdict[tuple[str, str], list[Flag]](list)
    for back in history.returns:
        for provision in back.change.new if back.new == last else ():
            told["new", provision.id].append("came-back")
    for lineage in history.lineages:
        if lineage.standings[-1] == "dropped" and lineage.at("came-back"):
            for provision in lineage.provisions[-2]:
                told["old", provision.id].append("dropped-again")
        if any(swing.drafts[-1] == last for swing in lineage.swings):
            for provision in lineage.provisions[-1]:
                told["new", provision.id].append("oscillating")
    return told


def _findings(comparison: Comparison, asked: Sequence[_Asked], past: Past) -> Iterator[Finding]:
    neighbour = _neighbours(comparison)
    seen = Counter[str]()
    for change in comparison.changes:
        for rule in (one.rule for one in asked if one.left.isdisjoint(change.topics)):
            shifts = _asked_shifts(change, rule.when)
            if not _fires(change, rule.when, shifts, past):
                continue
            name = _fingerprint(rule, change)
            seen[name] += 1
            yield Finding(
                rule.id,
                rule.title,
                rule.severity,
                rule.message,
                name if seen[name] == 1 else f"{name}-{seen[name]}",
                change,
                shifts,
                neighbour(change),
            )


def _fires(change: Change, when: When, shifts: Sequence[Shift], past: Past) -> bool:
    """Whether a change is all that is asked."""
    asked_alone = (
        (when.fate, change.fate),
        (when.shape, change.shape),
        (when.basis, change.basis),
    )
    return (
        all(not values or value in values for values, value in asked_alone)
        and (not when.topic or not set(when.topic).isdisjoint(change.topics))
        and (not when.flags or not set(when.flags).isdisjoint(_flags(change, past)))
        and (bool(shifts) or not (when.aspect or when.direction))
    )


def _asked_shifts(change: Change, when: When) -> tuple[Shift, ...]:
    if not (when.aspect or when.direction):
        return ()
    return tuple(
        shift
        for shift in change.shifts
        if (not when.aspect or shift.aspect in when.aspect)
        and (not when.direction or shift.direction in when.direction)
    )


def _flags(change: Change, past: Past) -> Iterator[Flag]:
    was, now = (any(p.open for p in side) for side in (change.old, change.new))
    linked = bool(change.old and change.new)
    told: tuple[tuple[Flag, bool], ...] = (
        ("moved", change.moved),
        ("renumbered", change.renumbered),
        ("doubtful", change.doubtful),
        ("open", was or now),
        ("opened", linked and now and not was),
        ("closed", linked and was and not now),
        ("to-paper", bool(change.to_papers)),
        ("from-paper", bool(change.from_papers)),
    )
    yield from (flag for flag, holds in told if holds)
    for side, provisions in (("old", change.old), ("new", change.new)):
        yield from (flag for p in provisions for flag in past.get((side, p.id), ()))


def _fingerprint(rule: Rule, change: Change) -> str:
    """What stays the same while the rule and the words of both sides do, wherever they stand."""
    said = "\0".join((rule.id, " ".join(keys(change.before)), " ".join(keys(change.after))))
    return FINGERPRINT + sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _neighbours(comparison: Comparison) -> Callable[[Change], Provision | None]:
    """Tells for a dropped provision which provision of the new draft answers the nearest old one that has an answer."""
    answered = sorted((c.old[0].span, c.new[0]) for c in comparison.changes if c.old and c.new)
    starts = [span[0] for span, _ in answered]

    def nearest(change: Change) -> Provision | None:
        if change.new or not answered:
            return None
        at = bisect_left(starts, change.old[0].span[0])
        return answered[max(0, at - 1)][1]

    return nearest


def _held_against(register: Register, found: Sequence[Finding], today: date | None) -> Findings:
    """The findings parted by what the register says of them."""
    entries = {entry.fingerprint: entry for entry in register.acceptances}
    ended = {name for name, entry in entries.items() if _has_ended(entry, register, today)}
    told = [attrs.evolve(finding, acceptance=entries.get(finding.fingerprint)) for finding in found]
    names = {finding.fingerprint for finding in found}
    return Findings(
        items=(f for f in told if f.acceptance is None or f.fingerprint in ended),
        accepted=(f for f in told if f.acceptance is not None and f.fingerprint not in ended),
        stale=tuple(entry for entry in entries.values() if entry.fingerprint not in names),
        expired=tuple(entries[name] for name in entries if name in ended & names),
    )


def _has_ended(entry: Acceptance, register: Register, today: date | None) -> bool:
    if not entry.until:
        return False
    if today is None:
        problem = (
            f"the acceptance of {entry.fingerprint} ends on {entry.until}, and nobody says what day it is"
        )
        raise Trouble(register.name or "register", problem, "give today")
    return date.fromisoformat(entry.until) < today
