"""Duties that one side lays down and the other states as a fact: ``the truce shall apply``, ``are covered by it``.

Treaty English says "shall" where another translator writes the plain present. Where most of what it leads to is
explained, that is grammar; "must" and "may" are told whatever stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peacediff.aspects.cues import hits
from peacediff.aspects.duty import is_auxiliary
from peacediff.aspects.explained import is_explained, unexplained_share
from peacediff.aspects.facing import clause_end, governed
from peacediff.aspects.reading import Reading
from peacediff.aspects.runs import Unexplained
from peacediff.model import Shift, Span

_NEW = 0.5
"""From this part of unexplained words on, a clause lays down something new."""

_OTHER = 0.3
"""And from this part on, if what is to be done is unexplained itself."""


def without_stated(
    found: Iterable[Shift], old: Reading, new: Reading, unexplained: Unexplained
) -> Iterator[Shift]:
    """The shifts but for an auxiliary of duty on one side only that leads to what the other side says."""
    for shift in found:
        is_lone = shift.aspect == "duty" and shift.direction in ("added", "removed")
        if is_lone and shift.before_span:
            stated = _is_stated(shift.before_span, old, unexplained[0])
        else:
            span = shift.after_span if is_lone else None
            stated = span is not None and _is_stated(span, new, unexplained[1])
        if not stated:
            yield shift


def _is_stated(span: Span, here: Reading, unexplained: Sequence[Span]) -> bool:
    """Whether an auxiliary leads to a clause most of which the other side explains."""
    duty = next((hit for hit in hits("duty", here) if here.span(hit.first, hit.end)[0] == span[0]), None)
    if duty is None or not is_auxiliary(duty, here):
        return False
    clause = here.span(duty.first, clause_end(here, duty.first))
    action = governed(here, duty.end)
    is_weak = action is not None and here.stems[action] in here.knowledge.weak
    most = _NEW if is_weak or is_explained("duty", span, here, unexplained) else _OTHER
    return unexplained_share("duty", clause, here, unexplained) < most
