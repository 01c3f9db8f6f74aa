"""Changes and findings as flat rows, for data frames: several ids, topics or names in a cell are joined by a space."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Generic, TypeVar

import attrs

from peacediff.model import Change, Changes, Comparison, Finding, Findings, Provision
from peacediff.model.delegates import Tabular

_T = TypeVar("_T")


@attrs.frozen
class Column(Generic[_T]):
    """The type of the cells of a column, what they hold in words, and how that is read off an item."""

    kind: type[str] | type[bool] | type[float]
    holds: str
    of: Callable[[_T], str | bool | float | None]


def _ids(provisions: Iterable[Provision]) -> str:
    return " ".join(provision.id for provision in provisions)


def _shifts(change: Change) -> str:
    return " ".join(f"{shift.aspect}:{shift.direction}" for shift in change.shifts)


OF_CHANGES: Mapping[str, Column[Change]] = MappingProxyType(
    {
        "old": Column(str, "Ids of the old provisions; empty where there are none.", lambda c: _ids(c.old)),
        "new": Column(str, "Ids of the new provisions; empty where there are none.", lambda c: _ids(c.new)),
        "fate": Column(str, "What became of them.", lambda c: c.fate),
        "shape": Column(str, "How many answer how many.", lambda c: c.shape),
        "basis": Column(
            str, "`reported` where the draft it looks for them in is not known in full.", lambda c: c.basis
        ),
        "moved": Column(bool, "Whether the text stands elsewhere in the order.", lambda c: c.moved),
        "renumbered": Column(bool, "Whether the label differs.", lambda c: c.renumbered),
        "found": Column(str, "How the link was found; nothing where there is no link.", lambda c: c.found),
        "score": Column(float, "How alike the texts are, 0 to 1; nothing without a link.", lambda c: c.score),
        "confidence": Column(
            float,
            "How likely the link is right, 0 to 1; nothing without a link.",
            lambda c: c.confidence,
        ),
        "doubtful": Column(bool, "Whether the link may well be wrong.", lambda c: c.doubtful),
        "from_papers": Column(str, "The papers that the text has left.", lambda c: " ".join(c.from_papers)),
        "to_papers": Column(str, "The papers that the text went to.", lambda c: " ".join(c.to_papers)),
        "topics": Column(str, "What it is about.", lambda c: " ".join(c.topics)),
        "shifts": Column(str, "What shifted and which way, each as `quantity:higher`.", _shifts),
        "before": Column(str, "The old words, a line for each provision.", lambda c: c.before),
        "after": Column(str, "The new words, a line for each provision.", lambda c: c.after),
    }
)
OF_FINDINGS: Mapping[str, Column[tuple[str, Finding]]] = MappingProxyType(
    {
        "state": Column(str, "`open`, or `accepted` where the register accepts it.", lambda f: f[0]),
        "severity": Column(str, "`error`, `warning` or `info`.", lambda f: f[1].severity),
        "rule": Column(str, "The id of the rule.", lambda f: f[1].rule),
        "message": Column(str, "The sentence of the rule.", lambda f: f[1].message),
        "old": Column(str, "Ids of the old provisions of the change.", lambda f: _ids(f[1].change.old)),
        "new": Column(str, "Ids of the new provisions of the change.", lambda f: _ids(f[1].change.new)),
        "fate": Column(str, "What became of them.", lambda f: f[1].change.fate),
        "basis": Column(str, "As in the rows of changes.", lambda f: f[1].change.basis),
        "topics": Column(str, "What the change is about.", lambda f: " ".join(f[1].change.topics)),
        "before": Column(str, "The words it rests on, before; a line each.", lambda f: _quoted(f[1], 0)),
        "after": Column(str, "The words it rests on, after; a line each.", lambda f: _quoted(f[1], 1)),
        "fingerprint": Column(str, "What the register knows it by.", lambda f: f[1].fingerprint),
        "reason": Column(
            str, "Why it is accepted; empty elsewhere.", lambda f: a.reason if (a := f[1].acceptance) else ""
        ),
    }
)


def _quoted(finding: Finding, side: int) -> str:
    return "\n".join(filter(None, (quote[side] for quote in finding.quoted)))


def rows(of: Tabular) -> list[dict[str, Any]]:
    """A row for each change, or for each finding."""
    read, items = columns(of), _items(of)
    return [{name: column.of(item) for name, column in read.items()} for item in items]


def columns(of: Tabular) -> Mapping[str, Column[Any]]:
    """The columns of the rows, in their order."""
    return OF_FINDINGS if isinstance(of, Findings) else OF_CHANGES


def _items(of: Tabular) -> Iterator[object]:
    if isinstance(of, Findings):
        yield from (("open", finding) for finding in of)
        yield from (("accepted", finding) for finding in of.accepted)
    elif isinstance(of, Changes | Comparison):
        yield from of.changes if isinstance(of, Comparison) else of
