"""References to points whose numbers change with the draft."""

from __future__ import annotations

from peacediff import compare, read_text
from peacediff.model import Shift

OLD = """\
1. The ceasefire takes effect at dawn on the day of the ratification.
2. Mines and booby traps in the eastern valley are cleared by engineers of both armies.
3. The prisoners in the camps of both sides go home under the eyes of the Red Cross.
4. The exception of paragraph 2 does not extend to the fishing harbour.
5. The exception of paragraph 3 of resolution 1701 (2006) holds for the airport.
"""
NEW = """\
1. The ceasefire takes effect at dawn on the day of the ratification.
2. Grain ships pass through the strait without inspections of any kind.
3. Mines and booby traps in the eastern valley are cleared by engineers of both armies.
4. The prisoners in the camps of both sides go home under the eyes of the Red Cross.
5. The exception of paragraph {0} does not extend to the fishing harbour.
6. The exception of paragraph {1} of resolution 1701 (2006) holds for the airport.
"""


def references(first: int, second: int) -> list[Shift]:
    """The shifts of reference where the two paragraphs that are named bear these numbers."""
    changes = compare(read_text(OLD), read_text(NEW.format(first, second))).changes
    return [shift for change in changes for shift in change.shifts if shift.aspect == "reference"]


def test_a_reference_that_changes_in_step_with_its_point_is_no_shift() -> None:
    """Paragraph 2 became paragraph 3, and so did the reference to it."""
    assert references(3, 3) == []


def test_a_reference_to_another_point_is_a_shift() -> None:
    """Paragraph 2 became paragraph 3, but the reference leads to paragraph 4 now."""
    assert [(shift.before, shift.after) for shift in references(4, 3)] == [("paragraph 2", "paragraph 4")]


def test_a_point_of_another_text_does_not_change_in_step() -> None:
    """Paragraph 3 became paragraph 4 in this draft, which changes nothing in the resolution that is named."""
    assert [(shift.before, shift.after) for shift in references(3, 4)] == [("paragraph 3", "paragraph 4")]


def test_a_number_that_changes_in_step_is_no_changed_word() -> None:
    """A provision in which nothing but that number differs is reworded."""
    changes = compare(read_text(OLD), read_text(NEW.format(3, 3))).changes
    (stepped,) = (change for change in changes if change.old and change.old[0].point == "4")
    assert (stepped.fate, stepped.gone, stepped.come) == ("reworded", (), ())
