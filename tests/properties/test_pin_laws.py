"""The laws of a comparison hold with links that the user gives."""

from __future__ import annotations

from collections import Counter

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from peacediff import Draft, Pin, Pins, compare
from tests.properties.test_laws import PAIRS, ids, in_any_order, mirrored


@st.composite
def pinned(draw: st.DrawFn) -> tuple[Draft, Draft, Pins]:
    """Two drafts, and pins that may stand beside each other."""
    old, new = draw(PAIRS)
    olds: list[str] = draw(st.permutations(ids(old.provisions)))
    news: list[str] = draw(st.permutations(ids(new.provisions)))
    pins = []
    while draw(st.booleans()) and olds and news:
        several, across = draw(st.integers(1, 2)), draw(st.integers(1, 2))
        pins.append(Pin(tuple(olds[:several]), tuple(news[:across])))
        del olds[:several], news[:across]
    forbidden = [Pin((i,), (j,)) for i, j in zip(olds, news, strict=False) if draw(st.booleans())]
    return old, new, Pins("drawn", tuple(pins), tuple(forbidden))


def reversed_(pins: Pins) -> Pins:
    turned = [tuple(Pin(pin.new, pin.old) for pin in side) for side in (pins.pinned, pins.forbidden)]
    return Pins(pins.name, *turned)


@given(pinned())
@settings(max_examples=60)
def test_with_pins_every_provision_stands_in_one_change_and_the_reverse_is_the_mirror(
    case: tuple[Draft, Draft, Pins],
) -> None:
    old, new, pins = case
    forwards, backwards = compare(old, new, links=pins), compare(new, old, links=reversed_(pins))
    assert Counter(i for c in forwards.changes for i in ids(c.old)) == Counter(ids(old.provisions))
    assert Counter(i for c in forwards.changes for i in ids(c.new)) == Counter(ids(new.provisions))
    assert in_any_order(map(mirrored, forwards.changes)) == in_any_order(backwards.changes)


@given(pinned())
@settings(max_examples=60)
def test_what_is_pinned_is_linked_and_what_is_forbidden_is_not(case: tuple[Draft, Draft, Pins]) -> None:
    old, new, pins = case
    changes = compare(old, new, links=pins).changes
    by_user = {(frozenset(ids(c.old)), frozenset(ids(c.new))) for c in changes if c.found == "user"}
    assert by_user == {(frozenset(pin.old), frozenset(pin.new)) for pin in pins.pinned}
    for pin in pins.forbidden:
        assert not any(set(pin.old) & set(ids(c.old)) and set(pin.new) & set(ids(c.new)) for c in changes)


@given(pinned())
@settings(max_examples=30)
def test_the_order_of_the_entries_does_not_matter(case: tuple[Draft, Draft, Pins]) -> None:
    old, new, pins = case
    other = attrs.evolve(pins, pinned=pins.pinned[::-1], forbidden=pins.forbidden[::-1])
    assert compare(old, new, links=pins).changes == compare(old, new, links=other).changes
