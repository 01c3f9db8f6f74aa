"""Statements about provisions are set aside as remarks; provisions that only sound so are not."""

from __future__ import annotations

import pytest

from peacediff.readers.statements import is_bare_remark, is_remark
from tests.readers.outline import ids, passages, read_markdown, read_plain, texts


@pytest.mark.parametrize(
    "text",
    [
        "Point 3 is deleted.",
        "Points 3 to 5 deleted.",
        "Points 5 to 7 remain unchanged.",
        "[Paragraph 4 was removed]",
        "*Article 12 has been struck out.*",
        "Articles 3, 4 and 9 are reserved.",
        "Paragraph 2 (b) is still under discussion.",
        "Paragraph 2 of Article 5 is deleted.",
        "Point 3 has been merged with point 4.",
        "The paragraph 3 is to be drafted.",
        "L’article 3 est supprimé.",
        "El punto 4 queda sin cambios.",
        "Пункт 3 исключён.",
        "Пункты 5–7 остаются без изменений.",
        "Пункт 3 вилучено.",
        "الفقرة 3 محذوفة.",
        "第三条已删除。",
    ],
)
def test_a_statement_about_provisions_is_a_remark(text: str) -> None:
    assert is_remark(text)


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 of the Treaty remains in force.",
        "Point 3 applies to Korr.",
        "Paragraph 2 of the law of Korr on the press is repealed.",
        "All mines are removed.",
        "Points are agreed by both.",
        "Korr is deleted from Annex 3 and remains free.",
        "The 3 posts are removed.",
        "Zone 3 is unchanged.",
    ],
)
def test_a_provision_is_no_remark(text: str) -> None:
    assert not is_remark(text)


@pytest.mark.parametrize("text", ["Deleted.", "[deleted]", "(Reserved)", "*No change*", "исключён"])
def test_a_point_may_say_only_what_became_of_it(text: str) -> None:
    assert is_bare_remark(text)


def test_remarks_are_set_aside_with_their_words_and_the_points_stay() -> None:
    text = (
        "1. Aa.\n\nPoint 2 is deleted.\n\n3. All end. Points 5 to 7 remain unchanged. Dd.\n\n"
        "Article 4: deleted\n\n5. Deleted. Still so.\n"
    )
    for draft in (read_plain(text), read_markdown(text)):
        assert ids(draft) == ["1", "3", "4", "5"]
        assert texts(draft) == {
            "1": "Aa.",
            "3": "All end.",
            "3#2": "Dd.",
            "5": "Deleted.",
            "5#2": "Still so.",
        }
        assert passages(draft) == [
            ("remark", "Point 2 is deleted."),
            ("remark", "Points 5 to 7 remain unchanged."),
            ("remark", "deleted"),
        ]
