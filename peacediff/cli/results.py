"""What a command found, written to files or shown, each in its format."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

import attrs

from peacediff.cli import outputs, streams
from peacediff.cli.outputs import Output
from peacediff.cli.streams import Color
from peacediff.errors import unknown
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


@attrs.frozen
class Wanted(Generic[Found]):
    """What is wanted of what a command finds: the files to write, and the format to show, if any."""

    renderers: Mapping[str, Callable[[Found, Style], str]]
    files: Sequence[Output]
    shown: str | None
    look: Look

    def give(self, found: Found) -> None:
        """Write and show it."""
        self.write(found)
        self.show(found)

    def write(self, found: Found) -> None:
        """Write it to each file; raises `Trouble` where one cannot be written."""
        for file in self.files:
            outputs.write(file.path, self.renderers[file.format](found, self.look.written()))

    def show(self, found: Found) -> None:
        """Show it, if that is wanted."""
        if self.shown:
            streams.show(self.renderers[self.shown](found, self.look.shown()))


@attrs.frozen
class Forms(Generic[Found]):
    """The formats of what a command finds, and the suffixes of files that tell them."""

    renderers: Mapping[str, Callable[[Found, Style], str]]
    suffixes: Mapping[str, str]

    def wanted(
        self, form: str | None, files: Sequence[str] | None, inputs: Sequence[str], look: Look
    ) -> Wanted[Found]:
        """What is asked for: where neither a format nor a file is, text; raises `Trouble` where there is no such."""
        shown = form or (None if files else "text")
        if shown and shown not in self.renderers:
            raise unknown("--format", "format", shown, tuple(self.renderers))
        targets = outputs.outputs(files or (), inputs, self.renderers, self.suffixes)
        return Wanted(self.renderers, targets, shown, look)
