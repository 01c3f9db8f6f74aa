"""What a reference is."""

from __future__ import annotations

import attrs

ITSELF, NAMED, PAPER, SYMBOL = "itself", "named", "document", "symbol"


@attrs.frozen
class Reference:
    """A reference at the words from index ``first`` up to, not including, ``end``.

    Equal references share ``kind`` (a kind of point, a named text, a paper known by its date) and ``label``. One that
    is ``elsewhere`` leads to a point of another text: paragraph 5 of resolution 1807.
    """

    first: int
    end: int
    kind: str
    label: str
    elsewhere: bool = False

    @property
    def says(self) -> tuple[str, str]:
        """What makes two references the same."""
        return self.kind, self.label
