"""Text in square brackets and rival options are open; insertions, citations and links are not."""

from __future__ import annotations

import pytest

from tests.readers.outline import read_markdown, read_plain


@pytest.mark.parametrize(
    "text",
    [
        "The cap is [600,000][800,000] troops.",
        "[Korr is free.]",
        "They leave within [30] days.",
        "They [shall] [should] leave.",
        "[Both sides leave Korr [at once].]",
        "Option proposed by Korr, not agreed: it runs the plant.",
    ],
)
def test_what_is_not_settled_is_open(text: str) -> None:
    (provision,) = read_plain(f"1. {text}").provisions
    assert provision.open


@pytest.mark.parametrize(
    "text",
    [
        "He said [sic] so.",
        "It is so.[1]",
        "As told [12], they met.",
        "It is so.[a]",
        "It is so.[note 3]",
        "Terms [edit]",
        "See [the map](http://map.example).",
        "[T]he fleets leave.",
        "The fleet[s] leave.",
        "They met […] in Korr.",
        "It is signed [signature].",
        "[Note]: see below.",
        "An option for peace: talks.",
        "A lone [ bracket.",
    ],
)
def test_insertions_and_links_are_not_open(text: str) -> None:
    assert not any(provision.open for provision in read_markdown(f"1. {text}").provisions)


def test_brackets_may_hold_several_points() -> None:
    draft = read_plain("1. Aa.\n\n[2. Bb.\n\n(a) Cc.\n\n3. Dd.]\n\n4. Ee.\n")
    assert {provision.id: provision.open for provision in draft.provisions} == {
        "1": False,
        "2": True,
        "2.a": True,
        "3": True,
        "4": False,
    }


@pytest.mark.parametrize("word", ["Option", "Alternative", "Variante", "Вариант"])
def test_rival_options_are_open_points_below_what_they_are_about(word: str) -> None:
    draft = read_plain(f"1. On the plant:\n\n{word} 1: Aa. Bb.\n\n{word} 2: Cc.\n\n2. Next.\n")
    assert {provision.id: provision.open for provision in draft.provisions} == {
        "1": False,
        "1.option-1": True,
        "1.option-1#2": True,
        "1.option-2": True,
        "2": False,
    }
