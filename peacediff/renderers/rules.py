"""Rules as text and as the page of reference: what each asks, its mirror, and its examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from peacediff.model import SEVERITIES, Example, Rule, When
from peacediff.renderers.visible import visible

_FORM = """\
title = "Harbour provision dropped"
severity = "error"
message = "A provision on the harbour has no answer in the new draft."
help = "See whether the annex on ports holds it."

[when]
topic = "territory"
fate = "dropped"
"""
_HEAD = """\
# Rules

This page is written by the program from the files in `peacediff/data/rules/`, one for each rule. *Error* means that
somebody must acknowledge it, and never that it is bad; no rule names a side, and each has its mirror: what fires where
something is dropped or softer fires as severely where it is added or firmer.

A rule of your own is a file of the same form in a folder that `--rules` or the settings name; its name is the id:

```toml
{form}```

Every key of `when` must hold, and of a list any value: `topic` (`watched` stands for the watched ones), `fate`,
`shape`, `basis`, `aspect` and `direction` (of one and the same shift), and `flags`: `moved`, `renumbered`, `doubtful`,
`open` (a side is left open by brackets or options), `opened`, `closed`, `to-paper` and `from-paper` (the text went to
a side paper, or left one). `[[fires]]` and `[[near_misses]]` with `old` and `new` are examples, and `waiver` a reason
why there is no mirror; all three may be left out.

| Rule | Title | Severity |
|---|---|---|
{index}
"""


def listed(rules: Sequence[Rule]) -> str:
    """The rules, one a line, worst first."""
    width = max((len(rule.id) for rule in rules), default=0)
    ordered = sorted(rules, key=lambda rule: (SEVERITIES.index(rule.severity), rule.id))
    return "".join(
        visible(f"{rule.severity.ljust(7)}  {rule.id.ljust(width)}  {rule.title}\n") for rule in ordered
    )


def explained(rule: Rule, rules: Sequence[Rule]) -> str:
    """A rule in Markdown, as the page of reference shows it."""
    return visible("\n".join(_lines(rule, rules)))


def reference(rules: Sequence[Rule]) -> str:
    """The page of reference on rules."""
    return _HEAD.format(form=_FORM, index=_index(rules)) + "\n".join(explained(r, rules) for r in rules)


def _index(rules: Sequence[Rule]) -> str:
    return "".join(f"| [{r.id}](#{r.id}) | {r.title} | {r.severity} |\n" for r in rules)


def _lines(rule: Rule, rules: Sequence[Rule]) -> Iterator[str]:
    yield f"## {rule.id}\n"
    yield f"{rule.title}: {rule.severity}.\n"
    yield f"{rule.message}\n\n{rule.help.strip()}\n"
    yield from (f"- {asked}" for asked in _asked(rule.when))
    mirror = next((other.id for other in rules if rule.mirrors(other)), "")
    yield f"- mirror: {_mirror(rule, mirror)}\n"
    for said, examples in (("Fires", rule.fires), ("Does not fire", rule.near_misses)):
        for example in examples:
            yield f"{said}{_told(example)}:\n\n```text\n{example.old}-----\n{example.new}```\n"


def _asked(when: When) -> Iterator[str]:
    for field in attrs.fields(When):
        if values := getattr(when, field.name):
            yield f"{field.name}: {' or '.join(f'`{value}`' for value in values)}"


def _mirror(rule: Rule, mirror: str) -> str:
    if not mirror:
        return f"none, as {rule.waiver}" if rule.waiver else "none"
    return "itself" if mirror == rule.id else f"`{mirror}`"


def _told(example: Example) -> str:
    return f" where `{', '.join(example.told)}` is told" if example.told else ""
