"""In drafts of another language no English word shows a shift, and the page says so."""

from __future__ import annotations

import pytest

from peacediff import Comparison, compare, read_text
from peacediff.present import lay_out

OLD = """
1. Les parties retirent leurs forces de la zone frontalière dans un délai de 30 jours après la signature de l'accord.
2. Le mois de may est celui des élections dans toutes les provinces, sous la surveillance de la mission civile.
3. La mission compte 400 observateurs et ne porte pas d'armes dans la zone.
"""
NEW = """
1. Les parties retirent leurs forces de la zone frontalière dans un délai de 60 jours après la signature de l'accord.
2. Le mois de must est celui des élections dans toutes les provinces, sous la surveillance de la mission civile.
3. La mission compte 500 observateurs et ne porte pas d'armes dans la zone.
"""


def compared(old: str = OLD, new: str = NEW) -> Comparison:
    return compare(read_text(old), read_text(new))


def aspects(comparison: Comparison) -> set[str]:
    return {shift.aspect for change in comparison.changes for shift in change.shifts}


def test_a_word_that_is_english_only_by_its_spelling_shows_nothing() -> None:
    assert aspects(compared()) == {"quantity"}


def test_the_page_says_that_english_words_are_not_looked_for() -> None:
    assert any("not in English" in caveat for caveat in lay_out(compared()).caveats)


def test_a_draft_that_says_its_language_is_believed() -> None:
    front = "---\nlanguage: en\n---\n"
    assert "duty" in aspects(compared(front + OLD, front + NEW))


@pytest.mark.parametrize("language", ["fr", "fr-FR"])
def test_a_short_draft_is_taken_for_english_unless_it_says_otherwise(language: str) -> None:
    old, new = "1. The guards may open the gate.\n", "1. The guards must open the gate.\n"
    front = f"---\nlanguage: {language}\n---\n"
    assert aspects(compared(old, new)) == {"duty"}
    assert aspects(compared(front + old, front + new)) == set()
