"""Where both sides of a change say the same, be it in other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacediff.aspects.condition import answered as conditioned
from peacediff.aspects.deadline.times import times
from peacediff.aspects.duty import answered as bound
from peacediff.aspects.naming import answered as called
from peacediff.aspects.persons import answered as titled
from peacediff.aspects.polarity import answered as denied
from peacediff.aspects.quantity import answered as paired
from peacediff.aspects.quantity.amounts import amounts
from peacediff.aspects.reading import Reading
from peacediff.aspects.reference import in_step
from peacediff.aspects.turned import answered as turned
from peacediff.model import Span

_SUBJECT = 3
"""So many words a noun may have that a pronoun stands for."""


def alike(old: Reading, new: Reading) -> tuple[Sequence[Span], Sequence[Span]]:
    """Where both sides say the same amount, time, point, subject, name, duty or denial, be it in other words."""
    found = zip(
        *(same(old, new) for same in (in_step, bound, conditioned, denied, called, titled, turned)),
        strict=True,
    )
    steps = [[span for spans in side for span in spans] for side in found]
    sides = ((old, new, steps[0]), (new, old, steps[1]))
    mine, other = (
        [*places, *_same(here, there), *_subject(here, there), *paired(here, there)]
        for here, there, places in sides
    )
    return mine, other


def _subject(here: Reading, there: Reading) -> Iterator[Span]:
    """The noun that begins a text where a pronoun begins the other and the same small word follows both."""
    keys, pronouns = here.keys, here.knowledge.name_words.pronouns
    if there.keys[1:] and there.keys[0] in pronouns and there.keys[1] in here.knowledge.function_words:
        end = next((at for at, key in enumerate(keys[: _SUBJECT + 1]) if key == there.keys[1]), 0)
        if end and not any(mention.first < end for mention in here.mentions):
            yield here.span(0, end)


def _same(here: Reading, there: Reading) -> Iterator[Span]:
    """The places of the times and amounts of one side that the other says, too; of no event, which words tell best."""
    lasting, much = (
        {time.says for time in times(there)},
        {amount.value: amount.bound for amount in amounts(there)},
    )
    timed = (time for time in times(here) if time.kind != "event" and time.says in lasting)
    yield from (here.span(time.first, time.core[1] if time.event else time.end) for time in timed)
    for one in amounts(here):
        if one.value in much:
            same = one.bound_at if one.bound == much[one.value] else None
            first, end = same or (one.first, one.end)
            yield here.span(min(first, one.first), max(end, one.end))
