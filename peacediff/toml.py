"""TOML that people write, as tables, or trouble that names the place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import tomli

from peacediff.errors import Trouble

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_REMEDY = "mend it there"


def read(file: Traversable, name: str) -> Mapping[str, Any]:
    """What a file in UTF-8 holds; ``name`` is what trouble is told of."""
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Trouble(name, "is no TOML, which is UTF-8", "save it as UTF-8", f"byte {error.start}") from None
    except OSError as error:
        raise Trouble(name, f"cannot be read: {error.strerror}", "check its permissions") from None
    return parsed(text, name)


def parsed(text: str, name: str, remedy: str = _REMEDY) -> Mapping[str, Any]:
    """What TOML text holds."""
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Trouble(name, f"is no TOML ({error.msg})", remedy, place) from None
    except RecursionError:
        raise Trouble(name, "is no TOML (nested too deep)", remedy) from None
