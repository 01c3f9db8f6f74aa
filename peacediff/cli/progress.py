"""What long work is at: one line on standard error, of a terminal only, that is gone when the work is done."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import Thread
    from types import TracebackType

_EVERY = 1.0
"""Seconds until the line first shows, and between its changes: what is done sooner shows nothing."""
_CLEAR = "\r\x1b[K"


class Progress:
    """A context in which standard error tells the stage and the seconds since the work began."""

    def __init__(self) -> None:
        self.stage = ""
        self.thread: Thread | None = None

    def begins(self, stage: str) -> None:
        """Say what is done from now on."""
        self.stage = stage

    def __enter__(self) -> Progress:
        if sys.stderr is not None and sys.stderr.isatty():
            from threading import Event, Thread

            self.done = Event()
            self.thread = Thread(target=self._tell, daemon=True)
            self.thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.thread:
            self.done.set()
            self.thread.join()

    def _tell(self) -> None:
        seconds = 0.0
        while not self.done.wait(_EVERY):
            seconds += _EVERY
            self._write(f"{_CLEAR}peacediff: {self.stage}, {seconds:.0f} s")
        if seconds:
            self._write(_CLEAR)

    def _write(self, text: str) -> None:
        from contextlib import suppress

        with suppress(OSError, ValueError):  # a terminal that is gone needs no news
            sys.stderr.write(text)
            sys.stderr.flush()
