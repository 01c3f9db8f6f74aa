"""Whether what is dropped and added hangs on how the aligner is set."""

from __future__ import annotations

from typing import Literal

import attrs


@attrs.frozen
class Nearby:
    """A nearby setting by its name: how much is dropped and added there, and whether it is just the same provisions."""

    name: str
    dropped: int
    added: int
    stays: bool


@attrs.frozen
class Wavering:
    """A provision of a side that is linked in some settings, the usual one included, and in others not.

    ``unlinked`` counts the nearby settings in which it is dropped or added.
    """

    side: Literal["old", "new"]
    provision: str
    unlinked: int


@attrs.frozen
class Robustness:
    """The nearby settings that were tried, and the provisions whose fate hangs on the setting, in draft order."""

    settings: tuple[Nearby, ...]
    wavering: tuple[Wavering, ...]

    @property
    def stays(self) -> int:
        """In how many of the settings just the same provisions are dropped and added."""
        return sum(setting.stays for setting in self.settings)
