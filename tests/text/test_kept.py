from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff.text import kept as module
from peacediff.text.edits import edits, replay
from peacediff.text.kept import kept

WORDS = st.lists(st.sampled_from("abcdefghij"), max_size=40)


def is_common(old: list[str], new: list[str]) -> bool:
    """Whether what is kept is equal words that rise on both sides."""
    pairs = list(kept(old, new))
    rising = all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
    return rising and all(old[i] == new[j] for i, j in pairs)


def test_the_longest_common_subsequence_is_kept() -> None:
    """Of texts of ordinary length nothing that could be kept is lost."""
    assert list(kept("ABDE", "ACBE")) == [(0, 0), (1, 2), (3, 3)]


@pytest.mark.parametrize("most", [1, 7, 50])
@given(old=WORDS, new=WORDS)
def test_what_is_cut_is_common_still(most: int, old: list[str], new: list[str]) -> None:
    """However small the pieces, only equal words are paired, and in order."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_MOST_CELLS", most)
        assert is_common(old, new)


def test_what_stands_once_in_both_is_cut_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long text with few changes keeps as much as if it had not been cut."""
    monkeypatch.setattr(module, "_MOST_CELLS", 10_000)
    draw = Random(2)
    old = [str(draw.randrange(500)) for _ in range(3000)]
    new = [word if draw.random() < 0.95 else "other" for word in old]
    assert len(list(kept(old, new))) == sum(a == b for a, b in zip(old, new, strict=True))


@given(old=WORDS, new=WORDS)
def test_cut_texts_have_mirrored_edits_that_prove_themselves(old: list[str], new: list[str]) -> None:
    """Cutting breaks neither the law of proof nor that of the mirror."""
    before, after = " ".join(old), " ".join(new)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_MOST_CELLS", 20)
        there, back = edits(before, after), edits(after, before)
    assert replay(before, there) == after
    assert [(e.old_span, e.new_span) for e in there] == [(e.new_span, e.old_span) for e in back]


def test_a_paragraph_of_very_many_words_is_compared_in_little_memory() -> None:
    """Where no run of words stands once in both, the texts are cut through their middles."""
    old, new = ["a", "b"] * 40_000, ["a", "b", "c"] * 30_000
    assert is_common(old, new)
    assert len(list(kept(old, new))) > 40_000
