"""The findings of a comparison to a page of findings: order and wording, decided once for all renderers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from peacediff.model import (
    SEVERITIES,
    Acceptance,
    Comparison,
    Draft,
    Fate,
    Finding,
    Findings,
    Provision,
    Rule,
    Severity,
)
from peacediff.present import caveats, wording
from peacediff.present.page import Ref, between, plain
from peacediff.present.shifted import brief

_DIFFERENT: tuple[Fate, ...] = ("dropped", "changed", "added")
_NO_VERDICT = "An error must be acknowledged by somebody; it is no verdict on the text."


@attrs.frozen
class Place:
    """Where words stand: a file and a line of it, counted from 1."""

    file: str
    line: int


@attrs.frozen
class Hit:
    """A finding as it is shown: every string is one line of plain text, much of it the documents'.

    ``quotes`` are the words it rests on, before and after, shortened. ``place`` is in the new draft; where nothing of
    the change stands there, ``nearby`` is true and it is that of the nearest provision which has an answer. ``was``
    is in the old draft, with its text in full; None and empty for what is added. ``about`` is the first provision of
    the change, ``reason`` that of an acceptance.
    """

    rule: str
    title: str
    severity: Severity
    ids: str
    said: str
    quotes: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    place: Place
    nearby: bool
    was: Place | None
    lost: str
    fingerprint: str
    about: Ref
    reason: str = ""

    @property
    def words(self) -> str:
        """The words it rests on in one line; of what stands on one side only, that side."""
        return "; ".join(
            f"{old} → {new}" if old and new else f"{self.lead(old, new)}{old or new}"
            for old, new in self.quotes
        )

    def lead(self, old: str, new: str) -> str:
        """What leads words that one of two texts alone has; nothing where there is but one text."""
        linked = self.was is not None and not self.nearby
        if not linked or bool(old) == bool(new):
            return ""
        return "removed: " if old else "added: "

    @property
    def sentence(self) -> str:
        """The ids, what is said, and the words that show it."""
        return f"{self.ids}: {self.said} {self.words}"


@attrs.frozen
class FindingsPage:
    """The findings as they are read.

    ``hits`` count, worst first; ``accepted`` do not. ``register`` says what of the register is stale or has expired,
    ``left_out`` what is not shown. ``folded`` asks text to count the accepted ones only.
    ``registered`` tells whether there is a register at all, ``fail_on`` from which
    severity on the check fails (None: never).
    """

    old: str
    new: str
    summary: str
    caveats: tuple[str, ...]
    hits: tuple[Hit, ...]
    accepted: tuple[Hit, ...]
    register: tuple[str, ...]
    left_out: str
    rules: tuple[Rule, ...]
    comparison: Comparison
    registered: bool = False
    fail_on: Severity | None = "error"
    folded: bool = False

    def fails(self, hit: Hit) -> bool:
        """Whether a finding that counts makes the check fail."""
        worst = SEVERITIES.index(self.fail_on) if self.fail_on else -1
        return SEVERITIES.index(hit.severity) <= worst


def lay_out_findings(  # noqa: PLR0913 (what a page is asked for)
    comparison: Comparison,
    findings: Findings,
    rules: Sequence[Rule],
    *,
    fail_on: Severity | None = "error",
    shown: Severity = "info",
    registered: bool = False,
    folded: bool = False,
) -> FindingsPage:
    """The page of findings; those below the severity ``shown`` are counted and not shown."""
    seen = findings.at_least(shown)
    return FindingsPage(
        old=_line(wording.files(comparison.old)),
        new=_line(wording.files(comparison.new)),
        summary=summary(findings),
        caveats=tuple(_caveats(comparison, findings)),
        hits=tuple(_hit(finding, comparison) for finding in seen),
        accepted=tuple(_hit(finding, comparison) for finding in seen.accepted),
        register=tuple(register_lines(findings)),
        left_out=_left_out(len(findings) - len(seen), len(findings.accepted) - len(seen.accepted), shown),
        rules=tuple(rules),
        comparison=comparison,
        registered=registered,
        fail_on=fail_on,
        folded=folded,
    )


def _caveats(comparison: Comparison, findings: Findings) -> Iterator[str]:
    """What a reader of findings must bear in mind."""
    if findings:
        yield from caveats.caveats(comparison)
    if any(finding.severity == "error" for finding in findings):
        yield _NO_VERDICT
    yield from _unjudged(comparison, findings)


def _unjudged(comparison: Comparison, findings: Findings) -> Iterator[str]:
    """What differs and no rule fires on: silence about it is no judgement."""
    judged = {finding.change for finding in (*findings, *findings.accepted)}
    left = Counter(change.fate for change in comparison.changes if change not in judged)
    if counts := [f"{left[fate]} {fate}" for fate in _DIFFERENT if left[fate]]:
        yield f"No rule fires on other provisions: {', '.join(counts)}."


def _hit(finding: Finding, comparison: Comparison) -> Hit:
    change = finding.change
    stands = change.new[0] if change.new else finding.neighbour
    return Hit(
        rule=finding.rule,
        title=_line(finding.title),
        severity=finding.severity,
        ids=between(", ".join(p.id for p in change.old), ", ".join(p.id for p in change.new)),
        said=_said(finding, comparison),
        quotes=tuple((brief(old), brief(new)) for old, new in finding.quoted),
        notes=tuple(map(_line, _notes(finding))),
        place=_stands(comparison.new, stands) if stands else Place(comparison.new.name, 1),
        nearby=not change.new,
        was=_was(change.old, comparison),
        lost=_line(change.before),
        fingerprint=finding.fingerprint,
        about=Ref("old", change.old[0].id) if change.old else Ref("new", change.new[0].id),
        reason=_line(finding.acceptance.reason) if finding.acceptance else "",
    )


def _was(old: Sequence[Provision], comparison: Comparison) -> Place | None:
    return _stands(comparison.old, old[0]) if old else None


def _stands(draft: Draft, provision: Provision) -> Place:
    return Place(draft.file_at(provision.span[0]), provision.line)


def _said(finding: Finding, comparison: Comparison) -> str:
    """The sentence of the rule; of a draft that is not known in full, an absence is not claimed."""
    change, said = finding.change, _line(finding.message)
    if change.basis == "reported" and not (change.old and change.new):
        return f"{said.removesuffix('.')} ({wording.absence(change.fate, comparison)})."
    return said


def summary(findings: Findings) -> str:
    """The findings counted by severity in one sentence."""
    found = Counter(finding.severity for finding in findings)
    counts = [_counted(found[severity], severity) for severity in SEVERITIES if found[severity]]
    accepted = [f"{len(findings.accepted)} accepted"] * bool(findings.accepted)
    return ", ".join([*(counts or ["No findings"]), *accepted]) + "."


def _counted(count: int, severity: Severity) -> str:
    return f"{count} {severity}" if severity == "info" else wording.plural(count, severity)


def _left_out(hidden: int, accepted: int, shown: Severity) -> str:
    if not hidden + accepted:
        return ""
    return f"{wording.plural(hidden + accepted, 'finding')} below {shown} not shown."


def register_lines(findings: Findings) -> Iterator[str]:
    """What of the register has expired or is stale."""
    for entry in findings.expired:
        yield f"The acceptance of {_named(entry)} has expired: it held until {entry.until}."
    if len(findings.stale) > 1:
        named = ", ".join(map(_named, findings.stale))
        yield f"{len(findings.stale)} acceptances are stale, as nothing is found that they accept: {named}."
    for entry in findings.stale if len(findings.stale) == 1 else ():
        yield f"The acceptance of {_named(entry)} is stale: nothing is found that it accepts."


def _named(entry: Acceptance) -> str:
    return _line(f"{entry.fingerprint} ({entry.rule})" if entry.rule else entry.fingerprint)


def _notes(finding: Finding) -> Iterator[str]:
    """The flags of the change, what else is to be said of it, and the end of an acceptance."""
    yield from wording.flags(finding.change)
    yield from map(plain, wording.remarks(finding.change))
    if finding.acceptance and finding.acceptance.until:
        yield f"accepted until {finding.acceptance.until}"


def _line(text: str) -> str:
    return " ".join(text.split())
