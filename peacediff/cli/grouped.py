"""Options that go together, as one frozen value: a command asks for the value, the command line for its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints

import attrs


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """The command as typer takes it: each argument that is an attrs class is spread over the options of its fields."""
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if attrs.has(hint)}

    @wraps(command)
    def spread(**given: Any) -> None:  # noqa: ANN401 (what typer gives)
        values = {
            name: group(**{field.name: given.pop(field.name) for field in attrs.fields(group)})
            for name, group in groups.items()
        }
        command(**given, **values)

    parameters = [
        option
        for parameter in signature(command).parameters.values()
        for option in _options(parameter.replace(annotation=hints[parameter.name]), groups)
    ]
    spread.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    spread.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return spread


def _options(parameter: Parameter, groups: Mapping[str, type]) -> Iterator[Parameter]:
    """A parameter that is no group as it is, one that is by its fields."""
    group = groups.get(parameter.name)
    if group is None:
        yield parameter
        return
    hints = get_type_hints(group, include_extras=True)
    for field in attrs.fields(group):
        yield Parameter(
            field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
