"""What a command found, written to files or shown, each in its format."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

import attrs

from peacediff.cli import options, outputs, streams
from peacediff.cli.outputs import Output
from peacediff.cli.streams import Color
from peacediff.errors import unknown
from peacediff.renderers import Style

Found = TypeVar("Found")


@attrs.frozen
class Look:
    """How text is asked to look: colour, and columns where not those of the screen."""

    color: options.ColorChoice = Color.AUTO
    width: options.Width = None

    def written(self, topics: Sequence[str]) -> Style:
        """The style of files with these topics alone, coloured only where that is asked for."""
        return self._style(topics, colored=self.color is Color.ALWAYS)

    def shown(self, topics: Sequence[str]) -> Style:
        """The style of standard output with these topics alone."""
        return self._style(topics, colored=streams.wants_color(self.color, os.environ))

    def _style(self, topics: Sequence[str], *, colored: bool) -> Style:
        return Style(self.width or streams.screen_width(), colored, tuple(topics))


@attrs.frozen
class Wanted(Generic[Found]):
    """What is wanted of what a command finds: the files to write, and the format to show, if any."""

    renderers: Mapping[str, Callable[[Found, Style], str]]
    files: Sequence[Output]
    shown: str | None
    look: Look
    topics: Sequence[str]

    def give(self, found: Found) -> None:
        """Write and show it."""
        self.write(found)
        self.show(found)

    def write(self, found: Found) -> None:
        """Write it to each file; raises `Trouble` where one cannot be written."""
        for file in self.files:
            outputs.write(file.path, self.renderers[file.format](found, self.look.written(self.topics)))

    def show(self, found: Found) -> None:
        """Show it, if that is wanted."""
        if self.shown:
            streams.show(self.renderers[self.shown](found, self.look.shown(self.topics)))


@attrs.frozen
class Forms(Generic[Found]):
    """The formats of what a command finds, and the suffixes of files that tell them."""

    renderers: Mapping[str, Callable[[Found, Style], str]]
    suffixes: Mapping[str, str]

    def wanted(
        self,
        form: str | None,
        files: Sequence[str] | None,
        inputs: Sequence[str],
        look: Look,
        topics: Sequence[str] | None = None,
    ) -> Wanted[Found]:
        """What is asked for: where neither a format nor a file is, text; raises `Trouble` where there is no such."""
        shown = form if form is not None or files else "text"
        if shown is not None and shown not in self.renderers:
            raise unknown("--format", "format", shown, tuple(self.renderers))
        targets = outputs.outputs(files or (), inputs, self.renderers, self.suffixes)
        return Wanted(self.renderers, targets, shown, look, topics or ())
