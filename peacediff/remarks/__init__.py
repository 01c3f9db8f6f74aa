"""What held together and came apart: remarks over two drafts, by the phrases of ``data/lexicon/en/remarks.toml``.

Three kinds. A *companion* stood beside a subject within one point of one draft, and the point of the other draft that
answers has the subject alone. A *reference* stayed while all that it refers to is without an answer. One draft refers
by number to what stands in the *other draft*, where nothing in it answers that. All are looked for in either direction,
so that the reversed comparison has the same remarks with the drafts reversed.
"""

from __future__ import annotations

from peacediff.knowledge import Knowledge
from peacediff.model import Changes, Draft, Remark
from peacediff.remarks.companions import companions
from peacediff.remarks.references import kept_by_number, left_without_target
from peacediff.remarks.view import View


def remarks(old: Draft, new: Draft, changes: Changes, knowledge: Knowledge) -> tuple[Remark, ...]:
    """All remarks: those in which the new draft lacks something, then the old, each in the order of the data."""
    answers = {p.id: change.new for change in changes for p in change.old}
    answered = {p.id: change.old for change in changes for p in change.new}
    sides = View("old", old, answers, knowledge), View("new", new, answered, knowledge)
    return tuple(
        remark
        for whole, other in (sides, sides[::-1])
        for look in (companions, left_without_target, kept_by_number)
        for remark in look(whole, other)
    )
