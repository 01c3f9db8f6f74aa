"""Pages of findings for the tests of what shows them."""

from __future__ import annotations

from datetime import date

from peacediff import Findings, compare, judge, read_text
from peacediff.knowledge.rules import load_rules
from peacediff.model import Acceptance, Comparison, Draft, Register, Severity
from peacediff.present.findings import FindingsPage, lay_out_findings
from peacediff.renderers import Style
from peacediff.renderers.findings import FINDINGS_RENDERERS

OLD = """1. The bridge opens in spring.
2. Both parties must release the archives.
3. The northern republic receives security guarantees from three guarantor states.
4. The armed forces are limited to 40,000 soldiers.
"""
NEW = """1. The bridge opens in spring.
2. Both parties may release the archives.
4. The armed forces are limited to 60,000 soldiers.
"""


def drafts(old: str = OLD, new: str = NEW) -> tuple[Draft, Draft]:
    """Two drafts of these texts."""
    return read_text(old, name="old.md"), read_text(new, name="new.md")


def page(
    comparison: Comparison | None = None,
    *accepted: str,
    fail_on: Severity | None = "error",
    shown: Severity = "info",
) -> FindingsPage:
    """The page of a comparison; the rules that are named have all they find accepted."""
    given = comparison or compare(*drafts())
    names = [finding.fingerprint for finding in judge(given).by(*accepted)]
    register = Register("r.toml", tuple(Acceptance(name, "agreed") for name in names))
    found: Findings = judge(given, register=register, today=date(2026, 5, 3))
    return lay_out_findings(
        given, found, load_rules(), fail_on=fail_on, shown=shown, registered=bool(accepted)
    )


def rendered(form: str, shown: FindingsPage) -> str:
    """The page in a format."""
    return FINDINGS_RENDERERS[form](shown, Style())
