"""Two drafts compared, and the counts of all fates."""

from __future__ import annotations

from collections import Counter
from typing import Any

import attrs

from peacediff.errors import Trouble
from peacediff.model.changes import FATES, Changes, Fate
from peacediff.model.delegates import Drawn, Shown, Tabular
from peacediff.model.draft import Draft
from peacediff.model.pins import Pins
from peacediff.model.remarks import Remark
from peacediff.model.robustness import Robustness


@attrs.frozen
class Ledger:
    """Provisions counted by fate, old and new; every fate is named, and each side adds up."""

    old: tuple[tuple[Fate, int], ...]
    new: tuple[tuple[Fate, int], ...]


@attrs.frozen
class Comparison(Tabular, Shown, Drawn):
    """Two drafts and what became of every provision of both.

    ``links`` are those that the user pinned or forbade, ``remarks`` what is observed of things that belong together;
    ``robustness`` is None where it was not asked for.
    """

    old: Draft
    new: Draft
    changes: Changes
    links: Pins = attrs.field(factory=Pins)
    remarks: tuple[Remark, ...] = ()
    robustness: Robustness | None = None

    @property
    def ledger(self) -> Ledger:
        """The counts of all fates."""
        old, new = Counter[Fate](), Counter[Fate]()
        for change in self.changes:
            old[change.fate] += len(change.old)
            new[change.fate] += len(change.new)
        return Ledger(
            old=tuple((fate, old[fate]) for fate in FATES if fate != "added"),
            new=tuple((fate, new[fate]) for fate in FATES if fate != "dropped"),
        )

    @property
    def dropped(self) -> Changes:
        """The old provisions that no new one answers."""
        return self.changes.dropped

    @property
    def added(self) -> Changes:
        """The new provisions that answer no old one."""
        return self.changes.added

    @property
    def changed(self) -> Changes:
        """The changes that say something else."""
        return self.changes.changed

    def about(self, topic: str) -> Changes:
        """The changes that are about a topic, such as ``territory``; raises `peacediff.Trouble` for an unknown one."""
        return self.changes.about(topic)

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain values, as ``peacediff schema comparison`` describes them."""
        from peacediff import codec

        return codec.to_dict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Comparison:
        """The comparison that `to_dict` wrote; raises `peacediff.Trouble` where the data is none."""
        from peacediff import codec

        return codec.from_dict(data)

    def at(self, old: str = "", *, new: str = "") -> Changes:
        """The changes of a point and all below it, or of one provision: of the old draft, or of the new one.

        Raises `peacediff.Trouble` for an id that the draft does not have.
        """
        if bool(old) == bool(new):
            raise Trouble("at", "one id is looked up", 'give at("21.b") or at(new="5.a")')
        draft, name = (self.old, old) if old else (self.new, new)
        held = {p.id for p in draft.at(name)}
        return self.changes.where(lambda c: any(p.id in held for p in (c.old if old else c.new)))
