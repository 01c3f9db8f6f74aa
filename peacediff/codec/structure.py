"""Plain values (of JSON or TOML) to frozen attrs values by their types, naming the key that is wrong."""

from __future__ import annotations

import math
import reprlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

_T = TypeVar("_T")
Reader = Callable[[Any], Any]
"""Checks a plain value and makes it a value of the model; raises `Wrong`."""


class Wrong(Exception):
    """A plain value that does not fit, with the keys that lead to it."""

    def __init__(self, problem: str, *keys: str) -> None:
        super().__init__(problem)
        self.problem, self.keys = problem, keys

    @property
    def place(self) -> str:
        """The key path, such as ``changes[3].fate``."""
        return "".join(self.keys).removeprefix(".")


@cache
def reader(kind: Any) -> Reader:  # noqa: ANN401
    """What reads a plain value as a type: an attrs class, tuple, Literal, optional or scalar type."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return partial(_read_word, inner)
    if origin is tuple:
        return partial(read_list, reader(inner[0]), length=None if inner[-1] is ... else len(inner))
    if origin in (Union, UnionType):
        return partial(_read_optional, reader(next(k for k in inner if k is not NoneType)))
    if attrs.has(kind):
        return lambda raw: read_record(kind, field_readers(kind), raw)  # late, as a point holds points
    return partial(_read_scalar, kind)


@cache
def field_readers(kind: type) -> Mapping[str, Reader]:
    """A reader for each field of an attrs class."""
    hints = get_type_hints(kind)
    return {field.name: reader(hints[field.name]) for field in attrs.fields(kind)}


def read_record(kind: Callable[..., _T], readers: Mapping[str, Reader], raw: Any) -> _T:  # noqa: ANN401
    """An object with exactly the keys of the readers."""
    check_keys(readers, raw)
    return kind(**{name: at(f".{name}", read, raw[name]) for name, read in readers.items()})


def read_list(read: Reader, raw: Any, length: int | None = None) -> tuple[Any, ...]:  # noqa: ANN401
    """A list, of a given length or any, as a tuple."""
    if not isinstance(raw, list) or (length is not None and len(raw) != length):
        raise Wrong(f"must be a list{f' of {length}' if length else ''}, not {shown(raw)}")
    return tuple(at(f"[{index}]", read, item) for index, item in enumerate(raw))


def at(key: str, read: Callable[[Any], _T], raw: Any) -> _T:  # noqa: ANN401
    """The value read, with the key put before the path of whatever is wrong below."""
    try:
        return read(raw)
    except Wrong as wrong:
        raise Wrong(wrong.problem, key, *wrong.keys) from None


def check_keys(expected: Iterable[str], raw: Any) -> None:  # noqa: ANN401
    """Raise `Wrong` unless the value is an object with these keys and no other."""
    if not isinstance(raw, dict):
        raise Wrong(f"must be an object, not {shown(raw)}")
    expected = tuple(expected)
    for key in expected:
        if key not in raw:
            raise Wrong(f"the key {key!r} is missing")
    for key in raw:
        if key not in expected:
            raise Wrong(f"the key {shown(key)} is unknown")


def shown(raw: Any) -> str:  # noqa: ANN401
    """A plain value as a message quotes it: in one line and short."""
    return reprlib.repr(raw)


def _read_word(words: Sequence[str], raw: Any) -> str:  # noqa: ANN401
    if not isinstance(raw, str) or raw not in words:
        raise Wrong(f"must be one of {', '.join(words)}, not {shown(raw)}")
    return raw


def _read_optional(read: Reader, raw: Any) -> Any:  # noqa: ANN401
    return None if raw is None else read(raw)


def _read_scalar(kind: type, raw: Any) -> Any:  # noqa: ANN401
    fits = isinstance(raw, int | float if kind is float else kind) and isinstance(raw, bool) == (kind is bool)
    if not fits or (kind is float and not math.isfinite(raw)):
        raise Wrong(f"must be {_NAMES[kind]}, not {shown(raw)}")
    return kind(raw)


_NAMES = {str: "a string", int: "a whole number", float: "a number", bool: "true or false"}
