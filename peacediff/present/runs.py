"""The word edits of a change in their context, as runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from peacediff.model import Change, Edit
from peacediff.present.page import Role, Run

LONGEST = 40
"""An equal run of more words is shortened to its ends."""
_KEPT = 12

_GAP = Run(" ", "equal")


def runs(change: Change) -> tuple[Run, ...]:
    """The text of a change: what is equal, deleted and inserted, in reading order."""
    return tuple(_set_off(_elided(_pieces(change))))


def differs_only_in_print(change: Change) -> bool:
    """Whether a change has edits, and all in white space, quotes or dashes."""
    return bool(change.edits) and not any(map(_is_shown, change.edits))


def _pieces(change: Change) -> Iterator[Run]:
    before, at = change.before, 0
    for edit in filter(_is_shown, change.edits or _whole(change)):
        start, end = edit.old_span
        yield Run(before[at:start], "equal")
        yield Run(edit.old, "deleted")
        yield Run(edit.new, "inserted")
        at = end
    yield Run(before[at:], "equal")


def _whole(change: Change) -> tuple[Edit, ...]:
    """One edit over everything, for a change that differs and does not say how."""
    before, after = change.before, change.after
    edit = Edit("replace", before, after, (0, len(before)), (0, len(after)))
    return () if before == after else (edit,)


def _is_shown(edit: Edit) -> bool:
    return _worded(edit.old) != _worded(edit.new)


def _worded(text: str) -> str:
    return "".join(character for character in text if not _is_print(character))


def _is_print(character: str) -> bool:
    """Whether a character is white space, a quote or a dash, in which copies of one text differ."""
    return (
        character.isspace()
        or character in "'\"`´„‚−"
        or unicodedata.category(character) in {"Pi", "Pf", "Pd"}
    )


def _elided(pieces: Iterator[Run]) -> Iterator[Run]:
    for piece in pieces:
        words = piece.text.split()
        if piece.role == "equal" and len(words) > LONGEST:
            lead, end = piece.text[0].isspace(), piece.text[-1].isspace()
            yield Run(" " * lead + " ".join(words[:_KEPT]) + " ", "equal")
            yield Run("…", "elided")
            yield Run(" " + " ".join(words[-_KEPT:]) + " " * end, "equal")
        else:
            yield piece


def _set_off(pieces: Iterator[Run]) -> Iterator[Run]:
    """The runs with single spaces, none at the edges of a marked one, and one between marked neighbours."""
    last: Role | None = None
    for piece in pieces:
        text = re.sub(r"\s+", " ", piece.text)
        marked = piece.role in ("deleted", "inserted")
        if not text or (marked and text == " "):
            continue
        if marked and (text[0] == " " or last in ("deleted", "inserted")):
            yield _GAP
        yield Run(text.strip(" "), piece.role) if marked else Run(text, piece.role)
        last = piece.role
        if marked and text[-1] == " ":
            yield _GAP
            last = "equal"
