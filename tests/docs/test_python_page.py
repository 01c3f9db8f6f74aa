"""The page of the Python names is generated from their docstrings: ``--update-golden`` writes it anew."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any, Literal, get_args, get_origin

import attrs
import pytest

import peacediff
from peacediff import model
from tests.docs.pages import ROOT

PAGE = ROOT / "docs" / "reference" / "python.md"
HEAD = """# Python

Every public name of `import peacediff`, from its own docstring. Values are frozen: nothing that is read or compared
changes later. A span is a pair of places in a text, in code points; a line counts from 1. What goes wrong with input
is [`Trouble`](#trouble), in one line with a remedy.
"""
FUNCTIONS = sorted(name for name in peacediff.__all__ if not inspect.isclass(getattr(peacediff, name)))
CLASSES = sorted(set(peacediff.__all__) - set(FUNCTIONS))
WORDS = {name: get_args(kind) for name, kind in sorted(vars(model).items()) if get_origin(kind) is Literal}
"""The types that are one of a few words."""


def written() -> str:
    """The page as the code has it."""
    parts = [HEAD, "## Functions\n"]
    for name in FUNCTIONS:
        function = getattr(peacediff, name)
        parts += [f"### {name}\n", f"```text\n{signature(name, function)}\n```\n", f"{said(function)}\n"]
    parts.append("## Values\n")
    for name in CLASSES:
        parts += _value(name, getattr(peacediff, name))
    parts.append("## Words\n\nWhat a field of one of these types holds.\n\n| Type | One of |\n|---|---|")
    parts += [f"| `{name}` | {', '.join(f'`{word}`' for word in words)} |" for name, words in WORDS.items()]
    parts.append("")
    return "\n".join(parts)


def _value(name: str, value: type[Any]) -> Iterator[str]:
    yield f"### {name}\n"
    yield f"{said(value)}\n"
    fields = [field for field in attrs.fields(value) if not field.name.startswith("_")]
    kinds = (f"| `{field.name}` | `{_kind(field.type)}` |" for field in fields)
    yield "\n".join(["| Field | Type |\n|---|---|", *kinds, ""])
    members = [
        (key, member) for key, member in _members(value) if key not in {field.name for field in fields}
    ]
    for key, member in members:
        told = " ".join(said(member).split())
        yield f"- `{_shown(key, member)}`: {told}"
    yield from [""] * bool(members)


def _members(value: type[Any]) -> Iterator[tuple[str, Any]]:
    """The public properties and methods, those that other classes of the model give it as well."""
    ours = (each for each in value.__mro__ if each.__module__.startswith("peacediff."))
    found = {key: member for each in reversed(list(ours)) for key, member in vars(each).items()}
    for key, member in found.items():
        plain = member.__func__ if isinstance(member, classmethod) else member
        if not key.startswith("_") and (inspect.isfunction(plain) or isinstance(plain, property)):
            yield key, plain


def _shown(key: str, member: Any) -> str:
    return f".{key}" if isinstance(member, property) else signature(f".{key}", member)


def signature(name: str, function: Callable[..., Any]) -> str:
    """A function as it is called, its types as they stand in the code."""
    parts: list[str] = []
    star = False
    for parameter in inspect.signature(function).parameters.values():
        if parameter.name in ("self", "cls"):
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not star:
            star = True
            parts.append("*")
        stars = "*" if parameter.kind is parameter.VAR_POSITIONAL else ""
        default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
        parts.append(f"{stars}{parameter.name}: {parameter.annotation}{default}")
    back = inspect.signature(function).return_annotation
    whole = f"{name}({', '.join(parts)}) -> {back}"
    if len(whole) <= 100 or name.startswith("."):
        return whole
    lines = "".join(f"    {part},\n" for part in parts)
    return f"{name}(\n{lines}) -> {back}"


def said(of: Any) -> str:
    """A docstring as Markdown."""
    text = inspect.cleandoc(of.__doc__ or "")
    return re.sub(r"``(.+?)``", r"`\1`", text, flags=re.DOTALL).replace("<", "&lt;")


def _kind(kind: object) -> str:
    return str(kind).replace("|", "\\|")


def test_the_page_of_python_names_is_what_the_docstrings_say(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        PAGE.write_text(written(), encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == written()


@pytest.mark.parametrize("name", peacediff.__all__)
def test_every_public_name_says_what_it_is(name: str) -> None:
    """In sentences of its own: attrs writes none, and a name without any would be a heading over nothing."""
    assert said(getattr(peacediff, name)).endswith((".", "`", '"', "'"))
    assert f"### {name}\n" in PAGE.read_text(encoding="utf-8")
    value = getattr(peacediff, name)
    for key, member in _members(value) if isinstance(value, type) else ():
        assert said(member), f"{name}.{key}"
