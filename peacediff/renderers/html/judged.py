"""What rules found, beside the changes it is about, and in one list above them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

import htpy as h

from peacediff.model import Severity
from peacediff.present.findings import FindingsPage, Hit
from peacediff.present.page import Entry, Page, Ref
from peacediff.renderers.html.markup import anchor, shown

Marked = tuple[str, Hit]
"""A finding behind what it counts as: its severity, or that it is accepted."""
Beside = Mapping[Ref, tuple[Marked, ...]]
"""The findings of every change, by the first provision of it."""

NOTHING: Beside = MappingProxyType({})
_SEVERITY = "An error asks that somebody look and acknowledge it; it is no judgement of either text."
KINDS: tuple[Severity | str, ...] = ("error", "warning", "info", "accepted")


def beside(findings: FindingsPage | None) -> Beside:
    """The findings where they belong, in their order."""
    found: dict[Ref, tuple[Marked, ...]] = {}
    for kind, hit in _marked(findings) if findings else ():
        found[hit.about] = (*found.get(hit.about, ()), (kind, hit))
    return found


def found_in(entry: Entry, findings: Beside) -> tuple[Marked, ...]:
    """The findings about one change."""
    return findings.get((entry.old or entry.new)[0].ref, ())


def kinds(marked: Collection[Marked]) -> list[str]:
    """What they count as, each once, worst first."""
    held = {kind for kind, _ in marked}
    return [kind for kind in KINDS if kind in held]


def told(marked: Collection[Marked]) -> h.Node:
    """The findings about a change, each with its rule, so that it can be looked up."""
    return h.ul(".findings")[(h.li[_told(*each)] for each in marked)] if marked else None


def _told(kind: str, hit: Hit) -> Iterator[h.Node]:
    yield from (h.b[kind], " ", shown(hit.said), " ", h.code[hit.rule])
    yield f" accepted: {shown(hit.reason)}" if kind == "accepted" and hit.reason else None


def overview(findings: FindingsPage | None, page: Page, known: Collection[str]) -> h.Node:
    """What was found in one list, and what the register says; caveats that the page has already are not repeated."""
    if not findings:
        return None
    said = (*findings.register, *findings.caveats, findings.left_out)
    lines = [_line(*each, known) for each in _marked(findings)]
    return h.section({"aria-labelledby": "findings"})[
        h.h2("#findings")["Findings"],
        h.p(".summary")[shown(findings.summary)],
        (h.p(".aside")[shown(each)] for each in said if each and each not in page.caveats),
        [h.p(".aside")[_SEVERITY], h.ul(".findings")[lines]] if lines else None,
    ]


def _line(kind: str, hit: Hit, known: Collection[str]) -> h.Node:
    """A finding in the list; what stands on one side only says on which, as both number their points from 1."""
    side = "old " if hit.nearby else "" if hit.was else "new "
    to, ids = anchor(hit.about), f"{side}{shown(hit.ids)}"
    return h.li[h.b[kind], " ", h.a(href=f"#{to}")[ids] if to in known else ids, f" {shown(hit.said)}"]


def _marked(findings: FindingsPage) -> Iterator[Marked]:
    yield from ((hit.severity, hit) for hit in findings.hits)
    yield from (("accepted", hit) for hit in findings.accepted)
