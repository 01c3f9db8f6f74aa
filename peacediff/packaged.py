"""The files of ``data/`` that come with the package."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def folder() -> Traversable:
    """The folder of all of them."""
    return files("peacediff") / "data"


def text(path: str) -> str:
    """The text of one, by its path from that folder."""
    return folder().joinpath(path).read_text("utf-8")


def tables(path: str) -> Mapping[str, Any]:
    """What one in TOML holds."""
    import tomli

    return tomli.loads(text(path))
