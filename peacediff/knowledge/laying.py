"""A user's own knowledge laid over ours, entry by entry: the same id replaces, all else is added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from peacediff.errors import Trouble, unknown
from peacediff.knowledge.phrases import CUE_KINDS

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_NAMES = tuple(f"gazetteer/{name}.toml" for name in ("places", "parties", "instruments"))
_WORDS = tuple(f"lexicon/en/{kind}.toml" for kind in CUE_KINDS)
THESAURUS = "lexicon/en/thesaurus.toml"
FILES = ("topics.toml", *_NAMES, *_WORDS, THESAURUS)
"""What may be laid over, by the same path as in the package's own data."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Value = TypeVar("_Value", bound=_Identified)
_Item = TypeVar("_Item")


def check_folder(name: str | Path) -> None:
    """Refuse what is no folder, and a file in it that would be read by nobody; hidden ones are let be."""
    folder = Path(name)
    if not str(name) or not folder.is_dir():
        remedy = "name a folder laid out like the package's own data"
        raise Trouble(str(name) or "''", "is no folder", remedy)
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        if (
            file.is_file()
            and not any(part.startswith(".") for part in path.parts)
            and path.as_posix() not in FILES
        ):
            raise unknown(str(file), "file of knowledge", path.as_posix(), FILES)


def laid(
    ours: Sequence[_Value],
    path: str,
    over: Traversable | None,
    read: Callable[[Traversable], Iterable[_Value]],
) -> tuple[_Value, ...]:
    """Our entries with those of the user's file over them; raises `Trouble` that names the file where it is no such."""
    theirs = tuple(_read(path, over, read))
    mine, known = {entry.id for entry in theirs}, {entry.id for entry in ours}
    by_place: list[_Value] = []
    for entry in ours:
        by_place += [entry] if entry.id not in mine else [their for their in theirs if their.id == entry.id]
    return (*dict.fromkeys(by_place), *(entry for entry in theirs if entry.id not in known))


def added(
    ours: Sequence[_Item],
    path: str,
    over: Traversable | None,
    read: Callable[[Traversable], Iterable[_Item]],
) -> tuple[_Item, ...]:
    """Ours and those of the user's file behind them, of what has no id; raises `Trouble` as `laid` does."""
    return (*ours, *_read(path, over, read))


def _read(
    path: str, over: Traversable | None, read: Callable[[Traversable], Iterable[_Item]]
) -> Iterable[_Item]:
    """What the user's file holds, nothing where there is none."""
    file = over.joinpath(path) if over else None
    if file is None or not file.is_file():
        return ()
    try:
        return tuple(read(file))
    except (TypeError, AttributeError, ValueError) as error:
        remedy = "write it as the file of the same name in the package's data is written"
        raise Trouble(str(file), f"cannot be read ({error})", remedy) from None
