"""What became of every provision: compare drafts of negotiated texts, point by point.

>>> import peacediff
>>> old = peacediff.read_text("1. The force is limited to 600,000.", name="old")
>>> new = peacediff.read_text("1. The force is limited to 800,000.", name="new")
>>> [change.fate for change in peacediff.compare(old, new).changes]
['changed']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from peacediff.errors import Trouble
    from peacediff.judging import judge
    from peacediff.knowledge import read_knowledge
    from peacediff.knowledge.rules import read_rules
    from peacediff.model import (
        Alignment,
        Answer,
        Change,
        Changes,
        Comparison,
        Draft,
        Edit,
        Finding,
        Findings,
        History,
        Ledger,
        Lineage,
        Link,
        Pin,
        Pins,
        Point,
        Provision,
        Register,
        Rule,
        ThreeWay,
    )
    from peacediff.packages import package
    from peacediff.pinning import read_links
    from peacediff.pipeline import compare, compare3, history
    from peacediff.readers import read, read_text
    from peacediff.register import read_register

from peacediff.version import __version__ as __version__

_HOME = {
    "Trouble": "errors",
    "compare": "pipeline",
    "compare3": "pipeline",
    "history": "pipeline",
    "judge": "judging",
    "package": "packages",
    "read_knowledge": "knowledge",
    "read_links": "pinning",
    "read_register": "register",
    "read_rules": "knowledge.rules",
    "read": "readers",
    "read_text": "readers",
}
"""Where a public name lives if not in ``model``."""

__all__ = [
    "Alignment",
    "Answer",
    "Change",
    "Changes",
    "Comparison",
    "Draft",
    "Edit",
    "Finding",
    "Findings",
    "History",
    "Ledger",
    "Lineage",
    "Link",
    "Pin",
    "Pins",
    "Point",
    "Provision",
    "Register",
    "Rule",
    "ThreeWay",
    "Trouble",
    "compare",
    "compare3",
    "history",
    "judge",
    "package",
    "read",
    "read_knowledge",
    "read_links",
    "read_register",
    "read_rules",
    "read_text",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (PEP 562: any public name may be asked for)
    if name not in __all__:
        raise AttributeError(f"module 'peacediff' has no attribute {name!r}")
    value = getattr(import_module(f"peacediff.{_HOME.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
