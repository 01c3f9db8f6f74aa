"""The one kind of error that peacediff raises for trouble a user can mend."""

from __future__ import annotations

import attrs


@attrs.frozen
class Trouble(Exception):
    """Input or usage that cannot be worked with.

    ``source`` names the file (or ``<stdin>``), ``place`` where in it (``line 3``, ``byte 17``; may be empty),
    ``problem`` what is wrong and ``remedy`` what the user can do. ``str()`` is one line.
    """

    source: str
    problem: str
    remedy: str
    place: str = ""

    def __str__(self) -> str:
        where = f"{self.source}, {self.place}" if self.place else self.source
        return " ".join(f"{where}: {self.problem}; {self.remedy}".split())
