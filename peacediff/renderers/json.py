"""A `Comparison`, `Draft` or `History` as JSON: sorted keys, one value a line, so that it diffs well itself."""

from __future__ import annotations

import json
from typing import Any

from peacediff.codec import draft_to_dict, to_dict
from peacediff.model import Comparison, Draft, History


def render(comparison: Comparison) -> str:
    """The comparison as JSON text; the schema is ``peacediff schema comparison``."""
    return written(to_dict(comparison))


def render_draft(draft: Draft) -> str:
    """The draft as JSON text, which can be read as a draft again; the schema is ``peacediff schema draft``."""
    return written(draft_to_dict(draft))


def render_history(history: History) -> str:
    """The history as JSON text; the schema is ``peacediff schema history``."""
    return written(history.to_dict())


def written(plain: dict[str, Any]) -> str:
    """Plain values as JSON text."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"
