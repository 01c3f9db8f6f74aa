"""What any aligner of drafts must get right, on small invented texts."""

from __future__ import annotations

import pytest

from peacediff.align import align_texts

REST = [
    "A joint commission of both parties will meet in the town of Korr every month.",
    "Prisoners will be released within thirty days through the Red Crescent.",
    "The ferry between Sedge and Lum will carry goods free of duty.",
    "Schools will teach the history of the two peoples from a common book.",
    "The dam at Osten will be inspected by engineers of the League.",
]


def linked(old: list[str], new: list[str]) -> list[tuple[list[int], list[int]]]:
    return align_texts([*old, *REST], [*new, *REST])[: len(old)]


def test_a_short_point_rewritten_around_its_number_is_found() -> None:
    old = ["The army of Arvenia will be limited to 600,000 soldiers."]
    assert linked(old, ["In peacetime the army of Arvenia stays at 800,000 soldiers."]) == [([0], [0])]


def test_a_place_in_the_list_does_not_make_a_link() -> None:
    """The number was kept while the content was replaced."""
    groups = align_texts(
        ["Belmark withdraws its troops from the Tal valley.", *REST],
        ["Pensions will be paid out by the banks of both states.", *REST],
    )
    assert ([0], [0]) not in groups


def test_one_rare_word_in_common_does_not_make_a_link() -> None:
    groups = align_texts(
        ["Arvenia receives compensation for guarding the canal.", *REST],
        [
            *REST,
            "Farmers reserve every claim to compensation, whatever the courts decide about flooded fields.",
        ],
    )
    assert all(0 not in old for old, _ in groups)


def test_duplicates_are_paired_in_order_of_their_neighbours() -> None:
    same = "The same applies."
    old = [REST[0], same, REST[1], same]
    assert align_texts(old, [REST[1], same, REST[0], same]) == [
        ([0], [2]),
        ([1], [3]),
        ([2], [0]),
        ([3], [1]),
    ]


def test_a_duplicate_without_paired_neighbours_does_not_jump_to_the_start() -> None:
    same, other = "The same applies.", "A bridge over the Tal will be built by both parties together."
    old, new = [other, same, REST[0]], [same, REST[1], REST[2], same, REST[0]]
    assert ([1], [3]) in align_texts(old, new)
    assert ([3], [1]) in align_texts(new, old)


def test_two_sentences_gathered_into_one_are_a_merge() -> None:
    old = [
        "Arvenia will withdraw its forces from the town of Korr by the first of September.",
        "Belmark will withdraw its forces from Sedge by the first of September.",
    ]
    new = [
        "By the first of September Arvenia will withdraw its forces from Korr and Belmark its forces from Sedge."
    ]
    assert ([0, 1], [0]) in align_texts([*old, *REST], [*new, *REST])


def test_a_moved_sentence_keeps_its_link() -> None:
    assert align_texts(REST, [*REST[1:], REST[0]]) == [
        ([0], [4]),
        ([1], [0]),
        ([2], [1]),
        ([3], [2]),
        ([4], [3]),
    ]


def test_unrelated_texts_are_not_linked() -> None:
    verses = [
        "A fox looked up at ripe grapes and could not reach them.",
        "The tortoise walked on while the hare lay asleep under a tree.",
        "An ant carried one grain after the other into the hill.",
        "The crow dropped pebbles into the jar until the water rose.",
    ]
    assert align_texts(REST, verses) == []


def test_a_short_text_is_found_in_the_long_one_that_holds_all_of_it() -> None:
    """Its score with the long text is hardly above that with another short one that names the same body."""
    old = ["The OSCE inspects and seals the depots.", *REST]
    grown = (
        "From the first day of the truce the OSCE inspects and seals the depots of both armies, using cameras, patrols"
        " and balloons, reports on each of them every week, and keeps all keys until the elected assembly has met."
    )
    new = [*REST, "Keys are returned under OSCE rules.", grown]
    assert ([0], [len(REST) + 1]) in align_texts(old, new)


@pytest.mark.parametrize(
    ("old", "new"), [([], []), (["A b c."], []), ([], ["A b c."]), ([""], [""]), (["..."], ["!"])]
)
def test_nothing_to_link_is_no_error(old: list[str], new: list[str]) -> None:
    assert align_texts(old, new) == []
