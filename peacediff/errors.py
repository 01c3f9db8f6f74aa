"""The one kind of error that peacediff raises for trouble a user can mend."""

from __future__ import annotations

from collections.abc import Sequence

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


def unknown(source: str, kind: str, name: str, known: Sequence[str]) -> Trouble:
    """The trouble that a name is none of those known, with the nearest of them."""
    import difflib

    near = difflib.get_close_matches(name.casefold(), known, n=1, cutoff=0.5)
    meant = f"did you mean {near[0]}? Known are" if near else "use one of"
    return Trouble(source, f"there is no {kind} {name!r}", f"{meant} {', '.join(known)}")
