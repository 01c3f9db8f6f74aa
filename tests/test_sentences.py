"""Sentences of official prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff.text.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[slice(*span)] for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Art. 5 of the treaty applies.",
        "The treaty, see Art. V and para. 3, applies.",
        "The forces of the U.S. Army leave.",
        "It was signed on Sept. 19th, 2014 in Minsk.",
        "It was signed on 5 Sept. Monday came later.",
        "See resolution No. 5 on this.",
        "It ends in St. Petersburg.",
        "The council of Donald J. Trump meets.",
        "Second President L. D. Kuchma and M. Yu. Zurabov sign.",
        "خطة الرئيس دونالد ج. ترامب.",
        "The first duty; The second duty.",
        "Two duties: 1. The first, 2. The second.",
        "It opens at 12 a.m. local time.",
        "Zone von 3 km, z.B. am Fluss, ab dem 12. Februar 2031.",
        "Стороны, см. п. 3 и ст. 5 договора, согласны.",
        "It costs 3.5 million.",
        "He asked (why?) and left.",
    ],
)
def test_this_is_one_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The zone is 50 km. | The force leaves.",
        "It is led by Donald J. Trump. | Violations are punished.",
        "They trust the U.S. | The rest is silence.",
        "The principle is “all for all.” | This process ends.",
        "Is it over? | It is! | Good.",
        "He said no. | Then he left.",
        "It begins on day 2. | The rest follows.",
        "See Annex I. | Russia leaves.",
        "Rights, freedoms, etc. | The parties agree.",
        "**Territories.** | Crimea stays.",
        "Territories. | In the regions nothing moves.",
        "他来了。 | 好的！ | 是吗？",
        "هل هذا صحيح؟ | نعم.",
        "यह है। | वह है।",
        "Это было в 2015 г. | Стороны согласны.",
    ],
)
def test_these_are_several_sentences(text: str) -> None:
    assert cut(text.replace(" | ", " ")) == text.split(" | ")


@pytest.mark.parametrize(
    "word",
    [
        "month",
        "south",
        "port",
        "bank",
        "wall",
        "works",
        "trench",
        "century",
        "bombardment",
        "Poland",
        "Andorra",
    ],
)
def test_a_word_written_out_ends_a_sentence_before_any_name(word: str) -> None:
    assert cut(f"They keep the {word}. Prisoners go home.") == [
        f"They keep the {word}.",
        "Prisoners go home.",
    ]


@pytest.mark.parametrize("text", ["The Interior Dept. Building is kept.", "Five groups, incl. Korr, sign."])
def test_an_abbreviation_that_looks_like_a_word_ends_none(text: str) -> None:
    assert cut(text) == [text]


def test_chinese_sentences_need_no_space_between_them() -> None:
    assert cut("停火。撤军。") == ["停火。", "撤军。"]


def test_blank_text_has_no_sentence() -> None:
    assert sentences("") == sentences(" \n\t") == []


@given(st.text(alphabet="ab A.!?;。؟“”)(* \n12", max_size=80))
def test_sentences_cover_all_but_white_space_in_order_and_never_end_in_it(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert not text[at:start].strip()
        assert text[start:end].strip() == text[start:end] != ""
        at = end
    assert not text[at:].strip()
