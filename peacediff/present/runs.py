"""The word edits of a change in their context, as runs."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from peacediff.model import Change, Edit, Provision, Span
from peacediff.model import Side as DraftSide
from peacediff.present.page import Held, Ref, Role, Run

LONGEST = 40
"""An equal run of more words is shortened to its ends."""
_KEPT = 12

_MARK: Mapping[DraftSide, Role] = MappingProxyType({"old": "deleted", "new": "inserted"})
_GAP = Run(" ", "equal")
_SPACES = re.compile(r"\s+")


def runs(change: Change) -> tuple[Run, ...]:
    """The text of a change: what is equal, deleted and inserted, in reading order."""
    return tuple(_set_off(_elided(_pieces(change))))


def held(change: Change) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """The provisions of both sides in full, with what was taken away in the old ones and put in in the new ones."""
    shown = [edit for edit in change.edits or _whole(change) if _is_shown(edit)]
    old = _marked(change.old, "old", [edit.old_span for edit in shown])
    return tuple(old), tuple(_marked(change.new, "new", [edit.new_span for edit in shown]))


def _marked(provisions: Sequence[Provision], side: DraftSide, spans: Sequence[Span]) -> Iterator[Held]:
    """Provisions whose texts stand in lines of their own, and what of these lines is edited."""
    start, waiting = 0, deque(spans)
    for provision in provisions:
        end = start + len(provision.text)
        cuts: list[Span] = []
        while waiting and waiting[0][0] < end:
            first, last = waiting[0]
            cuts.append((max(first - start, 0), max(min(last, end) - start, 0)))
            if last > end:
                break
            waiting.popleft()
        yield Held(Ref(side, provision.id), tuple(_set_off(_cut(provision.text, cuts, _MARK[side]))))
        start = end + 1


def _cut(text: str, spans: Sequence[Span], role: Role) -> Iterator[Run]:
    at = 0
    for start, end in spans:
        yield Run(text[at:start], "equal")
        yield Run(text[start:end], role)
        at = end
    yield Run(text[at:], "equal")


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
    return text.translate({ord(character): None for character in set(text) if _is_print(character)})


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
        text = _SPACES.sub(" ", piece.text)
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
