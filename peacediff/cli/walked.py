"""The revisions of one file as drafts in a chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from peacediff.cli.drafts import ReadOptions
from peacediff.errors import Trouble
from peacediff.revisions import blob, revisions

if TYPE_CHECKING:
    from peacediff.model import Draft

_ONE_BY_ONE = "name the drafts one by one"


@attrs.frozen
class _Text:
    """The file as it was in a revision, or as it is."""

    name: str
    when: str
    data: bytes


def walked(names: Sequence[str], how: ReadOptions) -> list[Draft]:
    """The file as it was in each revision, then as it is, oldest first.

    What is the same as the one before is left out, and so is a revision that holds no draft, such as an empty file;
    the last draft says which. Raises `Trouble` where fewer than two are left, or the last one cannot be read.
    """
    path = _file(names)
    texts = list(_texts(path))
    kept: list[tuple[bytes, Draft]] = []
    same, unread = 0, list[str]()
    for text in texts:
        if kept and kept[-1][0] == text.data:
            same += 1
            continue
        try:
            draft = how.read(text.data, text.name)
            kept.append((text.data, attrs.evolve(draft, title=f"{draft.title or path} ({text.when})")))
        except Trouble as trouble:
            if text is texts[-1]:
                raise
            unread.append(f"left out {text.name}: {trouble.problem}")
    if len(kept) < 2:  # noqa: PLR2004 (two ends of a step)
        raise Trouble(path, "has one text in all its revisions", _ONE_BY_ONE)
    return _told([draft for _, draft in kept], same, len(texts), unread)


def _file(names: Sequence[str]) -> str:
    if len(names) != 1 or names[0] == "-":
        raise Trouble("--git", "walks the revisions of one file", "name one file, or leave --git out")
    if Path(names[0]).is_dir():
        raise Trouble(names[0], "this is a directory", "name a file in it")
    return names[0]


def _texts(path: str) -> Iterator[_Text]:
    for each in revisions(path):
        yield _Text(each.name, f"{each.commit}, {each.date}", blob(each.name, Path(path).parent))
    if Path(path).is_file():
        from peacediff.readers.decoding import bytes_of

        yield _Text(path, "not committed", bytes_of(path))


def _told(drafts: list[Draft], same: int, found: int, unread: Sequence[str]) -> list[Draft]:
    """The drafts, of which the last says what was left out."""
    are = "it is" if same == 1 else "they are"
    said = [f"{same} of {found} revisions left out, as {are} the same as the one before"] * bool(same)
    last = drafts[-1]
    return [*drafts[:-1], attrs.evolve(last, remarks=(*last.remarks, *said, *unread))]
