"""What a command found, written to files or shown, each in its format."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import attrs

from peacediff.cli import outputs, streams
from peacediff.cli.outputs import Output
from peacediff.cli.streams import Color
from peacediff.renderers import Style

Found = TypeVar("Found")


@attrs.frozen
class Look:
    """How text is asked to look: columns, where not those of the screen, colour, and topics to show alone."""

    width: int | None
    color: Color
    topics: Sequence[str] = ()

    def written(self) -> Style:
        """The style of files, coloured only where that is asked for."""
        return self._style(colored=self.color is Color.ALWAYS)

    def shown(self) -> Style:
        """The style of standard output."""
        return self._style(colored=streams.wants_color(self.color, os.environ))

    def _style(self, *, colored: bool) -> Style:
        return Style(self.width or streams.screen_width(), colored, tuple(self.topics))


def write(
    found: Found,
    renderers: Mapping[str, Callable[[Found, Style], str]],
    targets: Sequence[Output],
    look: Look,
) -> None:
    """Write what was found to each file; raises `Trouble` where one cannot be written."""
    for target in targets:
        outputs.write(target.path, renderers[target.format](found, look.written()))


def show(
    found: Found,
    renderers: Mapping[str, Callable[[Found, Style], str]],
    form: str | None,
    look: Look,
) -> None:
    """Show what was found in a format, if one is asked for."""
    if form:
        streams.show(renderers[form](found, look.shown()))
