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


_NEAREST, _LISTED = 3, 16


def unknown(source: str, kind: str, name: str, known: Sequence[str]) -> Trouble:
    """The trouble that a name is none of those known: with the nearest of them, and all where they are few."""
    import difflib

    near = difflib.get_close_matches(name.casefold(), known, n=_NEAREST, cutoff=0.5)
    if len(known) > _LISTED:
        remedy = (
            f"did you mean {' or '.join(near)}?" if near else f"none of the {len(known)} known is like it"
        )
    else:
        remedy = f"did you mean {near[0]}? Known are" if near else "use one of"
        remedy = f"{remedy} {', '.join(known)}" if known else "there is none at all"
    return Trouble(source, f"there is no {kind} {name!r}", remedy)
