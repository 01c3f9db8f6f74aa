"""Styled text to lines of a given width in columns, East Asian wide characters counted as two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, takewhile
from typing import NamedTuple

from peacediff.renderers.visible import visible

_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60"
    "\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd"
)
_HARD = "\u00a0\u2007\u202f"
_PLAIN = re.compile(r"\s+|\S+")
"""The tokens of ASCII text, where no character is wide and every space may end a line."""


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(rf"[^\S{_HARD}]+|[{_WIDE}]|(?:[{_HARD}]|[^\s{_WIDE}])+")


@cache
def _wide_token() -> re.Pattern[str]:
    return re.compile(f"[{_WIDE}]")


class Piece(NamedTuple):
    """Text in one style, a key of the renderer's styles; empty for none.

    A named tuple, as there are as many of these as words to show.
    """

    text: str
    style: str = ""


class _Atom(NamedTuple):
    """Pieces between which no line is broken; ``spaced`` where a space stands before them."""

    pieces: tuple[Piece, ...]
    spaced: bool
    width: int


def columns(text: str) -> int:
    """The columns that a text takes on a screen."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def cut(text: str, width: int) -> str:
    """A text of at most ``width`` columns, the last of them a mark where something is cut off."""
    if columns(text) <= width:
        return text
    taken = accumulate(map(_columns_of, text))
    return text[: sum(1 for _ in takewhile(lambda used: used < width, taken))].rstrip() + "…"


def wrap(pieces: Iterable[Piece], width: int) -> Iterator[tuple[Piece, ...]]:
    """Lines of at most ``width`` columns, without the space they are broken at; a longer word is cut.

    White space counts once, but a no-break space is kept, and no line is broken at it.
    """
    line: list[Piece] = []
    used = 0
    for atom in _fitting(_atoms(pieces), width):
        gap = int(atom.spaced and bool(line))
        if line and used + gap + atom.width > width:
            yield tuple(line)
            line, used, gap = [], 0, 0
        line += [_space(line[-1], atom.pieces[0])] if gap else []
        line += atom.pieces
        used += gap + atom.width
    if line:
        yield tuple(line)


def _space(before: Piece, after: Piece) -> Piece:
    """The space between two words, in their style where they share it."""
    return Piece(" ", before.style if before.style == after.style else "")


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _atoms(pieces: Iterable[Piece]) -> Iterator[_Atom]:
    atom: list[Piece] = []
    spaced, width = False, 0
    for piece in pieces:
        text = visible(piece.text)
        for token in (_PLAIN if text.isascii() else _tokens()).findall(text):
            is_space = token.isspace() and token[0] not in _HARD
            if atom and (is_space or _may_break(atom[-1].text, token)):
                yield _Atom(tuple(atom), spaced, width)
                atom, spaced, width = [], False, 0
            if is_space:
                spaced = True
            else:
                atom.append(Piece(token, piece.style))
                width += columns(token)
    if atom:
        yield _Atom(tuple(atom), spaced, width)


def _may_break(before: str, after: str) -> bool:
    """Whether a line may be broken without a space: beside a wide character, but not before a mark."""
    if before.isascii() and after.isascii():
        return False
    if not (_wide_token().match(before[-1]) or _wide_token().match(after)):
        return False
    return unicodedata.category(before[-1]) != "Ps" and unicodedata.category(after[0])[0] != "P"


def _fitting(atoms: Iterable[_Atom], width: int) -> Iterator[_Atom]:
    for atom in atoms:
        if atom.width <= width:
            yield atom
        else:
            yield from _cut(atom, width)


def _cut(atom: _Atom, width: int) -> Iterator[_Atom]:
    part: list[Piece] = []
    used, spaced = 0, atom.spaced
    for character in (Piece(c, piece.style) for piece in atom.pieces for c in piece.text):
        wide = columns(character.text)
        if part and used + wide > width:
            yield _Atom(tuple(part), spaced, used)
            part, used, spaced = [], 0, False
        part.append(character)
        used += wide
    yield _Atom(tuple(part), spaced, used)
