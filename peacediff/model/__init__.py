"""Every noun of peacediff as a frozen value, in the order of the pipeline.

``read`` makes a `Draft`, ``align`` an `Alignment`, ``classify`` the `Changes` of a `Comparison`.
A span is ``(start, end)`` in code points of the text it belongs to, a line counts from 1.
"""

from peacediff.model.alignment import Alignment, Found, Link, RunnerUp, Unlinked
from peacediff.model.changes import (
    ASPECTS,
    DIRECTIONS,
    DOUBTFUL_BELOW,
    FATES,
    TURNED,
    Aspect,
    Basis,
    Change,
    Changes,
    Direction,
    Edit,
    EditKind,
    Fate,
    Shape,
    Shift,
    Trace,
)
from peacediff.model.comparison import Comparison, Ledger
from peacediff.model.draft import (
    COMPLETENESS,
    ID_GRAMMAR,
    Completeness,
    Draft,
    Irregularity,
    IrregularityKind,
    Passage,
    PassageKind,
    Point,
    PointKind,
    Provision,
    ProvisionKind,
    Span,
    is_shown,
)
from peacediff.model.pins import Pin, Pins
from peacediff.model.remarks import Quote, Remark, Side
from peacediff.model.robustness import Nearby, Robustness, Wavering

__all__ = [
    "ASPECTS",
    "COMPLETENESS",
    "DIRECTIONS",
    "DOUBTFUL_BELOW",
    "FATES",
    "ID_GRAMMAR",
    "TURNED",
    "Alignment",
    "Aspect",
    "Basis",
    "Change",
    "Changes",
    "Comparison",
    "Completeness",
    "Direction",
    "Draft",
    "Edit",
    "EditKind",
    "Fate",
    "Found",
    "Irregularity",
    "IrregularityKind",
    "Ledger",
    "Link",
    "Nearby",
    "Passage",
    "PassageKind",
    "Pin",
    "Pins",
    "Point",
    "PointKind",
    "Provision",
    "ProvisionKind",
    "Quote",
    "Remark",
    "Robustness",
    "RunnerUp",
    "Shape",
    "Shift",
    "Side",
    "Span",
    "Trace",
    "Unlinked",
    "Wavering",
    "is_shown",
]
