"""What rules found in a comparison, and what a team has acknowledged of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import overload

import attrs

from peacediff.errors import unknown
from peacediff.model.changes import Change, Shift
from peacediff.model.delegates import Shown, Tabular
from peacediff.model.draft import Provision
from peacediff.model.rules import SEVERITIES, Severity


@attrs.frozen
class Acceptance:
    """A finding that was acknowledged, with the reason.

    ``until`` is the last day on which that holds, as ``2026-12-31``; empty where it has no end. ``rule``, ``old`` and
    ``new`` say for readers what was acknowledged; the fingerprint alone decides.
    """

    fingerprint: str
    reason: str
    until: str = ""
    rule: str = ""
    old: str = ""
    new: str = ""


@attrs.frozen
class Register:
    """What a team has acknowledged; ``name`` tells where it was read."""

    name: str = ""
    acceptances: tuple[Acceptance, ...] = ()


@attrs.frozen
class Finding:
    """One rule that fires on one change.

    ``shifts`` are those that the rule asks for; ``neighbour`` is, for a dropped provision, the nearest provision of
    the old draft that has an answer in the new one, there; None where nothing is left. ``acceptance`` is what the
    register says of it, which may have ended.
    """

    rule: str
    title: str
    severity: Severity
    message: str
    fingerprint: str
    change: Change
    shifts: tuple[Shift, ...] = ()
    neighbour: Provision | None = None
    acceptance: Acceptance | None = None

    @property
    def quoted(self) -> tuple[tuple[str, str], ...]:
        """The words it rests on, before and after: those of its shifts, or else the whole texts of the change."""
        return tuple((s.before, s.after) for s in self.shifts) or ((self.change.before, self.change.after),)


def _together(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(findings)


@attrs.frozen(repr=False)
class Findings(Tabular, Shown, Sequence[Finding]):
    """The findings that nobody has acknowledged, worst first; true where there is any.

    ``accepted`` are those that the register accepts, ``stale`` the entries of it which nothing answers any more,
    ``expired`` those that have ended and whose findings therefore count again.
    """

    items: tuple[Finding, ...] = attrs.field(converter=_together, default=())
    accepted: tuple[Finding, ...] = attrs.field(converter=_together, default=())
    stale: tuple[Acceptance, ...] = ()
    expired: tuple[Acceptance, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Findings: ...
    def __getitem__(self, index: int | slice) -> Finding | Findings:
        if isinstance(index, slice):
            return attrs.evolve(self, items=self.items[index])
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        counts = [(sum(f.severity == severity for f in self.items), severity) for severity in SEVERITIES]
        said = [f"{count} {what}" for count, what in (*counts, (len(self.accepted), "accepted")) if count]
        return f"<Findings: {', '.join(said) or 'none'}>"

    def at_least(self, severity: Severity) -> Findings:
        """The findings of this severity or a worse one; raises `peacediff.Trouble` where there is no such severity."""
        if severity not in SEVERITIES:
            raise unknown("severity", "severity", severity, SEVERITIES)
        counted = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return attrs.evolve(
            self,
            items=(f for f in self.items if f.severity in counted),
            accepted=(f for f in self.accepted if f.severity in counted),
        )

    def by(self, *rules: str) -> Findings:
        """The findings of these rules."""
        return attrs.evolve(
            self,
            items=(f for f in self.items if f.rule in rules),
            accepted=(f for f in self.accepted if f.rule in rules),
        )
