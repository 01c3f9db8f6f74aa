"""What a user says of links: read from TOML, held against the drafts, and followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from peacediff import Comparison, Pin, Pins, Trouble, compare, read_links, read_text
from peacediff.pinning import pins_of

OLD = read_text(
    "1. Troops leave the valley.\n\n2. Mines are cleared.\n\n3. Prisoners go home.\n", name="old.md"
)
NEW = read_text("1. Prisoners go home.\n\n2. Forces quit it.\n\n3. Roads are mended.\n", name="new.md")


def links(comparison: Comparison) -> set[tuple[str, str]]:
    return {("+".join(p.id for p in c.old), "+".join(p.id for p in c.new)) for c in comparison.changes}


def test_links_are_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "links.toml"
    path.write_text(
        '[[link]]\nold = ["1", "2"]\nnew = "2"\n[[forbid]]\nold = "3"\nnew = ["1"]\n', encoding="utf-8"
    )
    pins = Pins(path.as_posix(), (Pin(("1", "2"), ("2",)),), (Pin(("3",), ("1",)),))
    assert read_links(path) == pins


def test_a_pinned_link_stands_and_says_who_found_it() -> None:
    (pinned,) = (
        c
        for c in compare(OLD, NEW, links=Pins("l", (Pin(("1", "2"), ("2",)),))).changes
        if c.shape == "merged"
    )
    assert (pinned.found, pinned.confidence, pinned.fate, pinned.doubtful) == ("user", 1.0, "changed", False)


def test_the_ids_of_a_pin_may_stand_in_any_order() -> None:
    turned = compare(OLD, NEW, links=Pins("l", (Pin(("2", "1"), ("3", "2")),)))
    assert links(turned) == {("1+2", "2+3"), ("3", "1")}


def test_the_rest_is_aligned_around_a_pin() -> None:
    """Word for word the same as another, and yet pinned elsewhere: the other is free, and added."""
    assert links(compare(OLD, NEW)) >= {("3", "1")}
    assert links(compare(OLD, NEW, links=Pins("l", (Pin(("3",), ("3",)),)))) >= {("3", "3"), ("", "1")}


def test_a_forbidden_link_is_not_made_even_where_the_words_are_the_same() -> None:
    found = links(compare(OLD, NEW, links=Pins("l", (), (Pin(("3",), ("1", "2")),))))
    assert not found & {("3", "1"), ("3", "2")}


def test_a_comparison_keeps_what_was_given() -> None:
    pins = Pins("l", (Pin(("1",), ("2",)),))
    compared = compare(OLD, NEW, links=pins)
    assert (compared.links, Comparison.from_dict(compared.to_dict())) == (pins, compared)


def test_no_links_given_changes_nothing() -> None:
    assert compare(OLD, NEW, links=pins_of("", "l")).changes == compare(OLD, NEW).changes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[[link]]\nold = "11"\nnew = "1"',
            "l, [[link]] 1: '11' is no provision of the old draft; do you mean '1'?",
        ),
        (
            '[[forbid]]\nold = "1"\nnew = "x"',
            "l, [[forbid]] 1: 'x' is no provision of the new draft; see peacediff",
        ),
        ('[[lnk]]\nold = "1"\nnew = "1"', "l: there is no key 'lnk'; do you mean 'link'?"),
        ('[[link]]\nold = "1"\nnew = "1"\nwhy = "x"', "l, [[link]] 1: there is no key 'why'; use old or new"),
        ('[[link]]\nold = "1"', "l, [[link]] 1: 'new' is missing"),
        ('[[link]]\nold = []\nnew = "1"', "l, [[link]] 1: 'old' must be an id or a list of ids"),
        ('[[link]]\nold = 1\nnew = "1"', "l, [[link]] 1: 'old' must be an id or a list of ids"),
        ('[[link]]\nold = ["1", "1"]\nnew = "1"', "l, [[link]] 1: 'old' names an id twice"),
        ('[link]\nold = "1"\nnew = "1"', "l, link: 'link' is no list of tables"),
        ('link = ["1"]', "l, link: 'link' is no list of tables"),
        ("[[link]]\nold = ?", "l, line 2, column 7: is no TOML"),
        ("a = " + "[" * 100_000, "l: is no TOML (nested too deep)"),
        (
            '[[link]]\nold = "1"\nnew = "1"\n[[link]]\nold = "2"\nnew = "1"',
            "l, [[link]] 2: '1' of the new draft stands in [[link]] 1 already",
        ),
        (
            '[[link]]\nold = "1"\nnew = "1"\n[[forbid]]\nold = ["2", "1"]\nnew = "1"',
            "l, [[forbid]] 1: '1' and '1' stand in [[link]] 1",
        ),
    ],
)
def test_a_wrong_entry_is_named_with_its_file_and_place(text: str, told: str) -> None:
    with pytest.raises(Trouble) as caught:
        compare(OLD, NEW, links=pins_of(text, "l"))
    assert str(caught.value).startswith(told)
