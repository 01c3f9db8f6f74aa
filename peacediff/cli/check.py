"""The commands ``check`` and ``accept``: what rules find, and what is acknowledged of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from peacediff.cli import options, outputs, settings, streams
from peacediff.cli.drafts import Others, Papers, ReadOptions
from peacediff.cli.grouped import grouped
from peacediff.cli.options import FailOn, Seen
from peacediff.cli.results import Forms, Look
from peacediff.cli.settings import Paths
from peacediff.errors import Trouble, unknown
from peacediff.renderers.findings import FINDINGS_RENDERERS, FINDINGS_SUFFIXES

if TYPE_CHECKING:
    from peacediff.cli.judged import Drafts, Judged
    from peacediff.model import Severity
    from peacediff.present.findings import FindingsPage

EXAMPLES = """\b
Examples:
  peacediff check old.md new.md
  peacediff check HEAD~1:plan.md plan.md --fail-on warning
  peacediff check plan.md --against main --format github --output sarif=out.sarif
  peacediff accept v1-0123456789abcdef old.md new.md --reason "agreed on 3 May"
"""
ACCEPT_EXAMPLES = """\b
Examples:
  peacediff accept v1-0123456789abcdef old.md new.md --reason "agreed on 3 May"
  peacediff accept v1-0123456789abcdef plan.md --against HEAD --reason "agreed" --until 2027-06-30
"""
STATUS = "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 trouble."
_FORMS = Forms(FINDINGS_RENDERERS, FINDINGS_SUFFIXES)
Format = Annotated[str | None, options.choice(_FORMS.renderers)]
Output = Annotated[list[str] | None, options.files(_FORMS.suffixes)]
_FINGERPRINT = re.compile(r"v1-[0-9a-f]{16}(-\d+)?")
_STOOD = "stood when the baseline was taken"
_NAMED: dict[str, Severity] = {"error": "error", "warning": "warning", "info": "info"}


@grouped
def check(  # noqa: PLR0913 (the options of the command line)
    old: options.Old,
    new: options.New = None,
    *,
    papers: Papers,
    others: Others,
    fail_on: options.Fails = FailOn.ERROR,
    min_severity: options.Shown = Seen.INFO,
    format_: Format = None,
    output: Output = None,
    baseline: options.Baseline = False,
    accepted: options.Accepted = False,
    reason: options.Why = _STOOD,
    given: Paths,
    how: ReadOptions,
    today: options.Today = None,
    look: Look,
    _debug: options.Debug = False,
) -> None:
    """Judge what became of a draft by rules: whether somebody must look before it is passed on."""
    from peacediff.cli.judged import Drafts

    drafts = Drafts(old, new, papers, others, how)
    inputs = (*drafts.inputs, *settings.files(drafts.document, given))
    wanted = _FORMS.wanted(format_, output, inputs, look)
    try:
        found = _found(drafts, given, today, reason if baseline else None)
        page = _page(found, fail_on, min_severity, folded=not accepted)
        wanted.write(page)
    except Exception:
        outputs.take_away(wanted.files)
        raise
    wanted.show(page)
    worst = _NAMED.get(fail_on)
    raise typer.Exit(int(worst is not None and bool(found.findings.at_least(worst))))


def _found(drafts: Drafts, given: Paths, today: str | None, baseline: str | None) -> Judged:
    """The check; where a reason for a baseline is given, after all that it finds was accepted."""
    from peacediff.cli.judged import accepted, judged

    found = judged(drafts, given, today)
    if baseline is None:
        return found
    return accepted(found, [f for f in found.findings if f.acceptance is None], baseline)


def _page(found: Judged, fail_on: FailOn, shown: Seen, *, folded: bool) -> FindingsPage:
    from peacediff.present.findings import lay_out_findings

    return lay_out_findings(
        found.comparison,
        found.findings,
        found.rules,
        fail_on=_NAMED.get(fail_on),
        shown=_NAMED[shown],
        registered=found.register is not None,
        folded=folded,
    )


@grouped
def accept(  # noqa: PLR0913 (the options of the command line)
    fingerprint: options.Fingerprint,
    old: options.OldAgain = None,
    new: options.New = None,
    *,
    reason: options.Reason,
    until: options.Until = None,
    papers: Papers,
    others: Others,
    given: Paths,
    how: ReadOptions,
    today: options.Today = None,
    _debug: options.Debug = False,
) -> None:
    """Acknowledge a finding in the register, with a reason: it fails no check while its texts stay as they are.

    With the drafts, the finding is looked up, and the entry says what it is about.
    """
    from peacediff.cli.judged import Drafts, accepted, judged

    end = settings.asked_day(until, "--until").isoformat() if until is not None else ""
    if old is None:
        file = _accept_unseen(fingerprint, reason, end, given)
    else:
        found = judged(Drafts(old, new, papers, others, how), given, today)
        known = {finding.fingerprint: finding for finding in (*found.findings, *found.findings.accepted)}
        if fingerprint not in known:
            raise unknown(fingerprint, "finding", fingerprint, tuple(known))
        accepted(found, [known[fingerprint]], reason, end)
        file = found.file.as_posix()
    streams.show(f"accepted {fingerprint} in {file}\n")


def _accept_unseen(fingerprint: str, reason: str, until: str, given: Paths) -> str:
    """Write an entry for a finding that is known by its fingerprint alone; the file."""
    from peacediff.cli.judged import append
    from peacediff.model import Acceptance

    if not _FINGERPRINT.fullmatch(fingerprint):
        raise Trouble(fingerprint, "is no fingerprint", "copy it from what peacediff check shows")
    config = settings.over(settings.config_for("-"), given)
    file = settings.register_path(config, "-")
    stands = settings.register_at(file, named=False)
    append(file, stands, [Acceptance(fingerprint, reason, until)])
    return file.as_posix()
